"""Which week of the program a calendar week is: after a pause the two differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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

    None where the program rests all week. A week without sessions follows the one before it.
    """
    found: dict[int, int] = {}
    last = program.weeks
    for one in sessions:
        row = (one.first_day - program.start_day) // WEEKDAYS
        found[row] = min(found.get(row, one.week), one.week)
        last = max(last, (one.day - program.start_day) // WEEKDAYS + 1, row + 1)
    resting = [(pause.first_day, pause.last_day) for pause in pauses]
    weeks: list[int | None] = []
    number = 0
    for row in range(last):
        monday = program.start_day + WEEKDAYS * row
        rests = any(first <= monday and monday + WEEKDAYS - 1 <= end for first, end in resting)
        if row not in found and rests:
            weeks.append(None)
            continue
        number = found.get(row, number + 1)
        weeks.append(number)
    return tuple(weeks)
