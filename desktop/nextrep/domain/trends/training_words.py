"""Every sentence about the days and hours around training. They tell what was, never what made it so."""

from __future__ import annotations

from nextrep.domain.series import Figure
from nextrep.domain.text import tr, tr_n
from nextrep.domain.trends import caveats
from nextrep.domain.trends.findings import AroundSessions, DayAfter, Estimate, Group, Outcome
from nextrep.domain.trends.limits import MIN_FOR_COUNTS, MIN_FOR_MEAN, MIN_PAIRS, MIN_SPAN_DAYS
from nextrep.domain.trends.sizes import change_text, interval_text, size_text, value_text
from nextrep.domain.trends.words import Said, label_of, name_of


def around(found: AroundSessions) -> Said:
    """Return how pleasant it felt after sessions against before them (−5 to +5)."""
    heading = tr("Before and after a session")
    if found.n < MIN_FOR_COUNTS:
        line = tr_n(
            "Rated before and after {n} session; from {need} on they are counted here.",
            "Rated before and after {n} sessions; from {need} on they are counted here.",
            found.n, need=MIN_FOR_COUNTS,
        )  # fmt: skip
        return Said("around", heading, (line,))
    limits = (caveats.one_person(), caveats.before_is_chosen())
    counts = _counts(found)
    if found.mean is None:
        lines = [counts]
        if found.n < MIN_FOR_MEAN:
            lines.append(tr("An average is said from {need} sessions on.", need=MIN_FOR_MEAN))
        return Said("around", heading, tuple(lines), limits)
    mean = found.mean
    values = {"change": change_text(mean.value, Figure.PLAIN), "interval": interval_text(mean)}
    if mean.clear:
        line = tr(
            "How pleasant it feels: {change} after a session against before it, on average ({interval}).",
            **values,
        )
        return Said("around", heading, (line, counts), limits, clear=True)
    line = tr(
        "How pleasant it feels: no clear difference, on average {change} after a session ({interval}).",
        **values,
    )
    missed = caveats.still_possible_after_sessions(found.n, size_text(mean.half_width, Figure.PLAIN))
    return Said("around", heading, (line, counts), (missed, *limits))


def _counts(found: AroundSessions) -> str:
    return tr(
        "{n} sessions (−5 to +5, higher is more pleasant): higher after {higher}, the same after {same}, "
        "lower after {lower}.",
        n=found.n, higher=found.higher, same=found.same, lower=found.lower,
    )  # fmt: skip


def day_after(outcome: Outcome, found: DayAfter) -> Said:
    """Return the day after training against the day after other days, always with what stood there."""
    heading = tr("The night after training") if outcome.night else tr("The day after training")
    raw, label, effect = _raw(outcome, found), label_of(outcome), found.effect
    if effect is None:
        return Said("day_after", heading, (*_too_few(found), raw), (), label)
    limits = (caveats.good_days(), caveats.one_person())
    if effect.clear:
        return Said("day_after", heading, (_clear(outcome, effect), raw), limits, label, clear=True)
    size = size_text(effect.half_width, outcome.figure)
    missed = caveats.still_possible_after_days(found.trained.n + found.other.n, size)
    return Said("day_after", heading, (_unclear(outcome, effect), raw), (missed, *limits), label)


def _too_few(found: DayAfter) -> tuple[str, ...]:
    """Return what a comparison takes; nothing where that is there and the days are merely all alike."""
    if found.span_days >= MIN_SPAN_DAYS and min(found.trained.n, found.other.n) >= MIN_PAIRS:
        return ()
    return (
        tr(
            "Not enough to compare: it takes {days} days, and {pairs} of each kind with an entry on the day "
            "after.",
            days=MIN_SPAN_DAYS, pairs=MIN_PAIRS,
        ),
    )  # fmt: skip


def _clear(outcome: Outcome, effect: Estimate) -> str:
    values = _values(outcome, effect)
    if outcome.night:
        return tr(
            "{name}: {change} in the night after training against other nights ({interval}), where the night "
            "before was alike.",
            **values,
        )
    return tr(
        "{name}: {change} on the day after training against the day after other days ({interval}), where the "
        "day itself was alike.",
        **values,
    )


def _unclear(outcome: Outcome, effect: Estimate) -> str:
    values = _values(outcome, effect)
    if outcome.night:
        return tr(
            "{name}: no clear difference in the night after training, {change} ({interval}), where the night "
            "before was alike.",
            **values,
        )
    return tr(
        "{name}: no clear difference on the day after training, {change} ({interval}), where the day itself "
        "was alike.",
        **values,
    )


def _values(outcome: Outcome, effect: Estimate) -> dict[str, str]:
    return {
        "name": name_of(outcome),
        "change": change_text(effect.value, outcome.figure),
        "interval": interval_text(effect),
    }


def _raw(outcome: Outcome, found: DayAfter) -> str:
    """Return the medians as they stand there, without any adjustment."""
    values = {"one": _group(outcome, found.trained), "two": _group(outcome, found.other)}
    if outcome.night:
        return tr(
            "Median as written down: {one} in the night after training, {two} in other nights.", **values
        )
    return tr("Median as written down: {one} the day after training, {two} after other days.", **values)


def _group(outcome: Outcome, found: Group) -> str:
    if found.median is None:
        return tr("nothing yet")
    return tr("{value} (n = {n})", value=value_text(found.median, outcome.figure), n=found.n)
