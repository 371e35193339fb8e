"""The exercise that is being done: its name, what is worth knowing for this set, and its sets."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nextrep.domain.cues import LineUp
from nextrep.domain.exercise_words import feeling
from nextrep.domain.exercises import group_title
from nextrep.domain.text import tr
from nextrep.services.session import BlockView
from nextrep.ui.session.controls import RoleLabel, TallLink
from nextrep.ui.session.focus_strip import FocusStrip
from nextrep.ui.session.grid import SetGrid
from nextrep.ui.session.keys import Command
from nextrep.ui.session.note_line import NoteLine
from nextrep.ui.session.set_buttons import SetButtons
from nextrep.ui.session.set_sheet import SetSheet
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.words import done_words, swap_refusal
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card, Well, clear_layout
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.labels import Body, PageTitle, Secondary

_CHIPS = 2


class _Cue(Well):
    """A well with a coloured edge."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, then the edge within its round corners."""
        super().paintEvent(event)
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), theme.px(8), theme.px(8))
        painter.setClipPath(shape)
        painter.fillRect(QRectF(0, 0, theme.px(4), self.height()), theme.color("mood"))
        painter.end()


class ExerciseCard(Card):
    """Shows one exercise of the session.

    Attributes:
        grid: its sets. buttons: what can be done with them.
        asked: emitted with a `Command` from a key or a button.
        unit_asked: emitted with the unit that loads shall be typed in from now on.
        note_line, focus_strip: words on a set, and how focused the last one was.
    """

    asked = Signal(object)
    unit_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        px = current_theme().px
        self._notes_wanted: dict[str, bool] = {}
        self._table: SetTable | None = None
        self._cues: LineUp | None = None
        self._large = self._past = False
        self.name = PageTitle()
        self.name.setProperty("large", False)
        self._chips = QHBoxLayout()
        self.swap_button = self._link(tr("Swap"), self._on_swap)
        self.notes_button = self._link(tr("Notes"), self._on_notes)
        self.notes_button.setCheckable(True)
        self.usual_button = self._link(tr("Usual size"), self._on_usual)
        self.usual_button.hide()
        self._cue = _Cue()
        self.reason = Body()
        self.cue = Body()
        self.note = Body()
        self._cue_title = RoleLabel(tr("For this set"), "mood")
        self._cue.body.addWidget(self._cue_title)
        for words in (self.reason, self.cue, self.note):
            self._cue.body.addWidget(words)
        self.grid = SetGrid()
        self.grid.asked.connect(self.asked)
        self.grid.edited.connect(self._on_edited)
        self._beside = Secondary()
        self._beside.hide()
        self.note_line = NoteLine()
        self.focus_strip = FocusStrip()
        self.saved = Secondary()
        self.saved.hide()
        self._hint = Secondary(tr("↵ saves the set · ↑ ↓ move · + − change the weight · U undo · ? all keys"))
        self.buttons = SetButtons()
        self.buttons.asked.connect(self.asked)
        self.buttons.unit_asked.connect(self.unit_asked)
        self.body.setSpacing(px(8))
        self.body.addLayout(self._name_row())
        for part in (self._cue, self._beside, self.grid, self.note_line):
            self.add(part)
        for widget in (self.buttons, self.focus_strip, self.saved, self._hint):
            self.add(widget)

    def _link(self, text: str, pressed: Callable[[], None]) -> TallLink:
        button = TallLink(text)
        button.clicked.connect(pressed)
        return button

    def _name_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        row.addWidget(self.name, 1)
        row.addLayout(self._chips)
        row.addWidget(self.swap_button)
        row.addWidget(self.notes_button)
        row.addWidget(self.usual_button)
        return row

    def set_cues(self, cues: LineUp | None) -> None:
        """Take the cues of the exercise that is shown next, None where only its own words are wanted."""
        self._cues = cues

    def set_large(self, large: bool) -> None:
        """Show large figures of the current set, or everything about all of them."""
        self._large = large
        for words in (self.name, self.cue, self._beside):
            words.setProperty("large", large)
            words.style().unpolish(words)
            words.style().polish(words)
        self.grid.set_large(large)
        for widget in (self.buttons, self._hint, self.swap_button):
            widget.setVisible(not large)
        self.usual_button.setVisible(large)
        for chip in range(self._chips.count()):
            item = self._chips.itemAt(chip)
            shown = item.widget() if item is not None else None
            if shown is not None:
                shown.setVisible(not large)
        self._show_note()
        self._on_edited()

    def set_past(self, past: bool) -> None:
        """Show what helps to do a set, or, of a session of the past, only what was written about it."""
        self._past = past
        self._cue_title.setVisible(not past)

    def show_table(self, table: SetTable, current: int) -> None:
        """Show an exercise with row `current` as the one to do."""
        block = table.block
        if self._table is None or block.exercise != self._table.block.exercise:
            self._show_exercise(block)
        self._table = table
        self.reason.setText(block.suggestion.reason)
        self._show_note()
        self.swap_button.setEnabled(not block.sets)
        self.swap_button.setToolTip(swap_refusal() if block.sets else "")
        self.grid.show_table(table, current)

    def say_saved(self, text: str) -> None:
        """Say what was saved and when, or why a key did nothing; nothing with ""."""
        self.saved.setText(text)
        self.saved.setVisible(bool(text))

    def _show_exercise(self, block: BlockView) -> None:
        self.name.setText(block.exercise.name)
        clear_layout(self._chips)
        for group in block.exercise.groups[:_CHIPS]:
            chip = Chip(group_title(group))
            self._chips.addWidget(chip)
            if self._large:
                chip.hide()
        if block.exercise.unilateral:
            chip = Chip(tr("each side"))
            chip.setToolTip(tr("Reps of one side. Where they differ, 10/9 is left and right."))
            self._chips.addWidget(chip)
            chip.setVisible(not self._large)

    def _show_note(self) -> None:
        """Show the cue, and how to do it when asked to; the first time of an exercise without being asked.

        Without a cue the notes end with where the work is usually felt.
        """
        if self._table is None:
            return
        block = self._table.block
        cue = self._show_cue(block)
        plan_note = block.target.details.note if block.target is not None else ""
        parts = (block.note, plan_note, block.exercise.note, "" if cue else feeling(block.exercise))
        notes = block.note if self._past else "\n".join(part for part in parts if part)
        shown = (self._past or self._notes_wanted.get(block.exercise.key, not block.last)) and bool(notes)
        self.note.setText(notes)
        self.note.setVisible(shown and not self._large)
        self.reason.setVisible(not self._large and not self._past)
        self.notes_button.setVisible(bool(notes) and not self._large and not self._past)
        self.notes_button.setChecked(shown)

    def _show_cue(self, block: BlockView) -> str:
        """Show the cue of the current set; with cues off only what the plan or the person wrote for it."""
        own = (block.target.details.cue if block.target is not None else "") or block.exercise.cue
        found = self._cues.at(self.grid.current) if self._cues is not None else None
        text = found.text if found is not None else own
        self.cue.setText(text)
        self.cue.setVisible(bool(text) and not self._past)
        self._cue.setVisible(bool(block.note) if self._past else bool(text) or not self._large)
        return text

    def _on_notes(self) -> None:
        if self._table is not None:
            self._notes_wanted[self._table.block.exercise.key] = self.notes_button.isChecked()
            self._show_note()

    def _on_edited(self) -> None:
        """Offer what can be done with the current row, and say what the grid has no room for."""
        if self._table is None:
            return
        self._show_cue(self._table.block)
        row = self._table.rows[min(self.grid.current, len(self._table.rows) - 1)]
        self.buttons.show_row(self._table, row)
        words = _beside_words(self._table.sheet) if self.grid.parts.narrow else ""
        self._beside.setText(words)
        self._beside.setVisible(bool(words))

    def _on_swap(self) -> None:
        self.asked.emit(Command.SWAP)

    def _on_usual(self) -> None:
        self.asked.emit(Command.LARGE)


def _beside_words(sheet: SetSheet) -> str:
    """Return plan and last time in one line."""
    parts = []
    if sheet.block.target is not None:
        parts.append(tr("Plan: {plan}", plan=sheet.block.target.text()))
    if sheet.block.last:
        last = [done_words(draft, sheet.unit, help_is_plain=sheet.helps) for draft in sheet.block.last]
        done = ", ".join(last)
        parts.append(tr("Last time: {sets}", sets=done))
    return " · ".join(parts)
