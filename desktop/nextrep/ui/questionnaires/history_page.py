"""The history of one questionnaire: every total with its band and its change, to correct and to delete."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from nextrep.domain.assessments import Way
from nextrep.domain.instruments import instrument
from nextrep.domain.score_words import change_lines, change_text, direction_text, score_lines, total_text
from nextrep.domain.text import tr
from nextrep.services.questionnaires import Line
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.day_text import short_day_text
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import CardTitle, Muted, Secondary
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.table import TableView

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_LEAST_TABLE = 190
"""Height at which some rows can be compared, whatever the size of the text."""


class HistoryModel(QAbstractTableModel):
    """The lines of a history, the newest first."""

    def __init__(self, lines: Sequence[Line], today: int) -> None:
        super().__init__()
        self._lines, self._today = list(lines), today
        self._heads = (tr("Day"), tr("Total"), tr("Published band"), tr("Change"), tr("From"))

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """A row for each time."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Day, total, band, change, where it came from."""
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        """Names of the columns."""
        wanted = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if wanted else None

    def data(self, index: _Index, role: int = 0) -> object:
        """What a cell says; the tip of the change has its words."""
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(line, self._today)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and line.change is not None and line.earlier_day:
            return "\n".join(change_lines(line.change, line.earlier_day))
        return None

    def line(self, row: int) -> Line | None:
        """Return a line, None beyond the last."""
        return self._lines[row] if 0 <= row < len(self._lines) else None


def _cells(line: Line, today: int) -> tuple[str, ...]:
    one = line.assessment
    key, total, band = one.instrument, "", ""
    if key is not None and line.score is not None:
        of = instrument(key)
        total = total_text(of, line.score)
        band = line.score.band.title if line.score.band else ""
    change = change_text(line.change) if line.change else ""
    came = {Way.FORM: tr("form"), Way.FILE: tr("file"), Way.TOTAL: tr("paper")}[one.way]
    return (short_day_text(one.day, today), total, band, change, came)


def _words(line: Line) -> list[str]:
    """Return the total with its published band and source, and what it is to the last and the first one."""
    key = line.assessment.instrument
    if key is None or line.score is None:
        return []
    words = score_lines(instrument(key), line.score)
    if line.change is not None and line.earlier_day is not None:
        words += change_lines(line.change, line.earlier_day)
    if line.from_first is not None and line.first_day is not None:
        words += change_lines(line.from_first, line.first_day)
    return words


class HistoryPage(ScrollPage):
    """A small table, and the words of the line that it stands on.

    Attributes:
        correct_asked, delete_asked: emitted with the number of an assessment.
        table: the lines.
    """

    correct_asked = Signal(int)
    delete_asked = Signal(int)

    def __init__(self, title: str, lines: Sequence[Line], today: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.setSpacing(current_theme().px(12))
        self.model = HistoryModel(lines, today)
        self.table = TableView(tr("History of {name}", name=title))
        self.table.setModel(self.model)
        header = self.table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.words = Secondary()
        self.correct_button = SecondaryButton(tr("Correct"))
        self.delete_button = LinkButton(tr("Delete"))
        self.body.addWidget(CardTitle(tr("{name}: history", name=title)))
        key = lines[0].assessment.instrument if lines else None
        if key is not None:
            self.body.addWidget(Muted(direction_text(instrument(key))))
        self.table.setMinimumHeight(current_theme().px(_LEAST_TABLE))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.words)
        foot = FlowLayout(spacing=12)
        foot.addWidget(self.correct_button)
        foot.addWidget(self.delete_button)
        self.body.addLayout(foot)
        if not lines:
            self.body.addWidget(Muted(tr("There is nothing here any more.")))
            self.body.addStretch(1)
        for widget in (self.table, self.correct_button, self.delete_button):
            widget.setVisible(bool(lines))
        self.correct_button.clicked.connect(self._on_correct)
        self.delete_button.clicked.connect(self._on_delete)
        self.table.doubleClicked.connect(self._on_correct)
        self.table.selectionModel().currentRowChanged.connect(self._on_row)
        self.table.selectRow(0)

    def focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _line(self) -> Line | None:
        return self.model.line(self.table.currentIndex().row())

    def _on_row(self) -> None:
        line = self._line()
        words = _words(line) if line is not None else []
        self.words.setText("\n".join(words))
        self.words.setVisible(bool(words))

    def _on_correct(self) -> None:
        line = self._line()
        if line is not None:
            self.correct_asked.emit(line.assessment.id)

    def _on_delete(self) -> None:
        line = self._line()
        if line is not None:
            self.delete_asked.emit(line.assessment.id)
