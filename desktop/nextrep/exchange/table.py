"""Rows of a delimited text with their true line numbers, whatever its quotes do."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field

from nextrep.domain.imports import SkippedRow
from nextrep.domain.text import tr

DELIMITERS = (",", ";", "\t")
MAX_RECORD_LINES = 200
"""A quoted note may run over lines, but a quote open for longer was never closed."""
MAX_HEADER = 10_000

_END = "\x00"  # cannot be in a text that was decoded: see decoding.decode


@dataclass(slots=True)
class Table:
    """A header and its rows.

    Attributes:
        header: column names as written.
        rows: cells; every row has one cell per column and one empty cell more, which stands in for
            columns that a format knows and the file does not have.
        lines: for each row the line where it starts, from 1.
        bad: rows that cannot be split into cells.
    """

    name: str
    header: list[str]
    rows: list[list[str]] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    bad: list[SkippedRow] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Source:
    """Text split into lines. `first` is the index of the header line."""

    lines: list[str]
    first: int

    @property
    def header_line(self) -> str:
        """The header as written, without its line end; "" when the text is blank."""
        return self.lines[self.first].strip("\r\n") if self.first < len(self.lines) else ""

    def header(self, delimiter: str) -> list[str]:
        """Split the header; [] when it cannot be split."""
        if len(self.header_line) > MAX_HEADER:
            return []
        try:
            return next(csv.reader([self.header_line], delimiter=delimiter), [])
        except csv.Error:
            return []


def split_lines(text: str) -> Source:
    """Split at LF, CRLF or CR and find the header: the first line that says something."""
    lines = list(io.StringIO(text, newline=""))
    first = 0
    while first < len(lines) and (
        not lines[first].strip() or lines[first].lower().startswith("sep=")  # a hint for spreadsheets
    ):
        first += 1
    return Source(lines, first)


def read_table(source: Source, delimiter: str, name: str) -> Table:
    """Read every row below the header.

    A quote that is never closed costs its own line only: reading goes on at the next one.
    """
    table = Table(name, source.header(delimiter))
    width = len(table.header)
    feed = _Feed(source.lines, source.first + 1)
    reader = csv.reader(feed, delimiter=delimiter)
    while True:
        start = feed.begin_record()
        reason = ""
        cells: list[str] = []
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error:
            reason = tr("This line cannot be split into columns.")
        if feed.ended and cells == [_END]:
            break
        if feed.ended or (feed.taken > 1 and not _is_sound(feed.record(), delimiter, width)):
            reason = tr("A quotation mark is opened here and not closed.")
        if not reason and len(cells) != width:
            cells, reason = _fit(cells, width, cut_off=feed.at_cut_line())
        if reason:
            table.bad.append(SkippedRow(start + 1, reason))
            feed.restart(start + 1)
            reader = csv.reader(feed, delimiter=delimiter)
        elif any(cells) and "".join(cells).strip():
            cells.append("")
            table.rows.append(cells)
            table.lines.append(start + 1)
    return table


def _fit(cells: list[str], width: int, *, cut_off: bool) -> tuple[list[str], str]:
    """Return cells brought to `width`, or a reason why they cannot be."""
    if not any(cells):
        return [], ""
    if len(cells) < width:
        if cut_off:
            return cells, tr("The file ends in the middle of this line.")
        return cells + [""] * (width - len(cells)), ""
    if any(cell.strip() for cell in cells[width:]):
        return cells, tr(
            "This line has {found} columns, the first line of the file has {expected}.",
            found=len(cells),
            expected=width,
        )
    return cells[:width], ""


def _is_sound(record: list[str], delimiter: str, width: int) -> bool:
    """Whether a record over several lines is well quoted, and not two rows joined by a stray quote."""
    try:
        rows = list(csv.reader(record, delimiter=delimiter, strict=True))
    except csv.Error:
        return False
    return len(rows) == 1 and len(rows[0]) == width


class _Feed:
    """Lines for csv.reader, with a mark at the end that shows whether a quote is still open there."""

    def __init__(self, lines: list[str], position: int) -> None:
        self._lines = lines
        self._position = position
        self._start = position
        self.ended = False

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        if self.ended:
            raise StopIteration
        position = self._position
        if position >= len(self._lines) or position - self._start >= MAX_RECORD_LINES:
            self.ended = True
            return _END
        self._position = position + 1
        return self._lines[position]

    def begin_record(self) -> int:
        self._start = self._position
        return self._start

    @property
    def taken(self) -> int:
        return self._position - self._start

    def record(self) -> list[str]:
        return self._lines[self._start : self._position]

    def at_cut_line(self) -> bool:
        """Whether the record is the file's last line and has no line end."""
        return self._position == len(self._lines) and not self._lines[-1].endswith(("\n", "\r"))

    def restart(self, position: int) -> None:
        self._position = position
        self.ended = False
