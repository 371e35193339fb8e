"""The exercise that is being done: its name, what is worth knowing for this set, and its sets."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nextrep.domain.cues import LineUp
from nextrep.domain.exercise_words import feeling
from nextrep.domain.exercises import group_title
from nextrep.domain.text import tr
from nextrep.services.session import BlockView
from nextrep.ui.session.controls import RoleLabel, TallLink
from nextrep.ui.session.grid import SetGrid
from nextrep.ui.session.keys import Command
from nextrep.ui.session.models import SetTable
from nextrep.ui.session.words import done_words
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card, Well, clear_layout
from nextrep.ui.widgets.chips import Chip
from nextrep.ui.widgets.flow import FlowLayout
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
        grid: its sets.
        asked: emitted with a `Command` from a key or a button.
        swap_asked: emitted when the person wants another exercise in its place.
    """

    asked = Signal(object)
    swap_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        px = current_theme().px
        self._notes_wanted: dict[str, bool] = {}
        self._table: SetTable | None = None
        self._cues: LineUp | None = None
        self.name = PageTitle()
        self._chips = QHBoxLayout()
        self.swap_button = TallLink(tr("Swap"))
        self.notes_button = TallLink(tr("Notes"))
        self.notes_button.setCheckable(True)
        self.swap_button.clicked.connect(self.swap_asked)
        self.notes_button.clicked.connect(self._on_notes)
        self._cue = _Cue()
        self.reason = Body()
        self.cue = Body()
        self.note = Body()
        self._cue.body.addWidget(RoleLabel(tr("For this set"), "mood"))
        self._cue.body.addWidget(self.reason)
        self._cue.body.addWidget(self.cue)
        self._cue.body.addWidget(self.note)
        self.grid = SetGrid()
        self.grid.asked.connect(self.asked)
        self.grid.edited.connect(self._on_edited)
        self._beside = Secondary()
        self._beside.hide()
        self.saved = Secondary()
        self.saved.hide()
        self._hint = Secondary(tr("↵ saves the set · ↑ ↓ move · + − change the weight · U undo · ? all keys"))
        self.add_button = TallLink(tr("Add a set"))
        self.warmup_button = TallLink(tr("Warm-up"))
        self.delete_button = TallLink(tr("Delete set"))
        self.add_button.clicked.connect(self._on_add)
        self.warmup_button.clicked.connect(self._on_warmup)
        self.delete_button.clicked.connect(self._on_delete)
        self.body.setSpacing(px(8))
        self.body.addLayout(self._name_row())
        for widget in (self._cue, self._beside, self.grid):
            self.add(widget)
        self.body.addLayout(self._actions())
        self.add(self.saved)
        self.add(self._hint)

    def _name_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(8))
        row.addWidget(self.name, 1)
        row.addLayout(self._chips)
        row.addWidget(self.swap_button)
        row.addWidget(self.notes_button)
        return row

    def _actions(self) -> FlowLayout:
        flow = FlowLayout(spacing=4)
        for button in (self.add_button, self.warmup_button, self.delete_button):
            flow.addWidget(button)
        return flow

    def set_cues(self, cues: LineUp | None) -> None:
        """Take the cues of the exercise that is shown next, None where only its own words are wanted."""
        self._cues = cues

    def show_table(self, table: SetTable, current: int) -> None:
        """Show an exercise with row `current` as the one to do."""
        block = table.block
        if self._table is None or block.exercise != self._table.block.exercise:
            self._show_exercise(block)
        self._table = table
        self.reason.setText(block.suggestion.reason)
        self._show_note()
        self.swap_button.setEnabled(not block.sets)
        self.swap_button.setToolTip(
            tr("Sets of this exercise are done. Add the other exercise instead.") if block.sets else ""
        )
        self.grid.show_table(table, current)

    def say_saved(self, text: str) -> None:
        """Say what was saved and when, or nothing with ""."""
        self.saved.setText(text)
        self.saved.setVisible(bool(text))

    def _show_exercise(self, block: BlockView) -> None:
        self.name.setText(block.exercise.name)
        clear_layout(self._chips)
        for group in block.exercise.groups[:_CHIPS]:
            self._chips.addWidget(Chip(group_title(group)))

    def _show_note(self) -> None:
        """Show the cue, and how to do it when asked to; the first time of an exercise without being asked.

        Without a cue the notes end with where the work is usually felt.
        """
        if self._table is None:
            return
        block = self._table.block
        cue = self._show_cue(block)
        plan_note = block.target.details.note if block.target is not None else ""
        notes = "\n".join(
            part for part in (plan_note, block.exercise.note, "" if cue else feeling(block.exercise)) if part
        )
        shown = self._notes_wanted.get(block.exercise.key, not block.last) and bool(notes)
        self.note.setText(notes)
        self.note.setVisible(shown)
        self.notes_button.setVisible(bool(notes))
        self.notes_button.setChecked(shown)

    def _show_cue(self, block: BlockView) -> str:
        """Show the cue of the current set; with cues off only what the plan or the person wrote for it."""
        own = (block.target.details.cue if block.target is not None else "") or block.exercise.cue
        found = self._cues.at(self.grid.current) if self._cues is not None else None
        text = found.text if found is not None else own
        self.cue.setText(text)
        self.cue.setVisible(bool(text))
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
        row = self._table.rows[self.grid.current]
        self.warmup_button.setText(tr("Working set") if row.warmup else tr("Warm-up"))
        self.delete_button.setVisible(row.done)
        words = _beside_words(self._table) if self.grid.narrow else ""
        self._beside.setText(words)
        self._beside.setVisible(bool(words))

    def _on_add(self) -> None:
        self.asked.emit(Command.ADD)

    def _on_warmup(self) -> None:
        self.asked.emit(Command.WARMUP)

    def _on_delete(self) -> None:
        self.asked.emit(Command.DELETE)


def _beside_words(table: SetTable) -> str:
    """Return plan and last time in one line."""
    parts = []
    if table.block.target is not None:
        parts.append(tr("Plan: {plan}", plan=table.block.target.text()))
    if table.block.last:
        done = ", ".join(done_words(draft, table.unit) for draft in table.block.last)
        parts.append(tr("Last time: {sets}", sets=done))
    return " · ".join(parts)
