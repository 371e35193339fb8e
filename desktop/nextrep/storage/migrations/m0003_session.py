"""Version 3: what the session logger needs.

A set may be as many reps as possible, or go on after a breath (rest-pause); sides that differ and a band are
kept with it. `workset` is made anew, because SQLite cannot change the CHECK of a column. A session keeps its
rest, so that it goes on where it was after a crash. `bin` keeps what was deleted for 30 days, `template`
sessions to do again, both as JSON with the keys of exercises.
"""

_WORKSET = """
    CREATE TABLE workset_new (
        id INTEGER PRIMARY KEY,
        session_id INTEGER NOT NULL REFERENCES session(id) ON DELETE CASCADE,
        exercise_id INTEGER NOT NULL REFERENCES exercise(id),
        block INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('working', 'warmup', 'drop', 'failure', 'amrap', 'rest-pause')),
        weight_g INTEGER CHECK (abs(weight_g) <= 1500000),
        unit TEXT CHECK (unit IN ('kg', 'lb')),
        reps INTEGER CHECK (reps BETWEEN 0 AND 1000),
        seconds INTEGER CHECK (seconds BETWEEN 0 AND 86400),
        distance_m INTEGER CHECK (distance_m BETWEEN 0 AND 200000),
        effort_scale TEXT CHECK (effort_scale IN ('rir', 'rpe')),
        effort_tenths INTEGER CHECK (effort_tenths BETWEEN 0 AND 100),
        focus INTEGER CHECK (focus BETWEEN 0 AND 10),
        note TEXT NOT NULL DEFAULT '',
        done_at INTEGER,
        done_zone TEXT,
        reps_left INTEGER CHECK (reps_left BETWEEN 0 AND 1000),
        reps_right INTEGER CHECK (reps_right BETWEEN 0 AND 1000),
        band TEXT NOT NULL DEFAULT '',
        CHECK ((weight_g IS NULL) = (unit IS NULL)),
        CHECK ((effort_scale IS NULL) = (effort_tenths IS NULL)),
        CHECK (reps IS NOT NULL OR seconds IS NOT NULL OR distance_m IS NOT NULL),
        CHECK ((reps_left IS NULL) = (reps_right IS NULL))
    )
    """

STATEMENTS: tuple[str, ...] = (
    _WORKSET,
    (
        "INSERT INTO workset_new SELECT id, session_id, exercise_id, block, position, kind, weight_g, unit,"
        " reps, seconds, distance_m, effort_scale, effort_tenths, focus, note, done_at, done_zone,"
        " NULL, NULL, '' FROM workset"
    ),
    "DROP TABLE workset",
    "ALTER TABLE workset_new RENAME TO workset",
    "CREATE INDEX workset_session ON workset(session_id)",
    "CREATE INDEX workset_exercise ON workset(exercise_id, session_id, kind, weight_g, reps, effort_tenths)",
    "ALTER TABLE session ADD COLUMN activated_after INTEGER CHECK (activated_after BETWEEN 1 AND 6)",
    "ALTER TABLE session ADD COLUMN rated_before_at INTEGER",
    "ALTER TABLE session ADD COLUMN rated_after_at INTEGER",
    "ALTER TABLE session ADD COLUMN body_g INTEGER CHECK (body_g BETWEEN 20000 AND 500000)",
    "ALTER TABLE session ADD COLUMN rest_end_at INTEGER",
    "ALTER TABLE session ADD COLUMN rest_total_s INTEGER CHECK (rest_total_s BETWEEN 0 AND 86400)",
    "ALTER TABLE session_exercise ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0 CHECK (skipped IN (0, 1))",
    "ALTER TABLE exercise ADD COLUMN unit TEXT CHECK (unit IN ('kg', 'lb'))",
    """
    CREATE TABLE bin (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL CHECK (kind IN ('set', 'exercise', 'session')),
        title TEXT NOT NULL,
        day INTEGER NOT NULL,
        deleted_at INTEGER NOT NULL,
        data TEXT NOT NULL
    )
    """,
    "CREATE INDEX bin_deleted ON bin(deleted_at)",
    """
    CREATE TABLE template (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        data TEXT NOT NULL
    )
    """,
)
