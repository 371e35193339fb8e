"""The person's own words on an exercise: how to do it, and what to feel."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from nextrep.domain.prescription import MAX_NOTE_CHARS
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import BODY, current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.fields import LabelledField

FEWEST_LINES, MOST_LINES = 2, 8
"""Lines of text that a field has room for; it grows with what is written."""


class WordsEdit(QPlainTextEdit):
    """A few lines of text; Tab goes on to the next field."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._make_room)
        self._make_room()

    def words(self) -> str:
        """Return the text without blanks around it."""
        return self.toPlainText().strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the lines that the text has at this width."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        theme = current_theme()
        metrics = QFontMetrics(theme.font(BODY))
        margin = round(self.document().documentMargin())
        area = QRect(0, 0, max(1, self.viewport().width() - 2 * margin), 1_000_000)
        text = self.toPlainText() or self.placeholderText()
        needed = metrics.boundingRect(area, int(Qt.TextFlag.TextWordWrap), text).height()
        lines = max(round(needed / metrics.lineSpacing()), FEWEST_LINES)
        scrolls = lines > MOST_LINES
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if scrolls else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(bar)
        room = min(lines, MOST_LINES) * metrics.lineSpacing()
        height = room + 2 * (theme.px(10) + 2 + margin)
        if height != self.height():
            self.setFixedHeight(height)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person is done here."""
        super().focusOutEvent(event)
        self.left.emit()


class WordsField(QWidget):
    """Technique note and what to feel, kept when the person goes elsewhere.

    Attributes:
        written: emitted with the note and the cue when they were changed.
    """

    written = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note, self.cue = WordsEdit(), WordsEdit()
        self.note.setPlaceholderText(tr("How you set up, hold and move"))
        self._fields = {
            "note": LabelledField(tr("Technique note"), self.note),
            "cue": LabelledField(tr("What to feel"), self.cue),
        }
        self.back = LinkButton(tr("Back to the library's words"))
        self._kept = ("", "")
        self._shipped: tuple[str, str] | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(current_theme().px(8))
        for field in self._fields.values():
            layout.addWidget(field)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.note.left.connect(self.save)
        self.cue.left.connect(self.save)
        self.back.clicked.connect(self._on_back)

    def show_words(self, note: str, cue: str, usual_cue: str, shipped: tuple[str, str] | None) -> None:
        """Show the words of an exercise.

        Args:
            note: how to do it.
            cue: what to feel.
            usual_cue: shown in grey where there is no cue.
            shipped: note and cue of the library, None for an exercise of one's own.
        """
        self._kept, self._shipped = (note, cue), shipped
        for edit, text in ((self.note, note), (self.cue, cue)):
            if edit.toPlainText() != text:
                edit.setPlainText(text)
        self.cue.setPlaceholderText(usual_cue or tr("Where you feel it, or where to breathe"))
        self.set_problem("", "")
        self._show_back()

    def save(self) -> None:
        """Hand over what was written, if anything was."""
        words = (self.note.words(), self.cue.words())
        if words == self._kept:
            return
        for name, text in zip(self._fields, words, strict=True):
            if len(text) > MAX_NOTE_CHARS:
                self.set_problem(tr("Up to {n} characters fit here.", n=MAX_NOTE_CHARS), name)
                return
        self.set_problem("", "")
        self._kept = words
        self._show_back()
        self.written.emit(*words)

    def set_problem(self, message: str, field: str) -> None:
        """Show what is wrong with a field, or that nothing is."""
        for name, labelled in self._fields.items():
            labelled.set_problem(message if name == field else "")

    def _on_back(self) -> None:
        if self._shipped is not None:
            self.note.setPlainText(self._shipped[0])
            self.cue.setPlainText(self._shipped[1])
            self.note.setFocus()
            self.save()

    def _show_back(self) -> None:
        self.back.setVisible(self._shipped is not None and self._kept != self._shipped)
