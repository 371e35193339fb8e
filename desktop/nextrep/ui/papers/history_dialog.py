"""The history of an exercise to print: which one, how far back, and the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.services import exercise_history
from nextrep.services.exercise_history import HistoryChoice
from nextrep.ui.papers.choosing import chip_row, chosen_paper, paper_row
from nextrep.ui.papers.making import MakeHistory
from nextrep.ui.papers.paper_dialog import PaperDialog
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.spin import ComboBox

SPANS: tuple[int | None, ...] = (None, 365, 84)
"""How many days back, None for all there is."""


def open_history(context: Context, parent: QWidget, key: str = "") -> HistoryDialog:
    """Open the dialog over `parent`; `key` is of the exercise to begin with."""
    dialog = HistoryDialog(context, parent, key)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class HistoryDialog(PaperDialog):
    """An exercise that was done, and its pages.

    Attributes:
        which: the exercises, the most frequent first; spans, papers: what else can be chosen.
    """

    def __init__(self, context: Context, parent: QWidget | None = None, key: str = "") -> None:
        super().__init__(context, tr("Preview of the exercise history"), parent)
        self.setWindowTitle(tr("Exercise history to print"))
        self._today = context.now().date()
        self.which = ComboBox()
        self.which.setMinimumContentsLength(12)
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for one in exercise_history.offer(context.store, self._today):
            self.which.addItem(one.name, one.key)
        if key:
            self.which.setCurrentIndex(self.which.findData(key))  # none where its first session is not over
        self.spans, self.papers = QButtonGroup(self), QButtonGroup(self)
        field = LabelledField(tr("Exercise"), self.which)
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        names = (tr("All of it"), tr("A year"), tr("12 weeks"))
        self.lay_out(field, chip_row(tr("How far back"), names, self.spans, 0), paper_row(self.papers))
        self.which.currentIndexChanged.connect(self.make)
        self.spans.idClicked.connect(self.make)
        self.papers.idClicked.connect(self.make)
        self.make()
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def choice(self) -> HistoryChoice | None:
        """Return what is chosen, None where no exercise was done."""
        key = self.which.currentData()
        return None if key is None else HistoryChoice(str(key), SPANS[max(0, self.spans.checkedId())])

    def job(self) -> MakeHistory | None:
        """Return what makes the pages; say so where there is no exercise to make them of."""
        choice = self.choice()
        if choice is None:
            self.message.show_message(tr("Once a session is logged, its exercises are here."))
            return None
        return MakeHistory(self._context.store, choice, chosen_paper(self.papers), self._today)

    def names(self) -> tuple[str, str, str]:
        """Name the exercise in the file."""
        choice = self.choice()
        assert choice is not None
        file = exercise_history.file_name(choice)
        return tr("Save the exercise history"), file, tr("Exercise history")
