"""What was shared, as a table."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nextrep.domain.days import listed
from nextrep.domain.figures import full
from nextrep.domain.report_sections import ReportSection, section_title
from nextrep.domain.shares import ShareRecord, Shares, kind_title
from nextrep.domain.text import tr, tr_n
from nextrep.ui.widgets.day_text import time_text

_SAID = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_Index = QModelIndex | QPersistentModelIndex


def what_words(share: ShareRecord) -> str:
    """Say what was in it, and how it was given."""
    titles = [section_title(one) for one in ReportSection if one in share.sections]
    said = [tr("{parts}.", parts=listed(titles))] if titles else []
    if share.entries:
        said.append(tr_n("{n} journal entry.", "{n} journal entries.", share.entries))
    if share.file_name:
        said.append(tr("File: {name}.", name=share.file_name))
    if share.protected:
        said.append(tr("With a password."))
    return " ".join(said)


class SharedModel(QAbstractTableModel):
    """One row for each time, the newest first: when, how, of which days."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Shares = ()

    def show_shares(self, shares: Shares) -> None:
        """Show these; `shares` has the newest last."""
        self.beginResetModel()
        self._rows = tuple(reversed(shares))
        self.endResetModel()

    def share_at(self, row: int) -> ShareRecord | None:
        """Return what a row is of, None beyond them."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many times."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """When, how, days."""
        return 0 if parent.isValid() else 3

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell says."""
        if not index.isValid() or role not in _SAID:
            return None
        share = self._rows[index.row()]
        day = full(share.at.date())
        first, last = (full(one) for one in (share.first, share.last))
        cells = (
            tr("{day}, {time}", day=day, time=time_text(share.at)),
            kind_title(share.kind),
            tr("{first} to {last}", first=first, last=last),
        )
        return cells[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the name of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("When"), tr("How"), tr("Days in it"))[section]
