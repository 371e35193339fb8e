"""The backup of FitNotes for Android, which is an SQLite database.

Loads are kept in kilograms and distances in metres there, whatever unit the person sees.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.domain.units import GRAMS_PER_POUND
from nextrep.exchange.table import Table

MAGIC = b"SQLite format 3\x00"

_HEADER = [
    *("Date", "EndTime", "Exercise", "Category", "Weight", "Weight Unit"),
    *("Reps", "Distance", "Distance Unit", "Time", "Comment", "Workout Comment"),
]
_KG_PER_LB = float(GRAMS_PER_POUND) / 1000
_METRIC, _IMPERIAL = 1, 2

_SETS = """
SELECT log._id AS id, log.date AS date, log.reps AS reps, log.metric_weight AS kg, log.distance AS metres,
       log.duration_seconds AS seconds, exercise._id AS exercise, exercise.name AS name,
       category.name AS category
FROM training_log AS log
LEFT JOIN exercise ON exercise._id = log.exercise_id
LEFT JOIN Category AS category ON category._id = exercise.category_id
ORDER BY log.date, log._id
"""


def read_table(path: Path) -> Table:
    """Read the sets of a backup as the rows of FitNotes' own CSV; a row's line is the set's id.

    The file is opened read-only and never locked or changed.

    Raises:
        UserError: it is another database, or damaged.
    """
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            connection.text_factory = lambda raw: raw.decode("utf-8", errors="replace")
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA trusted_schema = OFF")
            return _read(connection, path.name)
        finally:
            connection.close()
    except (sqlite3.Error, OverflowError) as error:
        raise UserError(
            tr(
                "“{name}” is a database, but not a backup of FitNotes that can be read ({why}). "
                "Choose a backup or CSV export of FitNotes.",
                name=path.name,
                why=error,
            )
        ) from None


def _read(connection: sqlite3.Connection, name: str) -> Table:
    unit_of = _units(connection)
    comments = _pairs(connection, "SELECT owner_id, comment FROM Comment WHERE owner_type_id = 1")  # of a set
    day_notes = _pairs(connection, "SELECT date, comment FROM WorkoutComment")
    starts = _pairs(connection, "SELECT workout_date, start_date_time FROM WorkoutTime")
    ends = _pairs(connection, "SELECT workout_date, end_date_time FROM WorkoutTime")
    table = Table(name, _HEADER)
    for row in connection.execute(_SETS):
        day = _text(row["date"])
        start = starts.get(day, "")
        in_pounds = unit_of(row["exercise"]) == _IMPERIAL
        cells = [
            start if start.startswith(day) and day else day,
            ends.get(day, ""),
            _text(row["name"]),
            _text(row["category"]),
            _weight(row["kg"], in_pounds=in_pounds),
            "lbs" if in_pounds else "kgs",
            _text(row["reps"]),
            _text(row["metres"]),
            "m",
            _text(row["seconds"]),
            comments.get(_text(row["id"]), ""),
            day_notes.get(day, ""),
            "",
        ]
        table.rows.append(cells)
        table.lines.append(row["id"])
    return table


def _units(connection: sqlite3.Connection) -> Callable[[object], int]:
    """Return what unit the person sees for an exercise: its own, else the one of the program."""
    metric = _pairs(connection, "SELECT 'metric', metric FROM settings").get("metric", "1")
    default = _IMPERIAL if metric == "0" else _METRIC
    own = _pairs(connection, "SELECT _id, weight_unit_id FROM exercise")  # newer versions only
    return lambda exercise: int(own.get(_text(exercise), "") or 0) or default


def _pairs(connection: sqlite3.Connection, query: str) -> dict[str, str]:
    """Read two columns; nothing where this version of FitNotes does not have the table or column."""
    try:
        return {_text(key): _text(value) for key, value in connection.execute(query)}
    except sqlite3.OperationalError:
        return {}


def _weight(kg: object, *, in_pounds: bool) -> str:
    if not in_pounds or not isinstance(kg, (int, float)):
        return _text(kg)
    return str(round(kg / _KG_PER_LB, 2))


def _text(value: object) -> str:
    return "" if value is None else str(value)
