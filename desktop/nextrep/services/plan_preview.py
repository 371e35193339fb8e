"""What a plan would be: said before it is made, and the same then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nextrep.domain.errors import UserError
from nextrep.domain.plan_days import monday_of, settled
from nextrep.domain.plan_making import generate
from nextrep.domain.plan_preview import PlanPreview, preview_of
from nextrep.domain.program import Answers, SessionDraft
from nextrep.domain.program_template import ProgramTemplate
from nextrep.domain.text import tr
from nextrep.resources.programs import load_program
from nextrep.services import catalog


@dataclass(frozen=True, slots=True)
class Drafted:
    """A plan that is not kept.

    Attributes:
        monday: date ordinal of the Monday of week 1.
        first_day: date ordinal of its first day.
        weeks: of the calendar that it reaches into.
        answers: those to keep with it.
    """

    template: ProgramTemplate
    monday: int
    first_day: int
    weeks: int
    answers: Answers
    drafts: tuple[SessionDraft, ...]


def drafted(key: str, answers: Answers, start: date, weeks: int | None = None) -> Drafted:
    """Make a plan without keeping it.

    Args:
        key: which program.
        answers: what the person said.
        start: first day on which a session may fall.
        weeks: 1-52; as long as the program is meant to be if None.

    Raises:
        UserError: the answers cannot be planned (see domain.program.check_answers).
    """
    template = load_program(key)
    length = template.weeks if weeks is None or not template.asks_weeks else weeks
    drafts = generate(template, answers, start, length, catalog.by_key)
    if not template.by_hand and not any(draft.exercises for draft in drafts):
        raise UserError(
            tr("No exercise is left for this equipment and what you leave out. Let a little more in."),
            field="equipment",
        )
    monday = monday_of(template, answers, start).toordinal()
    return Drafted(
        template=template,
        monday=monday,
        first_day=min((draft.day for draft in drafts), default=monday),
        # Fixed days that do not begin on a Monday reach into one more week of the calendar.
        weeks=max([length, *(draft.week for draft in drafts)]),
        answers=settled(template, answers, start),
        drafts=drafts,
    )


def preview(answers: Answers, start: date, key: str, weeks: int | None = None) -> PlanPreview:
    """Return what `services.program.create` would make, without making it.

    Raises:
        UserError: the answers cannot be planned (see domain.program.check_answers).
    """
    made = drafted(key, answers, start, weeks)
    return preview_of(made.template, made.answers, made.monday, made.weeks, made.drafts, catalog.by_key)
