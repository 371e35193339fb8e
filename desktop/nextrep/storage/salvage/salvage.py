"""Everything readable of a damaged profile, in a new one. The damaged file is only read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playhouse.sqlcipher_ext import SqlCipherDatabase

from nextrep.storage.database import known_errors, raise_format
from nextrep.storage.migrations import LATEST
from nextrep.storage.salvage.pages import Pages
from nextrep.storage.salvage.reading import Reading, read_rows
from nextrep.storage.salvage.shapes import shapes
from nextrep.storage.salvage.writing import Leftover, Written, put, settle, unplaced
from nextrep.storage.tables import ALL_TABLES


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved.

    Attributes:
        rows: rows in the new profile by table.
        leftovers: rows that stand in a file beside it instead.
        missing: rows of which an index knows and that cannot be read; there may be more that nobody knows of.
        bad_pages, pages: pages that cannot be read as they should, of how many.
    """

    rows: dict[str, int]
    leftovers: int
    missing: int
    bad_pages: int
    pages: int


def salvage(
    pages: Pages,
    target: SqlCipherDatabase,
    folder: Path,
    progress: Callable[[int, int], None],
    roots: dict[str, int],
) -> tuple[Salvaged, list[Leftover]]:
    """Fill `target`, which is connected and empty, with what can be read.

    Args:
        pages: the damaged profile.
        target: the new one, in `folder`.
        progress: gets (done, total) steps.
        roots: first page by table, in case the file does not say it any more.

    Returns:
        The numbers, and the rows that found no place.

    Raises:
        KnownError: the new profile cannot be written.
    """
    names = [model._meta.table_name for model in ALL_TABLES]  # noqa: SLF001 - Peewee's documented way
    written = Written()
    with known_errors(folder):
        target.execute_sql("PRAGMA foreign_keys = 0")
        with target.atomic("EXCLUSIVE"):
            raise_format(target, 0, _format(pages))
            known = shapes(target, names)
            found = read_rows(pages, known, roots)
            for number, read in enumerate(found.tables):
                progress(number, len(found.tables) + 1)
                put(target, read, written)
            settle(target, known, written)
            written.leftovers += [unplaced(cell) for cell in found.unplaced]
            raise_format(target, _format(pages), LATEST)
        target.execute_sql("PRAGMA foreign_keys = 1")
    progress(1, 1)
    return _numbers(pages, found, written), written.leftovers


def _numbers(pages: Pages, found: Reading, written: Written) -> Salvaged:
    missing = sum(read.missing for read in found.tables)
    return Salvaged(written.rows, len(written.leftovers), missing, len(found.bad_pages), pages.count)


def _format(pages: Pages) -> int:
    """Return the format of the damaged profile, the newest where its header does not say."""
    version = pages.header(60, 4)
    return version if 1 <= version <= LATEST else LATEST
