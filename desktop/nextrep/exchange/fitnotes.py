"""FitNotes: the CSV of the Android program and the CSVs of the iOS ones.

The Android export has a date without time and no set numbers: a day is a session, and equal rows are
sets that were done again.
"""

from __future__ import annotations

from nextrep.exchange.rows import Format

FITNOTES = Format(
    name="fitnotes",
    title="FitNotes",
    required=("start", "exercise", "category", "reps"),
    names={
        "start": "Date | StartTime",
        "end": "EndTime",
        "title": "Name",
        "exercise": "Exercise",
        "category": "Category | Categories",
        "weight": "Weight",
        "weight_unit": "Weight Unit",
        "reps": "Reps",
        "distance": "Distance",
        "distance_unit": "Distance Unit",
        "seconds": "Time",
        "note": "Comment | Comments | Note | Notes",
        "session_note": "Workout Comment",
        "kind": "Kind",
        "status": "Status",
        "warmup": "IsWarmup",
        "rpe": "RPE",
        "rir": "RIR",
    },
)
