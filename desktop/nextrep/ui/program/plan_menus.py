"""What can be done with a session, with a day, and with a week: the menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from nextrep.domain.program import SkipReason
from nextrep.domain.text import tr
from nextrep.ui.program.plan_actions import PlanActions
from nextrep.ui.program.plan_in_view import PlanInView
from nextrep.ui.program.plan_questions import PlanQuestions
from nextrep.ui.program.session_doors import SessionDoors
from nextrep.ui.program.tiles import Tile

_SHIFTS: tuple[tuple[int, Callable[[], str]], ...] = (
    (1, lambda: tr("One day later")),
    (2, lambda: tr("Two days later")),
    (7, lambda: tr("One week later")),
    (-1, lambda: tr("One day earlier")),
)


class PlanMenus:
    """Makes menus; the screen shows them."""

    def __init__(
        self,
        plan: PlanInView,
        actions: PlanActions,
        questions: PlanQuestions,
        doors: SessionDoors,
        parent: QWidget,
    ) -> None:
        self._plan, self._actions, self._questions, self._doors = plan, actions, questions, doors
        self._parent = parent

    def for_session(self, tile: Tile, at: QPoint) -> QMenu:
        """Return all that can be done with a session."""
        menu = self._menu(tile.title)
        actions = self._actions
        if tile.going_on or (tile.movable and tile.trains):
            words = tr("Go on with it") if tile.going_on else tr("Start this session")
            _add(menu, words, self._doors.start, tile)
            if not tile.going_on and tile.day <= self._plan.today:
                _add(menu, tr("It was done: write it down…"), self._doors.log, tile)
            menu.addSeparator()
        if tile.done:
            _add(menu, tr("Do this again"), self._doors.repeat, tile)
            _add(menu, tr("Look at it and correct it…"), self._doors.correct, tile)
        if tile.movable:
            _add(menu, tr("Move to…\tM"), self._questions.ask_day, tile, at)
            _add(menu, tr("Swap with…\tS"), self._questions.ask_other, tile, at)
            self._add_skip(menu, tile)
            self._add_shifts(menu, tile)
        elif tile.skipped:
            _add(menu, tr("Take it in again\tK"), actions.unskip, tile)
        if tile.planned:
            _add(menu, tr("Name, time and note…"), self._questions.change_session, tile)
        if tile.kind == "planned":
            _add(menu, tr("Copy to…"), self._questions.ask_copy_day, tile, at)
        if tile.planned:
            _add(menu, tr("Remove\tDel"), actions.remove, tile)
        menu.addSeparator()
        self._add_plan(menu, tile.day)
        return menu

    def for_day(self, day: int) -> QMenu:
        """Return what can be done with a day without a session."""
        menu = self._menu(tr("This day"))
        self._add_plan(menu, day)
        return menu

    def for_week(self, row: int) -> QMenu:
        """Return what can be done with a week of the calendar."""
        calendar = self._plan.calendar.calendar
        menu = self._menu(calendar.week_title(row))
        if not self._add_week(menu, calendar.monday(row)):
            self._add_plan(menu, calendar.monday(row))
        return menu

    def for_skip(self, tile: Tile) -> QMenu:
        """Return the reasons to leave a session out; none has to be given."""
        menu = self._menu(tr("Leave {title} out", title=tile.title))
        self._add_reasons(menu, tile)
        return menu

    def _menu(self, title: str) -> QMenu:
        menu = QMenu(title, self._parent)
        menu.setAccessibleName(title)
        return menu

    def _add_skip(self, menu: QMenu, tile: Tile) -> None:
        inner = menu.addMenu(tr("Leave out\tK"))
        self._add_reasons(inner, tile)

    def _add_reasons(self, menu: QMenu, tile: Tile) -> None:
        for reason, words in (
            (SkipReason.NOT_SAID, tr("No reason needed")),
            (SkipReason.LOW_DAY, tr("A low day")),
            (SkipReason.ILL, tr("Ill")),
            (SkipReason.TRAVEL, tr("Travel")),
        ):
            _add(menu, words, self._actions.skip, tile, reason)

    def _add_shifts(self, menu: QMenu, tile: Tile) -> None:
        week = menu.addMenu(tr("Shift the rest of this week"))
        plan = menu.addMenu(tr("Shift everything from here on"))
        for days, words in _SHIFTS:
            _add(week, words(), self._actions.shift_week, tile, days)
            _add(plan, words(), self._actions.shift_all, tile, days)

    def _add_plan(self, menu: QMenu, day: int) -> None:
        actions = self._actions
        _add(menu, tr("Add a session here…\tN"), self._questions.ask_add, day)
        inner = QMenu(tr("This week"), menu)
        if self._add_week(inner, day):
            menu.addMenu(inner)
        if self._plan.paused:
            _add(menu, tr("Go on with the plan today"), actions.resume, self._plan.today)
            _add(menu, tr("Go on with the plan on another day…"), self._questions.ask_resume_day)
        else:
            _add(menu, tr("Pause the plan from here"), actions.pause, day)

    def _add_week(self, menu: QMenu, day: int) -> bool:
        """Add what can be done with the week of a day; returns whether it is a week of the plan."""
        actions = self._actions
        week = self._plan.week_of(day)
        if not week:
            return False
        _add(menu, tr("Repeat this week"), actions.repeat_week, week)
        lighter = _add(menu, tr("Add a lighter week before it"), actions.insert_lighter_week, week)
        lighter.setEnabled(week > 1)
        _add(menu, tr("Insert weeks or a phase…"), self._questions.ask_insert, week)
        menu.addSeparator()
        _add(menu, tr("Remove this week"), actions.remove_weeks, week, week)
        first, last = self._plan.phase_around(week)
        if last > first:
            words = tr("Remove this phase (weeks {first}–{last})", first=first, last=last)
            _add(menu, words, actions.remove_weeks, first, last)
        return True


def _add(menu: QMenu, words: str, call: Callable[..., object], *values: object) -> QAction:
    action = menu.addAction(words)
    action.triggered.connect(partial(_call, call, values))
    return action


def _call(call: Callable[..., object], values: tuple[object, ...], *_checked: object) -> None:
    """Leave out whether the entry is ticked, which Qt passes along."""
    call(*values)
