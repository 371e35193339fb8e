"""A plan before it is made, in words."""

from __future__ import annotations

from nextrep.domain.days import day_title, listed
from nextrep.domain.exercises import group_title
from nextrep.domain.plan_preview import PlanPreview
from nextrep.domain.text import tr


def plan_lines(preview: PlanPreview) -> list[str]:
    """Return the plan in words, line by line."""
    lines = [span.text() for span in preview.spans]
    lines.append(
        tr(
            "{exercises} in a session. The first one: {day}.",
            exercises=preview.exercises_text(),
            day=day_title(preview.first_day),
        )
    )
    if words := preview.fit_text():
        lines.append(words)
    if preview.close:
        muscles = listed([group_title(group).lower() for group in preview.close])
        lines.append(
            tr(
                "On some days {muscles} would have less than 48 h rest. Days further apart help.",
                muscles=muscles,
            )
        )
    return lines
