"""The latest entries and a search among them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QHideEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from nextrep.domain.journal import Entry
from nextrep.domain.text import tr, tr_n
from nextrep.services import journal
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.labels import Muted
from nextrep.ui.widgets.rating import shown_value

PAGE = 100
"""Entries read at a time; the list reads on as the person scrolls."""
SEARCH_MS = 200
"""The search begins when typing pauses for this long."""
ENTRY_ROLE = Qt.ItemDataRole.UserRole
MOOD_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


def line_of(text: str, containing: str = "") -> str:
    """Return the line that shows `containing`, or the first one that is not blank."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    wanted = containing.strip().casefold()
    found = (line for line in lines if wanted in line.casefold()) if wanted else iter(lines)
    return next(found, lines[0] if lines else "")


class EntryModel(QAbstractListModel):
    """Entries, newest first."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._rows: list[tuple[Entry, int | None]] = []
        self._words = ""
        self._limit = PAGE

    def show_entries(self, words: str) -> None:
        """Read the entries that contain `words`; "" for all of them."""
        self.beginResetModel()
        if words != self._words:
            self._limit = PAGE
        self._words = words
        self._rows = journal.latest_entries(self._context.store, self._limit, words)
        self.endResetModel()

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there may be older ones."""
        return not parent.isValid() and len(self._rows) >= self._limit

    def fetchMore(self, parent: Index) -> None:
        """Read older ones."""
        if not self.canFetchMore(parent):
            return
        self._limit += PAGE
        rows = journal.latest_entries(self._context.store, self._limit, self._words)
        if len(rows) > len(self._rows):
            self.beginInsertRows(QModelIndex(), len(self._rows), len(rows) - 1)
            self._rows = rows
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many were read."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line to show, the entry itself, the mood of its day, and all of it in words."""
        if not index.isValid():
            return None
        entry, mood = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == MOOD_ROLE:
            return mood
        if role == Qt.ItemDataRole.DisplayRole:
            return line_of(entry.text, self._words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            parts = (self.day_of(entry), mood_text(mood), line_of(entry.text, self._words))
            return ", ".join(part for part in parts if part)
        return None

    def day_of(self, entry: Entry) -> str:
        """Return the day of an entry, "Sat 21 Nov"."""
        return short_day_text(entry.day, self._context.now().date().toordinal())


def mood_text(mood: int | None) -> str:
    """Return "mood 6", or "" where the mood of the day was not rated."""
    return "" if mood is None else tr("mood {value}", value=shown_value(mood))


class EntryDelegate(QStyledItemDelegate):
    """Paints an entry: day and mood, its first line below."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        theme = current_theme()
        model = index.model()
        entry = index.data(ENTRY_ROLE)
        if not isinstance(model, EntryModel) or not isinstance(entry, Entry):
            return
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("tint"))
        painter.setPen(theme.color("line"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        inner = rect.adjusted(theme.px(6), theme.px(8), -theme.px(6), -theme.px(8))
        strong = theme.font(SECONDARY, 600)
        painter.setFont(strong)
        mood = mood_text(index.data(MOOD_ROLE))
        top = Qt.AlignmentFlag.AlignTop
        painter.setPen(theme.color("mood"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignTrailing | top, mood)
        painter.setPen(theme.color("ink"))
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeading | top, model.day_of(entry))
        plain = theme.font(SECONDARY)
        painter.setFont(plain)
        painter.setPen(theme.color("muted"))
        text = QFontMetrics(plain).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom, text)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines with air around them."""
        theme = current_theme()
        line = QFontMetrics(theme.font(SECONDARY)).height()
        return QSize(theme.px(160), 2 * line + theme.px(2 * 8 + 2))


class EntryListCard(Card):
    """Search and list.

    Attributes:
        asked: emitted with the entry that the person wants to see.
        search: the search field.
        view: the list.
    """

    asked = Signal(object)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        px = current_theme().px
        self._context = context
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self.reload)
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(tr("Search entries"))
        self.view = QListView()
        self.view.setAccessibleName(tr("Latest entries"))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMinimumHeight(px(150))
        self.view.setMinimumWidth(px(120))
        self.view.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._model = EntryModel(context)
        self.view.setModel(self._model)
        self.view.setItemDelegate(EntryDelegate(self.view))
        self._none = Muted()
        self._none.setAlignment(Qt.AlignmentFlag.AlignTop)
        for widget, stretch in ((self.search, 0), (self._none, 0), (self.view, 1)):
            self.add(widget, stretch)
        self.search.textChanged.connect(self._on_words)
        self.search.returnPressed.connect(self.reload)
        self.view.clicked.connect(self._on_chosen)
        self.view.activated.connect(self._on_chosen)

    def reload(self) -> None:
        """Read the entries again."""
        self._timer.stop()
        words = self.search.text().strip()
        total = journal.entry_count(self._context.store)
        self._model.show_entries(words)
        self.search.setPlaceholderText(tr_n("Search {n} entry", "Search {n} entries", total))
        self.search.setVisible(bool(total or words))
        found = self._model.rowCount()
        self.view.setVisible(bool(found))
        self._none.setText(
            tr("No entry has these words.") if total else tr("What you write will be listed here.")
        )
        self._none.setVisible(not found)

    def show_chosen(self, entry_id: int | None) -> None:
        """Mark the entry that is open, if it is in the list."""
        for row in range(self._model.rowCount()):
            index = self._model.index(row)
            if index.data(ENTRY_ROLE).id == entry_id:
                self.view.setCurrentIndex(index)
                return
        self.view.setCurrentIndex(QModelIndex())

    def hideEvent(self, event: QHideEvent) -> None:
        """A search that has not begun can wait until the screen is shown again."""
        if self._timer.isActive():
            self.reload()
        super().hideEvent(event)

    def _on_words(self, _text: str) -> None:
        self._timer.start()

    def _on_chosen(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self.asked.emit(entry)
