"""Which exercises an open session has: adding, swapping, taking out, and discarding it as a whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.domain.units import Unit
from nextrep.services import library, session, session_exercises
from nextrep.services.program import equipment_at_hand
from nextrep.services.session import BlockView
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.controls import TallMenu, below
from nextrep.ui.session.key_help import KeyHelp
from nextrep.ui.session.keys import Command
from nextrep.ui.session.set_sheet import SetSheet
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.words import swap_refusal
from nextrep.ui.widgets.screen import Screen


class ExerciseCommands(QObject):
    """Carries out what the list of exercises, "Swap" and the menu of the session ask for.

    Attributes:
        discarded: emitted when the session is gone.
        past_asked: emitted with "template" (to keep this session as one), "past" or "bin".
        warm_ups_chosen: emitted with warm-ups to put before the sets of the exercise that is shown.
    """

    discarded = Signal()
    warm_ups_chosen = Signal(object)
    past_asked = Signal(str)

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
        page.load.tools_asked.connect(self.show_tools)
        for asked in (page.exercise.asked, page.load.asked):
            asked.connect(self.do)
        page.more_button.clicked.connect(self._on_more)

    def do(self, command: Command) -> None:
        """Do what a key or a button asks for about the exercise or the page."""
        steps: dict[Command, Callable[[], None]] = {
            Command.SWAP: self.ask_swap,
            Command.SKIP: self._leave_out,
            Command.TOOLS: self.show_tools,
            Command.TIMER: self._turn_timer,
            Command.LARGE: self._turn_large,
            Command.HISTORY: self._turn_history,
            Command.CUES: self._conductor.turn_cues,
            Command.FINISH: self._finish,
            Command.HELP: self._on_help,
        }
        always = {Command.HELP, Command.LARGE}
        if command in steps and (self._block() is not None or command in always):
            steps[command]()

    def show_tools(self) -> None:
        """Show plates, warm-up and maximum for the exercise that is shown."""
        if self._conductor.table is None:
            return
        sheet = self._conductor.table.sheet
        from nextrep.ui.session.tools_dialog import ToolsDialog  # few open it, and the screen is there sooner

        row = sheet.rows.main_row(self._page.exercise.grid.current)
        load = sheet.load(row)
        dialog = ToolsDialog(
            self._context, sheet.block.exercise, sheet.block.exercise_id, load, _reps(sheet, row), sheet.unit,
            self._screen.window(),
        )  # fmt: skip
        dialog.warm_ups_chosen.connect(self.warm_ups_chosen)
        dialog.open()

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
        usual = unit is self._conductor.habits.unit
        use_case = partial(
            session_exercises.type_in, self._context.store, block.exercise_id, None if usual else unit
        )
        self._conductor.run(use_case)
        self._conductor.reload()
        self._conductor.focus()

    def _turn_timer(self) -> None:
        """Start or stop the timer where sets are timed; one that is running can be stopped from anywhere."""
        table = self._conductor.table
        if self._conductor.editing:
            self._page.exercise.say_saved(tr("Sets of another day are not timed."))
        elif self._page.timer.active or (table is not None and table.sheet.timed):
            self._page.timer.toggle()
        else:
            self._page.exercise.say_saved(tr("Sets of this exercise are not timed."))

    def _turn_history(self) -> None:
        """Show what was done before and go there; from there back to the sets, without it."""
        there = self._page.history.isAncestorOf(self._screen.window().focusWidget())
        wanted = not self._page.history_wanted or not there
        self._page.want_history(wanted)
        self._conductor.show_history()
        if wanted and not self._page.large:
            self._page.history.focus()
        else:
            self._conductor.focus()

    def _finish(self) -> None:
        if not self._conductor.editing:
            self._page.finish_button.click()

    def _turn_large(self) -> None:
        self._page.set_large(not self._page.large)
        self._conductor.focus()

    def _on_more(self) -> None:
        menu = TallMenu(self._page)
        block = self._block()
        if block is not None:
            out = menu.addAction(tr("Take {exercise} out", exercise=block.exercise.name))
            out.triggered.connect(self._take_out)
        for title, wish in (
            (tr("Make a template"), "template"),
            (tr("All sessions…"), "past"),
            (tr("Bin…"), "bin"),
        ):
            menu.addAction(title).setData(wish)
        menu.triggered.connect(self._on_past_wish)
        menu.addAction(tr("My cues…")).triggered.connect(self._on_cues)
        menu.addAction(tr("Keys while training")).triggered.connect(self._on_help)
        menu.addSeparator()
        menu.addAction(tr("Discard session")).triggered.connect(self.discard)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self._page.more_button))

    def _on_cues(self) -> None:
        from nextrep.ui.cues.dialog import CueDialog  # few open it, and the screen is there sooner

        CueDialog(self._context, self._screen.window()).open()

    def _on_past_wish(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.past_asked.emit(action.data())

    def _on_help(self) -> None:
        KeyHelp(self._screen.window()).open()

    def _take_out(self) -> None:
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


def _reps(sheet: SetSheet, row: int) -> int | None:
    try:
        return sheet.draft(row).reps
    except UserError:
        return None
