"""Everything that changes the exercises of a planned session."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from nextrep.domain.changes import Outcome
from nextrep.domain.exercises import Exercise
from nextrep.domain.plan_exercises import Scope
from nextrep.domain.text import tr
from nextrep.services import library, plan_editing, program
from nextrep.services.program import PlannedView
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.program.exercise_list import ExerciseList
from nextrep.ui.program.plan_in_view import PlanInView
from nextrep.ui.program.popups import Popups
from nextrep.ui.program.scope_field import later_text, this_text
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.screen import Screen


class ExerciseActions(QObject):
    """What the list of exercises asks for.

    Attributes:
        changed: the plan was changed from here.
    """

    changed = Signal()

    def __init__(
        self, context: Context, plan: PlanInView, rows: ExerciseList, popups: Popups, screen: Screen
    ) -> None:
        super().__init__(screen)
        self._context, self._plan, self._rows, self._screen = context, plan, rows, screen
        self._popups = popups
        rows.opened.connect(self.edit)
        rows.swap_asked.connect(self.ask_swap)
        rows.move_asked.connect(self.move)
        rows.remove_asked.connect(self.ask_remove)
        rows.menu_asked.connect(self.show_menu)

    def edit(self, position: int) -> None:
        """Open all that is asked of an exercise."""
        view = self._view()
        if view is None or position >= len(view.exercises):
            return
        from nextrep.ui.program.editor.dialog import ExerciseEditor  # many widgets, seldom needed at once

        editor = ExerciseEditor(self._context, view, position, self._later(view), self._screen)
        editor.saved.connect(partial(self._on_saved, position))
        editor.open()

    def ask_swap(self, position: int) -> None:
        """Ask for an exercise to take the place of one: what fits best is offered first."""
        view = self._view()
        if view is None or position >= len(view.exercises):
            return
        exercise, target = view.exercises[position]
        at_hand = program.equipment_at_hand(self._context.store)
        taken = frozenset(one.key for one, _target in view.exercises)
        liked = target.details.alternates
        known = library.view(self._context.store)
        found = [entry.exercise for entry in known.stand_ins(exercise, at_hand)]
        others = [one for one in found if one.key not in taken]
        others.sort(key=lambda one: liked.index(one.key) if one.key in liked else len(liked))
        picker = ExercisePicker(
            self._context,
            self._screen,
            title=tr("Instead of {exercise}", exercise=exercise.name),
            at_hand=at_hand,
            first=others,
            first_title=tr("The same movement, with what you have. Sets and reps stay."),
            leave_out=taken,
        )
        picker.chosen.connect(partial(self._on_swap_picked, view, position))
        picker.open()

    def ask_add(self) -> None:
        """Ask for one more exercise."""
        view = self._view()
        if view is None:
            return
        picker = ExercisePicker(
            self._context,
            self._screen,
            title=tr("Add to {session}", session=view.planned.title),
            at_hand=program.equipment_at_hand(self._context.store),
            leave_out=frozenset(one.key for one, _target in view.exercises),
        )
        picker.chosen.connect(partial(self._on_picked, view))
        picker.open()

    def ask_remove(self, position: int) -> None:
        """Take an exercise out, here or in later sessions too."""
        view = self._view()
        if view is None or position >= len(view.exercises):
            return
        name = view.exercises[position][0].name
        at = self._rows.row(position).below()
        self._ask_scope(tr("Remove {exercise}", exercise=name), view, at, partial(self._remove, position))

    def move(self, position: int, to: int) -> None:
        """Put an exercise at another place of the order."""
        view = self._view()
        if view is None or to >= len(view.exercises):
            return
        if self._run(plan_editing.move_exercise, view.planned.id, position, to) is not None:
            self._rows.focus_row(to)

    def swap_for_none(self) -> None:
        """Put exercises that need nothing in the place of those that need equipment."""
        view = self._view()
        if view is not None:
            self._run(plan_editing.swap_for, view.planned.id, frozenset())

    def show_menu(self, position: int, at: QPoint) -> None:
        """Offer what can be done with an exercise."""
        view = self._view()
        if view is None or position >= len(view.exercises):
            return
        menu = QMenu(view.exercises[position][0].name, self._screen)
        menu.setAccessibleName(menu.title())
        entries: tuple[tuple[str, Callable[[], None], bool], ...] = (
            (tr("Change…\tEnter"), partial(self.edit, position), True),
            (tr("Swap for another…\tS"), partial(self.ask_swap, position), True),
            (tr("Move up\tAlt+Up"), partial(self.move, position, position - 1), position > 0),
            (
                tr("Move down\tAlt+Down"),
                partial(self.move, position, position + 1),
                position + 1 < len(view.exercises),
            ),
            (tr("Remove…\tDel"), partial(self.ask_remove, position), True),
        )
        for words, call, possible in entries:
            action = menu.addAction(words)
            action.triggered.connect(partial(_call, call))
            action.setEnabled(possible)
        self._popups.show(menu, at)

    def _view(self) -> PlannedView | None:
        tile = self._plan.calendar.tile()
        return self._plan.planned(tile) if tile is not None and tile.planned else None

    def _later(self, view: PlannedView) -> int:
        """Count the open sessions of the same name that follow."""
        views = self._plan.sessions
        return sum(
            one.planned.title == view.planned.title
            and one.planned.day >= view.planned.day
            and one.planned.id != view.planned.id
            and one.planned.is_open
            for one in views
        )

    def _ask_scope(self, title: str, view: PlannedView, at: QPoint, then: Callable[[Scope], None]) -> None:
        """Show how far a change may reach, below what it is."""
        later = self._later(view)
        menu = QMenu(title, self._screen)
        menu.setAccessibleName(title)
        menu.addAction(title).setEnabled(False)
        choices = [(Scope.THIS, this_text())]
        if later:
            choices.append((Scope.FOLLOWING, later_text(view.planned.title, later)))
        for scope, words in choices:
            menu.addAction(words).triggered.connect(partial(_call, partial(then, scope)))
        self._popups.show(menu, at)

    def _on_picked(self, view: PlannedView, exercise: Exercise) -> None:
        title = tr("Add {exercise}", exercise=exercise.name)
        self._ask_scope_if_needed(title, view, self._rows, partial(self._add, view.planned.id, exercise))

    def _on_swap_picked(self, view: PlannedView, position: int, exercise: Exercise) -> None:
        title = tr("Swap for {exercise}", exercise=exercise.name)
        then = partial(self._swap, view.planned.id, position, exercise)
        self._ask_scope_if_needed(title, view, self._rows.row(position), then)

    def _ask_scope_if_needed(
        self, title: str, view: PlannedView, below: QWidget, then: Callable[[Scope], None]
    ) -> None:
        """Ask how far a change reaches, where there are later sessions that it could reach."""
        if self._later(view):
            self._ask_scope(title, view, below.mapToGlobal(below.rect().bottomLeft()), then)
        else:
            then(Scope.THIS)

    def _on_saved(self, position: int) -> None:
        self._rows.focus_row(position)

    def _swap(self, planned_id: int, position: int, exercise: Exercise, scope: Scope) -> None:
        self._run(plan_editing.swap_exercise, planned_id, position, exercise, scope)
        self._rows.focus_swap(position)

    def _add(self, planned_id: int, exercise: Exercise, scope: Scope) -> None:
        if self._run(plan_editing.add_exercise, planned_id, exercise, scope) is not None:
            self._rows.focus_row(self._rows.count() - 1)

    def _remove(self, position: int, scope: Scope) -> None:
        view = self._view()
        if view is None:
            return
        if self._run(plan_editing.remove_exercise, view.planned.id, position, scope) is not None:
            self._rows.focus_row(position)

    def _run(self, use_case: Callable[..., Outcome[Any]], *values: object) -> Any:
        self._screen.clear_message()
        call = partial(use_case, self._context.store, *values)
        done = self._context.operate.run(call, initiator=self._screen)
        if done is not None:
            self.changed.emit()
        return done


def _call(call: Callable[[], None], *_checked: object) -> None:
    """Leave out whether the entry is ticked, which Qt passes along."""
    call()
