"""What is wrong in a file, by line, to be mended in an editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QVBoxLayout, QWidget

from nextrep.domain.shared_program import FileProblem
from nextrep.domain.text import tr, tr_n
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer.line_table import FileLine, LineTable
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.labels import Secondary


class ProblemTable(QWidget):
    """Hidden while there is nothing to mend; long reasons wrap."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.table = LineTable(tr("What to mend in the file"), tr("What to mend"))
        self.table.setWordWrap(True)
        rows = self.table.verticalHeader()
        rows.setMinimumSectionSize(px(36))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._more = Secondary()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(4))
        layout.addWidget(self.table, 1)
        foot = row_of(self._more)
        foot.addWidget(self.table.copy_all)
        layout.addLayout(foot)
        self.hide()

    def show_problems(self, rows: Sequence[FileProblem], more: int) -> None:
        """Show what is wrong; `more` is how much there is beyond these."""
        self.table.show_rows([FileLine(row.line or tr("All"), row.text, _place(row)) for row in rows])
        self.setVisible(bool(rows))
        self._more.setText(tr_n("and {n} more", "and {n} more", more) if more else "")


def _place(row: FileProblem) -> str:
    if not row.line:
        return tr("the file as a whole")
    return tr("line {line}, column {column}", line=row.line, column=row.column)
