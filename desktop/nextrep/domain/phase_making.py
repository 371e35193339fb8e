"""One phase of a program, made for a person's answers, to put into a plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from nextrep.domain.exercises import Exercise
from nextrep.domain.plan_making import generate
from nextrep.domain.program import WEEKDAYS, Answers, SessionDraft
from nextrep.domain.program_template import ProgramTemplate

_A_MONDAY = date(2024, 1, 1)


def phase_drafts(
    template: ProgramTemplate, answers: Answers, phase: str, exercise: Callable[[str], Exercise]
) -> tuple[SessionDraft, ...]:
    """Return the sessions of a phase; their days count from 0, its first Monday, their weeks from 1.

    Raises:
        UserError: the answers cannot be planned (see domain.program.check_answers).
        KeyError: the program has no such phase.
    """
    rules = [rule for rule in template.rules if rule.phase == phase]
    if not rules:
        raise KeyError(phase)
    first = rules[0].first_week
    drafts = generate(template, answers, _A_MONDAY, template.rules[-1].last_week, exercise)
    monday = _A_MONDAY.toordinal() + WEEKDAYS * (first - 1)
    return tuple(
        replace(draft, day=draft.day - monday, week=draft.week - first + 1)
        for draft in drafts
        if draft.phase == phase and first <= draft.week <= rules[-1].last_week
    )
