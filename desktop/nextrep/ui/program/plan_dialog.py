"""A few questions about the person's week, step by step, and the plan that follows from the answers."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

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
from nextrep.ui.program.making.step_dialog import StepDialog
from nextrep.ui.program.plan_words import advice_lines, plan_lines, waiting_line
from nextrep.ui.runtime.context import Context

_FOUND = 8
"""Exercises offered while a name is typed."""


class PlanDialog(StepDialog):
    """Every question has an answer already, so that a plan can be made from any step.

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
        self._context = context
        self._library = library.view(context.store)
        again = followed is not None
        self.program = ProgramPage(program.templates(), again=again)
        self.days, self.place = DaysPage(), PlacePage()
        self.person = PersonPage(self._search, self._name_of)
        self.look = LookPage(context.now().date())
        super().__init__(
            [self.program, self.days, self.place, self.person, self.look],
            tr("Make my plan"),
            tr(
                "↵ next · Ctrl+↵ makes the plan. General training advice: it complements treatment and never "
                "replaces it."
            ),
            parent,
        )
        self.setWindowTitle(tr("Adjust to my week") if again else tr("Make a plan"))
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

    def go_to(self, page: QuestionPage) -> None:
        """Show a page; the last one says the plan anew."""
        if page is self.look:
            self._look()
        super().go_to(page)

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
        elif page is None or page not in self.shown_pages():
            self.go_to(self.look)
            self.look.show_trouble(message)
        else:
            self.go_to(page)
            self.point_at(page)

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

    def shown_pages(self) -> list[QuestionPage]:
        """Return the steps that the chosen program has: a plan by hand needs no days and no choice."""
        if self.program.template().by_hand:
            return [self.program, self.place, self.look]
        return self._pages

    def _show_program(self) -> None:
        template = self.program.template()
        self.days.show_program(template)
        self.place.show_program(template)
        self.show_buttons()

    def _look(self) -> None:
        """Say what the plan would be, or why it cannot be made yet."""
        for page in self.shown_pages():
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

    def on_make(self) -> None:
        """Make the plan, or go to what keeps it from being made."""
        for page in self.shown_pages():
            if page.problem():
                self.go_to(page)
                self.point_at(page)
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
