"""On which days a plan has its sessions, and when they begin."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import combinations

from nextrep.domain.plan_parts import Part, parts_for
from nextrep.domain.program import MINUTES_A_DAY, WEEKDAYS, Answers
from nextrep.domain.program_template import ProgramTemplate, TemplateDay, WeekRule
from nextrep.domain.recovery import NOON


@dataclass(frozen=True, slots=True)
class Place:
    """Where a session of the program falls.

    Attributes:
        day: date ordinal; `week` counts from 1.
        minute: minute of the day at which it begins, None where no time was said.
        part: what of the body it may train.
    """

    day: int
    week: int
    minute: int | None
    rule: WeekRule
    session: TemplateDay
    part: Part


def spread(weekdays: Sequence[int], count: int) -> tuple[int, ...]:
    """Choose `count` of `weekdays` so that the shortest rest between them is longest, then the next shortest.

    Rest runs around the end of the week. Ties go to the earliest days. With fewer days than asked
    for, all of them are taken.
    """
    days = sorted(set(weekdays))
    if count >= len(days):
        return tuple(days)

    def rests(chosen: tuple[int, ...]) -> list[int]:
        following = (*chosen[1:], chosen[0] + WEEKDAYS)
        return sorted(after - before for before, after in zip(chosen, following, strict=True))

    return max(combinations(days, count), key=lambda c: (rests(c), tuple(-d for d in c)))


def first_monday(start: date, weekdays: Sequence[int], sessions: int) -> date:
    """Return the Monday of week 1: this week if enough of its days are still to come, else the next."""
    monday = start - timedelta(days=start.weekday())
    left = [day for day in spread(weekdays, sessions) if day >= start.weekday()]
    needed = min(sessions, len(set(weekdays)))
    return monday if len(left) >= needed else monday + timedelta(days=WEEKDAYS)


def monday_of(template: ProgramTemplate, answers: Answers, start: date) -> date:
    """Return the Monday of week 1 of a plan; fixed days and a plan by hand begin on `start` itself."""
    if not template.asks_weekdays:
        return start - timedelta(days=start.weekday())
    wanted = template.rule_for(1).sessions or answers.sessions_later
    return first_monday(start, answers.weekdays, wanted)


def settled(template: ProgramTemplate, answers: Answers, start: date) -> Answers:
    """Return the answers to keep with a plan.

    Fixed days remember the weekday they begin on, and do not need the person's weekdays.
    """
    if template.asks_weekdays:
        return answers
    weekdays = answers.weekdays or Answers().weekdays
    if template.by_hand:
        return replace(answers, weekdays=weekdays)
    return replace(answers, begins=start.weekday(), weekdays=weekdays)


def places(template: ProgramTemplate, answers: Answers, monday: int, weeks: int) -> Iterator[Place]:
    """Give the days of a plan in order, with what each trains.

    Args:
        template: the program.
        answers: settled answers.
        monday: date ordinal of the Monday of week 1.
        weeks: how many.
    """
    days = [
        (monday + WEEKDAYS * (week - 1) + offset, week)
        for week in range(1, weeks + 1)
        for offset in _days_of_week(template, template.rule_for(week), answers)
    ]
    parts = _parts(template, answers, days)
    whole: dict[int, int] = {}  # sessions of each week so far that train the whole body
    for count, (day, week) in enumerate(days):
        rule = template.rule_for(week)
        session = template.day_for(whole.get(week, 0), count, parts[count])
        whole[week] = whole.get(week, 0) + (parts[count] is Part.WHOLE)
        minute = answers.time_of(day_of_week(day)) if session.slots else None
        # Fixed days that do not begin on a Monday reach into the next week of the calendar.
        yield Place(day, (day - monday) // WEEKDAYS + 1, minute, rule, session, parts[count])


def day_of_week(day: int) -> int:
    """Return the weekday of a date ordinal, 0 = Monday."""
    return (day - 1) % WEEKDAYS


def _days_of_week(template: ProgramTemplate, rule: WeekRule, answers: Answers) -> tuple[int, ...]:
    """Return days from the Monday of a week on; fixed days may run past its Sunday."""
    if template.offsets:
        return tuple(answers.begins + offset for offset in template.offsets)
    return spread(answers.weekdays, rule.sessions or answers.sessions_later)


def _parts(template: ProgramTemplate, answers: Answers, days: Sequence[tuple[int, int]]) -> Sequence[Part]:
    if not template.split:
        return [Part.WHOLE] * len(days)
    starts = [MINUTES_A_DAY * day + minute_for_rest(answers, day) for day, _week in days]
    return parts_for(starts, [week for _day, week in days])


def minute_for_rest(answers: Answers, day: int) -> int:
    """Return the minute of the day that counts for rest between sessions.

    Noon, unless each weekday has its time: a time said for one day must not make the others look too close.
    """
    times = [answers.time_of(weekday) for weekday in answers.weekdays]
    minute = answers.time_of(day_of_week(day))
    return NOON if None in times or minute is None else minute
