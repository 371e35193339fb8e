"""Which exercises an open session has: adding, swapping, taking out, and discarding it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.services import library, session
from nextrep.services.program import equipment_at_hand
from nextrep.services.session import BlockView
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.controls import below
from nextrep.ui.session.key_help import KeyHelp
from nextrep.ui.session.train_page import TrainPage
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
        page.exercises.add_button.clicked.connect(self.ask)
        page.add_first_button.clicked.connect(self.ask)
        page.exercise.swap_asked.connect(self.ask_swap)
        page.more_button.clicked.connect(self._on_more)

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
        store = self._context.store
        stand_ins = library.view(store).stand_ins(block.exercise, equipment_at_hand(store))
        fitting = [entry.exercise for entry in stand_ins]
        title = tr("Instead of {exercise}", exercise=block.exercise.name)
        self._pick(title, fitting, tr("The same movement, with your equipment"), self._swap)

    def discard(self) -> None:
        """Take the session away; it can be undone."""
        if self._conductor.view is not None:
            self._conductor.run(
                partial(session.discard, self._context.store, self._conductor.view.session.id)
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
        if self._conductor.view is None:
            return
        session_id = self._conductor.view.session.id
        self._conductor.run(
            partial(session.swap_exercise, self._context.store, session_id, self._conductor.block, exercise)
        )
        self._conductor.reload()
        self._conductor.focus()

    def _on_more(self) -> None:
        menu = QMenu(self._page)
        block = self._block()
        if block is not None:
            out = menu.addAction(tr("Take {exercise} out", exercise=block.exercise.name))
            out.triggered.connect(self._take_out)
        menu.addAction(tr("Keys while training")).triggered.connect(self._on_help)
        menu.addSeparator()
        menu.addAction(tr("Discard session")).triggered.connect(self.discard)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self._page.more_button))

    def _on_help(self) -> None:
        KeyHelp(self._screen.window()).open()

    def _take_out(self) -> None:
        if self._conductor.view is not None:
            session_id = self._conductor.view.session.id
            self._conductor.run(
                partial(session.remove_exercise, self._context.store, session_id, self._conductor.block)
            )
            self._conductor.reload()
            self._conductor.focus()

    def _block(self) -> BlockView | None:
        return self._conductor.table.block if self._conductor.table is not None else None
