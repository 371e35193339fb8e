"""Every sentence that is said of findings: what was found, how sure it is, and what it cannot say.

No causes, no p-values, no ranking; one decimal; the direction of a scale is always named. Where nothing is
clear that is said as the ordinary answer which it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.series import Level, Sufficiency
from nextrep.domain.text import tr, tr_n
from nextrep.domain.trends import caveats
from nextrep.domain.trends.findings import Estimate, Outcome, Overlap, Spread, Trend
from nextrep.domain.trends.limits import MIN_IN_WEEK, MIN_WEEKS
from nextrep.domain.trends.sizes import (
    SMALLEST,
    change_text,
    direction_text,
    interval_text,
    size_text,
    value_text,
)


@dataclass(frozen=True, slots=True)
class Said:
    """One finding in words.

    Attributes:
        key: stable name of the question ("trend").
        heading: the question that it answers.
        lines: what was found.
        caveats: what it cannot say; they stand next to the lines wherever these stand.
        label: what is said before all else, "" for nothing.
        clear: whether a line says that something rose, fell or differs.
    """

    key: str
    heading: str
    lines: tuple[str, ...]
    caveats: tuple[str, ...] = ()
    label: str = ""
    clear: bool = False


def name_of(outcome: Outcome) -> str:
    """Return the name of an outcome with its direction: "Mood (higher is better)"."""
    better = direction_text(outcome.direction)
    return tr("{name} ({better})", name=outcome.title, better=better) if better else outcome.title


def label_of(outcome: Outcome) -> str:
    """Return the label of an outcome that was not settled in advance, "" for one that was."""
    return "" if outcome.fixed else caveats.chosen_after()


def enough(found: Sufficiency) -> Said:
    """Return how much of a period was logged."""
    lines = [
        tr(
            "{logged} of {days} days ({percent} %).",
            logged=found.logged,
            days=found.days,
            percent=found.percent,
        )
    ]
    if found.longest_gap:
        lines.append(tr_n("Longest gap: {n} day.", "Longest gap: {n} days.", found.longest_gap))
    if found.paused:
        lines.append(tr_n("{n} empty day lies in a pause.", "{n} empty days lie in a pause.", found.paused))
    if found.enough:
        lines.append(tr("That is enough to look at."))
    else:
        lines.append(tr("A period is easier to judge from 14 days and 70 % of them on."))
    return Said("enough", tr("Enough data"), tuple(lines), (caveats.gaps(),))


def levels(outcome: Outcome, early: Level | None, late: Level | None) -> Said:
    """Return the typical level of the last and, with 28 logged days, of the first 14."""
    heading = tr("Typical level")
    if late is None:
        return Said("levels", heading, (tr("A typical level takes 7 logged days."),))
    lines = [_level(outcome, tr("last"), late)]
    if early is None:
        return Said("levels", heading, tuple(lines))
    lines.insert(0, _level(outcome, tr("first"), early))
    return Said("levels", heading, tuple(lines), (caveats.low_start(),))


def _level(outcome: Outcome, which: str, found: Level) -> str:
    figure = outcome.figure
    return tr(
        "{name}, {which} {n} logged days: {middle}, half of them between {lower} and {upper}.",
        name=name_of(outcome), which=which, n=found.n, middle=value_text(found.median, figure),
        lower=value_text(found.lower, figure), upper=value_text(found.upper, figure),
    )  # fmt: skip


def trend(outcome: Outcome, found: Trend) -> Said:
    """Return the trend per 4 weeks, that there is no clear one, or that there is not enough to call one."""
    heading, name, label = tr("Trend"), name_of(outcome), label_of(outcome)
    if found.per_four is None:
        line = tr(
            "{name}: not enough to call a trend. It takes {need} weeks with {entries} entries or more; "
            "so far there are {n}.",
            name=name, need=MIN_WEEKS, entries=MIN_IN_WEEK, n=found.usable,
        )  # fmt: skip
        return Said("trend", heading, (line,), (), label)
    size, per = _said_per(found)
    weeks, always = _from_weeks(found), (caveats.one_person(), caveats.together())
    values = {"name": name, "per": per, "interval": interval_text(size), "weeks": weeks}
    if size.clear:
        change = change_text(size.value, outcome.figure)
        line = tr("{name}: about {change} {per} ({interval}), {weeks}.", change=change, **values)
        return Said("trend", heading, (line,), (*always, caveats.low_start()), label, clear=True)
    if found.flat:
        line = tr(
            "{name}: no clear trend, {weeks}. Nearly all weeks had the same mean.", name=name, weeks=weeks
        )
        return Said("trend", heading, (line,), always, label)
    line = tr(
        "{name}: no clear trend, {weeks}. That is a common answer with this amount of data. "
        "A change {per} is {interval}.",
        **values,
    )
    missed = caveats.still_possible_trend(found.usable, size_text(size.half_width, outcome.figure), per)
    return Said("trend", heading, (line,), (missed, *always), label)


def _said_per(found: Trend) -> tuple[Estimate, str]:
    """Return the change per 4 weeks; where that is too small to be said, as over years, of all weeks."""
    size, whole = found.per_four, found.over_all
    assert size is not None and whole is not None
    if (abs(size.value) if size.clear else size.half_width) >= SMALLEST or found.flat:
        return size, tr("per 4 weeks")
    return whole, tr("over all {n} weeks", n=found.weeks)


def _from_weeks(found: Trend) -> str:
    return tr("from {n} of {weeks} weeks", n=found.usable, weeks=found.weeks)


def overlap(outcome: Outcome, found: Overlap) -> Said:
    """Return how often a late day is higher than an early one; no test and no meaning."""
    line = tr(
        "{name}: a day of the last 28 is higher than one of the first 28 in {percent} % of all pairs of "
        "them; 50 % would be as many up as down ({late} and {early} days, equal ones count half).",
        name=name_of(outcome), percent=round(100 * found.share), late=found.late, early=found.early,
    )  # fmt: skip
    return Said("overlap", tr("Early and late days"), (line,), (caveats.low_start(),), label_of(outcome))


def spread(outcome: Outcome, found: Spread) -> Said:
    """Return how far days differ, or nothing with too few."""
    lines = []
    if found.sd is not None:
        size = size_text(found.sd, outcome.figure)
        lines.append(tr("{name}: standard deviation {size}.", name=outcome.title, size=size))
    if found.rmssd is not None:
        size = size_text(found.rmssd, outcome.figure)
        lines.append(tr("From one day to the next: {size} (root mean square).", size=size))
    return Said("spread", tr("How far days differ"), tuple(lines))
