"""All panels that can be chosen, under their headings, with a search."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from nextrep.domain.exercises import fold
from nextrep.domain.panels import Panel
from nextrep.domain.text import tr
from nextrep.services.panel_choices import PanelChoice
from nextrep.ui.theme.theme import SECONDARY, current_theme

PANEL_ROLE = Qt.ItemDataRole.UserRole
_ROW_HEIGHT = 36
_TOGGLE = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})


class PanelList(QListView):
    """Each with a tick where it is chosen; Enter, Space or a click turns it.

    Attributes:
        toggled: emitted with the panel that was turned.
    """

    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: tuple[PanelChoice, ...] = ()
        self._chosen: frozenset[str] = frozenset()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setAccessibleName(tr("All panels"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._turn)

    def show_choices(self, choices: Sequence[PanelChoice]) -> None:
        """Show all."""
        self._choices = tuple(choices)
        self.search("")

    def search(self, words: str) -> None:
        """Show those whose heading and title have all words (case and accents aside)."""
        wanted = fold(words).split()
        self._model.clear()
        heading = ""
        for choice in self._choices:
            text = fold(f"{choice.heading} {choice.title}")
            if not all(word in text for word in wanted):
                continue
            if choice.heading != heading:
                heading = choice.heading
                self._model.appendRow(_heading(heading))
            self._model.appendRow(_item(choice, choice.panel.key in self._chosen))
        first = next((row for row in range(self._model.rowCount()) if self.panel_at(row)), -1)
        self.setCurrentIndex(self._model.index(first, 0))

    def mark(self, panels: Sequence[Panel]) -> None:
        """Tick the panels that are chosen."""
        self._chosen = frozenset(panel.key for panel in panels)
        for row in range(self._model.rowCount()):
            panel = self.panel_at(row)
            if panel is not None:
                on = Qt.CheckState.Checked if panel.key in self._chosen else Qt.CheckState.Unchecked
                self._model.item(row).setCheckState(on)

    def panel_at(self, row: int) -> Panel | None:
        """Return the panel of a row, None for a heading."""
        found = self._model.index(row, 0).data(PANEL_ROLE)
        return found if isinstance(found, Panel) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn the current one."""
        if Qt.Key(event.key()) in _TOGGLE:
            self._turn(self.currentIndex())
            event.accept()
        else:
            super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        panel = self.panel_at(index.row())
        if panel is not None:
            self.toggled.emit(panel)


def _row() -> QSize:
    return QSize(0, current_theme().px(_ROW_HEIGHT))


def _heading(text: str) -> QStandardItem:
    item = QStandardItem(text)
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    item.setFont(current_theme().font(SECONDARY, 650))
    item.setSizeHint(_row())
    return item


def _item(choice: PanelChoice, on: bool) -> QStandardItem:
    item = QStandardItem(choice.title)
    item.setData(choice.panel, PANEL_ROLE)
    item.setToolTip(choice.title)
    item.setSizeHint(_row())
    # The tick is set by `mark` alone, so a click on it turns the panel once.
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    return item
