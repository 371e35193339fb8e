"""The line above the charts: title, period, exercise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from nextrep.domain.figures import period as period_text
from nextrep.domain.text import tr, tr_n
from nextrep.services.trends import StrengthChoice
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.trends.period import LENGTHS, Period, length_title
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted, PageTitle
from nextrep.ui.widgets.spin import ComboBox

EXERCISE_WIDTH = 272


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
        self.setFixedWidth(current_theme().px(EXERCISE_WIDTH))
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


class TrendsHeader(QWidget):
    """Title and controls.

    Attributes:
        period_asked: emitted with the period that the person wants.
        exercise: the exercise box.
    """

    period_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._period = Period()
        self._dates = Muted(wrap=False)
        self.exercise = ExerciseBox()
        self.earlier = IconButton("chevron-left", tr("Earlier"))
        self.later = IconButton("chevron-right", tr("Later"))
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)
        self._lengths = QButtonGroup(self)
        self._controls = QWidget()
        flow = FlowLayout(self._controls, spacing=4)
        for length in LENGTHS:
            chip = ChipButton(length_title(length), checked=length == self._period.length)
            self._lengths.addButton(chip, length)
            flow.addWidget(chip)
        for widget in (self.earlier, self.later, self.exercise):
            flow.addWidget(widget)
        self._lengths.idClicked.connect(self._on_length)
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(PageTitle(tr("Trends"), wrap=False))
        titles.addWidget(self._dates)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        row.addLayout(titles, 1)
        row.addWidget(self._controls, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_period(self, period: Period, reach: tuple[int, int]) -> None:
        """Show which days are looked at, and which way one can go."""
        self._period = period
        self._dates.show()
        self._controls.show()
        first, last = period.days(reach)
        self._dates.setText(period_text(date.fromordinal(first), date.fromordinal(last)))
        self._lengths.button(period.length).setChecked(True)
        self.earlier.setEnabled(period.has_earlier(reach))
        self.later.setEnabled(period.has_later())

    def show_empty(self) -> None:
        """Leave only the title: there are no days to choose."""
        self._dates.hide()
        self._controls.hide()

    def chips(self) -> tuple[ChipButton, ...]:
        """Return the lengths that can be chosen."""
        return tuple(one for one in self._lengths.buttons() if isinstance(one, ChipButton))

    def _on_length(self, length: int) -> None:
        self.period_asked.emit(Period(length))

    def _on_earlier(self) -> None:
        self.period_asked.emit(self._period.moved(-1))

    def _on_later(self) -> None:
        self.period_asked.emit(self._period.moved(1))
