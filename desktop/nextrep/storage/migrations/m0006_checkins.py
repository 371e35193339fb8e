"""Version 6: several check-ins a day, and measures of one's own.

`checkin` stays what it was, the day as a whole. `moment` is a check-in of a time of day. `measure` holds the
person's own measures; their values are tenths of the unit, within the ends of the measure, so `rating` no
longer keeps them to 0 to 100. A value that was not given has no row.
"""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE measure (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE CHECK (key GLOB 'own_*'),
        title TEXT NOT NULL,
        low INTEGER NOT NULL,
        high INTEGER NOT NULL,
        low_words TEXT NOT NULL DEFAULT '',
        high_words TEXT NOT NULL DEFAULT '',
        direction TEXT CHECK (direction IN ('higher is better', 'lower is better')),
        unit TEXT NOT NULL DEFAULT '',
        made_at INTEGER NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
        CHECK (high > low)
    )
    """,
    """
    CREATE TABLE rating_6 (
        checkin_id INTEGER NOT NULL REFERENCES checkin(id) ON DELETE CASCADE,
        measure TEXT NOT NULL,
        value INTEGER NOT NULL CHECK (measure GLOB 'own_*' OR value BETWEEN 0 AND 100),
        PRIMARY KEY (checkin_id, measure)
    ) WITHOUT ROWID
    """,
    "INSERT INTO rating_6 SELECT checkin_id, measure, value FROM rating",
    "DROP TABLE rating",
    "ALTER TABLE rating_6 RENAME TO rating",
    """
    CREATE TABLE moment (
        id INTEGER PRIMARY KEY,
        day INTEGER NOT NULL,
        at INTEGER NOT NULL,
        zone TEXT NOT NULL
    )
    """,
    "CREATE INDEX moment_day ON moment(day, at)",
    """
    CREATE TABLE moment_rating (
        moment_id INTEGER NOT NULL REFERENCES moment(id) ON DELETE CASCADE,
        measure TEXT NOT NULL,
        value INTEGER NOT NULL CHECK (measure GLOB 'own_*' OR value BETWEEN 0 AND 100),
        PRIMARY KEY (moment_id, measure)
    ) WITHOUT ROWID
    """,
)
