"""The session that is looked at: its exercises, and what can be done with it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.days import day_title
from nextrep.domain.exercises import Exercise
from nextrep.domain.program_template import phase_title
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.domain.units import Unit
from nextrep.services.program import PlannedView
from nextrep.services.session import SessionView
from nextrep.ui.program.done_words import sets_line
from nextrep.ui.program.tiles import Tile, done_text
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton, LinkButton, PrimaryButton
from nextrep.ui.widgets.card import Card, Divider, Well, clear_layout
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, CardTitle, Secondary


class SessionDetails(Card):
    """A session in full.

    Attributes:
        start_asked: the person wants to begin it.
        repeat_asked: emitted with the id of a finished session to do again.
        move_asked, swap_asked: emitted with the screen position for a menu.
        remove_asked: the person wants it off the calendar.
        exercise_swap_asked: emitted with the position of the exercise, from 0.
    """

    start_asked = Signal()
    repeat_asked = Signal(int)
    move_asked = Signal(QPoint)
    swap_asked = Signal(QPoint)
    remove_asked = Signal()
    exercise_swap_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        px = current_theme().px
        self._title, self._when = CardTitle(), Secondary()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._rest = Well()
        self._rest_text = Secondary()
        self._rest.body.addWidget(self._rest_text)
        self.start = PrimaryButton(tr("Start this session"))
        self.repeat = LinkButton(tr("Do this again"))
        self.move_button = LinkButton(tr("Move to…"))
        self.swap_button = LinkButton(tr("Swap with…"))
        self.remove_button = LinkButton(tr("Remove"))
        self._session_id = 0
        self._swaps: list[IconButton] = []
        for widget in (self._title, self._when):
            self.add(widget)
        self.body.addLayout(self._rows)
        self.add(self._rest)
        self.body.addSpacing(px(4))
        self.add(self.start)
        self._actions = QWidget()
        flow = FlowLayout(self._actions, spacing=0)
        for button in (self.repeat, self.move_button, self.swap_button, self.remove_button):
            flow.addWidget(button)
        self.add(self._actions)
        self.start.clicked.connect(self.start_asked)
        self.repeat.clicked.connect(self._on_repeat)
        self.move_button.clicked.connect(self._on_move)
        self.swap_button.clicked.connect(self._on_swap)
        self.remove_button.clicked.connect(self.remove_asked)

    def show_planned(self, view: PlannedView, tile: Tile) -> None:
        """Show a session that is still to do."""
        planned = view.planned
        week = tr("Week {n}, {phase}", n=planned.week, phase=phase_title(planned.phase))
        self._show_head(planned.title, planned.day, tr("about {n} min", n=view.minutes) + "\n" + week)
        self._clear_rows()
        for position, (exercise, target) in enumerate(view.exercises):
            self._add_planned(position, exercise, target)
        self._show_actions(done_id=0)
        self.start.setText(tr("Go on with it") if view.going_on else tr("Start this session"))
        self._rest_text.setText(tile.tip)
        self._rest.setVisible(bool(tile.tip))

    def show_done(self, view: SessionView, unit: Unit, note: str) -> None:
        """Show a finished session with its sets; `note` says where it stands in the plan."""
        session = view.session
        self._show_head(session.title, session.day, done_text(session) + "\n" + note)
        self._clear_rows()
        for block in view.blocks:
            self._add_row(block.exercise.name, sets_line(block, unit))
        self._show_actions(done_id=session.id)
        self._rest.hide()

    def show_nothing(self) -> None:
        """Say that no session is chosen."""
        self._title.setText(tr("No session chosen"))
        self._when.setText(tr("Choose one in the calendar."))
        self._clear_rows()
        self._rest.hide()
        for button in (self.start, self._actions):
            button.hide()

    def focus_exercise(self, position: int) -> None:
        """Put the keyboard on the swap button of an exercise."""
        if 0 <= position < len(self._swaps):
            self._swaps[position].show()  # made a moment ago; what is hidden takes no focus
            self._swaps[position].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_head(self, title: str, day: int, more: str) -> None:
        self._title.setText(title or tr("Session"))
        self._when.setText(tr("{day} · {more}", day=day_title(day), more=more))
        self.setAccessibleName(tr("{title}, {day}", title=self._title.text(), day=day_title(day)))

    def _show_actions(self, *, done_id: int) -> None:
        """Show what can be done; `done_id` names a finished session, 0 stands for an open one."""
        self._session_id = done_id
        self.repeat.setVisible(bool(done_id))
        self._actions.show()
        for button in (self.start, self.move_button, self.swap_button, self.remove_button):
            button.setVisible(not done_id)

    def _clear_rows(self) -> None:
        clear_layout(self._rows)
        self._swaps = []

    def _add_planned(self, position: int, exercise: Exercise, target: Target) -> None:
        row, name, asked = self._add_row(exercise.name, asked_text(target))
        name.setToolTip(exercise.note)
        asked.setToolTip(
            tr(
                "Reps left: how many more you could still do. "
                "Also called RIR, reps in reserve; RPE is 10 minus it."
            )
        )
        button = IconButton("swap", tr("Swap {exercise} for another exercise", exercise=exercise.name))
        button.clicked.connect(partial(self.exercise_swap_asked.emit, position))
        row.addWidget(button)
        self._swaps.append(button)

    def _add_row(self, first: str, second: str) -> tuple[QHBoxLayout, Body, Secondary]:
        """Add two lines of text below a hairline."""
        px = current_theme().px
        name, more = Body(first), Secondary(second)
        words = QVBoxLayout()
        words.setContentsMargins(0, px(4), 0, px(4))
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(more)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        row.addLayout(words, 1)
        self._rows.addWidget(Divider())
        self._rows.addLayout(row)
        return row, name, more

    def _on_repeat(self) -> None:
        self.repeat_asked.emit(self._session_id)

    def _on_move(self) -> None:
        self.move_asked.emit(self.move_button.mapToGlobal(self.move_button.rect().bottomLeft()))

    def _on_swap(self) -> None:
        self.swap_asked.emit(self.swap_button.mapToGlobal(self.swap_button.rect().bottomLeft()))


def asked_text(target: Target) -> str:
    """Return for example "3 × 6–10 · 2–3 reps left"."""
    left = reps_left(target)
    if not left:
        return target.text()
    return tr("{sets} · {left} reps left", sets=target.text(), left=left)


def reps_left(target: Target) -> str:
    """Return for example "2–3", or "" where nothing is asked."""
    if target.rir_low is None:
        return ""
    if target.rir_high is None or target.rir_high == target.rir_low:
        return str(target.rir_low)
    return f"{target.rir_low}–{target.rir_high}"
