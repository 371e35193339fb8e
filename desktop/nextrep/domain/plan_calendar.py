"""Which week of the program a calendar week is: after a pause the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from nextrep.domain.plan_edit import Pause
from nextrep.domain.program import WEEKDAYS, PlannedSession, Program

ENDLESS = 10**7
"""A day after all days, where a pause that goes on ends."""


def pauses_with_open(program: Program, pauses: Sequence[Pause]) -> tuple[Pause, ...]:
    """Return all pauses; one that goes on has no end in sight."""
    if program.paused_on is None:
        return tuple(pauses)
    return (*pauses, Pause(program.paused_on, ENDLESS))


def program_weeks(
    program: Program, sessions: Iterable[PlannedSession], pauses: Sequence[Pause]
) -> tuple[int | None, ...]:
    """Return for each calendar week from the program's first on its week of the program.

    None where the program is paused all week, or for the part of it that could have had sessions. A week
    without sessions follows the one before it.
    """
    found: dict[int, int] = {}
    last = program.weeks
    for one in sessions:
        row = (one.first_day - program.start_day) // WEEKDAYS
        found[row] = min(found.get(row, one.week), one.week)
        last = max(last, (one.day - program.start_day) // WEEKDAYS + 1, row + 1)
    weeks: list[int | None] = []
    number = 0
    for row in range(last):
        if row not in found and _rests(program.start_day + WEEKDAYS * row, pauses, number + 1, found, row):
            weeks.append(None)
            continue
        number = found.get(row, number + 1)
        weeks.append(number)
    return tuple(weeks)


def _rests(monday: int, pauses: Sequence[Pause], number: int, found: Mapping[int, int], row: int) -> bool:
    """Tell whether a calendar week without sessions belongs to pauses.

    It does if they have all its days; and if they have some of them and the week of the program that it would
    be, `number`, comes later on.
    """
    week = range(monday, monday + WEEKDAYS)
    paused = sum(any(pause.first_day <= day <= pause.last_day for pause in pauses) for day in week)
    if paused == WEEKDAYS:
        return True
    return bool(paused) and any(later > row and here <= number for later, here in found.items())
