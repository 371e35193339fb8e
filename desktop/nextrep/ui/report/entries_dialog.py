"""Choosing journal entries for a report one by one, each with all of its text beside the list.

Clinical.md, 4.5: only what the person marked is on offer, and only what they choose here goes in. A word of
the person's own list is said quietly, as in the journal (4.1.6); the text is shown as any other.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from nextrep.domain.text import tr, tr_n
from nextrep.services.report_wishes import OfferedEntry
from nextrep.ui.report.entries_model import DAY_ROLE, OFFERED_ROLE, EntriesModel
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.labels import CardTitle, Muted, Secondary
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.private_text import PrivateText

_WIDTH, _HEIGHT = 860, 620
_SIDE_BY_SIDE = 560


class EntriesDialog(QDialog):
    """Entries with a tick at the left, the entry in full at the right. Space ticks; Esc changes nothing.

    Attributes:
        chosen: emitted with the ids, oldest entry first, when the person takes them.
        view: the list.
        text: the entry in full.
        word: says that it holds a word to be careful with; hidden where it does not.
        take: takes what is ticked.
    """

    chosen = Signal(object)

    def __init__(
        self,
        offered: Sequence[OfferedEntry],
        chosen: Sequence[int],
        today: int,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            offered: what may go into a report; not empty.
            chosen: ids of those that are ticked; ids that are not on offer are let go.
            today: date ordinal.
            parent: owner.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Journal entries for the report"))
        self._model = EntriesModel(offered, chosen, today, self)
        self.view = QListView()
        self.view.setAccessibleName(tr("Entries that may go into a report"))
        self.view.setModel(self._model)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setUniformItemSizes(True)
        self.text = PrivateText()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The entry in full"))
        self.word = Secondary(tr("Holds a word to be careful with."))
        self._day, self._counted = CardTitle(""), Secondary()
        self.all, self.none = LinkButton(tr("Tick all")), LinkButton(tr("Tick none"))
        self.take = PrimaryButton("")
        self._lay_out()
        self._connect()
        self._say_count()
        self.view.selectionModel().setCurrentIndex(
            self._model.index(0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        px = current_theme().px
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(CardTitle(self.windowTitle()))
        intro = tr(
            "Listed are the entries of the period that you marked “May go into a report”. Those you tick "
            "here are printed in full, with their day."
        )
        page.body.addWidget(Muted(intro))
        left, right = QWidget(), QWidget()
        beside, column = _column(left), _column(right)
        beside.addWidget(self.view, 1)
        beside.addLayout(row_of(self.all, self.none))
        column.addWidget(self._day)
        column.addWidget(self.word)
        column.addWidget(self.text, 1)
        for part in (self.view, self.text):
            part.setMinimumHeight(px(160))
        page.body.addWidget(Columns([(left, 2), (right, 3)], _SIDE_BY_SIDE), 1)
        leave = SecondaryButton(tr("Cancel"))
        leave.clicked.connect(self.reject)
        foot = new_foot()
        foot.addWidget(self._counted, 1)
        foot.addWidget(leave)
        foot.addWidget(self.take)
        put_together(self, page, foot)
        fit(self, px(_WIDTH), px(_HEIGHT))

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._on_current)
        self._model.dataChanged.connect(self._on_ticked)
        self.all.clicked.connect(self._on_all)
        self.none.clicked.connect(self._on_none)
        self.take.clicked.connect(self._on_take)

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        """Show the entry in full; a long one from its beginning."""
        one = index.data(OFFERED_ROLE)
        if isinstance(one, OfferedEntry):
            self._day.setText(str(index.data(DAY_ROLE)))
            self.word.setVisible(one.with_word)
            self.text.setPlainText(one.entry.text)

    def _on_ticked(self, _first: QModelIndex, _last: QModelIndex) -> None:
        self._say_count()

    def _on_all(self) -> None:
        self._model.tick_all(ticked=True)

    def _on_none(self) -> None:
        self._model.tick_all(ticked=False)

    def _on_take(self) -> None:
        self.chosen.emit(self._model.ticked())
        self.accept()

    def _say_count(self) -> None:
        chosen = len(self._model.ticked())
        self.take.setText(tr_n("Put {n} entry in", "Put {n} entries in", chosen))
        careful = self._model.ticked_with_word()
        self._counted.setText(
            tr_n(
                "{n} of them holds a word to be careful with.",
                "{n} of them hold a word to be careful with.",
                careful,
            )
            if careful
            else ""
        )


def _column(part: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(current_theme().px(4))
    return column
