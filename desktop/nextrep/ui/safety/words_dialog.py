"""A list of words that the person writes, one on each line. Kept as it goes."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.text import tr
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, flow_foot, put_together
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import Muted, PageTitle, Secondary
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.settling_text import SettlingText
from nextrep.ui.widgets.undo_link import UndoLink

_WIDTH, _HEIGHT = 620, 560
_TEXT_HEIGHT = 200


class WordsDialog(QDialog):
    """One text, a word on each line. A subclass says which words they are.

    Attributes:
        words: the list.
        undo_link: takes the last step back.
    """

    def __init__(
        self, context: Context, title: str, intro: str, hint: str, parent: QWidget | None = None
    ) -> None:
        """Make the window.

        Args:
            context: the way to everything outside.
            title: what the words are called.
            intro: what they are for.
            hint: what may stand in a line.
            parent: owner.
        """
        super().__init__(parent)
        px = current_theme().px
        self._context = context
        self.setWindowTitle(title)
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(PageTitle(title))
        page.body.addWidget(Muted(intro))
        self.words = SettlingText()
        self.words.setFixedHeight(px(_TEXT_HEIGHT))
        self._field = LabelledField(tr("One word on each line"), self.words, hint)
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

    def kept(self) -> tuple[str, ...]:
        """Return the words that are kept. For subclasses."""
        raise NotImplementedError

    def write(self, text: str) -> Outcome[Any]:
        """Keep what stands there. For subclasses.

        Raises:
            UserError: it cannot be kept.
        """
        raise NotImplementedError

    def refresh(self) -> None:
        """Show what is kept; what is being typed stays."""
        kept = "\n".join(self.kept())
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
        write = partial(self.write, self.words.toPlainText())
        if self._context.operate.run(write, initiator=self) is not None:
            self.words.mark_saved()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.refresh()
