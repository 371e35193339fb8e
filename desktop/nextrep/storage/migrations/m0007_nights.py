"""Version 7: a night can be kept in part, and said by when sleep began and ended.

Every variable of the night may be missing. `asleep_at` is the time of falling asleep where it was said so,
instead of minutes to fall asleep; `nap_min` is sleep by day, on the day that the row belongs to.
"""

STATEMENTS: tuple[str, ...] = (
    """
    CREATE TABLE night_7 (
        day INTEGER PRIMARY KEY,
        zone TEXT NOT NULL,
        into_bed_at INTEGER,
        tried_at INTEGER,
        sol_min INTEGER CHECK (sol_min BETWEEN 0 AND 720),
        asleep_at INTEGER,
        awakenings INTEGER CHECK (awakenings BETWEEN 0 AND 50),
        waso_min INTEGER CHECK (waso_min BETWEEN 0 AND 720),
        final_wake_at INTEGER,
        out_of_bed_at INTEGER,
        quality INTEGER CHECK (quality BETWEEN 0 AND 10),
        nap_min INTEGER CHECK (nap_min BETWEEN 0 AND 720),
        CHECK (out_of_bed_at > into_bed_at),
        CHECK (asleep_at IS NULL OR sol_min IS NULL)
    )
    """,
    """
    INSERT INTO night_7 (
        day, zone, into_bed_at, tried_at, sol_min, awakenings, waso_min, final_wake_at, out_of_bed_at, quality
    )
    SELECT
        day, zone, into_bed_at, tried_at, sol_min, awakenings, waso_min, final_wake_at, out_of_bed_at, quality
    FROM night
    """,
    "DROP TABLE night",
    "ALTER TABLE night_7 RENAME TO night",
)
