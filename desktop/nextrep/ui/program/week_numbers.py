"""Which week of the program each week of the calendar is.

The two are the same until the plan rests for a while: then the calendar goes on and the program waits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from nextrep.domain.program import WEEKDAYS
from nextrep.services.program import ProgramView


def pauses_of(view: ProgramView) -> tuple[range, ...]:
    """Return the days (date ordinals) on which the plan rests, those of a pause without an end too."""
    found = [range(pause.first_day, pause.last_day + 1) for pause in view.pauses]
    if view.program.paused_on is not None:
        last = max([view.program.start_day, *(one.planned.day for one in view.sessions)])
        found.append(range(view.program.paused_on, max(last, view.program.paused_on) + WEEKDAYS))
    return tuple(found)


def rests(pauses: tuple[range, ...], day: int) -> bool:
    """Tell whether the plan rests on a day."""
    return any(day in pause for pause in pauses)


def week_numbers(view: ProgramView, monday: int, rows: int, pauses: tuple[range, ...]) -> tuple[int, ...]:
    """Return the program week (from 1) of each calendar week from `monday` on; 0 for one that has none.

    Sessions say it by the day that the program gave them; a week without any counts on from its neighbours.
    """
    said: dict[int, Counter[int]] = {}
    for one in view.sessions:
        row = (one.planned.first_day - monday) // WEEKDAYS
        said.setdefault(row, Counter())[one.planned.week] += 1
    known = {row: weeks.most_common(1)[0][0] for row, weeks in said.items() if 0 <= row < rows}
    resting = [_rests_all(pauses, monday + WEEKDAYS * row) for row in range(rows)]
    numbers = [known.get(row, 0) for row in range(rows)]
    if not known:
        numbers[0:1] = [1] if rows else []
    _count_on(numbers, resting, range(1, rows), 1)
    _count_on(numbers, resting, range(rows - 2, -1, -1), -1)
    return tuple(number if 1 <= number <= view.program.weeks else 0 for number in numbers)


def _rests_all(pauses: tuple[range, ...], monday: int) -> bool:
    return bool(pauses) and all(rests(pauses, day) for day in range(monday, monday + WEEKDAYS))


def _count_on(numbers: list[int], resting: Sequence[bool], rows: range, step: int) -> None:
    last = numbers[rows.start - step] if rows else 0
    for row in rows:
        if numbers[row]:
            last = numbers[row]
        elif last and not resting[row]:
            last = numbers[row] = last + step
