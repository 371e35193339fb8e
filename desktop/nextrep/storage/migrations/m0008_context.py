"""Version 8: what a day was like, and what happened.

`day_fact` holds the facts of `domain.day_topics` by name; yes and no are 1 and 0, and what was not said has
no row. A tag that no day has any more is gone. `event` has no last day while it goes on; what is a matter of
one day has its first day as its last.
"""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE tag (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL COLLATE NOCASE UNIQUE
    )
    """,
    """
    CREATE TABLE day_tag (
        day INTEGER NOT NULL,
        tag_id INTEGER NOT NULL REFERENCES tag(id) ON DELETE CASCADE,
        PRIMARY KEY (day, tag_id)
    ) WITHOUT ROWID
    """,
    "CREATE INDEX day_tag_tag ON day_tag(tag_id)",
    """
    CREATE TABLE day_fact (
        day INTEGER NOT NULL,
        fact TEXT NOT NULL,
        value INTEGER NOT NULL,
        PRIMARY KEY (day, fact)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE pain (
        day INTEGER NOT NULL,
        place TEXT NOT NULL,
        level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 10),
        PRIMARY KEY (day, place)
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE body_weight (
        day INTEGER PRIMARY KEY,
        grams INTEGER NOT NULL CHECK (grams > 0),
        unit TEXT NOT NULL CHECK (unit IN ('kg', 'lb'))
    )
    """,
    """
    CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        detail TEXT NOT NULL DEFAULT '',
        first_day INTEGER NOT NULL,
        last_day INTEGER,
        in_report INTEGER NOT NULL DEFAULT 1 CHECK (in_report IN (0, 1)),
        CHECK (last_day >= first_day)
    )
    """,
    "CREATE INDEX event_days ON event(first_day, last_day)",
)
