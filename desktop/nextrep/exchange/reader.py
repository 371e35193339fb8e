"""The door of imports: a path in, a training log out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from nextrep.domain.errors import UserError
from nextrep.domain.imports import ImportedLog
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.exchange import fitnotes_backup
from nextrep.exchange.columns import Layout, match
from nextrep.exchange.decoding import decode, read_bytes
from nextrep.exchange.fitnotes import FITNOTES
from nextrep.exchange.hevy import HEVY
from nextrep.exchange.rows import Format, Request, read_rows
from nextrep.exchange.strong import STRONG
from nextrep.exchange.table import DELIMITERS, Source, Table, read_table, split_lines

_FORMATS = (STRONG, HEVY, FITNOTES)
_SHOWN_HEADER = 80


def read_log(
    path: Path,
    *,
    unit: Unit | None,
    default_unit: Unit,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> ImportedLog:
    """Read an export of Strong, Hevy or FitNotes; the format is seen in the file, not in its name.

    Args:
        path: the file, which is only read.
        unit: the unit of loads that the file does not label, when the person said it.
        default_unit: the unit of such loads when nobody said it and the numbers do not show it.
        progress: is called with the rows read and the rows in all.
        cancelled: is asked now and then; True stops the reading.

    Raises:
        UserError: the file cannot be read, is no known log or holds no set. The message names the file,
            where it helps the line, and what to do.
        Cancelled: the reading was stopped.
    """
    request = Request(unit, default_unit, progress, cancelled)
    data = read_bytes(path)
    if data.startswith(fitnotes_backup.MAGIC):
        table = fitnotes_backup.read_table(path)
        log = read_rows(table, match(table.header, FITNOTES.names), FITNOTES, request)
    else:
        text, warnings = decode(data, path.name)
        source = split_lines(text)
        form, layout, delimiter = _recognise(source, path.name)
        table = read_table(source, delimiter, path.name)
        table.warnings += warnings
        log = read_rows(table, layout, form, request)
    _check_not_empty(log, table)
    return log


def _recognise(source: Source, name: str) -> tuple[Format, Layout, str]:
    """Find the format and delimiter under which the header says most."""
    found: tuple[Format, Layout, str] | None = None
    best = 0
    for delimiter in DELIMITERS:
        header = source.header(delimiter)
        for form in _FORMATS:
            layout = match(header, form.names)
            if all(field in layout for field in form.required) and len(layout.index) > best:
                best = len(layout.index)
                found = form, layout, delimiter
    if found is None:
        raise UserError(
            tr(
                "“{name}” is not a training log that NextRep knows. Its first line is “{line}”. "
                "NextRep reads exports of Strong, Hevy and FitNotes.",
                name=name,
                line=_shown(source.header_line),
            )
        )
    return found


def _check_not_empty(log: ImportedLog, table: Table) -> None:
    if log.sessions:
        return
    if not log.skipped:
        raise UserError(
            tr(
                "“{name}” names its columns and holds no sets below them. "
                "Export it again from the other program.",
                name=table.name,
            )
        )
    first = log.skipped[0]
    raise UserError(
        tr(
            "“{name}” holds no set that can be read. Line {line}: {reason} "
            "Export it again from the other program.",
            name=table.name,
            line=first.line,
            reason=first.reason,
        )
    )


def _shown(line: str) -> str:
    text = "".join(letter if letter.isprintable() else " " for letter in line[: _SHOWN_HEADER * 2]).strip()
    return text if len(text) <= _SHOWN_HEADER else text[:_SHOWN_HEADER] + "…"
