"""Program: what is planned, does it respect recovery and the person's week, what comes when."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.program_template import phase_title
from nextrep.domain.text import tr
from nextrep.domain.training import EffortScale
from nextrep.services import plan_phases, preferences, program, session
from nextrep.services.program import PlannedView, ProgramView
from nextrep.settings.table import EFFORT_SCALE
from nextrep.ui.program.calendar_bar import CalendarBar
from nextrep.ui.program.calendar_view import CalendarView
from nextrep.ui.program.details import SessionDetails
from nextrep.ui.program.exercise_actions import ExerciseActions
from nextrep.ui.program.head_bar import HeadBar
from nextrep.ui.program.pause_band import PauseBand
from nextrep.ui.program.phase_bar import PhaseBar
from nextrep.ui.program.plan_actions import PlanActions
from nextrep.ui.program.plan_dialog import PlanDialog
from nextrep.ui.program.plan_menus import PlanMenus
from nextrep.ui.program.popups import Popups
from nextrep.ui.program.split import Split
from nextrep.ui.program.tiles import Tile
from nextrep.ui.program.week_sets import WeekSetsCard
from nextrep.ui.program.week_table import Span
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import PageTitle
from nextrep.ui.widgets.message import EmptyState
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.screen import Screen


class ProgramScreen(Screen):
    """The phases, the calendar, and the session that is looked at.

    Attributes:
        print_asked, share_asked, library_asked: the buttons above were used.
    """

    print_asked = Signal()
    share_asked = Signal()
    library_asked = Signal()

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
        self._phases, self._pause = PhaseBar(), PauseBand()
        self._calendar, self._bar = CalendarView(), CalendarBar()
        self._details, self._sets = SessionDetails(), WeekSetsCard()
        self._popups = Popups(self)
        self._actions = PlanActions(context, self._calendar, self._popups, self)
        self._menus = PlanMenus(self._actions, self)
        self._exercises = ExerciseActions(context, self._actions, self._details.rows, self)
        self._empty = EmptyState(
            tr("No plan yet"),
            tr(
                "Here will be your weeks: which session comes on which day, how long it takes and how much "
                "rest each muscle has. A few questions make a plan; everything in it can be moved later."
            ),
            tr("Make a plan"),
        )
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
        self._view = program.current(self.context.store, self._today)
        self._actions.view, self._actions.today = self._view, self._today
        if self._view is None:
            self._pages.setCurrentWidget(self._empty)
            return
        self._pages.setCurrentIndex(0)
        view = self._view
        self._title.setText(program.heading(view.program))
        self._head.fit()
        self._pause.show_pause(view.program.paused_on, self._today)
        chosen, there = self._calendar.tile(), self._calendar.day()
        beside = program.done_beside(self.context.store, view)
        self._calendar.calendar.show_program(view, beside, self._today)
        week = self._actions.week_of(self._today)
        self._phases.show_phases(plan_phases.phases(view), week or max(1, view.week_of(self._today)))
        if first or before != view.program.id:
            self._choose_first(view)
            self._calendar.go_to_day(self._today)
        elif chosen is None or not self._calendar.choose(chosen.key):
            self._choose_near(there)

    def open(self, argument: object) -> None:
        """Take "make" to begin a plan, or the id of a planned session to look at and move."""
        if argument == "make":
            self.make_plan()
        elif isinstance(argument, int) and self._calendar.choose(("planned", argument)):
            tile = self._calendar.tile()
            self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)
            if tile is not None:
                self._calendar.go_to_day(tile.day)
                if tile.movable:
                    self._actions.ask_day(tile, self._calendar.place_of(tile))

    def make_plan(self) -> PlanDialog:
        """Open the questions that make a plan."""
        followed = self._view.program if self._view else None
        dialog = PlanDialog(self.context, followed, self)
        dialog.made.connect(self._on_made)
        dialog.open()
        return dialog

    def _lay_out(self) -> QWidget:
        px = self.context.theme.px
        page = ScrollPage()
        page.body.addWidget(self._head)
        page.body.addWidget(self._phases)
        page.body.addWidget(self._pause)
        card = Card()
        edges = card.layout()
        assert edges is not None
        edges.setContentsMargins(px(8), px(4), px(8), px(8))
        card.body.setSpacing(0)
        card.add(self._bar)
        self._calendar.setMinimumHeight(px(300))
        card.add(self._calendar, 1)
        side = ScrollPage(margins=False)
        side.body.setSpacing(px(12))
        side.body.addWidget(self._details)
        side.body.addWidget(self._sets, 1)
        page.body.addWidget(Split(card, side), 1)
        page.body.setSpacing(px(14))
        return page

    def _connect(self) -> None:
        actions, calendar, details, bar = self._actions, self._calendar, self._details, self._bar
        self._print.clicked.connect(self.print_asked)
        self._share.clicked.connect(self.share_asked)
        self._library.clicked.connect(self.library_asked)
        self._adjust.clicked.connect(self._on_make)
        self._add.clicked.connect(self._on_add)
        assert self._empty.button is not None
        self._empty.button.clicked.connect(self._on_make)
        self._pause.today_asked.connect(self._on_resume_today)
        self._pause.day_asked.connect(actions.ask_resume_day)
        bar.span_chosen.connect(self._on_span)
        bar.turn_asked.connect(calendar.turn)
        bar.today_asked.connect(calendar.go_today)
        calendar.turned.connect(self._on_turned)
        calendar.chosen.connect(self._show_tile)
        calendar.opened.connect(self._on_opened)
        calendar.move_asked.connect(actions.ask_day)
        calendar.swap_asked.connect(actions.ask_other)
        calendar.skip_asked.connect(self._on_skip)
        calendar.menu_asked.connect(self._on_menu)
        calendar.remove_asked.connect(actions.remove)
        calendar.add_asked.connect(actions.ask_add)
        calendar.dropped_on_day.connect(actions.move)
        calendar.dropped_on_session.connect(self._on_dropped_on_session)
        calendar.week_menu_asked.connect(self._on_week_menu)
        details.start_asked.connect(self._on_start)
        details.repeat_asked.connect(self._on_repeat)
        details.unskip_asked.connect(self._on_unskip)
        details.move_asked.connect(self._on_move_asked)
        details.swap_asked.connect(self._on_swap_asked)
        details.skip_asked.connect(self._on_skip_asked)
        details.more_asked.connect(self._on_more_asked)
        details.add_asked.connect(self._exercises.ask_add)
        details.bare_asked.connect(self._exercises.swap_for_none)
        actions.changed.connect(self.refresh)
        actions.made.connect(self._on_session_made)
        actions.start_asked.connect(self._start)
        actions.repeat_asked.connect(self._repeat)
        self._exercises.changed.connect(self.refresh)
        for keys, call in (("Ctrl+PgUp", self._on_earlier), ("Ctrl+PgDown", self._on_later)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(call)

    def _now_day(self) -> int:
        return self.context.now().date().toordinal()

    def _choose_first(self, view: ProgramView) -> None:
        """Look at the next session to do, else at the last one there is."""
        up = view.next_up(self._today)
        keys = (
            [("planned", up.planned.id)] if up else [t.key for t in self._calendar.calendar.all_tiles()[-1:]]
        )
        if not keys or not self._calendar.choose(keys[0]):
            self._details.show_nothing()

    def _choose_near(self, day: int) -> None:
        """Look at what is nearest to where a session went from."""
        tiles = self._calendar.calendar.all_tiles()
        if tiles:
            self._calendar.choose(min(tiles, key=lambda tile: abs(tile.day - day)).key)
            self._calendar.setCurrentIndex(self._calendar.calendar.index_of_day(day))
        else:
            self._details.show_nothing()

    def _show_tile(self, tile: Tile) -> None:
        assert self._view is not None
        planned = self._actions.planned(tile)
        store = self.context.store
        if planned is not None and planned.session is None:
            setting = preferences.read(store, EFFORT_SCALE)
            scale = EffortScale.RPE if setting == EffortScale.RPE else EffortScale.RIR
            self._details.show_planned(planned, tile, preferences.unit(store), scale)
        else:
            self._show_done(tile, planned)
        number = self._actions.week_of(tile.day)
        title = tr("Planned in week {n}", n=number) if number else tr("Planned in this week")
        self._sets.show_week(title, program.week_sets(self._view, self._view.week_of(tile.day)))

    def _show_done(self, tile: Tile, planned: PlannedView | None) -> None:
        """Show the sets of a finished session, planned or not."""
        store = self.context.store
        number = planned.session.id if planned is not None and planned.session is not None else tile.id
        note = tr("not part of the plan")
        if planned is not None:
            phase = phase_title(planned.planned.phase)
            note = tr("Week {n}, {phase}", n=planned.planned.week, phase=phase)
        self._details.show_done(session.view(store, number), preferences.unit(store), note)

    def _start(self, tile: Tile) -> None:
        self.navigate.emit("session", ("start_planned", tile.id))

    def _repeat(self, tile: Tile) -> None:
        if self._calendar.choose(tile.key):
            self._details.repeat.click()

    def _on_make(self) -> None:
        self.make_plan()

    def _on_made(self) -> None:
        self.refresh()
        self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        self._actions.ask_add(max(self._calendar.day(), self._today))

    def _on_session_made(self, planned_id: int) -> None:
        """Go to a new session; an empty one asks for its first exercise."""
        if self._calendar.choose(("planned", planned_id)):
            self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._details.rows.count():
            self._details.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_resume_today(self) -> None:
        self._actions.resume(self._today)

    def _on_span(self, span: Span) -> None:
        self._calendar.set_span(span)
        self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_turned(self) -> None:
        self._bar.show_rows(self._calendar.calendar, self._calendar.rows_in_view())

    def _on_earlier(self) -> None:
        self._calendar.turn(-1)

    def _on_later(self) -> None:
        self._calendar.turn(1)

    def _on_opened(self, _tile: Tile) -> None:
        targets = (self._details.start, self._details.repeat, self._details.unskip_button)
        for target in (*targets, self._details.more_button):
            if not target.isHidden():
                target.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _on_start(self) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self._start(tile)

    def _on_repeat(self, session_id: int) -> None:
        self.navigate.emit("session", ("repeat", session_id))

    def _on_unskip(self) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self._actions.unskip(tile)

    def _on_move_asked(self, at: QPoint) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self._actions.ask_day(tile, at)

    def _on_swap_asked(self, at: QPoint) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self._actions.ask_other(tile, at)

    def _on_skip_asked(self, at: QPoint) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self._on_skip(tile, at)

    def _on_more_asked(self, at: QPoint) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self._on_menu(tile, tile.day, at)

    def _on_skip(self, tile: Tile, at: QPoint) -> None:
        """Leave a session out, with a reason if the person likes; or take it in again."""
        if tile.skipped:
            self._actions.unskip(tile)
        else:
            self._popups.show(self._menus.for_skip(tile), at)

    def _on_menu(self, tile: Tile | None, day: int, at: QPoint) -> None:
        menu = self._menus.for_day(day) if tile is None else self._menus.for_session(tile, at)
        self._popups.show(menu, at)

    def _on_week_menu(self, row: int, at: QPoint) -> None:
        self._popups.show(self._menus.for_week(row), at)

    def _on_dropped_on_session(self, tile: Tile, other: Tile) -> None:
        self._actions.swap(tile.id, other.id)
