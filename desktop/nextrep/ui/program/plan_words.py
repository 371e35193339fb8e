"""A plan before it is made, in words: what it is, and what to look at in it."""

from __future__ import annotations

from nextrep.domain.days import day_title, listed, weekday_title
from nextrep.domain.exercises import group_title
from nextrep.domain.plan_making import Movement
from nextrep.domain.plan_preview import PlanPreview
from nextrep.domain.program import Program
from nextrep.domain.text import tr, tr_n
from nextrep.ui.widgets.clock_text import clock_text


def plan_lines(preview: PlanPreview) -> list[str]:
    """Return the plan in words, line by line."""
    if not preview.sessions:
        weeks = tr_n("{n} empty week", "{n} empty weeks", preview.weeks)
        return [
            tr("{weeks}, the first from {day} on.", weeks=weeks, day=day_title(preview.first_day)),
            tr("Sessions are added on the Program screen, one by one or copied from week to week."),
        ]
    lines = [span.text() for span in preview.spans]
    lines.append(
        tr(
            "{exercises} in a session. The first one: {day}.",
            exercises=preview.exercises_text(),
            day=day_title(preview.first_day),
        )
    )
    title, names = preview.first
    lines.append(tr("{session}: {exercises}.", session=title, exercises=listed(names)))
    if preview.version:
        lines.append(tr("The exercises are those for {equipment}.", equipment=tr(preview.version)))
    if preview.split:
        turns = tr("Days that are close together train upper and lower body in turn.")
        rested = tr("{words} So each muscle has its 48 h.", words=turns)
        lines.append(turns if preview.close else rested)
    return lines


def advice_lines(preview: PlanPreview) -> list[str]:
    """Return what to look at, each with what helps; empty where all is well."""
    lines = [words] if (words := preview.fit_text()) else []
    if preview.close:
        muscles = listed([group_title(group).lower() for group in preview.close])
        lines.append(
            tr(
                "On some days {muscles} would have less than 48 h rest. Days further apart help.",
                muscles=muscles,
            )
        )
    if preview.gone:
        lines.append(
            tr(
                "Nothing is left for {movements}, because of what is left out. The plan is fine without; "
                "letting one exercise in makes it whole.",
                movements=listed([movement_words(movement) for movement in preview.gone]),
            )
        )
    if preview.quiet:
        times = listed([f"{weekday_title(day)} {clock_text(minute)}" for day, minute in preview.quiet])
        lines.append(tr("{times}: in your quiet hours, so without jumps and heavy landings.", times=times))
    return lines


def movement_words(movement: Movement) -> str:
    """Return a movement as it stands in a sentence."""
    return {
        Movement.SQUAT: tr("squatting"),
        Movement.HINGE: tr("hinging at the hips"),
        Movement.PUSH: tr("pushing"),
        Movement.PULL: tr("pulling"),
    }[movement]


def waiting_line(program: Program | None) -> list[str]:
    """Say that the program which waits its turn gives way to the one that is made."""
    if program is None:
        return []
    return [tr("{title} waits to begin later; this plan comes in its place.", title=program.title)]
