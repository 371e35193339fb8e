"""What is in the bin as a list: what each thing was, when it was deleted, and how long it stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from nextrep.domain.bin import BinItem, BinKind
from nextrep.domain.text import tr, tr_n
from nextrep.domain.units import Unit
from nextrep.services.bin import days_left
from nextrep.ui.library.history_words import sets_words as drafts_words
from nextrep.ui.session.words import sets_words
from nextrep.ui.widgets.day_text import short_day_text, time_text
from nextrep.ui.widgets.two_lines import LINE_ROLE, Index, TwoLineDelegate


class BinModel(QAbstractListModel):
    """What is in the bin, what was deleted last first."""

    def __init__(self) -> None:
        super().__init__()
        self._items: Sequence[BinItem] = ()
        self._now: datetime | None = None
        self._unit = Unit.KG

    def show_items(self, items: Sequence[BinItem], now: datetime, unit: Unit) -> None:
        """Show things; `now` is the time it is, loads are shown in `unit`."""
        self.beginResetModel()
        self._items, self._now, self._unit = items, now, unit
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many there are."""
        return 0 if parent.isValid() else len(self._items)

    def item(self, row: int) -> BinItem | None:
        """Return the thing of a row."""
        return self._items[row] if 0 <= row < len(self._items) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What it is, when it was deleted and how long it stays, and all of it in words."""
        item = self.item(index.row())
        if item is None or self._now is None:
            return None
        name, line = item_words(item, self._now, self._unit), stay_words(item, self._now)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("{title}, {facts}", title=name, facts=line)
        return None


def item_words(item: BinItem, now: datetime, unit: Unit) -> str:
    """Return what was deleted, for example "Set of Goblet squat, 16 kg × 9, from Legs of Sat 21 Nov"."""
    session = item.kept.session
    day = short_day_text(item.day, now.date().toordinal())
    count = sets_words(len(item.kept.sets))
    if item.kind is BinKind.SESSION:
        return tr("{title} of {day}, {sets}", title=session.title, day=day, sets=count)
    if item.kind is BinKind.EXERCISE:
        return tr(
            "{exercise}, {sets}, from {title} of {day}",
            exercise=item.title,
            sets=count,
            title=session.title,
            day=day,
        )
    done = drafts_words(tuple(entry.draft for entry in item.kept.sets), unit)
    return tr(
        "Set of {exercise}, {done}, from {title} of {day}",
        exercise=item.title,
        done=done,
        title=session.title,
        day=day,
    )


def stay_words(item: BinItem, now: datetime) -> str:
    """Return when something was deleted and how long it stays."""
    at = item.deleted_at.astimezone(now.tzinfo)
    today = now.date().toordinal()
    day = tr("today") if at.date() == now.date() else short_day_text(at.date().toordinal(), today)
    left = tr_n("stays {n} more day", "stays {n} more days", days_left(item, now))
    return tr("Deleted {day} {time} · {left}", day=day, time=time_text(at), left=left)


class BinList(QListView):
    """The list of the bin; Enter and Delete are left to who shows it."""

    def __init__(self, model: BinModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(TwoLineDelegate(self, least=52))
        self.setAccessibleName(tr("In the bin, what was deleted last first"))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move; what is no move is for the widget around it."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete}:
            event.ignore()
        else:
            super().keyPressEvent(event)
