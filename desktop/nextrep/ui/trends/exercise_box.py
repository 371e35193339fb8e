"""Which exercise the strength panels look at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from nextrep.domain.text import tr, tr_n
from nextrep.services.trends import StrengthChoice
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.spin import ComboBox

_NARROWEST, _WIDEST, _BESIDE = 200, 420, 84
"""Widths in px at 100 %: of the box, and of what stands beside its text."""


class ExerciseBox(ComboBox):
    """Chooses the exercise of the strength panel; typing searches anywhere in the names.

    Attributes:
        chosen: emitted with the exercise id when the person chose another one.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        name = tr("Exercise of the strength panel")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self._edit = QLineEdit()
        self._edit.setAccessibleName(name)
        self.setLineEdit(self._edit)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._fit()
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.activated.connect(self._on_activated)
        self._edit.editingFinished.connect(self._tidy)

    def show_choices(self, choices: Sequence[StrengthChoice], chosen: int | None) -> None:
        """Offer exercises, most sessions first."""
        self.clear()
        for choice in choices:
            self.addItem(choice.exercise.name, choice.exercise_id)
            times = tr_n("{n} session", "{n} sessions", choice.sessions)
            self.setItemData(self.count() - 1, times, Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(self.findData(chosen))
        self._tidy()
        self.setEnabled(bool(choices))
        self._edit.setPlaceholderText("" if choices else tr("No exercise in this period"))

    def _on_activated(self, index: int) -> None:
        self.chosen.emit(self.itemData(index))

    def _tidy(self) -> None:
        """Put back the name of the current exercise where something else was typed."""
        if self.currentText() != self.itemText(self.currentIndex()):
            self.setCurrentText(self.itemText(self.currentIndex()))
        self._edit.setCursorPosition(0)
        self._fit()

    def _fit(self) -> None:
        """Be as wide as the name of the exercise needs."""
        px = current_theme().px
        self._edit.ensurePolished()
        wanted = self._edit.fontMetrics().horizontalAdvance(self.currentText()) + px(_BESIDE)
        self.setFixedWidth(min(max(wanted, px(_NARROWEST)), px(_WIDEST)))
