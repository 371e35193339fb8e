"""What is shared: the pages of the dialog that passes a program on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QCheckBox, QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.services.calendar_export import Told
from nextrep.services.sharing import Contents, Wanted
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer import sharing_words as words
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card, row_of
from nextrep.ui.widgets.labels import Body, Muted, Secondary, SmallTitle

_TEXT_LINES = 12


class ProgramPage(QWidget):
    """What is in a program file, and the ticks for what is the person's own.

    Attributes:
        text_asked: the text of the file shall be shown, or shown anew.
    """

    text_asked = Signal()

    def __init__(self, contents: Contents, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.weights = _tick(
            tr("With my weights ({n})", n=contents.weights),
            tr("Fixed loads, training maxima, and load on or help for bodyweight"),
        )
        self.notes = _tick(tr("With my notes ({n})", n=contents.notes), tr("What you wrote beside exercises"))
        self.times = _tick(tr("With the times of day ({n})", n=contents.times), "")
        self.notes.setChecked(True)
        self.times.setChecked(True)
        self.show_text = LinkButton(tr("Show the text of the file"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(tr("Text of the file"))
        self.text.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        for row, (title, said) in enumerate(
            ((tr("In it"), words.inside_text(contents)), (tr("Not in it"), words.outside_text()))
        ):
            label, value = Muted(title, wrap=False), Body(said)
            label.setBuddy(value)
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(value, row, 1, Qt.AlignmentFlag.AlignTop)
        layout = _column(self)
        layout.addLayout(grid)
        counts = (contents.weights, contents.notes, contents.times)
        boxes = (self.weights, self.notes, self.times)
        layout.addLayout(_ticks(*boxes))
        for box, count in zip(boxes, counts, strict=True):
            box.setHidden(not count)
            box.toggled.connect(self._on_ticked)
        layout.addLayout(row_of(self.show_text))
        layout.addWidget(self.text, 1)
        layout.addStretch(0)
        self.show_text.clicked.connect(self._on_show)

    def wanted(self) -> Wanted:
        """Return what is ticked."""
        return Wanted(self.weights.isChecked(), self.notes.isChecked(), self.times.isChecked())

    def show_file_text(self, text: str) -> None:
        """Show what would be written."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(current_theme().px(13))
        self.text.document().setDefaultFont(font)
        self.text.setPlainText(text)
        self.text.setMinimumHeight(self.text.fontMetrics().lineSpacing() * _TEXT_LINES)
        self.text.show()
        self.show_text.setText(tr("Hide the text of the file"))

    def _on_show(self) -> None:
        if self.text.isHidden():
            self.text_asked.emit()
            return
        self.text.hide()
        self.show_text.setText(tr("Show the text of the file"))

    def _on_ticked(self, _on: bool) -> None:
        if not self.text.isHidden():
            self.text_asked.emit()


class CalendarPage(QWidget):
    """What a calendar file tells, with an example of an entry."""

    def __init__(self, title: str, exercises: str, parent: QWidget | None = None) -> None:
        """Make the page.

        Args:
            title: name of the first session, for the example.
            exercises: its exercises, for the example.
            parent: owner.
        """
        super().__init__(parent)
        self._title, self._exercises = title, exercises
        self.names = _tick(tr("With the names of the sessions"), tr("Otherwise each entry says “Training”"))
        self.exercises = _tick(tr("With the exercises"), tr("In the details of each entry"))
        self._example, self._detail = Body(), Secondary()
        example = Card()
        for widget in (SmallTitle(tr("An entry would say")), self._example, self._detail):
            example.add(widget)
        layout = _column(self)
        layout.addWidget(
            Body(
                tr(
                    "One entry for each session: at its time of day if it has one, else for the whole day. "
                    "Bring the file into a calendar of its own, so that it can be hidden or deleted at once. "
                    "After a change, bring the new file in again: entries move, and none is doubled."
                )
            )
        )
        layout.addLayout(_ticks(self.names, self.exercises))
        layout.addWidget(example)
        layout.addStretch(1)
        self.names.toggled.connect(self._show_example)
        self.exercises.toggled.connect(self._show_example)
        self._show_example()

    def told(self) -> Told:
        """Return what is ticked."""
        return Told(names=self.names.isChecked(), exercises=self.exercises.isChecked())

    def _show_example(self, _on: bool = False) -> None:
        told = self.told()
        self._example.setText(self._title if told.names else tr("Training"))
        self._detail.setText(self._exercises)
        self._detail.setVisible(told.exercises)


def _tick(text: str, tip: str) -> QCheckBox:
    box = QCheckBox(text)
    box.setToolTip(tip)
    box.setAccessibleDescription(tip)
    return box


def _ticks(*boxes: QCheckBox) -> QVBoxLayout:
    """Keep boxes close together; each is high enough to hit."""
    column = QVBoxLayout()
    column.setSpacing(0)
    for box in boxes:
        column.addWidget(box)
    return column


def _column(page: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_theme().px(12))
    return layout
