"""The menu of a session: what is asked for rarely, and by mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from nextrep.domain.text import tr
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.controls import TallMenu, below
from nextrep.ui.session.exercise_commands import ExerciseCommands
from nextrep.ui.session.page_commands import PageCommands
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.widgets.screen import Screen


class SessionMenu(QObject):
    """Opens from "More for this session".

    Attributes:
        past_asked: emitted with "template" (to keep this session as one), "past" or "bin".
    """

    past_asked = Signal(str)

    def __init__(
        self,
        screen: Screen,
        page: TrainPage,
        conductor: Conductor,
        exercises: ExerciseCommands,
        commands: PageCommands,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._page = page
        self._conductor = conductor
        self._exercises = exercises
        self._commands = commands
        page.more_button.clicked.connect(self._on_more)

    def _on_more(self) -> None:
        menu = TallMenu(self._page)
        block = self._conductor.table.block if self._conductor.table is not None else None
        if block is not None:
            out = menu.addAction(tr("Take {exercise} out", exercise=block.exercise.name))
            out.triggered.connect(self._exercises.take_out)
        for title, wish in (
            (tr("Make a template"), "template"),
            (tr("All sessions…"), "past"),
            (tr("Bin…"), "bin"),
        ):
            menu.addAction(title).setData(wish)
        menu.triggered.connect(self._on_past_wish)
        menu.addAction(tr("My cues…")).triggered.connect(self._on_cues)
        menu.addAction(tr("Keys while training")).triggered.connect(self._commands.show_help)
        menu.addSeparator()
        menu.addAction(tr("Discard session")).triggered.connect(self._exercises.discard)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self._page.more_button))

    def _on_cues(self) -> None:
        from nextrep.ui.cues.dialog import CueDialog  # few open it, and the screen is there sooner

        CueDialog(self._screen.context, self._screen.window()).open()

    def _on_past_wish(self, action: QAction) -> None:
        if isinstance(action.data(), str):
            self.past_asked.emit(action.data())
