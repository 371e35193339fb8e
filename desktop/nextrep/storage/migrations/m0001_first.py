"""Version 1: exercises, sessions and sets, program, check-ins, nights, entries, settings.

Instants (`_at`) are milliseconds since 1970 in UTC beside the zone they were recorded in; days (`day`) are
local date ordinals (date.toordinal), because strftime in SQL is dear; loads are whole grams with the unit as
typed; ratings are 0-100 and a missing rating has no row.
"""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE setting (
        key TEXT PRIMARY KEY,
        value TEXT NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE exercise (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        own INTEGER NOT NULL DEFAULT 0 CHECK (own IN (0, 1)),
        measure TEXT NOT NULL DEFAULT 'loaded'
            CHECK (measure IN ('loaded', 'bodyweight', 'assisted', 'timed'))
    )
    """,
    """
    CREATE TABLE program (
        id INTEGER PRIMARY KEY,
        template TEXT NOT NULL,
        title TEXT NOT NULL,
        start_day INTEGER NOT NULL,
        weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 520),
        answers TEXT NOT NULL,
        current INTEGER NOT NULL DEFAULT 1 CHECK (current IN (0, 1)),
        created_at INTEGER NOT NULL
    )
    """,
    "CREATE UNIQUE INDEX program_current ON program(current) WHERE current = 1",
    """
    CREATE TABLE planned (
        id INTEGER PRIMARY KEY,
        program_id INTEGER NOT NULL REFERENCES program(id) ON DELETE CASCADE,
        day INTEGER NOT NULL,
        week INTEGER NOT NULL CHECK (week >= 1),
        phase TEXT NOT NULL,
        title TEXT NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
    )
    """,
    "CREATE INDEX planned_day ON planned(program_id, day)",
    """
    CREATE TABLE planned_exercise (
        id INTEGER PRIMARY KEY,
        planned_id INTEGER NOT NULL REFERENCES planned(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        exercise_id INTEGER NOT NULL REFERENCES exercise(id),
        sets INTEGER NOT NULL CHECK (sets BETWEEN 1 AND 50),
        reps_low INTEGER CHECK (reps_low BETWEEN 0 AND 999),
        reps_high INTEGER CHECK (reps_high BETWEEN 0 AND 999),
        seconds INTEGER CHECK (seconds BETWEEN 0 AND 86400),
        rir_low INTEGER CHECK (rir_low BETWEEN 0 AND 10),
        rir_high INTEGER CHECK (rir_high BETWEEN 0 AND 10),
        rest_s INTEGER NOT NULL CHECK (rest_s BETWEEN 0 AND 3600),
        UNIQUE (planned_id, position)
    )
    """,
    """
    CREATE TABLE session (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        started_zone TEXT NOT NULL,
        ended_at INTEGER,
        ended_zone TEXT,
        day INTEGER NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('active', 'done')),
        planned_id INTEGER REFERENCES planned(id) ON DELETE SET NULL,
        duration_s INTEGER CHECK (duration_s >= 0),
        note TEXT NOT NULL DEFAULT '',
        pleasant_before INTEGER CHECK (pleasant_before BETWEEN -5 AND 5),
        activated_before INTEGER CHECK (activated_before BETWEEN 1 AND 6),
        pleasant_after INTEGER CHECK (pleasant_after BETWEEN -5 AND 5),
        effort INTEGER CHECK (effort BETWEEN 0 AND 10),
        origin TEXT NOT NULL DEFAULT 'app',
        origin_key TEXT
    )
    """,
    "CREATE UNIQUE INDEX session_active ON session(state) WHERE state = 'active'",
    "CREATE INDEX session_day ON session(day)",
    "CREATE INDEX session_planned ON session(planned_id) WHERE planned_id IS NOT NULL",
    "CREATE INDEX session_origin ON session(origin, origin_key) WHERE origin_key IS NOT NULL",
    """
    CREATE TABLE session_exercise (
        id INTEGER PRIMARY KEY,
        session_id INTEGER NOT NULL REFERENCES session(id) ON DELETE CASCADE,
        block INTEGER NOT NULL,
        exercise_id INTEGER NOT NULL REFERENCES exercise(id),
        note TEXT NOT NULL DEFAULT '',
        sets INTEGER CHECK (sets BETWEEN 1 AND 50),
        reps_low INTEGER CHECK (reps_low BETWEEN 0 AND 999),
        reps_high INTEGER CHECK (reps_high BETWEEN 0 AND 999),
        seconds INTEGER CHECK (seconds BETWEEN 0 AND 86400),
        rir_low INTEGER CHECK (rir_low BETWEEN 0 AND 10),
        rir_high INTEGER CHECK (rir_high BETWEEN 0 AND 10),
        rest_s INTEGER CHECK (rest_s BETWEEN 0 AND 3600),
        UNIQUE (session_id, block)
    )
    """,
    """
    CREATE TABLE workset (
        id INTEGER PRIMARY KEY,
        session_id INTEGER NOT NULL REFERENCES session(id) ON DELETE CASCADE,
        exercise_id INTEGER NOT NULL REFERENCES exercise(id),
        block INTEGER NOT NULL,
        position INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('working', 'warmup', 'drop', 'failure')),
        weight_g INTEGER CHECK (abs(weight_g) <= 1500000),
        unit TEXT CHECK (unit IN ('kg', 'lb')),
        reps INTEGER CHECK (reps BETWEEN 0 AND 999),
        seconds INTEGER CHECK (seconds BETWEEN 0 AND 86400),
        distance_m INTEGER CHECK (distance_m BETWEEN 0 AND 200000),
        effort_scale TEXT CHECK (effort_scale IN ('rir', 'rpe')),
        effort_tenths INTEGER CHECK (effort_tenths BETWEEN 0 AND 100),
        focus INTEGER CHECK (focus BETWEEN 0 AND 10),
        note TEXT NOT NULL DEFAULT '',
        done_at INTEGER,
        done_zone TEXT,
        CHECK ((weight_g IS NULL) = (unit IS NULL)),
        CHECK ((effort_scale IS NULL) = (effort_tenths IS NULL)),
        CHECK (reps IS NOT NULL OR seconds IS NOT NULL OR distance_m IS NOT NULL)
    )
    """,
    "CREATE INDEX workset_session ON workset(session_id)",
    "CREATE INDEX workset_exercise ON workset(exercise_id, session_id, kind, weight_g, reps, effort_tenths)",
    """
    CREATE TABLE checkin (
        id INTEGER PRIMARY KEY,
        day INTEGER NOT NULL UNIQUE,
        recorded_at INTEGER NOT NULL,
        recorded_zone TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE rating (
        checkin_id INTEGER NOT NULL REFERENCES checkin(id) ON DELETE CASCADE,
        measure TEXT NOT NULL,
        value INTEGER NOT NULL CHECK (value BETWEEN 0 AND 100),
        PRIMARY KEY (checkin_id, measure)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE night (
        day INTEGER PRIMARY KEY,
        zone TEXT NOT NULL,
        into_bed_at INTEGER NOT NULL,
        out_of_bed_at INTEGER NOT NULL,
        tried_at INTEGER,
        final_wake_at INTEGER,
        sol_min INTEGER CHECK (sol_min BETWEEN 0 AND 720),
        awakenings INTEGER CHECK (awakenings BETWEEN 0 AND 50),
        waso_min INTEGER CHECK (waso_min BETWEEN 0 AND 720),
        quality INTEGER CHECK (quality BETWEEN 0 AND 10),
        CHECK (out_of_bed_at > into_bed_at)
    )
    """,
    """
    CREATE TABLE entry (
        id INTEGER PRIMARY KEY,
        day INTEGER NOT NULL,
        written_at INTEGER NOT NULL,
        written_zone TEXT NOT NULL,
        body TEXT NOT NULL,
        in_report INTEGER NOT NULL DEFAULT 0 CHECK (in_report IN (0, 1))
    )
    """,
    "CREATE INDEX entry_day ON entry(day)",
)
