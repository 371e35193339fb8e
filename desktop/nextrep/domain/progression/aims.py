"""How many reps, seconds or metres to aim for in each set."""

from __future__ import annotations

from collections.abc import Sequence

from nextrep.domain.prescription import WHOLE
from nextrep.domain.progression.asks import Ask
from nextrep.domain.progression.judging import reaches
from nextrep.domain.progression.standing import Standing, Turn
from nextrep.domain.training import MAX_REPS, SetDraft


def climbing(
    standing: Standing, asks: Sequence[Ask], *, beyond: bool = False, bottom: int | None = None
) -> list[int | None]:
    """Return aims that climb: the set with the fewest reps gets one more, the others keep theirs.

    With a new load they begin at the bottom of the range. Without a load they may begin below the range:
    one more than last time is what can be asked.

    Args:
        beyond: whether the top of the range is no end (a sum is what counts).
        bottom: the fewest to ask for; the bottom of the range with a load, else one.
    """
    if standing.turn is Turn.DOWN and standing.load is None:
        return _fewer(standing, asks)
    done = _at_the_load(standing, len(asks))
    if standing.turn in {Turn.FIRST, Turn.UP, Turn.DOWN} or standing.refitted or not done:
        return lowest(asks)
    if len(set(asks)) > 1:
        return _each(done, asks)
    ask = asks[0]
    amounts = [ask.done(one) or 0 for one in done]
    short = standing.turn is Turn.SHORT and len(done) < len(asks)
    fewest = min(amounts) + (0 if short else 1)
    top = MAX_REPS if beyond or _nothing_heavier(standing) else ask.high
    if bottom is None:
        bottom = 1 if standing.load is None else ask.low
    wanted = [max(amount, fewest) for amount in amounts] + [fewest] * len(asks)
    return [max(bottom, min(amount, top)) for amount in wanted[: len(asks)]]


def lowest(asks: Sequence[Ask]) -> list[int | None]:
    """Return the bottom of every range."""
    return [ask.low for ask in asks]


def cut(aims: Sequence[int | None], share: int) -> list[int | None]:
    """Return aims without `share` tenths of a percent, at least 1 each."""
    return [None if aim is None else max(1, aim * (WHOLE - share) // WHOLE) for aim in aims]


def _nothing_heavier(standing: Standing) -> bool:
    return standing.turn is Turn.TOPPED and standing.load is not None


def _at_the_load(standing: Standing, n: int) -> list[SetDraft]:
    """Return the sets of the last time that were as heavy as the next ones will be, in order."""
    load = standing.load
    done = [one for one in standing.done if load is None or reaches(one, load)]
    while len(done) > n and (idle := next((one for one in done if not (one.reps or one.seconds)), None)):
        done.remove(idle)
    return done[:n]


def _fewer(standing: Standing, asks: Sequence[Ask]) -> list[int | None]:
    target = standing.target
    share = target.details.progression.deload if target is not None else 100
    amounts = [asks[0].done(one) or 0 for one in standing.done]
    start = min(amounts, default=asks[0].low)
    return [max(1, min(start - 1, start * (WHOLE - share) // WHOLE))] * len(asks)


def _each(done: Sequence[SetDraft], asks: Sequence[Ask]) -> list[int | None]:
    """Sets that are not alike keep what was done in each; the first below its top gets one more."""
    found: list[int | None] = []
    raised = False
    for index, ask in enumerate(asks):
        amount = ask.done(done[index]) if index < len(done) else None
        aim = max(ask.low, min(amount or 0, ask.high))
        if not raised and amount is not None and aim < ask.high and amount >= ask.low:
            aim, raised = aim + 1, True
        found.append(aim)
    return found
