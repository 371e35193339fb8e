"""Program: what is planned, does it respect recovery and the person's week, what comes when."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.exercises import Exercise
from nextrep.domain.program_template import phase_title
from nextrep.domain.text import tr
from nextrep.services import catalog, plan_editing, preferences, program, session
from nextrep.services.program import PlannedView, ProgramView
from nextrep.ui.program.calendar_view import CalendarView
from nextrep.ui.program.day_menu import DayDialog, MoveMenu, SwapMenu, popup_at
from nextrep.ui.program.details import SessionDetails
from nextrep.ui.program.phase_bar import PhaseBar
from nextrep.ui.program.plan_dialog import PlanDialog
from nextrep.ui.program.split import Split
from nextrep.ui.program.swap_dialog import SwapDialog
from nextrep.ui.program.tiles import Tile
from nextrep.ui.program.week_sets import WeekSetsCard
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import PageTitle
from nextrep.ui.widgets.message import EmptyState
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.screen import Screen


class ProgramScreen(Screen):
    """The phases, the calendar, and the session that is looked at."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._view: ProgramView | None = None
        self._today = 0
        self._menu: QMenu | None = None
        self._title = PageTitle()
        self._adjust = SecondaryButton(tr("Adjust to my week…"))
        self._phases = PhaseBar()
        self._calendar = CalendarView()
        self._details = SessionDetails()
        self._sets = WeekSetsCard()
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
        self._view = program.current(self.context.store)
        self._today = self._now_day()
        if self._view is None:
            self._pages.setCurrentWidget(self._empty)
            return
        self._pages.setCurrentIndex(0)
        view = self._view
        self._title.setText(program.heading(view.program))
        self._phases.show_phases(program.phases(view.program), max(1, view.week_of(self._today)))
        chosen = self._calendar.tile()
        beside = program.done_beside(self.context.store, view)
        self._calendar.calendar.show_program(view, beside, self._today)
        if chosen is None or before != view.program.id or not self._calendar.choose(chosen.key):
            self._choose_first(view)
        if first or before != view.program.id:
            self._calendar.go_to_day(self._today)

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
                    self._ask_day(tile, self._calendar.place_of(tile))

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
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._adjust)
        page.body.addLayout(head)
        page.body.addWidget(self._phases)
        card = Card()
        edges = card.layout()
        assert edges is not None
        edges.setContentsMargins(px(8), px(4), px(8), px(8))
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
        self._adjust.clicked.connect(self._on_make)
        assert self._empty.button is not None
        self._empty.button.clicked.connect(self._on_make)
        calendar, details = self._calendar, self._details
        calendar.chosen.connect(self._show_tile)
        calendar.opened.connect(self._on_opened)
        calendar.move_asked.connect(self._ask_day)
        calendar.swap_asked.connect(self._ask_other)
        calendar.menu_asked.connect(self._show_menu)
        calendar.remove_asked.connect(self._remove)
        calendar.dropped_on_day.connect(self._move)
        calendar.dropped_on_session.connect(self._on_dropped_on_session)
        details.start_asked.connect(self._on_start)
        details.repeat_asked.connect(self._on_repeat)
        details.move_asked.connect(self._on_move_asked)
        details.swap_asked.connect(self._on_swap_asked)
        details.remove_asked.connect(self._on_remove_asked)
        details.exercise_swap_asked.connect(self._on_exercise_swap_asked)

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

    def _planned(self, tile: Tile) -> PlannedView | None:
        views = self._view.sessions if self._view else ()
        return next((one for one in views if tile.key == ("planned", one.planned.id)), None)

    def _show_tile(self, tile: Tile) -> None:
        assert self._view is not None
        planned = self._planned(tile)
        if planned is not None and planned.session is None:
            self._details.show_planned(planned, tile)
        else:
            self._show_done(tile, planned)
        week = self._view.week_of(tile.day)
        self._sets.show_week(tr("Planned in week {n}", n=week), program.week_sets(self._view, week))

    def _show_done(self, tile: Tile, planned: PlannedView | None) -> None:
        """Show the sets of a finished session, planned or not."""
        store = self.context.store
        number = planned.session.id if planned is not None and planned.session is not None else tile.id
        note = tr("not part of the plan")
        if planned is not None:
            phase = phase_title(planned.planned.phase)
            note = tr("Week {n}, {phase}", n=planned.planned.week, phase=phase)
        self._details.show_done(session.view(store, number), preferences.unit(store), note)

    def _on_make(self) -> None:
        self.make_plan()

    def _on_made(self) -> None:
        self.refresh()
        self._calendar.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_opened(self, _tile: Tile) -> None:
        target = self._details.start if not self._details.start.isHidden() else self._details.repeat
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_start(self) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self.navigate.emit("session", ("start_planned", tile.id))

    def _on_repeat(self, session_id: int) -> None:
        self.navigate.emit("session", ("repeat", session_id))

    def _on_move_asked(self, at: QPoint) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self._ask_day(tile, at)

    def _on_swap_asked(self, at: QPoint) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self._ask_other(tile, at)

    def _on_remove_asked(self) -> None:
        tile = self._calendar.tile()
        if tile is not None:
            self._remove(tile)

    def _show_menu(self, tile: Tile, at: QPoint) -> None:
        """Offer what can be done with a tile, at the mouse."""
        menu = QMenu(tile.title, self)
        menu.setAccessibleName(tile.title)
        if tile.movable:
            menu.addAction(tr("Start this session")).triggered.connect(self._on_start)
            menu.addSeparator()
            menu.addAction(tr("Move to…")).triggered.connect(partial(self._ask_day, tile, at))
            menu.addAction(tr("Swap with…")).triggered.connect(partial(self._ask_other, tile, at))
            menu.addAction(tr("Remove")).triggered.connect(partial(self._remove, tile))
        else:
            menu.addAction(tr("Do this again")).triggered.connect(self._details.repeat.click)
        self._popup(menu, at)

    def _ask_day(self, tile: Tile, at: QPoint) -> None:
        menu = MoveMenu(tile, self._calendar.calendar.all_tiles(), self._today, self)
        menu.day_chosen.connect(partial(self._move, tile))
        menu.other_asked.connect(partial(self._ask_any_day, tile))
        self._popup(menu, at)

    def _popup(self, menu: QMenu, at: QPoint) -> None:
        """Show a menu; the one before it goes now, because a menu must not go while it hides."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu
        popup_at(menu, at)

    def _ask_any_day(self, tile: Tile) -> None:
        dialog = DayDialog(tr("Move {title}", title=tile.title), tile.day, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.day_chosen.connect(partial(self._move, tile))
        dialog.open()

    def _ask_other(self, tile: Tile, at: QPoint) -> None:
        menu = SwapMenu(tile, self._calendar.calendar.all_tiles(), self)
        menu.chosen.connect(partial(self._swap, tile.id))
        self._popup(menu, at)

    def _move(self, tile: Tile, day: int) -> None:
        self._run(partial(plan_editing.move, self.context.store, tile.id, day))

    def _on_dropped_on_session(self, tile: Tile, other: Tile) -> None:
        self._swap(tile.id, other.id)

    def _swap(self, first_id: int, second_id: int) -> None:
        self._run(partial(plan_editing.swap, self.context.store, first_id, second_id))

    def _remove(self, tile: Tile) -> None:
        self._run(partial(plan_editing.remove, self.context.store, tile.id))

    def _run(self, use_case: partial) -> None:
        """Change the plan and show it as it is then."""
        self.clear_message()
        self.context.operate.run(use_case, initiator=self)
        self.refresh()

    def _on_exercise_swap_asked(self, position: int) -> None:
        tile = self._calendar.tile()
        planned = self._planned(tile) if tile is not None else None
        if planned is None:
            return
        exercise = planned.exercises[position][0]
        at_hand = program.equipment_at_hand(self.context.store)
        taken = {one.key for one, _target in planned.exercises}
        others = [one for one in catalog.alternates(exercise, at_hand) if one.key not in taken]
        dialog = SwapDialog(exercise, others, self)
        dialog.exercise_chosen.connect(partial(self._swap_exercise, planned.planned.id, position))
        dialog.open()

    def _swap_exercise(self, planned_id: int, position: int, exercise: Exercise) -> None:
        self._run(partial(plan_editing.swap_exercise, self.context.store, planned_id, position, exercise))
        self._details.focus_exercise(position)
