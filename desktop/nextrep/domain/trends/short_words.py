"""Findings in a few words, for paper: the same numbers and verdicts as `words` and `training_words` say.

What they cannot say stands once on the page of methods (clinical.md 5.3), not beside each of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.series import Figure
from nextrep.domain.text import tr
from nextrep.domain.trends.findings import AroundSessions, DayAfter, Estimate, Group, Outcome, Trend
from nextrep.domain.trends.limits import MIN_FOR_COUNTS, MIN_FOR_MEAN, MIN_WEEKS
from nextrep.domain.trends.sizes import SMALLEST, change_text, signed, value_text


@dataclass(frozen=True, slots=True)
class ShortTrend:
    """The trend of one panel.

    Attributes:
        key: key of the panel's series.
        said: the verdict: a change, that there is none to call, or that there is too little.
        details: its interval, and from how many weeks.
        clear: whether the verdict is a change.
    """

    key: str
    said: str
    details: tuple[str, ...] = ()
    clear: bool = False


@dataclass(frozen=True, slots=True)
class ShortDayAfter:
    """The day after training against the day after other days, of one outcome.

    Attributes:
        title: of the outcome; of a night it is the one after.
        trained, other: median as written down and number of days; "" without any.
        difference: adjusted for the day's own value, with its interval; "" with too little data.
        clear: whether the interval lies on one side of 0.
    """

    title: str
    trained: str
    other: str
    difference: str = ""
    clear: bool = False


def short_day_after(outcome: Outcome, found: DayAfter) -> ShortDayAfter:
    """Return the day after training as `training_words.day_after` says it, in short cells."""
    title = tr("{name} (night)", name=outcome.title) if outcome.night else outcome.title
    groups = _group(found.trained, outcome.figure), _group(found.other, outcome.figure)
    effect = found.effect
    if effect is None:
        return ShortDayAfter(title, *groups)
    said = tr("{change} {interval}", change=signed(effect.value), interval=_interval(effect))
    return ShortDayAfter(title, *groups, said, effect.clear)


def _group(found: Group, figure: Figure) -> str:
    if found.median is None:
        return ""
    return tr("{value} (n {n})", value=value_text(found.median, figure), n=found.n)


def short_trend(key: str, outcome: Outcome, found: Trend) -> ShortTrend:
    """Return the trend of an outcome as `words.trend` says it, in short lines.

    Args:
        key: of the panel that it stands beside.
        outcome: what it is about.
        found: of `trend.trend`.
    """
    weeks = tr("from {n} of {weeks} weeks", n=found.usable, weeks=found.weeks)
    if found.per_four is None:
        need = tr("{n} of {need} weeks it takes", n=found.usable, need=MIN_WEEKS)
        return ShortTrend(key, tr("not enough for a trend"), (need,))
    size, per = _said_per(found)
    if size.clear:
        change = tr("{change} {per}", change=change_text(size.value, outcome.figure), per=per)
        return ShortTrend(key, change, (_interval(size), weeks), clear=True)
    if found.flat:
        return ShortTrend(key, tr("no clear trend"), (weeks,))
    return ShortTrend(
        key, tr("no clear trend"), (tr("{interval} {per}", interval=_interval(size), per=per), weeks)
    )


def _said_per(found: Trend) -> tuple[Estimate, str]:
    """Return the change per 4 weeks, or over all weeks where that is too small to be said (as `words`)."""
    size, whole = found.per_four, found.over_all
    assert size is not None and whole is not None
    if (abs(size.value) if size.clear else size.half_width) >= SMALLEST or found.flat:
        return size, tr("per 4 weeks")
    return whole, tr("over all {n} weeks", n=found.weeks)


def _interval(found: Estimate) -> str:
    return tr("({low} to {high})", low=signed(found.low), high=signed(found.high))


def short_around(found: AroundSessions) -> tuple[str, ...]:
    """Return how sessions felt after against before them, as `training_words.around` says it."""
    if not found.n:
        return (tr("not rated in this period"),)
    if found.n < MIN_FOR_COUNTS:
        return (tr("{n} rated; counted from {need} sessions on", n=found.n, need=MIN_FOR_COUNTS),)
    counts = tr(
        "{n} sessions: higher {higher}, same {same}, lower {lower}",
        n=found.n, higher=found.higher, same=found.same, lower=found.lower,
    )  # fmt: skip
    if found.mean is None:
        need = tr("no average: it takes {n} rated sessions", n=MIN_FOR_MEAN)
        return (counts, need) if found.n < MIN_FOR_MEAN else (counts,)
    change = change_text(found.mean.value, Figure.PLAIN)
    line = tr("{change} on average {interval}", change=change, interval=_interval(found.mean))
    return (counts, line) if found.mean.clear else (counts, tr("{line}: no clear difference", line=line))
