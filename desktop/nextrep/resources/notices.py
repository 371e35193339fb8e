"""The licences of everything that comes with the program, as tools/notices.py wrote them down."""

from __future__ import annotations

from nextrep.domain.notices import Notice, ready_to_search
from nextrep.resources.paths import read_text

_PART, _TEXT = "#" * 16 + " ", "#" * 8 + " "


def load_notices() -> tuple[Notice, ...]:
    """Return all of them: the program's own, what lies in its data, then the packages by name.

    The file has most of a megabyte, so it is read when somebody asks for it and kept nowhere.

    Raises:
        KnownError: the file is missing.
        ValueError: it does not hold what it should (a fault of ours; a test reads it).
    """
    text = read_text("licences/NOTICES.txt")
    parts = ("\n" + text).split("\n" + _PART)[1:]
    return tuple(ready_to_search(_notice(part)) for part in parts)


def _notice(part: str) -> Notice:
    head, *texts = part.split("\n" + _TEXT)
    name, version, licence = (field.strip() for field in head.split("\n", maxsplit=1)[0].split(" | "))
    pairs = [text.partition("\n") for text in texts]
    return Notice(name, version, licence, tuple((title, body.strip("\n")) for title, _end, body in pairs))
