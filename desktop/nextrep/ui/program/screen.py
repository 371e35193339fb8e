"""Program: what is planned, does it respect recovery and the person's week, what comes when."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.text import tr
from nextrep.domain.training import EffortScale
from nextrep.services import advice, handover, plan_phases, preferences, program, session
from nextrep.services.program import PlannedView, ProgramView
from nextrep.settings.table import EFFORT_SCALE
from nextrep.ui.program.advice_desk import AdviceDesk
from nextrep.ui.program.advice_panel import AdvicePanel
from nextrep.ui.program.calendar_card import CalendarCard
from nextrep.ui.program.conductor import Conductor
from nextrep.ui.program.details import SessionDetails, week_words
from nextrep.ui.program.doors import Doors
from nextrep.ui.program.exercise_actions import ExerciseActions
from nextrep.ui.program.head_bar import HeadBar
from nextrep.ui.program.next_band import NextBand
from nextrep.ui.program.pause_band import PauseBand
from nextrep.ui.program.phase_bar import PhaseBar
from nextrep.ui.program.plan_actions import PlanActions
from nextrep.ui.program.plan_dialog import PlanDialog
from nextrep.ui.program.plan_in_view import PlanInView
from nextrep.ui.program.plan_questions import PlanQuestions
from nextrep.ui.program.popups import Popups
from nextrep.ui.program.split import Split
from nextrep.ui.program.tiles import Tile
from nextrep.ui.program.week_sets import WeekSetsCard
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.labels import PageTitle
from nextrep.ui.widgets.message import EmptyState
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.screen import Screen


class ProgramScreen(Screen):
    """The phases, the calendar, the session that is looked at, and what is worth a look."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: ProgramView | None = None
        self._today = 0
        self._title = PageTitle()
        self._print = LinkButton(tr("Print sheet"))
        self._share = LinkButton(tr("Share as file"))
        self._library = LinkButton(tr("Exercises"))
        self._adjust = SecondaryButton(tr("Adjust to my week…"))
        self._add = PrimaryButton(tr("Add session"))
        buttons = (self._print, self._share, self._library, self._adjust, self._add)
        self._head = HeadBar(self._title, buttons)
        self._phases, self._pause, self._then = PhaseBar(), PauseBand(), NextBand()
        self._card = CalendarCard(self)
        self._calendar = self._card.calendar
        self._details, self._sets = SessionDetails(), WeekSetsCard()
        self._advice = AdvicePanel()
        popups = Popups(self)
        self._plan = PlanInView(self._calendar)
        self._actions = PlanActions(context, self._plan, self)
        self._questions = PlanQuestions(context, self._plan, self._actions, popups, self)
        self._desk = AdviceDesk(context, self._advice, self._calendar, self)
        self._doors = Doors(context, self._plan, popups, self)
        self._conductor = Conductor(self._plan, self._actions, self._questions, self._details, popups, self)
        self._exercises = ExerciseActions(context, self._plan, self._details.rows, popups, self)
        self._empty = EmptyState(
            tr("No plan yet"),
            tr(
                "Here will be your weeks: which session comes on which day, how long it takes and how much "
                "rest each muscle has. A few questions make a plan; everything in it can be moved later."
            ),
            tr("Make a plan"),
            also=tr("Open a program file…"),
        )
        self._browse = self._empty.add_action(tr("Look through the exercises"))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._lay_out())
        self._pages.addWidget(self._empty)
        self.set_content(self._pages)
        self._connect()

    def concerns(self, changes: Changes) -> bool:
        """The plan, what was done of it, and the names in it."""
        return changes.program or changes.training or changes.settings

    def activate(self) -> None:
        """Read anew on a new day as well."""
        if self._today and self._today != self._now_day():
            self._stale = True
        super().activate()

    def refresh(self) -> None:
        """Read the program and show it; what was looked at stays in view."""
        first = self._view is None
        before = self._view.program.id if self._view else 0
        self._today = self._now_day()
        self._view = program.current(self.context.store, self._today, self._view)
        self._plan.view, self._plan.today = self._view, self._today
        if self._view is None:
            self.set_note("")
            self._pages.setCurrentWidget(self._empty)
            return
        self._pages.setCurrentIndex(0)
        view = self._view
        self._desk.look(view, self._today)
        self._title.setText(program.heading(view.program))
        self._head.fit()
        self._pause.show_pause(view.program.paused_on, self._today)
        then = handover.waiting(self.context.store)
        self._then.show_next(
            then.title if then else "", handover.begins_on(self.context.store, then) if then else 0
        )
        chosen, there = self._calendar.tile(), self._calendar.day()
        beside = program.done_beside(self.context.store, view)
        self._calendar.calendar.show_program(view, beside, self._today)
        week = self._plan.week_of(self._today)
        self._phases.show_phases(plan_phases.phases(view), week or max(1, view.week_of(self._today)))
        if first or before != view.program.id:
            self._choose_first(view)
            self._calendar.go_to_day(self._today)
        elif chosen is None or not self._calendar.choose(chosen.key):
            self._choose_near(there)

    def open(self, argument: object) -> None:
        """Take "make" or a program's key to begin a plan, "resume", a file or a session's id to look at."""
        if isinstance(argument, Path):
            self._doors.show_file(argument)
        elif argument == "make":
            self.make_plan()
        elif argument == "resume" and self._plan.paused:
            self._actions.resume(self._today)
        elif isinstance(argument, str):
            self.make_plan(argument)
        elif isinstance(argument, int) and self._calendar.choose(("planned", argument)):
            tile = self._calendar.tile()
            self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)
            if tile is not None:
                self._calendar.go_to_day(tile.day)
                if tile.movable:
                    self._questions.ask_day(tile, self._calendar.place_of(tile))

    def make_plan(self, key: str = "") -> PlanDialog:
        """Open the questions that make a plan, with the program of `key` chosen."""
        followed = self._view.program if self._view else None
        dialog = PlanDialog(self.context, followed, self, key=key or None)
        dialog.made.connect(self._on_made)
        dialog.open()
        return dialog

    def _lay_out(self) -> QWidget:
        px = self.context.theme.px
        page = ScrollPage()
        page.body.addWidget(self._head)
        page.body.addWidget(self._phases)
        page.body.addWidget(self._pause)
        page.body.addWidget(self._then)
        side = ScrollPage(margins=False)
        side.body.setSpacing(px(12))
        side.body.addWidget(self._details)
        side.body.addWidget(self._advice)
        side.body.addWidget(self._sets, 1)
        page.body.addWidget(Split(self._card, side), 1)
        page.body.setSpacing(px(14))
        return page

    def _connect(self) -> None:
        actions = self._actions
        self._print.clicked.connect(self._doors.print_sheet)
        self._share.clicked.connect(self._on_share)
        self._library.clicked.connect(self._doors.show_library)
        self._browse.clicked.connect(self._doors.show_library)
        self._doors.made.connect(self._on_made)
        self._adjust.clicked.connect(self._on_make)
        self._add.clicked.connect(self._on_add)
        assert self._empty.button is not None
        assert self._empty.also is not None
        self._empty.button.clicked.connect(self._on_make)
        self._empty.also.clicked.connect(self._doors.open_file)
        self._pause.today_asked.connect(self._on_resume_today)
        self._pause.day_asked.connect(self._questions.ask_resume_day)
        self._then.let_go_asked.connect(actions.let_next_go)
        self._calendar.chosen.connect(self._show_tile)
        self._details.add_asked.connect(self._exercises.ask_add)
        self._details.bare_asked.connect(self._exercises.swap_for_none)
        actions.changed.connect(self.refresh)
        self._exercises.changed.connect(self.refresh)
        self._desk.changed.connect(self.refresh)

    def _now_day(self) -> int:
        return self.context.now().date().toordinal()

    def _choose_first(self, view: ProgramView) -> None:
        """Look at the next session to do, else at the last one there is."""
        up = view.next_up(self._today)
        keys = (
            [("planned", up.planned.id)] if up else [t.key for t in self._calendar.calendar.all_tiles()[-1:]]
        )
        if not keys or not self._calendar.choose(keys[0]):
            self._show_nothing(self._today)

    def _choose_near(self, day: int) -> None:
        """Look at what is nearest to where a session went from."""
        tiles = self._calendar.calendar.all_tiles()
        if tiles:
            self._calendar.choose(min(tiles, key=lambda tile: abs(tile.day - day)).key)
            self._calendar.setCurrentIndex(self._calendar.calendar.index_of_day(day))
        else:
            self._show_nothing(day)

    def _show_tile(self, tile: Tile) -> None:
        assert self._view is not None
        planned = self._plan.planned(tile)
        store = self.context.store
        if planned is not None and planned.session is None:
            setting = preferences.read(store, EFFORT_SCALE)
            scale = EffortScale.RPE if setting == EffortScale.RPE else EffortScale.RIR
            self._details.show_planned(planned, tile, preferences.unit(store), scale)
        else:
            self._show_done(tile, planned)
        self._show_week(tile.day)

    def _show_nothing(self, day: int) -> None:
        """Say that there is no session to look at; the week of a day stays in view."""
        self._details.show_nothing()
        self._show_week(day)

    def _show_week(self, day: int) -> None:
        """Show the sets of the week of a day, and what is worth a look in it."""
        assert self._view is not None
        number = self._plan.week_of(day)
        title = tr("Planned in week {n}", n=number) if number else tr("Planned in this week")
        row = self._view.week_of(day)
        self._sets.show_week(title, advice.week_sets(self._view, row))
        self._desk.show_week(row)

    def _show_done(self, tile: Tile, planned: PlannedView | None) -> None:
        """Show the sets of a finished session, planned or not."""
        store = self.context.store
        number = planned.session.id if planned is not None and planned.session is not None else tile.id
        note = tr("not part of the plan")
        if planned is not None:
            note = week_words(planned.planned.week, planned.planned.phase)
        self._details.show_done(session.view(store, number), preferences.unit(store), note)

    def _on_make(self) -> None:
        self.make_plan()

    def _on_share(self) -> None:
        self._doors.share_menu(self._share)

    def _on_made(self) -> None:
        self.refresh()
        self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self._questions.ask_add(max(self._calendar.day(), self._today))

    def _on_resume_today(self) -> None:
        self._actions.resume(self._today)
