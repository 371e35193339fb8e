"""Which days, at what time, and when it has to be quiet."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from nextrep.domain.days import weekday_short, weekday_title
from nextrep.domain.program import WEEKDAYS, Answers
from nextrep.domain.program_template import ProgramTemplate
from nextrep.domain.text import tr
from nextrep.ui.program.making.parts import Choice, Question, QuestionPage, Several, both_or_neither, holder
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.fields import LabelledField, TimeField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Muted

LATER = (2, 3, 4)
"""Sessions a week to choose from."""


class DaysPage(QuestionPage):
    """Days as chips; a time for each that is on; quiet hours. A program of fixed days asks for one time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Days and times"), parent)
        self._fixed = False
        self._fixed_words = Muted(tr("The days of this program follow from the first one."))
        self.body.addWidget(self._fixed_words)
        self.days = Several([weekday_short(day) for day in range(WEEKDAYS)])
        for day, chip in enumerate(self.days.chips):
            chip.setAccessibleName(weekday_title(day))
        self.asked_days = self.ask(
            tr("Which days suit you?"),
            self.days,
            tr("More days than needed are fine: the sessions are spread so that muscles rest."),
        )
        self.later = Choice([str(n) for n in LATER])
        for index, n in enumerate(LATER):
            self.later.chip(index).setAccessibleName(tr("{n} sessions a week from week 9 on", n=n))
        self.asked_later = self.ask(tr("Sessions a week from week 9 on"), self.later)
        self.times = [TimeField() for _day in range(WEEKDAYS)]
        self._timed = [self._time(weekday_title(day), field) for day, field in enumerate(self.times)]
        self.any_time = TimeField()
        self._any_timed = self._time(tr("Every day"), self.any_time)
        flow = FlowLayout(spacing=12)
        for one in (*self._timed, self._any_timed):
            flow.addWidget(one)
        self.ask(tr("At what time? It can stay open."), holder(flow))
        self.quiet_from, self.quiet_to = TimeField(), TimeField()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(current_theme().px(12))
        row.addWidget(self._time(tr("From"), self.quiet_from, tr("Quiet hours from")))
        row.addWidget(self._time(tr("To"), self.quiet_to, tr("Quiet hours to")))
        row.addStretch(1)
        self.asked_quiet: Question = self.ask(
            tr("Quiet hours, for neighbours or family"),
            holder(row),
            tr("A session in them has no jumps and nothing heavy to put down. They may run past midnight."),
        )
        self.body.addStretch(1)
        self.days.changed.connect(self._on_days)
        self.later.chosen.connect(self._on_changed)

    def show_answers(self, answers: Answers) -> None:
        """Show what was said."""
        self.days.set_values(list(answers.weekdays))
        self.later.set_value(LATER.index(answers.sessions_later))
        for day, field in enumerate(self.times):
            field.setValue(answers.time_of(day))
        every = {answers.time_of(day) for day in range(WEEKDAYS)}
        self.any_time.setValue(every.pop() if len(every) == 1 else None)
        first, last = answers.quiet or (None, None)
        self.quiet_from.setValue(first)
        self.quiet_to.setValue(last)
        self._fit()

    def show_program(self, template: ProgramTemplate) -> None:
        """Ask only what makes a difference in a program."""
        self._fixed = not template.asks_weekdays
        self.asked_later.setVisible(template.asks_sessions)
        self._fit()

    def weekdays(self) -> tuple[int, ...]:
        """Return the days that suit."""
        return tuple(self.days.values())

    def sessions_later(self) -> int:
        """Return the sessions a week of later phases."""
        return LATER[self.later.value()]

    def said_times(self) -> tuple[tuple[int, int], ...]:
        """Return the times that were said, for weekdays that count."""
        if self._fixed:
            minute = self.any_time.minutes()
            return () if minute is None else tuple((day, minute) for day in range(WEEKDAYS))
        said = ((day, self.times[day].minutes()) for day in self.weekdays())
        return tuple((day, minute) for day, minute in said if minute is not None)

    def quiet(self) -> tuple[int, int] | None:
        """Return the quiet hours, None where there are none."""
        first, last = self.quiet_from.minutes(), self.quiet_to.minutes()
        return None if first is None or last is None else (first, last)

    def first_field(self) -> QWidget:
        """Begin with Monday."""
        return self.any_time if self._fixed else self.days.chips[0]

    def problem(self) -> tuple[str, QWidget] | None:
        """Days and times that cannot be taken."""
        for field in self._shown_times():
            if not field.commit():
                return field.problem(), field
        one, other = self.quiet_from.minutes(), self.quiet_to.minutes()
        half = (one is None) != (other is None)
        empty = one is not None and one == other
        words = both_or_neither() if half else tr("The two times are the same.") if empty else ""
        self.asked_quiet.set_problem(words)
        if words:
            return words, self.quiet_from if one is None else self.quiet_to
        words = "" if self._fixed or self.weekdays() else tr("Choose at least one day.")
        self.asked_days.set_problem(words)
        return (words, self.days.chips[0]) if words else None

    def _time(self, label: str, field: TimeField, name: str = "") -> LabelledField:
        field.setAccessibleName(name or tr("Time on {day}", day=label))
        field.setFixedWidth(current_theme().px(104))
        field.valueChanged.connect(self._on_changed)
        return LabelledField(label, field)

    def _shown_times(self) -> list[TimeField]:
        days = [self.any_time] if self._fixed else [self.times[day] for day in self.weekdays()]
        return [*days, self.quiet_from, self.quiet_to]

    def _on_days(self) -> None:
        self._fit()
        self.problem()
        self.changed.emit()

    def _fit(self) -> None:
        chosen = set(self.weekdays())
        for day, one in enumerate(self._timed):
            one.setVisible(not self._fixed and day in chosen)
        self._any_timed.setVisible(self._fixed)
        self._fixed_words.setVisible(self._fixed)
        self.asked_days.setVisible(not self._fixed)
