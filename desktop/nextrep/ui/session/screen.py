"""The Session screen: start, train, finish, and a quiet look at what was done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.quiet import QuietKind
from nextrep.domain.text import tr
from nextrep.domain.training import SessionState
from nextrep.resources.quiet import lines_for
from nextrep.services import preferences, records, session, session_past, session_starts, wins
from nextrep.services.session import SessionView
from nextrep.services.session_source import Source, SourceKind
from nextrep.settings.table import BREATH_IN_S, BREATH_OUT_S, PACER_ON
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.exercise_commands import ExerciseCommands
from nextrep.ui.session.finish_page import FinishAnswers, FinishPage
from nextrep.ui.session.past_bar import PastBar
from nextrep.ui.session.past_commands import PastCommands
from nextrep.ui.session.quiet_page import QuietPage
from nextrep.ui.session.safety_note import SafetyDesk
from nextrep.ui.session.set_commands import SetCommands
from nextrep.ui.session.start_page import StartPage
from nextrep.ui.session.summary_page import SummaryPage
from nextrep.ui.session.timekeeper import Timekeeper
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.widgets.screen import Screen


class SessionScreen(Screen):
    """Shows the open session; without one, ways to start.

    Attributes:
        train: the page of an open session, led by `conductor`; `sets` and `exercises` do what is asked on it.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._done_id: int | None = None
        self._edited_id: int | None = None
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
        self.timekeeper = Timekeeper(context, self.train.rest, self.train.timer)
        self.sets = SetCommands(self, self.train, self.conductor)
        self.exercises = ExerciseCommands(self, self.train, self.conductor)
        self.past = PastCommands(self, self.pages, self.start_page)
        self.past.asked.connect(self.open)
        self.past.left.connect(self.refresh)
        self.past_bar = PastBar(context)
        self.past_bar.hide()
        self.train.notices.addWidget(self.past_bar)
        self.past_bar.done.connect(self._on_edit_done)
        self.past_bar.changed.connect(self._on_facts_changed)
        self.sets.ended.connect(self._on_ended)
        self.safety = SafetyDesk(context, self)
        self.safety.closed.connect(self._focus)
        self.exercises.discarded.connect(self._on_discarded)
        self.exercises.past_asked.connect(self._on_past_asked)
        self.exercises.warm_ups_chosen.connect(self.sets.add_warm_ups)
        self.start_page.asked.connect(self.open)
        self.start_page.plan_asked.connect(self._on_plan)
        self.train.finish_button.clicked.connect(self._on_finish_asked)
        self.train.unsaved.cleared.connect(self.clear_message)  # that something is not saved is over
        self.finish_page.finished.connect(self._on_finished)
        self.finish_page.back.connect(self._on_back)
        self.summary.back_button.clicked.connect(self._on_leave)
        self.train.before.arrive_asked.connect(self._on_arrive)
        self.summary.quiet_button.clicked.connect(self._on_close_quietly)
        self.quiet.left.connect(self._on_quiet_left)
        self.set_content(self.pages)

    def concerns(self, changes: Changes) -> bool:
        """Training, the plan, and the settings for unit, effort and rest."""
        self.conductor.hear(changes)
        return changes.training or changes.program or changes.settings

    def activate(self) -> None:
        """Bring the keyboard to the next set."""
        super().activate()
        if self.pages.currentWidget() is self.train:
            self.conductor.show_time()
        self._focus()

    def deactivate(self) -> None:
        """Let go of the summary and the past: who comes back wants to start, or to go on."""
        super().deactivate()
        if self._edited_id is not None and not self.unsaved():
            self.past_bar.keep()
            self._leave_edit()
            self.mark_stale()
        if self._done_id is not None:
            self._done_id = None
            self.mark_stale()

    def unsaved(self) -> str:
        """Write the sets that wait, if it can be now; returns which one cannot."""
        return self.sets.settle()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at the minutes."""
        self.conductor.pause()
        super().hideEvent(event)

    def refresh(self) -> None:
        """Show the open session, else the one just finished, else ways to start."""
        if self.past.shown:
            self.past.refresh()
            return
        open_id = session.active_id(self.context.store)
        if self._edited_id is not None and self._show_edited(self._edited_id):
            return
        if open_id is not None:
            self._show_open(open_id)
        elif self._done_id is None or not self._show_summary(self._done_id):
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
        self._done_id = None
        self._leave_edit()
        match argument:
            case ("past", _):
                self.past.show_page()
                return
            case ("edit", int(session_id)):
                self.past.leave_page(to_edit=True)
                self._edited_id = session_id
                self.refresh()
                return
        self.past.leave_page(to_edit=False)
        self.context.operate.run(self._use_case(argument), initiator=self, on_error=self._say_kindly)
        self.refresh()
        self._focus()

    def _use_case(self, argument: object) -> Callable[[], Outcome[SessionView]]:
        store, now = self.context.store, self.context.now()
        match argument:
            case ("start_planned", int(planned_id)):
                return partial(session.start_planned, store, planned_id, now)
            case ("repeat", int(session_id)):
                return partial(session.repeat, store, session_id, now)
            case ("template", int(template_id)):
                return partial(session.start_from, store, Source(SourceKind.TEMPLATE, template_id), now)
            case ("one_set", _):
                return partial(session.start_one_set, store, now)
            case ("free", _):
                return partial(session.start_free, store, now)
        raise ValueError(argument)

    def _say_kindly(self, message: str, _field: str) -> None:
        self.show_message(message, "info")

    def _show_open(self, session_id: int) -> None:
        self._done_id = None
        if self._said_discarded:
            self._said_discarded = False
            self.clear_message()
        self.safety.show_in(self.train.notices)
        self.past_bar.hide()
        elsewhere = self.pages.currentWidget() not in {self.train, self.finish_page, self.quiet}
        self._turn_to(session_id, elsewhere=elsewhere)

    def _show_edited(self, session_id: int) -> bool:
        """Show a session of the past to be edited; returns whether there still is one of that id."""
        self.safety.hide()
        try:
            self._turn_to(session_id, elsewhere=self.pages.currentWidget() is not self.train)
        except KeyError:
            self._edited_id = None
        else:
            assert self.conductor.view is not None
            self.past_bar.show_session(self.conductor.view.session)
        self.past_bar.setVisible(self._edited_id is not None)
        return self._edited_id is not None

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

    def _show_summary(self, session_id: int) -> bool:
        """Show a finished session; returns whether there still is one of that id."""
        store = self.context.store
        try:
            view = session.view(store, session_id)
        except KeyError:
            return False
        if view.session.state is not SessionState.DONE:
            return False
        self.conductor.leave()
        small_wins = [win.text for win in wins.wins_of(store, session_id)]
        lines = records.lines_of(store, session_id)
        self.summary.show_view(view, preferences.unit(store), small_wins, lines)
        if self.pages.currentWidget() is not self.quiet:
            self.pages.setCurrentWidget(self.summary)
        return True

    def _show_start(self) -> None:
        self._done_id = None
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

    def _on_finish_asked(self) -> None:
        view = self.conductor.view
        if view is not None and not any(block.sets for block in view.blocks):
            self.show_message(tr("No set is done yet. One set is enough, or discard the session."))
            return
        if self.unsaved():
            return  # the band says what waits
        self.clear_message()
        self.pages.setCurrentWidget(self.finish_page)
        self.finish_page.begin()

    def _on_finished(self, answers: FinishAnswers) -> None:
        if self.conductor.view is None:
            return
        use_case = partial(
            session.finish,
            self.context.store,
            self.conductor.view.session.id,
            self.context.now(),
            pleasant=answers.pleasant,
            activated=answers.activated,
            effort=answers.effort,
            note=answers.note,
        )
        done = self.context.operate.run(use_case, initiator=self, on_error=self.finish_page.show_problem)
        if done is not None:
            self._show_summary(done.id)
            self._done_id = done.id
            self.summary.back_button.setFocus()

    def _on_arrive(self) -> None:
        self._be_quiet(QuietKind.ARRIVAL)

    def _on_close_quietly(self) -> None:
        self._be_quiet(QuietKind.CLOSE)

    def _be_quiet(self, kind: QuietKind) -> None:
        store, day = self.context.store, self.context.now().date().toordinal()
        pace = preferences.read(store, BREATH_IN_S), preferences.read(store, BREATH_OUT_S)
        self.pages.setCurrentWidget(self.quiet)
        self.quiet.begin(kind, lines_for(kind, day), pace if preferences.read(store, PACER_ON) else None)

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
        (self.past_bar.done_button if self.conductor.editing else self.train.finish_button).setFocus()

    def _on_facts_changed(self, _session: object) -> None:
        self.conductor.reload()

    def _leave_edit(self) -> None:
        """Leave the session of the past, for something else; without any set it goes away again."""
        if self._edited_id is None:
            return
        edited, self._edited_id = self._edited_id, None
        self.conductor.leave()
        store, now = self.context.store, self.context.now()
        self.context.operate.run(partial(session_past.drop_if_empty, store, edited, now), initiator=self)

    def _on_edit_done(self) -> None:
        """Leave the session of the past, for where it was opened from."""
        if self._edited_id is not None and not self.unsaved():
            edited, self._edited_id = self._edited_id, None
            self.conductor.leave()
            self.past.end_edit(edited)

    def _on_discarded(self) -> None:
        """Say that the session is gone, until it is back."""
        self.show_message(tr("The session is discarded. Undo brings it back."))
        self._said_discarded = True

    def _on_back(self) -> None:
        self.pages.setCurrentWidget(self.train)
        self._focus()

    def _on_leave(self) -> None:
        self._done_id = None
        self.mark_stale()
        self.navigate.emit("today", None)
