"""A year in review to print: which one, and the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.services import year_review
from nextrep.ui.papers.choosing import chosen_paper, paper_row
from nextrep.ui.papers.making import MakeYear
from nextrep.ui.papers.paper_dialog import PaperDialog
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.spin import ComboBox


def open_year(context: Context, parent: QWidget) -> YearDialog:
    """Open the dialog over `parent`."""
    dialog = YearDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


class YearDialog(PaperDialog):
    """A year and its pages.

    Attributes:
        which: the years, the latest first; papers: the sizes.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, tr("Preview of the year"), parent)
        self.setWindowTitle(tr("A year in review to print"))
        self._today = context.now().date()
        self.which = ComboBox()
        for year in year_review.years(context.store, self._today):
            self.which.addItem(str(year), year)
        self.papers = QButtonGroup(self)
        field = LabelledField(tr("Year"), self.which)
        field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.lay_out(field, paper_row(self.papers))
        self.which.currentIndexChanged.connect(self.make)
        self.papers.idClicked.connect(self.make)
        self.make()
        self.which.setFocus(Qt.FocusReason.OtherFocusReason)

    def job(self) -> MakeYear:
        """Return what makes the pages."""
        return MakeYear(self._context.store, self.year(), chosen_paper(self.papers), self._today)

    def year(self) -> int:
        """Return the chosen year."""
        return int(self.which.currentData())

    def names(self) -> tuple[str, str, str]:
        """Name the year in the file."""
        return tr("Save the year in review"), year_review.file_name(self.year()), tr("Year in review")
