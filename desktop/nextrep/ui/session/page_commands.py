"""What a key does to the page of a session: tools, timer, large figures, history, cues, help, the end."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.services import cues
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.key_help import KeyHelp
from nextrep.ui.session.keys import Command
from nextrep.ui.session.set_sheet import SetSheet
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.widgets.screen import Screen


class PageCommands(QObject):
    """Carries out what changes nothing in the log.

    Attributes:
        warm_ups_chosen: emitted with warm-ups to put before the sets of the exercise that is shown.
    """

    warm_ups_chosen = Signal(object)

    def __init__(self, screen: Screen, page: TrainPage, conductor: Conductor) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        self._page = page
        self._conductor = conductor
        page.load.tools_asked.connect(self.show_tools)
        for asked in (page.exercise.asked, page.load.asked):
            asked.connect(self.do)

    def do(self, command: Command) -> None:
        """Do what a key or a button asks for about the page."""
        steps: dict[Command, Callable[[], None]] = {
            Command.TOOLS: self.show_tools,
            Command.TIMER: self._turn_timer,
            Command.LARGE: self._turn_large,
            Command.HISTORY: self._turn_history,
            Command.CUES: self._turn_cues,
            Command.FINISH: self._finish,
            Command.HELP: self.show_help,
        }
        always = {Command.HELP, Command.LARGE}
        if command in steps and (self._conductor.table is not None or command in always):
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

    def show_help(self) -> None:
        """Show all keys."""
        KeyHelp(self._screen.window()).open()

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

    def _turn_large(self) -> None:
        self._page.set_large(not self._page.large)
        self._conductor.focus()

    def _turn_cues(self) -> None:
        """Show a cue before each set, or no longer."""
        store = self._context.store
        self._conductor.run(partial(cues.switch, store, on=not cues.switched_on(store)))
        self._conductor.show_anew()
        self._page.exercise.grid.focus_current()

    def _finish(self) -> None:
        if not self._conductor.editing:
            self._page.finish_button.click()


def _reps(sheet: SetSheet, row: int) -> int | None:
    try:
        return sheet.draft(row).reps
    except UserError:
        return None
