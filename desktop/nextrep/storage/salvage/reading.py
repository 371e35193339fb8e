"""The rows of a damaged profile: from their trees, and from pages that no tree leads to any more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from nextrep.storage.salvage.btree import INDEX_INNER, INDEX_LEAF, TABLE_LEAF, Cell, Walk, free_pages
from nextrep.storage.salvage.pages import Pages
from nextrep.storage.salvage.shapes import Named, Shape


@dataclass(slots=True)
class Read:
    """What was found of one table.

    Attributes:
        rows: by row, and by row number where the table has one.
        hurt: whether damage was met on the way, so that rows may be missing.
        strange: stored rows that are none of this table's.
        expected: row numbers that an index of the table knows; empty where none can say.
    """

    shape: Shape
    rows: list[Named] = field(default_factory=list)
    hurt: bool = False
    strange: list[Cell] = field(default_factory=list)
    expected: set[int] = field(default_factory=set)

    def take(self, cell: Cell) -> None:
        """Take a stored row."""
        row = self.shape.named(cell)
        if row is None:
            self.strange.append(cell)
        else:
            self.rows.append(row)

    @property
    def missing(self) -> int:
        """How many rows are known to have been there and cannot be read."""
        if not self.shape.number:
            return 0
        return len(self.expected - {row[self.shape.number] for row in self.rows})


@dataclass(slots=True)
class Reading:
    """What was found in the file.

    Attributes:
        tables: in the order of the shapes.
        unplaced: rows on pages whose table cannot be told.
        bad_pages: pages that cannot be read or are not what they should be.
    """

    tables: list[Read]
    unplaced: list[Cell] = field(default_factory=list)
    bad_pages: set[int] = field(default_factory=set)


def read_rows(pages: Pages, shapes: list[Shape], known: dict[str, int]) -> Reading:
    """Read everything that can be read.

    Args:
        pages: the file.
        shapes: of its tables.
        known: first page by table, for those that the file itself does not say any more.
    """
    seen: set[int] = set()
    roots, indexes, schema = _schema(pages, seen)
    roots = (known if schema.hurt else {}) | roots
    found = Reading([Read(shape) for shape in shapes], bad_pages=set(schema.bad_pages))
    for read in found.tables:
        root = roots.pop(read.shape.table, 0)
        walk = Walk(pages, read.shape.has_rowid, seen)
        for cell in walk.rows(root) if root else ():
            read.take(cell)
        read.hurt = walk.hurt or not root
        found.bad_pages |= walk.bad_pages
    for root in roots.values():  # tables that are not ours to read: the search's
        top = pages.get(root)
        walk = Walk(pages, top is None or top[0] not in {INDEX_LEAF, INDEX_INNER}, set(seen))
        for _cell in walk.rows(root):
            pass  # nobody needs them: only where they are
        seen |= walk.seen
        found.bad_pages |= walk.bad_pages
    for table, root in indexes:
        _read_index(pages, table, root, seen, found)
    _read_stray(pages, seen, found)
    found.bad_pages = {page for page in found.bad_pages if 1 <= page <= pages.count} | pages.unreadable
    return found


def _schema(pages: Pages, seen: set[int]) -> tuple[dict[str, int], list[tuple[str, int]], Walk]:
    """Return the root page of each table, and of each index that knows every row of its table."""
    walk = Walk(pages, True, seen)
    roots: dict[str, int] = {}
    indexes: list[tuple[str, int]] = []
    for cell in walk.rows(1):
        if len(cell.values) != 5:
            continue
        kind, name, table, root, sql = cell.values
        if not (isinstance(name, str) and isinstance(table, str) and isinstance(root, int) and root > 1):
            continue
        if kind == "table":
            roots[name] = root
        elif kind == "index":
            partial = isinstance(sql, str) and " WHERE " in sql.upper()
            indexes.append(("" if partial else table, root))
    return roots, indexes, walk


def _read_index(pages: Pages, table: str, root: int, seen: set[int], found: Reading) -> None:
    walk = Walk(pages, False, seen)
    numbers = {cell.values[-1] for cell in walk.rows(root) if cell.values}
    found.bad_pages |= walk.bad_pages
    for read in found.tables:
        if read.shape.table == table and read.shape.has_rowid:
            read.expected |= {number for number in numbers if isinstance(number, int)}


def _read_stray(pages: Pages, seen: set[int], found: Reading) -> None:
    """Read pages that look like rows and belong to no tree: what led to them is damaged."""
    hurt = [read for read in found.tables if read.hurt]
    if not hurt:
        return
    free = free_pages(pages)
    for number in range(2, pages.count + 1):
        if number in seen or number in free:
            continue
        page = pages.get(number)
        if page is None or page[0] not in {TABLE_LEAF, INDEX_LEAF}:
            continue
        walk = Walk(pages, page[0] == TABLE_LEAF, seen)
        cells = list(walk.rows(number))
        found.bad_pages |= walk.bad_pages
        fitting = list(_fitting(hurt, cells))
        if len(fitting) == 1:
            for cell in cells:
                fitting[0].take(cell)
        elif page[0] == TABLE_LEAF or fitting:  # else it is a page of an index
            found.unplaced += cells


def _fitting(hurt: list[Read], cells: list[Cell]) -> Iterator[Read]:
    """Yield the tables that all rows of a page could be of; the fullest rows are the least alike."""
    widest = max((len(cell.values) for cell in cells), default=0)
    for read in hurt:
        if widest == len(read.shape.columns) and all(read.shape.named(cell) for cell in cells):
            yield read
