"""Which questionnaires go into the report: a tick for each that was filled in within the period."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from nextrep.domain.text import tr_n
from nextrep.services.report_scores import Offered
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import clear_layout


class ScoreTicks(QWidget):
    """Hidden while there is none. What was left out stays so when the period changes.

    Attributes:
        changed: emitted when the person ticked or unticked one.
        ticks: by the key of `Offered`.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out: set[str] = set()
        self._shown: tuple[Offered, ...] = ()
        self._wanted = True
        self.ticks: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column.addLayout(self._rows)
        self.hide()

    def left_out(self) -> frozenset[str]:
        """Return the keys of those that are not to be in the report."""
        return frozenset(self._left_out)

    def leave_out(self, keys: frozenset[str]) -> None:
        """Take the ticks off some, without telling anyone."""
        self._left_out = set(keys)
        for key, tick in self.ticks.items():
            tick.setChecked(key not in keys)

    def stand_by(self, wanted: bool) -> None:
        """Show them only where questionnaires go into the report at all."""
        self._wanted = wanted
        self.setVisible(wanted and bool(self._shown))

    def show_offered(self, offered: Sequence[Offered]) -> None:
        """Show those of the period; the ones that stay keep the keyboard."""
        self.setVisible(self._wanted and bool(offered))
        if tuple(offered) == self._shown:
            return
        self._shown = tuple(offered)
        clear_layout(self._rows)
        self.ticks = {}
        for one in offered:
            tick = QCheckBox(tr_n("{title}, {n} time", "{title}, {n} times", one.times, title=one.title))
            tick.setMinimumHeight(current_theme().px(36))
            tick.setChecked(one.key not in self._left_out)
            tick.setProperty("key", one.key)
            tick.clicked.connect(self._on_tick)
            self.ticks[one.key] = tick
            self._rows.addWidget(tick)

    def _on_tick(self, on: bool) -> None:
        tick = self.sender()
        if isinstance(tick, QCheckBox):
            key = str(tick.property("key"))
            if on:
                self._left_out.discard(key)
            else:
                self._left_out.add(key)
            self.changed.emit()
