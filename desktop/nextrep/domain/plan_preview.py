"""What a plan would be, before it is made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from nextrep.domain.days import listed
from nextrep.domain.equipment import equipment_title
from nextrep.domain.exercises import Equipment, Exercise, MuscleGroup
from nextrep.domain.plan_days import day_of_week, minute_for_rest
from nextrep.domain.plan_making import Movement, is_quiet, movement_of
from nextrep.domain.plan_summary import Span, spans_of
from nextrep.domain.program import Answers, SessionDraft
from nextrep.domain.program_template import ProgramTemplate
from nextrep.domain.recovery import Work, short_rests
from nextrep.domain.text import tr, tr_n


@dataclass(frozen=True, slots=True)
class PlanPreview:
    """What a plan would be.

    Attributes:
        first_day: date ordinal of the first session; the Monday of week 1 for a plan to fill by hand.
        weeks: how many.
        sessions: how many there are in all, days off not counted.
        exercises: fewest and most exercises of a session.
        close: muscle groups that would come again within 48 h, in their usual order.
        missing: equipment that the program is made for and that is not at hand.
        days_wanted: days a week that the program has more than were chosen; 0 where they suffice.
        version: the set of equipment that the exercises were chosen for, in words, or "".
        split: some days have upper or lower body only, because the next day is close.
        gone: movements of the program that are left out altogether.
        quiet: sessions a week that reach into the quiet hours: (weekday, minute of the day).
        first: the names of the first session and of its exercises.
    """

    first_day: int
    weeks: int
    sessions: int
    exercises: tuple[int, int]
    spans: tuple[Span, ...]
    close: tuple[MuscleGroup, ...]
    missing: tuple[Equipment, ...] = ()
    days_wanted: int = 0
    version: str = ""
    split: bool = False
    gone: tuple[Movement, ...] = ()
    quiet: tuple[tuple[int, int], ...] = ()
    first: tuple[str, tuple[str, ...]] = ("", ())

    def exercises_text(self) -> str:
        """Return for example "4–5 exercises"."""
        low, high = self.exercises
        if low != high:
            return tr("{low}–{high} exercises", low=low, high=high)
        return tr_n("{n} exercise", "{n} exercises", high)

    def fit_text(self) -> str:
        """Say where the program meant something else than what there is, or return ""."""
        lines = []
        if self.missing:
            things = listed([equipment_title(item).lower() for item in self.missing])
            lines.append(
                tr("It is meant for {things}; without them, other exercises take the place.", things=things)
            )
        if self.days_wanted:
            lines.append(
                tr(
                    "It is meant for {n} days a week; with fewer, its sessions come in turn.",
                    n=self.days_wanted,
                )
            )
        return "\n".join(lines)


def preview_of(
    template: ProgramTemplate,
    answers: Answers,
    monday: int,
    weeks: int,
    drafts: Sequence[SessionDraft],
    exercise: Callable[[str], Exercise],
) -> PlanPreview:
    """Return what a generated plan is.

    Args:
        template: the program it was made from.
        answers: what the person said.
        monday: date ordinal of the Monday of week 1.
        weeks: how many it has.
        drafts: its sessions.
        exercise: gives the exercise of a key.
    """
    training = [draft for draft in drafts if draft.exercises]
    counts = [len(draft.exercises) for draft in training] or [0]
    version = template.choices.version_for(answers.equipment)
    return PlanPreview(
        first_day=drafts[0].day if drafts else monday,
        weeks=weeks,
        sessions=len(training),
        exercises=(min(counts), max(counts)),
        spans=spans_of(training),
        close=_close(training, answers, exercise),
        missing=tuple(item for item in Equipment if item in template.made_for - answers.equipment),
        days_wanted=_days_wanted(template, answers),
        version=version.name if version and training else "",
        split=any(draft.title in {tr(day.name) for day in template.split.values()} for draft in training),
        gone=_gone(template, training, exercise),
        quiet=_quiet(training, answers),
        first=_first(training, exercise),
    )


def _close(
    drafts: Sequence[SessionDraft], answers: Answers, exercise: Callable[[str], Exercise]
) -> tuple[MuscleGroup, ...]:
    work = []
    for index, draft in enumerate(drafts):
        midnight = datetime.combine(date.fromordinal(draft.day), datetime.min.time(), UTC)
        at = midnight + timedelta(minutes=minute_for_rest(answers, draft.day))
        work += [Work(index, at, exercise(row.exercise_key), row.sets) for row in draft.exercises]
    groups = {rest.group for rest in short_rests(work)}
    return tuple(group for group in MuscleGroup if group in groups)


def _days_wanted(template: ProgramTemplate, answers: Answers) -> int:
    """Return the days a week a program goes round in, 0 where so many were chosen or it has no round."""
    if not template.asks_weekdays or not template.rolling:
        return 0
    most = max(rule.sessions for rule in template.rules)
    return most if len(set(answers.weekdays)) < most else 0


def _gone(
    template: ProgramTemplate, drafts: Sequence[SessionDraft], exercise: Callable[[str], Exercise]
) -> tuple[Movement, ...]:
    wanted = {movement_of(slot.pattern) for day in template.days for slot in day.slots}
    there = {movement_of(exercise(row.exercise_key).pattern) for draft in drafts for row in draft.exercises}
    return tuple(one for one in Movement if one in wanted - there)


def _first(
    drafts: Sequence[SessionDraft], exercise: Callable[[str], Exercise]
) -> tuple[str, tuple[str, ...]]:
    if not drafts:
        return "", ()
    return drafts[0].title, tuple(exercise(row.exercise_key).name for row in drafts[0].exercises)


def _quiet(drafts: Sequence[SessionDraft], answers: Answers) -> tuple[tuple[int, int], ...]:
    found = {
        (day_of_week(draft.day), draft.minute)
        for draft in drafts
        if draft.minute is not None and is_quiet(answers, draft.minute)
    }
    return tuple(sorted(found))
