"""The session that is looked at: its exercises, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.days import day_title
from nextrep.domain.exercises import Exercise
from nextrep.domain.program import PlannedState
from nextrep.domain.program_template import phase_title
from nextrep.domain.text import tr
from nextrep.domain.training import EffortScale, Target
from nextrep.domain.units import Unit
from nextrep.services.program import PlannedView
from nextrep.services.session import SessionView
from nextrep.ui.program.asked_words import asked_text, details_text
from nextrep.ui.program.done_words import sets_line
from nextrep.ui.program.exercise_list import ExerciseList
from nextrep.ui.program.exercise_row import RowText
from nextrep.ui.program.tiles import Tile, done_text, skipped_text
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton, LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Card, Well
from nextrep.ui.widgets.clock_text import clock_text
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, CardTitle, Secondary


class SessionDetails(Card):
    """A session in full.

    Attributes:
        rows: its exercises.
        start_asked: the person wants to begin it.
        repeat_asked: emitted with the id of a finished session to do again.
        unskip_asked: what is left out shall be taken in again.
        move_asked, swap_asked, skip_asked, more_asked: emitted with the screen position for a menu.
        add_asked: it shall have another exercise.
        bare_asked: its exercises shall do without equipment.
    """

    start_asked = Signal()
    repeat_asked = Signal(int)
    unskip_asked = Signal()
    move_asked = Signal(QPoint)
    swap_asked = Signal(QPoint)
    skip_asked = Signal(QPoint)
    more_asked = Signal(QPoint)
    add_asked = Signal()
    bare_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        px = current_theme().px
        self._session_id = 0
        self._title, self._when, self._note = CardTitle(), Secondary(), Body()
        self.rows = ExerciseList()
        self.add_button = LinkButton(tr("Add exercise…"))
        self.bare_button = LinkButton(tr("Swap for no equipment"))
        self.bare_button.setToolTip(tr("Puts exercises that need nothing in the place of the others."))
        self._rest = Well()
        self._rest_text = Secondary()
        self._rest.body.addWidget(self._rest_text)
        self.start = SecondaryButton(tr("Start this session"))
        self.repeat = LinkButton(tr("Do this again"))
        self.unskip_button = LinkButton(tr("Take it in again"))
        self.move_button = LinkButton(tr("Move…"))
        self.swap_button = LinkButton(tr("Swap…"))
        self.skip_button = LinkButton(tr("Leave out…"))
        self.more_button = IconButton("more", tr("More that can be done"))
        for widget in (self._title, self._when, self._note, self.rows):
            self.add(widget)
        self._changes = _flow(self.add_button, self.bare_button)
        self.add(self._changes)
        self.add(self._rest)
        self.body.addSpacing(px(4))
        self.add(self.start)
        self._actions = _flow(
            self.repeat,
            self.unskip_button,
            self.move_button,
            self.swap_button,
            self.skip_button,
            self.more_button,
        )
        self.add(self._actions)
        self._connect()

    def show_planned(self, view: PlannedView, tile: Tile, unit: Unit, scale: EffortScale) -> None:
        """Show a session that is still to do, or left out."""
        planned = view.planned
        week = week_words(planned.week, planned.phase)
        when = [clock_text(planned.minute)] if planned.minute is not None else []
        if view.exercises:
            when.append(tr("about {n} min", n=view.minutes))
        skipped = planned.state is PlannedState.SKIPPED
        if skipped:
            when.append(skipped_text(planned.skipped))
        self._show_head(planned.title, planned.day, tr(" · ").join(when), week)
        self._note.setText(planned.note)
        self._note.setVisible(bool(planned.note))
        words = [
            RowText(
                name=exercise.name,
                asked=asked_text(target, scale),
                more=details_text(target.details, unit),
                mark=target.details.superset,
                tip=_tip(exercise, target),
            )
            for exercise, target in view.exercises
        ]
        changeable = not view.going_on
        self.rows.show_rows(words, changeable=changeable)
        needs = any(not exercise.possible_with(frozenset()) for exercise, _target in view.exercises)
        self._changes.setVisible(changeable)
        self.bare_button.setVisible(needs)
        self._session_id = 0
        self.start.setText(tr("Go on with it") if view.going_on else tr("Start this session"))
        self.start.setVisible(bool(view.exercises) and not skipped)
        self.repeat.hide()
        self.unskip_button.setVisible(skipped)
        for button in (self.move_button, self.swap_button, self.skip_button):
            button.setVisible(changeable and not skipped)
        self.more_button.setVisible(changeable)
        self._actions.setVisible(changeable)
        self._rest_text.setText(tile.tip)
        self._rest.setVisible(bool(tile.tip))

    def show_done(self, view: SessionView, unit: Unit, note: str) -> None:
        """Show a finished session with its sets; `note` says where it stands in the plan."""
        session = view.session
        self._show_head(session.title, session.day, done_text(session), note)
        self._note.hide()
        words = [RowText(block.exercise.name, sets_line(block, unit)) for block in view.blocks]
        self.rows.show_rows(words, changeable=False)
        self._session_id = session.id
        for widget in (self._changes, self._rest, self.start, self.unskip_button):
            widget.hide()
        for button in (self.move_button, self.swap_button, self.skip_button):
            button.hide()
        for widget in (self._actions, self.repeat, self.more_button):
            widget.show()

    def show_nothing(self) -> None:
        """Say that there is no session yet, and how to add one."""
        self._title.setText(tr("Nothing planned yet"))
        self._when.setText(
            tr("Double-click a day, press N on it, or use “Add session” above. Exercises come after that.")
        )
        self.setAccessibleName(self._title.text())
        self.rows.show_rows([], changeable=False)
        for widget in (self._note, self._rest, self._changes, self.start, self._actions):
            widget.hide()

    def _connect(self) -> None:
        self.start.clicked.connect(self.start_asked)
        self.repeat.clicked.connect(self._on_repeat)
        self.unskip_button.clicked.connect(self.unskip_asked)
        self.move_button.clicked.connect(self._on_move)
        self.swap_button.clicked.connect(self._on_swap)
        self.skip_button.clicked.connect(self._on_skip)
        self.more_button.clicked.connect(self._on_more)
        self.add_button.clicked.connect(self.add_asked)
        self.bare_button.clicked.connect(self.bare_asked)

    def _show_head(self, title: str, day: int, *more: str) -> None:
        self._title.setText(title or tr("Session"))
        first, *rest = [text for text in more if text] or [""]
        when = tr("{day} · {more}", day=day_title(day), more=first) if first else day_title(day)
        self._when.setText("\n".join([when, *rest]))
        self.setAccessibleName(tr("{title}, {day}", title=self._title.text(), day=day_title(day)))

    def _on_repeat(self) -> None:
        self.repeat_asked.emit(self._session_id)

    def _on_move(self) -> None:
        self.move_asked.emit(_below(self.move_button))

    def _on_swap(self) -> None:
        self.swap_asked.emit(_below(self.swap_button))

    def _on_skip(self) -> None:
        self.skip_asked.emit(_below(self.skip_button))

    def _on_more(self) -> None:
        self.more_asked.emit(_below(self.more_button))


def _below(button: QWidget) -> QPoint:
    return button.mapToGlobal(button.rect().bottomLeft())


def _flow(*buttons: QWidget) -> QWidget:
    holder = QWidget()
    flow = FlowLayout(holder, spacing=0)
    for button in buttons:
        flow.addWidget(button)
    return holder


def _tip(exercise: Exercise, target: Target) -> str:
    """Return the words for an exercise: what to feel, what to mind, and what "reps left" means."""
    details = target.details
    words = [details.cue, details.note, exercise.note]
    if target.rir_low is not None:
        words.append(
            tr(
                "Reps left: how many more you could still do. "
                "Also called RIR, reps in reserve; RPE is 10 minus it."
            )
        )
    return "\n".join(text for text in words if text)


def week_words(week: int, phase: str) -> str:
    """Return "Week 6, Foundation", or the week alone in a program without phases."""
    if not phase:
        return tr("Week {n}", n=week)
    return tr("Week {n}, {phase}", n=week, phase=phase_title(phase))
