"""Version 9: entries that the person marked with a star, to find them again among what went well."""

STATEMENTS: tuple[str, ...] = (
    "ALTER TABLE entry ADD COLUMN starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1))",
    "CREATE INDEX entry_starred ON entry(day) WHERE starred = 1",
)
