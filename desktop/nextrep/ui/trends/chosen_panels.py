"""The panels of a view in their order, each with its size and the ways to move or remove it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.panels import Panel, PanelSize, size_title
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.card import clear_layout
from nextrep.ui.widgets.labels import Body, Muted
from nextrep.ui.widgets.spin import ComboBox

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ChosenRow(QWidget):
    """One panel.

    Attributes:
        step_asked: emitted with -1 (up) or 1 (down).
        remove_asked: emitted when it shall go.
        sized: emitted with another size.
    """

    step_asked = Signal(int)
    remove_asked = Signal()
    sized = Signal(object)

    def __init__(self, title: str, size: PanelSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = Body(title)
        self.size_box = ComboBox()
        self.size_box.setAccessibleName(tr("Height of {panel}", panel=title))
        for one in PanelSize:
            self.size_box.addItem(size_title(one), one)
        self.size_box.setCurrentIndex(list(PanelSize).index(size))
        self.up = IconButton("chevron-up", tr("Move {panel} up", panel=title))
        self.down = IconButton("chevron-down", tr("Move {panel} down", panel=title))
        self.remove = IconButton("close", tr("Remove {panel}", panel=title))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(current_theme().px(4))
        line.addWidget(name, 1)
        for widget in (self.size_box, self.up, self.down, self.remove):
            line.addWidget(widget)
        self.size_box.activated.connect(self._on_size)
        self.up.clicked.connect(partial(self.step_asked.emit, -1))
        self.down.clicked.connect(partial(self.step_asked.emit, 1))
        self.remove.clicked.connect(self.remove_asked)
        for widget in (self.size_box, self.up, self.down, self.remove):
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Alt with Up and Down moves the row from wherever the focus is in it; buttons want the arrows."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None or not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False
        self.step_asked.emit(step)
        return True

    def _on_size(self, index: int) -> None:
        self.sized.emit(self.size_box.itemData(index))


class ChosenPanels(QWidget):
    """The rows.

    Attributes:
        changed: emitted after the person changed them.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panels: list[Panel] = []
        self._titles: dict[str, str] = {}
        self._rows: list[ChosenRow] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_theme().px(4))

    @property
    def panels(self) -> tuple[Panel, ...]:
        """The panels from top to bottom."""
        return tuple(self._panels)

    @property
    def rows(self) -> tuple[ChosenRow, ...]:
        """The rows that show them."""
        return tuple(self._rows)

    def show_panels(self, panels: Sequence[Panel], titles: dict[str, str]) -> None:
        """Show panels; `titles` names them by key."""
        self._panels, self._titles = list(panels), titles
        self._show()

    def toggle(self, panel: Panel) -> None:
        """Add a panel at the end, or take it away."""
        keys = [one.key for one in self._panels]
        if panel.key in keys:
            del self._panels[keys.index(panel.key)]
        else:
            self._panels.append(panel)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        clear_layout(self._layout)
        self._rows = []
        for place, panel in enumerate(self._panels):
            row = ChosenRow(self._titles.get(panel.key, panel.key), panel.size)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self._panels) - 1)
            row.step_asked.connect(partial(self._on_step, place))
            row.remove_asked.connect(partial(self._on_remove, place))
            row.sized.connect(partial(self._on_sized, place))
            self._rows.append(row)
            self._layout.addWidget(row)
            row.show()  # now, or it could not take the focus yet
        if not self._panels:
            self._layout.addWidget(Muted(tr("Nothing is chosen yet.")))
        self._layout.addStretch(1)

    def _on_step(self, place: int, step: int) -> None:
        there = place + step
        if not 0 <= there < len(self._panels):
            return
        self._panels[place], self._panels[there] = self._panels[there], self._panels[place]
        self._show()
        row = self._rows[there]
        button = row.up if step < 0 else row.down
        (button if button.isEnabled() else row.remove).setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_remove(self, place: int) -> None:
        del self._panels[place]
        self._show()
        if self._rows:
            near = self._rows[min(place, len(self._rows) - 1)]
            near.remove.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _on_sized(self, place: int, size: PanelSize) -> None:
        self._panels[place] = replace(self._panels[place], size=size)
        self.changed.emit()
