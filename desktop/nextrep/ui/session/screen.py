"""The Session screen: start, train, finish, and a quiet look at what was done."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.text import tr
from nextrep.services import preferences, session, session_starts
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.edit_desk import EditDesk
from nextrep.ui.session.exercise_commands import ExerciseCommands
from nextrep.ui.session.feeling_commands import FeelingCommands
from nextrep.ui.session.finish_desk import FinishDesk
from nextrep.ui.session.finish_page import FinishPage
from nextrep.ui.session.page_commands import PageCommands
from nextrep.ui.session.past_commands import PastCommands
from nextrep.ui.session.quiet_desk import QuietDesk
from nextrep.ui.session.quiet_page import QuietPage
from nextrep.ui.session.safety_note import SafetyDesk
from nextrep.ui.session.session_menu import SessionMenu
from nextrep.ui.session.set_commands import SetCommands
from nextrep.ui.session.start_page import StartPage
from nextrep.ui.session.summary_page import SummaryPage
from nextrep.ui.session.timekeeper import Timekeeper
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.ways_to_start import way_to_start
from nextrep.ui.widgets.screen import Screen


class SessionScreen(Screen):
    """Shows the open session; without one, ways to start.

    Attributes:
        train: the page of an open session, led by `conductor`; `sets` and `exercises` do what is asked on it.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._said_discarded = False
        self.start_page = StartPage()
        self.train = TrainPage()
        self.finish_page = FinishPage()
        self.summary = SummaryPage()
        self.pages = QStackedWidget()
        self.quiet = QuietPage()
        for page in (self.start_page, self.train, self.finish_page, self.summary, self.quiet):
            self.pages.addWidget(page)
        self.conductor = Conductor(self, self.train)
        quiet = QuietDesk(context, self.pages, self.quiet, self.train, self.summary)
        self.finish = FinishDesk(self, self.pages, self.conductor, self.finish_page, self.summary, quiet)
        self.timekeeper = Timekeeper(context, self.train.rest, self.train.timer)
        self.sets = SetCommands(self, self.train, self.conductor)
        self.feelings = FeelingCommands(self, self.train, self.conductor)
        self.exercises = ExerciseCommands(self, self.train, self.conductor)
        self.commands = PageCommands(self, self.train, self.conductor)
        self.menu = SessionMenu(self, self.train, self.conductor, self.exercises, self.commands)
        self.past = PastCommands(self, self.pages, self.start_page)
        self.past.asked.connect(self.open)
        self.past.left.connect(self.refresh)
        self.edit = EditDesk(self, self.conductor, self.past)
        self.train.notices.addWidget(self.edit.bar)
        self.sets.saver.going_on.ended.connect(self._on_ended)
        self.safety = SafetyDesk(context, self)
        self.safety.closed.connect(self._focus)
        self.exercises.discarded.connect(self._on_discarded)
        self.menu.past_asked.connect(self._on_past_asked)
        self.commands.warm_ups_chosen.connect(self.sets.add_warm_ups)
        self.start_page.asked.connect(self.open)
        self.start_page.plan_asked.connect(self._on_plan)
        self.train.finish_button.clicked.connect(self.finish.ask)
        self.train.unsaved.cleared.connect(self.clear_message)  # that something is not saved is over
        self.finish_page.back.connect(self._on_back)
        self.quiet.left.connect(self._on_quiet_left)
        self.set_content(self.pages)

    def concerns(self, changes: Changes) -> bool:
        """Training, the plan, and the settings for unit, effort and rest."""
        self.conductor.known.hear(changes)
        return changes.training or changes.program or changes.settings

    def activate(self) -> None:
        """Bring the keyboard to the next set."""
        super().activate()
        if self.pages.currentWidget() is self.train:
            self.conductor.heading.look()
        self._focus()

    def deactivate(self) -> None:
        """Let go of the summary and the past: who comes back wants to start, or to go on."""
        super().deactivate()
        if self.edit.session_id is not None and not self.unsaved():
            self.edit.bar.keep()
            self.edit.leave()
            self.mark_stale()
        if self.finish.done_id is not None:
            self.finish.done_id = None
            self.mark_stale()

    def unsaved(self) -> str:
        """Write the sets that wait, if it can be now; returns which one cannot."""
        return self.sets.saver.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the minutes."""
        self.conductor.heading.look_away()
        super().hideEvent(event)

    def refresh(self) -> None:
        """Show the open session, else the one just finished, else ways to start."""
        if self.past.shown:
            self.past.refresh()
            return
        open_id = session.active_id(self.context.store)
        if self.edit.session_id is not None and self._show_edited(self.edit.session_id):
            return
        if open_id is not None:
            self._show_open(open_id)
        elif self.finish.done_id is None or not self.finish.show_summary(self.finish.done_id):
            self._show_start()

    def open(self, argument: object) -> None:
        """Start as asked.

        Args:
            argument: ("start_planned", planned id), ("repeat", session id), ("template", its id),
                ("one_set", None) or ("free", None). A session that is open already stays and is shown. Or
                ("edit", session id) for one of the past, ("log_past", planned id or None) to log one of
                another day, ("past", None) for all of them, ("bin", None) for what was deleted.

        Raises:
            ValueError: it is none of these.
        """
        self.clear_message()
        match argument:
            case ("log_past", None | int() as planned_id):
                self.past.log_another_day(planned_id)
                return
            case ("bin", _):
                self.past.open_bin()
                return
        if lost := self.unsaved():
            self.show_message(tr("{what} is not saved yet. It stays here until it is.", what=lost))
            return
        self._said_discarded = False
        self.finish.done_id = None
        self.edit.leave()
        match argument:
            case ("past", _):
                self.past.show_page()
                return
            case ("edit", int(session_id)):
                self.past.leave_page(to_edit=True)
                self.edit.session_id = session_id
                self.refresh()
                return
        self.past.leave_page(to_edit=False)
        start = way_to_start(argument, self.context.store, self.context.now())
        self.context.operate.run(start, initiator=self, on_error=self._say_kindly)
        self.refresh()
        self._focus()

    def _say_kindly(self, message: str, _field: str) -> None:
        self.show_message(message, "info")

    def _show_open(self, session_id: int) -> None:
        self.finish.done_id = None
        if self._said_discarded:
            self._said_discarded = False
            self.clear_message()
        self.safety.show_in(self.train.notices)
        self.edit.bar.hide()
        elsewhere = self.pages.currentWidget() not in {self.train, self.finish_page, self.quiet}
        self._turn_to(session_id, elsewhere=elsewhere)

    def _show_edited(self, session_id: int) -> bool:
        """Show a session of the past to be edited; returns whether there still is one of that id."""
        self.safety.hide()
        try:
            self._turn_to(session_id, elsewhere=self.pages.currentWidget() is not self.train)
        except KeyError:
            self.edit.session_id = None
        else:
            assert self.conductor.view is not None
            self.edit.bar.show_session(self.conductor.view.session)
        self.edit.bar.setVisible(self.edit.session_id is not None)
        return self.edit.session_id is not None

    def _turn_to(self, session_id: int, *, elsewhere: bool) -> None:
        same = self.conductor.view is not None and self.conductor.view.session.id == session_id
        self.conductor.open(session_id)
        if elsewhere or not same:
            self.pages.setCurrentWidget(self.train)
            if self.isVisible():
                self._focus()

    def _focus(self) -> None:
        """Put the keyboard on the note that waits to be put away, else where a session goes on or begins."""
        page = self.pages.currentWidget()
        if page not in {self.train, self.start_page}:
            return
        if self.safety.shown:
            self.safety.note.focus()
        elif page is self.train:
            self.conductor.focus()
        else:
            self.start_page.focus()

    def _show_start(self) -> None:
        self.finish.done_id = None
        self.conductor.leave()
        store = self.context.store
        today = self.context.now().date().toordinal()
        self.start_page.show_starts(session_starts.starts(store, today), preferences.unit(store), today)
        self.safety.show_in(self.start_page.body, 1)
        elsewhere = self.pages.currentWidget() is not self.start_page
        self.pages.setCurrentWidget(self.start_page)
        if elsewhere and self.isVisible():
            self._focus()

    def _on_plan(self) -> None:
        self.navigate.emit("program", "make")

    def _on_quiet_left(self) -> None:
        """Go back to where the quiet minutes were asked for."""
        if self.conductor.view is None:
            self.pages.setCurrentWidget(self.summary)
            self.summary.back_button.setFocus()
            return
        self.pages.setCurrentWidget(self.train)
        self._focus()

    def _on_past_asked(self, wish: str) -> None:
        if wish != "template":
            self.open((wish, None))
        elif self.conductor.view is not None:
            self.past.make_template(self.conductor.view.session.id)

    def _on_ended(self) -> None:
        """Put the keyboard where the session is brought to its end."""
        (self.edit.bar.done_button if self.conductor.editing else self.train.finish_button).setFocus()

    def _on_discarded(self) -> None:
        """Say that the session is gone, until it is back."""
        self.show_message(tr("The session is discarded. Undo brings it back."))
        self._said_discarded = True

    def _on_back(self) -> None:
        self.pages.setCurrentWidget(self.train)
        self._focus()
