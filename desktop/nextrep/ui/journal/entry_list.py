"""The latest entries and a search among them."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QSizePolicy, QWidget

from nextrep.domain.days import listed
from nextrep.domain.journal import Entry
from nextrep.domain.text import tr, tr_n
from nextrep.services import journal
from nextrep.settings.table import DISCREET
from nextrep.ui.journal.entry_model import ENTRY_ROLE, EntryModel
from nextrep.ui.journal.entry_paint import EntryDelegate
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.labels import Muted

SEARCH_MS = 200
"""The search begins when typing pauses for this long."""
DISCREET_KEY = "Ctrl+Shift+D"
_NAMED = 3
"""Words that are named where no entry has what was typed."""


class EntryListCard(Card):
    """Search and list.

    Attributes:
        asked: emitted with the entry that the person wants to see.
        search: the search field.
        discreet: hides the words and moods of entries that nobody points at.
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
        self.discreet = ChipButton(tr("Discreet"), mark=True)
        self.discreet.setToolTip(
            tr("Words and moods show only where the pointer or the keyboard is ({key})", key=DISCREET_KEY)
        )
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
        self.view.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._delegate = EntryDelegate(self.view)
        self.view.setItemDelegate(self._delegate)
        self.discreet.setChecked(context.settings_machine.get(DISCREET))
        self._delegate.discreet = self.discreet.isChecked()
        self._line = Muted()
        self._line.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.search, 1)
        head.addWidget(self.discreet)
        self.body.addLayout(head)
        for widget, stretch in ((self._line, 0), (self.view, 1)):
            self.add(widget, stretch)
        self.discreet.toggled.connect(self._on_discreet)
        QShortcut(QKeySequence(DISCREET_KEY), self).activated.connect(self.discreet.toggle)
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
        self.discreet.setVisible(bool(total or words))
        line = self._line_for(total, found)
        self._line.setText(line)
        self._line.setVisible(bool(line))

    def _line_for(self, total: int, found: int) -> str:
        """Return what is said above the list, "" where it speaks for itself."""
        if not found:
            return tr("No entry has these words.") if total else tr("What you write will be listed here.")
        if self._model.instead:
            words = [tr("“{word}”", word=word) for word in self._model.instead[:_NAMED]]
            return tr("No entry has these words. Found with {words}:", words=listed(words))
        return ""

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

    def _on_discreet(self, on: bool) -> None:
        self._delegate.discreet = on
        self.view.viewport().update()
        self._context.settings_machine.put(DISCREET, on)
        self._context.settings_machine.save()

    def _on_words(self, _text: str) -> None:
        self._timer.start()

    def _on_chosen(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY_ROLE)
        if isinstance(entry, Entry):
            self.asked.emit(entry)
