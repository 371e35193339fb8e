"""A few questions about the person's week, step by step, and the plan that follows from the answers."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.plan_preview import PlanPreview
from nextrep.domain.program import Answers, Program
from nextrep.domain.text import tr
from nextrep.services import handover, library, plan_preview, program
from nextrep.services.handover import Overlap, Overlapping
from nextrep.ui.program.making.days_page import DaysPage
from nextrep.ui.program.making.look_page import LookPage
from nextrep.ui.program.making.parts import QuestionPage, focus
from nextrep.ui.program.making.person_page import PersonPage
from nextrep.ui.program.making.place_page import PlacePage
from nextrep.ui.program.making.program_page import ProgramPage
from nextrep.ui.program.making.steps import StepBar
from nextrep.ui.program.plan_words import advice_lines, plan_lines, waiting_line
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Divider
from nextrep.ui.widgets.labels import Secondary

_FOUND = 8
"""Exercises offered while a name is typed."""
_ROOMY = 480
"""Height in px at 100 % from which the words at the foot are shown."""


class PlanDialog(QDialog):
    """Every question has an answer already, so that a plan can be made from any step.

    Enter goes to the next step, Ctrl+Enter makes the plan, Alt with the arrows goes back and forth.

    Attributes:
        made: a plan was made.
    """

    made = Signal()

    def __init__(
        self,
        context: Context,
        followed: Program | None,
        parent: QWidget | None = None,
        *,
        key: str | None = None,
    ) -> None:
        """Make the dialog.

        Args:
            context: the way to everything outside.
            followed: the program that is followed now; None before there is one.
            parent: the screen it belongs to.
            key: the program to begin with; that of `followed`, or the usual one, if None.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._library = library.view(context.store)
        self._again = followed is not None
        self.setWindowTitle(tr("Adjust to my week") if self._again else tr("Make a plan"))
        self._make_pages()
        self._lay_out()
        self._begin(followed, key)
        self._connect()
        self._show_program()
        self.go_to(self.program)

    def answers(self) -> Answers:
        """Return what the person said."""
        return Answers(
            weekdays=self.days.weekdays(),
            equipment=self.place.equipment.items(),
            experience=self.person.experience(),
            minutes=self.place.minutes.value(),
            sessions_later=self.days.sessions_later(),
            times=self.days.said_times(),
            place=self.place.said_place(),
            without=self.person.exercises.keys(),
            without_patterns=self.person.without_patterns(),
            sore=self.person.sore(),
            quiet=self.days.quiet(),
        )

    def here(self) -> QuestionPage:
        """Return the page that is shown."""
        page = self._stack.currentWidget()
        assert isinstance(page, QuestionPage)
        return page

    def go_to(self, page: QuestionPage) -> None:
        """Show a page; the keyboard goes to its first question."""
        if page is self.look:
            self._look()
        self._stack.setCurrentWidget(page)
        self._show_buttons()
        page.verticalScrollBar().setValue(0)
        first = page.first_field()
        if first is not None:
            focus(first)

    def show_error(self, message: str, field: str = "") -> None:
        """Say what keeps the plan from being made, where it can be mended."""
        pages: dict[str, QuestionPage] = {
            "weekdays": self.days, "times": self.days, "sessions_later": self.days,
            "minutes": self.place, "weeks": self.program, "title": self.program,
        }  # fmt: skip
        page = pages.get(field)
        if field == "overlap":
            self.go_to(self.look)
            focus(self.look.ask_overlap())
        elif page is None or page not in self._shown():
            self.go_to(self.look)
            self.look.show_trouble(message)
        else:
            self.go_to(page)
            self._point_at(page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, the questions come before the words at the foot."""
        super().resizeEvent(event)
        self._keys.setVisible(self.height() >= current_theme().px(_ROOMY))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Make the plan with Ctrl+Enter."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_make()
        else:
            super().keyPressEvent(event)

    def _make_pages(self) -> None:
        self.program = ProgramPage(program.templates(), again=self._again)
        self.days = DaysPage()
        self.place = PlacePage()
        self.person = PersonPage(self._search, self._name_of)
        self.look = LookPage(self._context.now().date())
        self._pages: list[QuestionPage] = [self.program, self.days, self.place, self.person, self.look]
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        self.steps = StepBar([page.title for page in self._pages])
        self.back, self.next = SecondaryButton(tr("Back")), SecondaryButton(tr("Next"))
        self.make = PrimaryButton(tr("Make my plan"))
        self.make.setToolTip(tr("Ctrl+Enter, from any step"))
        self.leave = SecondaryButton(tr("Cancel"))
        for button in (self.leave, self.back, self.next, self.make):
            button.setAutoDefault(True)  # Enter on a button presses that button

    def _lay_out(self) -> None:
        px = current_theme().px
        head = QVBoxLayout()
        head.setContentsMargins(px(18), px(14), px(18), px(10))
        head.addWidget(self.steps)
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addWidget(self.leave)
        row.addStretch(1)
        for button in (self.back, self.next, self.make):
            row.addWidget(button)
        foot = QVBoxLayout()
        foot.setContentsMargins(px(24), px(10), px(24), px(16))
        foot.setSpacing(px(10))
        self._keys = Secondary(
            tr(
                "↵ next · Ctrl+↵ makes the plan. General training advice: it complements treatment and never "
                "replaces it."
            )
        )
        foot.addWidget(self._keys)
        foot.addLayout(row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(Divider())
        layout.addWidget(self._stack, 1)
        layout.addWidget(Divider())
        layout.addLayout(foot)
        parent = self.parentWidget()
        room = parent.window().size() if parent is not None else self.sizeHint()
        self.resize(min(px(780), room.width()), min(px(700), room.height()))

    def _begin(self, followed: Program | None, key: str | None) -> None:
        """Show the answers of the program that is followed, and leave out what the person has hidden."""
        own = followed.template if followed else program.TEMPLATE
        same = followed is not None and key in {None, followed.template}
        self.program.choose(key or own, followed.weeks if same and followed else None)
        answers = followed.answers if followed else Answers()
        self.days.show_answers(answers)
        self.place.show_answers(answers)
        self.person.show_answers(answers)
        self.person.exercises.set_keys(answers.without | library.hidden_keys(self._context.store))

    def _connect(self) -> None:
        self.program.changed.connect(self._show_program)
        self.look.changed.connect(self._look)
        self.look.way_chosen.connect(self._look)
        self.steps.asked.connect(self._on_step)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self.make.clicked.connect(self._on_make)
        self.leave.clicked.connect(self.reject)
        for keys, what in (
            ("Ctrl+Return", self._on_make),
            ("Ctrl+Enter", self._on_make),
            ("Alt+Left", self._on_back),
            ("Alt+Right", self._on_next),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(what)

    def _shown(self) -> list[QuestionPage]:
        """Return the steps that the chosen program has: a plan by hand needs no days and no choice."""
        if self.program.template().by_hand:
            return [self.program, self.place, self.look]
        return self._pages

    def _show_program(self) -> None:
        template = self.program.template()
        self.days.show_program(template)
        self.place.show_program(template)
        self._show_buttons()

    def _show_buttons(self) -> None:
        shown, here = self._shown(), self.here()
        self.steps.show_step(self._pages.index(here), [self._pages.index(page) for page in shown])
        last = here is shown[-1]
        self.back.setEnabled(here is not shown[0])
        self.next.setVisible(not last)
        (self.make if last else self.next).setDefault(True)

    def _on_step(self, position: int) -> None:
        self._leave_for(self._pages[position])

    def _on_back(self) -> None:
        shown = self._shown()
        position = shown.index(self.here())
        if position:
            self._leave_for(shown[position - 1])

    def _on_next(self) -> None:
        shown = self._shown()
        position = shown.index(self.here())
        if position + 1 < len(shown):
            self._leave_for(shown[position + 1])

    def _leave_for(self, page: QuestionPage) -> None:
        """Go to another page; what cannot be taken is said first, but only on the way forward."""
        here = self.here()
        onward = self._pages.index(page) > self._pages.index(here)
        if onward and here.problem():
            self._point_at(here)
        else:
            self.go_to(page)

    def _point_at(self, page: QuestionPage) -> None:
        problem = page.problem()
        if problem is not None:
            focus(problem[1])
            page.ensureWidgetVisible(problem[1])

    def _look(self) -> None:
        """Say what the plan would be, or why it cannot be made yet."""
        for page in self._shown():
            problem = page.problem()
            if problem is not None:
                self.look.show_trouble(problem[0])
                return
        try:
            preview = self._preview(self.look.first_day())
            found = self._overlapping(preview)
            self._show_overlap(preview, found)
            if found is not None and self.look.overlap() is Overlap.AFTER:
                preview = self._preview(found.monday_after)
        except UserError as error:
            self.look.show_trouble(str(error))
            return
        waits = waiting_line(handover.waiting(self._context.store))
        self.look.show_plan(plan_lines(preview), [*advice_lines(preview), *waits])

    def _preview(self, start: date) -> PlanPreview:
        key, weeks = self.program.template().key, self.program.weeks.value()
        return plan_preview.preview(self.answers(), start, key, weeks)

    def _overlapping(self, preview: PlanPreview) -> Overlapping | None:
        return handover.overlapping(self._context.store, preview.first_day, self._today())

    def _show_overlap(self, preview: PlanPreview, found: Overlapping | None) -> None:
        before = handover.overlapping(self._context.store, self._today(), self._today())
        goes_on = before is not None and found is not None and before.sessions > found.sessions
        self.look.show_overlap(found, preview.first_day, goes_on=goes_on)

    def _today(self) -> int:
        return self._context.now().date().toordinal()

    def _on_make(self) -> None:
        for page in self._shown():
            if page.problem():
                self.go_to(page)
                self._point_at(page)
                return
        self._look()
        use_case = partial(
            program.create,
            self._context.store,
            self.answers(),
            self._context.now(),
            start=self.look.first_day(),
            weeks=self.program.weeks.value(),
            key=self.program.template().key,
            overlap=self.look.overlap(),
            title=self.program.name.text() if self.program.template().by_hand else "",
        )
        if self._context.operate.run(use_case, initiator=self) is not None:
            self.accept()
            self.made.emit()

    def _search(self, text: str) -> list[Exercise]:
        return [entry.exercise for entry in self._library.find(text, limit=_FOUND)]

    def _name_of(self, key: str) -> str:
        entry = self._library.get(key)
        return entry.exercise.name if entry else key
