"""Where the person writes the list of words that are to be handled with care. Kept as they go."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.text import tr
from nextrep.services import word_list
from nextrep.settings.table import WORD_LIST
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.foot import flow_foot
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, put_together
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import Muted, PageTitle, Secondary
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.settling_text import SettlingText
from nextrep.ui.widgets.undo_link import UndoLink

_WIDTH, _HEIGHT = 620, 560
_TEXT_HEIGHT = 180


class WordListDialog(QDialog):
    """One text, a word on each line.

    Attributes:
        words: the list.
        undo_link: takes the last step back.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._context = context
        self.setWindowTitle(WORD_LIST.title())
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(PageTitle(WORD_LIST.title()))
        intro = tr(
            "Where an entry of the journal holds one of these words, a quiet line says so beside it, with "
            "people to talk to. Nothing is coloured, nothing is told to anyone, and no other word is looked "
            "for. Before a report is saved you see how many of the marked entries hold one."
        )
        page.body.addWidget(Muted(intro))
        self.words = SettlingText()
        self.words.setFixedHeight(px(_TEXT_HEIGHT))
        self._field = LabelledField(
            tr("One word on each line"), self.words, tr("Or several that belong together. It may stay empty.")
        )
        page.body.addWidget(self._field)
        page.body.addWidget(Secondary(tr("Kept as you go, in your record on this computer.")))
        page.body.addStretch(1)
        self.close_button = SecondaryButton(tr("Close"))
        self.undo_link = UndoLink(context.undo, self)
        put_together(self, page, flow_foot(self.close_button, self.undo_link))
        fit(self, px(_WIDTH), px(_HEIGHT))
        self.words.settled.connect(self._on_settled)
        self.words.left.connect(self._on_settled)
        self.close_button.clicked.connect(self.accept)
        context.bus.changed.connect(self._on_changed)
        self.refresh()
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what is kept; what is being typed stays."""
        kept = "\n".join(word_list.read(self._context.store))
        if not self.words.changed() and self.words.toPlainText().strip() != kept:
            self.words.show_text(kept)

    def done(self, result: int) -> None:
        """Keep what is still being typed."""
        self._on_settled()
        super().done(result)

    def show_error(self, message: str, field: str = "") -> None:  # noqa: ARG002 - there is one field
        """Say what was not taken."""
        self._field.set_problem(message)

    def _on_settled(self) -> None:
        if not self.words.changed():
            return
        self.words.hold()
        self._field.set_problem("")
        write = partial(word_list.write, self._context.store, self.words.toPlainText())
        if self._context.operate.run(write, initiator=self) is not None:
            self.words.mark_saved()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.refresh()
