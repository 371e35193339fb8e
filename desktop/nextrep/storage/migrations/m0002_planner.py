"""Version 2: what the planner needs.

`details` holds what most exercises leave as it is, as JSON (domain/prescription_data.py). A session that was
moved before this version is taken to belong where it is.
"""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE planned_exercise ADD COLUMN details TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE session_exercise ADD COLUMN details TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE planned ADD COLUMN first_day INTEGER NOT NULL DEFAULT 0",
    "UPDATE planned SET first_day = day",
    "ALTER TABLE planned ADD COLUMN minute INTEGER CHECK (minute BETWEEN 0 AND 1439)",
    "ALTER TABLE planned ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE planned ADD COLUMN skipped TEXT CHECK (skipped IN ('not said', 'ill', 'travel', 'low day'))",
    "ALTER TABLE program ADD COLUMN uid TEXT NOT NULL DEFAULT ''",
    "UPDATE program SET uid = lower(hex(randomblob(16)))",
    "ALTER TABLE program ADD COLUMN paused_on INTEGER",
    """
    CREATE TABLE pause (
        id INTEGER PRIMARY KEY,
        program_id INTEGER NOT NULL REFERENCES program(id) ON DELETE CASCADE,
        first_day INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        CHECK (last_day >= first_day)
    )
    """,
    "ALTER TABLE exercise ADD COLUMN facts TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE exercise ADD COLUMN favourite INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1))",
    "ALTER TABLE exercise ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0 CHECK (hidden IN (0, 1))",
    "ALTER TABLE exercise ADD COLUMN note TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE exercise ADD COLUMN cue TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE exercise ADD COLUMN merged_into INTEGER REFERENCES exercise(id)",
)
