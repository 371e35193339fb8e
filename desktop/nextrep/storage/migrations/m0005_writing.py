"""Version 5: the full text of what was written.

`entry_words` is an index over the bodies in `entry` and keeps no copy of them (FTS5, external content);
triggers keep it in step, so that no way of writing can go around it. It folds case and accents.
`entry_vocabulary` shows which words it knows, for searches with a slip of the pen.
"""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE VIRTUAL TABLE entry_words USING fts5(
        body, content='entry', content_rowid='id', tokenize='unicode61 remove_diacritics 2'
    )
    """,
    "INSERT INTO entry_words(entry_words) VALUES ('rebuild')",
    """
    CREATE TRIGGER entry_words_added AFTER INSERT ON entry BEGIN
        INSERT INTO entry_words(rowid, body) VALUES (new.id, new.body);
    END
    """,
    """
    CREATE TRIGGER entry_words_removed AFTER DELETE ON entry BEGIN
        INSERT INTO entry_words(entry_words, rowid, body) VALUES ('delete', old.id, old.body);
    END
    """,
    """
    CREATE TRIGGER entry_words_changed AFTER UPDATE OF id, body ON entry BEGIN
        INSERT INTO entry_words(entry_words, rowid, body) VALUES ('delete', old.id, old.body);
        INSERT INTO entry_words(rowid, body) VALUES (new.id, new.body);
    END
    """,
    "CREATE VIRTUAL TABLE entry_vocabulary USING fts5vocab('entry_words', 'row')",
)
