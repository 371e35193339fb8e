"""Which exercises an open session has: adding, swapping, taking out, and discarding it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services import library, session, session_exercises
from nextrep.services.program import equipment_at_hand
from nextrep.services.session import BlockView
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.keys import Command
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.words import swap_refusal
from nextrep.ui.widgets.screen import Screen


class ExerciseCommands(QObject):
    """Carries out what the list of exercises, "Swap" and the menu of the session ask for.

    Attributes:
        discarded: emitted when the session is gone.
    """

    discarded = Signal()

    def __init__(self, screen: Screen, page: TrainPage, conductor: Conductor) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        self._page = page
        self._conductor = conductor
        self._to_swap = -1  # the exercise that another one is chosen for
        page.exercises.add_button.clicked.connect(self.ask)
        page.add_first_button.clicked.connect(self.ask)
        page.exercise.unit_asked.connect(self._type_in)
        for asked in (page.exercise.asked, page.load.asked):
            asked.connect(self.do)

    def do(self, command: Command) -> None:
        """Do what a key or a button asks for about the exercise that is shown."""
        if command is Command.SWAP:
            self.ask_swap()
        elif command is Command.SKIP:
            self._leave_out()

    def ask(self) -> None:
        """Let the person choose an exercise to add."""
        used = [one for one in library.view(self._context.store).find("") if one.favourite or one.last_day]
        first = [entry.exercise for entry in used]
        self._pick(tr("Add exercise"), first, tr("Favourites, and used before"), self._add)

    def ask_swap(self) -> None:
        """Let the person choose an exercise for the place of the one that is shown."""
        block = self._block()
        if block is None:
            return
        if block.sets:
            self._page.exercise.say_saved(swap_refusal())
            return
        store = self._context.store
        stand_ins = library.view(store).stand_ins(block.exercise, equipment_at_hand(store))
        fitting = [entry.exercise for entry in stand_ins]
        title = tr("Instead of {exercise}", exercise=block.exercise.name)
        self._to_swap = block.block
        self._pick(title, fitting, tr("The same movement, with your equipment"), self._swap)

    def discard(self) -> None:
        """Take the session away; it can be undone."""
        self._screen.unsaved()  # what waits comes along into the bin, if it can be written now
        if self._conductor.view is not None:
            self._conductor.run(
                partial(
                    session.discard,
                    self._context.store,
                    self._conductor.view.session.id,
                    self._context.now(),
                )
            )
            self._screen.refresh()
            if session.active(self._context.store) is None:
                self.discarded.emit()

    def _pick(
        self, title: str, first: list[Exercise], first_title: str, take: Callable[[Exercise], None]
    ) -> None:
        picker = ExercisePicker(
            self._context, self._screen.window(), title=title, first=first, first_title=first_title
        )
        picker.chosen.connect(take)
        picker.open()

    def _add(self, exercise: Exercise) -> None:
        if self._conductor.view is None:
            return
        block = self._conductor.run(
            partial(session.add_exercise, self._context.store, self._conductor.view.session.id, exercise)
        )
        if block is not None:
            self._conductor.reload()
            self._conductor.show_block(block)

    def _swap(self, exercise: Exercise) -> None:
        if self._conductor.view is None or self._screen.unsaved():
            return  # the band says what waits: it is not to become a set of the other exercise
        session_id = self._conductor.view.session.id
        self._conductor.run(
            partial(session.swap_exercise, self._context.store, session_id, self._to_swap, exercise)
        )
        self._conductor.reload()
        self._conductor.focus()

    def _leave_out(self) -> None:
        """Leave the exercise out today and go on to the next one, or take it in again."""
        block, view = self._block(), self._conductor.view
        if block is None or view is None:
            return
        use_case = partial(
            session_exercises.leave_out, self._context.store, view.session.id, block.block,
            skipped=not block.skipped,
        )  # fmt: skip
        if self._conductor.run(use_case) is None:
            return
        self._conductor.reload()
        following = self._conductor.view.next_open(block.block) if self._conductor.view else None
        if not block.skipped and following is not None:
            self._conductor.show_block(following)
        else:
            self._conductor.focus()

    def _type_in(self, unit: Unit) -> None:
        """Have the loads of this exercise typed in a unit from now on."""
        block = self._block()
        if block is None:
            return
        usual = unit is self._conductor.known.habits.unit
        use_case = partial(
            session_exercises.type_in, self._context.store, block.exercise_id, None if usual else unit
        )
        self._conductor.run(use_case)
        self._conductor.reload()
        self._conductor.focus()

    def take_out(self) -> None:
        """Take the exercise that is shown out of the session; it can be undone."""
        block = self._conductor.block
        if self._conductor.view is not None and not self._screen.unsaved():
            session_id = self._conductor.view.session.id
            self._conductor.run(
                partial(
                    session.remove_exercise,
                    self._context.store,
                    session_id,
                    block,
                    self._context.now(),
                )
            )
            self._conductor.reload()
            self._conductor.focus()

    def _block(self) -> BlockView | None:
        return self._conductor.table.block if self._conductor.table is not None else None
