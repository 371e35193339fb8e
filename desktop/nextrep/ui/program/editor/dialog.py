"""All that is asked of one exercise in one dialog. Saving is one step; Esc leaves everything as it was."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nextrep.domain.days import day_title
from nextrep.domain.errors import UserError
from nextrep.domain.target_check import check_target
from nextrep.domain.text import tr
from nextrep.domain.training import EffortScale, Target
from nextrep.services import catalog, owned, plan_editing, preferences
from nextrep.services.program import PlannedView
from nextrep.settings.table import EFFORT_SCALE
from nextrep.ui.program.editor.amount_part import AmountPart
from nextrep.ui.program.editor.around_part import AroundPart
from nextrep.ui.program.editor.load_part import LoadPart
from nextrep.ui.program.editor.part import Part
from nextrep.ui.program.editor.progression_part import ProgressionPart
from nextrep.ui.program.editor.sets_part import SetsPart
from nextrep.ui.program.scope_field import ScopeField
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Divider
from nextrep.ui.widgets.dialog_frame import fit, new_foot
from nextrep.ui.widgets.fields import NumberField
from nextrep.ui.widgets.labels import PageTitle, Secondary
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage


class ExerciseEditor(QDialog):
    """What an exercise of a planned session asks for.

    Attributes:
        saved: the plan asks for something else now.
        scope: how far the change reaches.
        save: the button that keeps it.
    """

    saved = Signal()

    def __init__(
        self, context: Context, view: PlannedView, position: int, later: int, parent: QWidget | None = None
    ) -> None:
        """Make the dialog.

        Args:
            context: the way to everything outside.
            view: the planned session.
            position: which of its exercises, from 0.
            later: how many open sessions of the same name follow.
            parent: the screen it belongs to.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._id, self._position = context, view.planned.id, position
        exercise, self._target = view.exercises[position]
        store = context.store
        unit = preferences.unit(store)
        rpe = preferences.read(store, EFFORT_SCALE) == EffortScale.RPE
        self._known_max = plan_editing.known_max(store, self._target.exercise_id)
        self._names = {one.key: one.name for one in catalog.exercises_in_use(store).values()}
        self.amount = AmountPart(EffortScale.RPE if rpe else EffortScale.RIR)
        self.load = LoadPart(unit, self._known_max)
        self.progression = ProgressionPart(context, exercise, owned.loads(store), unit, self._title_of)
        self.sets = SetsPart()
        self.around = AroundPart(context, self._title_of)
        self._parts: tuple[Part, ...] = (self.amount, self.load, self.progression, self.sets, self.around)
        self.scope = ScopeField(view.planned.title, later)
        self.save = PrimaryButton(tr("Save"))
        self._problem = InlineMessage(dismissable=False)
        self.setWindowTitle(tr("Change an exercise"))
        when = tr("{session}, {day}", session=view.planned.title, day=day_title(view.planned.day))
        self._lay_out(exercise.name, when)
        self._connect()
        self._fill()

    def target(self) -> Target:
        """Return what is in the fields.

        Raises:
            UserError: something cannot be read, or contradicts; `field` names it.
        """
        target = self._target
        for part in self._parts:
            target = part.read(target)
        return check_target(target, known_max=self._known_max)

    def show_error(self, message: str, field: str = "") -> None:
        """Say at its field what cannot be, and go there."""
        self._clear_problems()
        place = next((part.fields[field] for part in self._parts if field in part.fields), None)
        if place is None or place.isHidden():
            self._problem.show_message(message, "error")
            self._page.ensureWidgetVisible(self._problem)
            return
        if isinstance(place.editor, NumberField):
            place.editor.set_problem(message)
        place.set_problem(message)
        self._page.ensureWidgetVisible(place)
        place.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, name: str, when: str) -> None:
        px = current_theme().px
        self._page = ScrollPage()
        self._page.body.setSpacing(px(14))
        self._page.body.addWidget(PageTitle(name))
        self._page.body.addWidget(Secondary(when))
        for part in self._parts:
            self._page.body.addWidget(Divider())
            self._page.body.addWidget(part)
        self._page.body.addWidget(self._problem)
        self._page.body.addStretch(1)
        leave = SecondaryButton(tr("Cancel"))
        leave.clicked.connect(self.reject)
        self.save.setDefault(True)
        foot = new_foot()
        foot.addWidget(self.scope, 1)
        foot.addStretch(0 if not self.scope.isHidden() else 1)
        foot.addWidget(leave, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._page, 1)
        layout.addWidget(Divider())
        layout.addLayout(foot)
        fit(self, px(720), px(700))

    def _connect(self) -> None:
        for part in self._parts:
            part.changed.connect(self._on_changed)
        self.sets.toggled.connect(self.amount.set_one_by_one)
        self.save.clicked.connect(self._on_save)

    def _fill(self) -> None:
        for part in self._parts:
            part.show_target(self._target)
        self.amount.set_one_by_one(bool(self._target.details.rows))
        self._show_example()
        self.amount.sets.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_changed(self) -> None:
        self._clear_problems()
        self._show_example()

    def _show_example(self) -> None:
        try:
            target = self.target()
        except UserError as error:
            self.progression.show_no_example(str(error))
        else:
            self.progression.show_example(target)

    def _on_save(self) -> None:
        try:
            target = self.target()
        except UserError as error:
            self.show_error(str(error), error.field)
            return
        if target == self._target:
            self.reject()
            return
        call = partial(
            plan_editing.put_exercise,
            self._context.store,
            self._id,
            self._position,
            target,
            self.scope.scope(),
        )
        if self._context.operate.run(call, initiator=self) is not None:
            self.accept()
            self.saved.emit()

    def _clear_problems(self) -> None:
        self._problem.clear()
        for part in self._parts:
            for place in part.fields.values():
                if isinstance(place.editor, NumberField):
                    place.editor.set_problem("")
                place.set_problem("")

    def _title_of(self, key: str) -> str:
        if key in self._names:
            return self._names[key]
        try:
            return catalog.by_key(key).name
        except KeyError:
            return key
