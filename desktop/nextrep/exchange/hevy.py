"""Hevy's CSV export, and the flat dump that tools make from its API."""

from __future__ import annotations

from nextrep.exchange.columns import UNUSED
from nextrep.exchange.rows import Format

HEVY = Format(
    name="hevy",
    title="Hevy",
    required=("start", "title", "exercise", "order", "reps"),
    names={
        "title": "title | workout_title",
        "start": "start_time | workout_start_time",
        "end": "end_time | workout_end_time",
        "session_note": "description | workout_notes | workout_description",
        "exercise": "exercise_title",
        "exercise_note": "exercise_notes",
        "order": "set_index",
        "kind": "set_type",
        "weight": "weight",
        "reps": "reps",
        "distance": "distance",
        "seconds": "duration_seconds",
        "rpe": "rpe",
        UNUSED: (
            "workout_id | workout_date | workout_duration_minutes | exercise_template_id | "
            "exercise_template_type"
        ),
    },
)
