"""What a profile holds, in a few numbers by which a person knows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contents:
    """Counts of what was recorded.

    Attributes:
        sessions: sessions done; `sets` the sets in all of them.
        check_ins: days with a check-in.
        nights: nights with anything noted.
        entries: texts of the journal.
        questionnaires: questionnaires answered.
        last_day: latest day (date ordinal) on which any of these is, None where nothing is.
    """

    sessions: int = 0
    sets: int = 0
    check_ins: int = 0
    nights: int = 0
    entries: int = 0
    questionnaires: int = 0
    last_day: int | None = None


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was recovered of a damaged profile, and what not.

    Attributes:
        contents: what the new file holds.
        rows: all rows in it.
        leftovers: rows that were read and have no place in it: they stand in a text file beside it.
        missing: rows that are known to have been there and cannot be read; there may be more.
        bad_pages, pages: pages of the damaged file that are not what they should be, of how many.
        log_hurt: the log with what was written last is damaged too, so that some of that may be missing.
    """

    contents: Contents
    rows: int
    leftovers: int
    missing: int
    bad_pages: int
    pages: int
    log_hurt: bool = False
