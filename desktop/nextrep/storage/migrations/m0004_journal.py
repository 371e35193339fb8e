"""Version 4: questionnaires.

`questionnaire` keeps files that the person opened, as they are: their words belong to the profile, never to
the program. `assessment` is one day's; its total stands here only where it came as a total. An answer that
was not given has no row.
"""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE questionnaire (
        id INTEGER PRIMARY KEY,
        title TEXT NOT NULL,
        source TEXT NOT NULL,
        added_at INTEGER NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1))
    )
    """,
    """
    CREATE TABLE assessment (
        id INTEGER PRIMARY KEY,
        day INTEGER NOT NULL,
        recorded_at INTEGER NOT NULL,
        recorded_zone TEXT NOT NULL,
        way TEXT NOT NULL CHECK (way IN ('form', 'file', 'total')),
        instrument TEXT,
        questionnaire_id INTEGER REFERENCES questionnaire(id),
        total INTEGER CHECK (total BETWEEN 0 AND 1000),
        CHECK (instrument IS NOT NULL OR questionnaire_id IS NOT NULL),
        CHECK ((way = 'total') = (total IS NOT NULL)),
        CHECK ((way = 'file') = (questionnaire_id IS NOT NULL))
    )
    """,
    "CREATE INDEX assessment_instrument ON assessment(instrument, day) WHERE instrument IS NOT NULL",
    (
        "CREATE INDEX assessment_questionnaire ON assessment(questionnaire_id)"
        " WHERE questionnaire_id IS NOT NULL"
    ),
    """
    CREATE TABLE assessment_answer (
        assessment_id INTEGER NOT NULL REFERENCES assessment(id) ON DELETE CASCADE,
        item TEXT NOT NULL,
        number INTEGER,
        value INTEGER,
        words TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (assessment_id, item)
    ) WITHOUT ROWID
    """,
)
