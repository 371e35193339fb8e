"""The end of a session: what is asked then, and what it was, until somebody goes on to something else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from nextrep.domain.text import tr
from nextrep.domain.training import SessionState
from nextrep.services import preferences, records, session, wins
from nextrep.ui.session.conductor import Conductor
from nextrep.ui.session.finish_page import FinishAnswers, FinishPage
from nextrep.ui.session.quiet_desk import QuietDesk
from nextrep.ui.session.summary_page import SummaryPage
from nextrep.ui.widgets.screen import Screen


class FinishDesk(QObject):
    """Finishes sessions.

    Attributes:
        done_id: the session whose summary is shown, None where none is.
    """

    def __init__(
        self,
        screen: Screen,
        pages: QStackedWidget,
        conductor: Conductor,
        page: FinishPage,
        summary: SummaryPage,
        quiet: QuietDesk,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._context = screen.context
        self._pages = pages
        self._conductor = conductor
        self._page = page
        self._summary = summary
        self._quiet = quiet
        self.done_id: int | None = None
        page.finished.connect(self._on_finished)
        summary.back_button.clicked.connect(self._on_leave)

    def ask(self) -> None:
        """Ask how the session was, as soon as there is a set in it and all of them are on the disk."""
        view = self._conductor.view
        if view is not None and not any(block.sets for block in view.blocks):
            self._screen.show_message(tr("No set is done yet. One set is enough, or discard the session."))
            return
        if self._screen.unsaved():
            return  # the band says what waits
        self._screen.clear_message()
        self._pages.setCurrentWidget(self._page)
        self._page.begin()

    def show_summary(self, session_id: int) -> bool:
        """Show a finished session; returns whether there still is one of that id."""
        store = self._context.store
        try:
            view = session.view(store, session_id)
        except KeyError:
            return False
        if view.session.state is not SessionState.DONE:
            return False
        self._conductor.leave()
        small_wins = [win.text for win in wins.wins_of(store, session_id)]
        lines = records.lines_of(store, session_id)
        self._summary.show_view(view, preferences.unit(store), small_wins, lines)
        if not self._quiet.shown:
            self._pages.setCurrentWidget(self._summary)
        return True

    def _on_finished(self, answers: FinishAnswers) -> None:
        if self._conductor.view is None:
            return
        use_case = partial(
            session.finish,
            self._context.store,
            self._conductor.view.session.id,
            self._context.now(),
            pleasant=answers.pleasant,
            activated=answers.activated,
            effort=answers.effort,
            note=answers.note,
        )
        run = self._context.operate.run
        done = run(use_case, initiator=self._screen, on_error=self._page.show_problem)
        if done is not None:
            self.show_summary(done.id)
            self.done_id = done.id
            self._summary.back_button.setFocus()

    def _on_leave(self) -> None:
        self.done_id = None
        self._screen.mark_stale()
        self._screen.navigate.emit("today", None)
