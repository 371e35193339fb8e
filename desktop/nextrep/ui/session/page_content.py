"""What stands on the page of a session: each card gets its part of the session as it is now."""

from __future__ import annotations

from nextrep.domain.text import tr
from nextrep.domain.training import SessionState
from nextrep.services.session import SessionView
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.known import Known
from nextrep.ui.session.rest_keeper import RestKeeper
from nextrep.ui.session.session_heading import SessionHeading
from nextrep.ui.session.set_table import SetTable
from nextrep.ui.session.set_tables import SetTables
from nextrep.ui.session.train_page import TrainPage
from nextrep.ui.session.words import row_title


class PageContent:
    """Fills the page.

    Attributes:
        heading: the name of the session and its minutes.
    """

    def __init__(
        self, context: Context, page: TrainPage, known: Known, tables: SetTables, rests: RestKeeper
    ) -> None:
        self._context = context
        self._page = page
        self._known = known
        self._tables = tables
        self._rests = rests
        self._history: tuple[object, ...] = ()
        self.heading = SessionHeading(context, page.heading)

    def show(self, view: SessionView, table: SetTable | None, *, before: bool, seen: bool) -> None:
        """Show a session.

        Args:
            view: the session as it is in the log.
            table: the exercise in front, None where the session has none.
            before: whether the question of how it is before the session is open.
            seen: whether somebody can see the page.
        """
        page, past = self._page, view.session.state is SessionState.DONE
        page.show_parts(exercise=table is not None, before=before, editing=past)
        page.exercises.show_blocks(view, table.block.block if table is not None else -1)
        if table is not None:
            self._show_exercise(view, table)
        else:
            page.rest.set_planned(self._rests.seconds_of(None))
        page.felt.show_session(view.session)
        page.before.show_session(view.session)
        self._show_focus(view, table, past=past)
        self.show_history(view, table)
        page.so_far.show_view(view, self._known.reader.records(view), self._known.habits.unit)
        self.heading.show_session(view.session, seen=seen)

    def show_history(self, view: SessionView, table: SetTable | None) -> None:
        """Show what was done before of the exercise in front, where it is wanted."""
        if table is None or not self._page.history_wanted:
            return
        unit = table.sheet.unit
        times = self._known.reader.history(table.block.exercise_id, view.session.id)
        today = self._context.now().date().toordinal()
        shown = table.block.exercise_id, unit, today, times
        if shown != self._history:
            self._history = shown
            self._page.history.show_history(times, unit, today)

    def show_row(self, table: SetTable) -> None:
        """Show what goes with the current row: its load, and the timer where it is timed."""
        row = self._page.exercise.grid.current
        if row < len(table.rows):
            self._page.load.show_row(table.sheet, row)
            self._page.show_timed(table.sheet, row)

    def clear(self) -> None:
        """Take away what was about a session that is no longer shown."""
        self.heading.clear()
        self._page.timer.cancel()
        self._page.exercise.say_saved("")
        self._page.exercise.note_line.hide()

    def _show_exercise(self, view: SessionView, table: SetTable) -> None:
        page = self._page
        page.exercise.set_cues(self._known.cues_of(view.session.id, table.block))
        page.exercise.show_table(table, page.exercise.grid.current)
        ahead = table.rows.first_open() is not None or view.next_open() is not None
        page.rest.set_planned(self._rests.seconds_of(table.block) if ahead else 0)

    def _show_focus(self, view: SessionView, table: SetTable | None, *, past: bool) -> None:
        """Ask how focused the set done last was; nobody is asked about a set of the past."""
        entry = view.last_set
        if entry is None or past:
            self._page.exercise.focus_strip.show_set("", None)
            return
        its = self._tables[entry.draft.block]
        place = its.rows.row_of(entry.id)
        title = row_title(its.sheet, place) if place is not None else tr("the last set")
        if its is not table:
            title = tr("{set} of {exercise}", set=title, exercise=its.block.exercise.name)
        self._page.exercise.focus_strip.show_set(title, entry.draft.focus)
