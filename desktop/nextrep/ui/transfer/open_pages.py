"""The pages of the dialog that opens a program."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.shared_program import ProgramFileError, problem_count
from nextrep.domain.text import tr
from nextrep.services.handover import Overlap
from nextrep.services.library import Library
from nextrep.services.opening import Choice, Instead, Look, Unknown
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer import sharing_words as words
from nextrep.ui.transfer.exercise_choice import ExerciseChoice
from nextrep.ui.transfer.problem_table import ProblemTable
from nextrep.ui.transfer.sharing_work import Opened
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import clear_layout, row_of
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Muted, PageTitle, Secondary, Strong
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.spin import DateBox

_TOP = Qt.AlignmentFlag.AlignTop


class ChooseProgramPage(ScrollPage):
    """Which file; after one that cannot be taken, what to mend in it.

    Attributes:
        asked: the person wants to choose a file.
        again_asked: the person has mended the file.
    """

    asked = Signal()
    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.choose = PrimaryButton(tr("Choose a file…"))
        self.again = SecondaryButton(tr("Read it again"))
        self.problem = InlineMessage(dismissable=False)
        self.problems = ProblemTable()
        self._hint = Muted(tr("You can also drop the file on this window."))
        self.body.setSpacing(px(12))
        self.body.addWidget(PageTitle(tr("Open a program")))
        self.body.addWidget(
            Body(
                tr(
                    "A program that somebody shared or that you wrote: a file that ends in .nextrep. "
                    "First it is only read. Nothing changes until you say so."
                )
            )
        )
        self.body.addWidget(self.problem)
        self.body.addWidget(self.problems, 100)
        self.body.addLayout(row_of(self.choose, self.again))
        self.body.addWidget(self._hint)
        self.body.addStretch(1)
        self.again.hide()
        self.choose.clicked.connect(self.asked)
        self.again.clicked.connect(self.again_asked)

    def show_problems(self, text: str, error: BaseException | None = None) -> None:
        """Say why a file was not taken."""
        mistakes = error if isinstance(error, ProgramFileError) else None
        several = mistakes is not None and len(mistakes.problems) + mistakes.more > 1
        rows = mistakes.problems if mistakes is not None and several else ()
        self.problem.show_message(text, "error")
        self.problems.show_problems(rows, mistakes.more if mistakes is not None else 0)
        self.again.show()
        self.again.setFocus(Qt.FocusReason.OtherFocusReason)
        self._hint.setHidden(several)

    def forget(self) -> None:
        """Begin anew."""
        self.problem.clear()
        self.problems.show_problems((), 0)
        self.again.hide()
        self._hint.show()


def mistakes_text(name: str, error: ProgramFileError) -> str:
    """Say what is wrong with a file: the one thing, or how many."""
    if len(error.problems) + error.more == 1:
        return tr("{problem} Nothing was changed.", problem=str(error))
    return tr("“{name}” has {count}. Nothing was changed.", name=name, count=problem_count(error))


class LookPage(ScrollPage):
    """What is in the file, what is not known, and when it shall begin.

    Attributes:
        changed: something was answered; ask `choices`, `first_day`, `on_that_day` and `overlap`.
    """

    changed = Signal()

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.fields: list[ExerciseChoice] = []
        self._title = PageTitle()
        self._facts = {name: Body() for name in ("file", "size", "minutes", "equipment", "own")}
        self._labels: dict[str, Muted] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(6))
        grid.setColumnStretch(1, 1)
        titles = (tr("File"), tr("Program"), tr("A session"), tr("Equipment"), tr("Own exercises"))
        for row, ((name, value), title) in enumerate(zip(self._facts.items(), titles, strict=True)):
            label = Muted(title, wrap=False)
            label.setBuddy(value)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._labels[name] = label
            grid.addWidget(label, row, 0, _TOP)
            grid.addWidget(value, row, 1, _TOP)
        self._unknown = QWidget()
        self._unknown_title = Strong(wrap=False)
        self._left = Secondary()
        self.all_own = LinkButton(tr("Keep all as my own"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        unknown = QVBoxLayout(self._unknown)
        unknown.setContentsMargins(0, 0, 0, 0)
        unknown.setSpacing(px(8))
        head = row_of(self._unknown_title)
        head.addWidget(self.all_own)
        unknown.addLayout(head)
        unknown.addLayout(self._rows)
        unknown.addWidget(self._left)
        self.start = DateBox(name=tr("First day"))
        self.start.setDate(QDate(today.year, today.month, today.day))
        self.on_that_day = QCheckBox(tr("Let the first session be on this very day"))
        self.on_that_day.setAccessibleDescription(tr("All weekdays of the program move with it."))
        self._days, self._left_out = Body(), Secondary()
        self.take_over = ChipButton(tr("Take its place from then on"), checked=True)
        self.after = ChipButton(tr("Begin after it ends"))
        self._overlap = QWidget()
        self._overlap_words = InlineMessage(dismissable=False)
        self.problem = InlineMessage(dismissable=False)
        self.body.setSpacing(px(14))
        self.body.addWidget(self._title)
        self.body.addLayout(grid)
        self.body.addWidget(self._unknown)
        self.body.addLayout(self._when())
        for widget in (self._overlap, self._days, self._left_out, self._overlap_words, self.problem):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._lay_out_overlap()
        self.all_own.clicked.connect(self._on_all_own)
        self.start.dateChanged.connect(self._on_changed)
        self.on_that_day.toggled.connect(self._on_changed)

    def show_file(self, opened: Opened, library: Library) -> None:
        """Show a file; `library` has all exercises that there are here."""
        self._title.setText(opened.read.program.title)
        self._facts["file"].setText(opened.path.name)
        clear_layout(self._rows)
        self.fields = [ExerciseChoice(one, library) for one in opened.unknown]
        for field in self.fields:
            self._rows.addWidget(_unknown_row(field.unknown, field))
            field.chosen.connect(self._on_changed)
        self._unknown.setVisible(bool(self.fields))
        self._unknown_title.setText(words.unknown_title(len(self.fields)))
        self.all_own.setVisible(len(self.fields) > 1)

    def show_look(self, look: Look) -> None:
        """Show what would be made with these answers."""
        self.problem.clear()
        self._facts["size"].setText(words.size_text(look.weeks, look.a_week, look.exercises))
        self._facts["minutes"].setText(words.minutes_text(look))
        for name, text in (("equipment", words.missing_text(look)), ("own", words.own_text(look))):
            self._facts[name].setText(text)
            self._facts[name].setVisible(bool(text))
            self._labels[name].setVisible(bool(text))
        self._days.setText(words.days_text(look))
        self._left_out.setText(words.left_out_text(look))
        self._left_out.setVisible(bool(look.left_out))
        self._overlap.setVisible(look.overlaps is not None)
        if look.overlaps is None:
            self._overlap_words.clear()
            return
        self._overlap_title.setText(words.overlap_title(look.overlaps))
        self._overlap_words.show_message(words.overlap_text(look.overlaps, self.overlap(), look.first_day))

    def show_problem(self, text: str) -> None:
        """Say why it cannot be opened like this."""
        self.problem.show_message(text, "error")

    def count_left(self) -> int:
        """Return how many exercises are not settled yet, and show it."""
        left = sum(field.choice() is None for field in self.fields)
        self._left.setText(words.settle_text(left) if left else tr("All settled."))
        return left

    def choices(self) -> dict[str, Choice]:
        """Return what was settled so far, by the name in the file."""
        found = ((field.unknown.name, field.choice()) for field in self.fields)
        return {name: choice for name, choice in found if choice is not None}

    def first_day(self) -> date:
        """Return the day that was chosen."""
        chosen = self.start.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def overlap(self) -> Overlap:
        """Return what becomes of a program that has sessions on the same days."""
        return Overlap.AFTER if self.after.isChecked() else Overlap.TAKE_OVER

    def _lay_out_overlap(self) -> None:
        self._overlap_title = Strong()
        self._overlaps = QButtonGroup(self)
        flow = FlowLayout(spacing=4)
        for chip in (self.take_over, self.after):
            self._overlaps.addButton(chip)
            flow.addWidget(chip)
        self._overlaps.buttonToggled.connect(self._on_changed)
        column = QVBoxLayout(self._overlap)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(current_theme().px(4))
        column.addWidget(self._overlap_title)
        column.addLayout(flow)
        self._overlap.hide()

    def _when(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(current_theme().px(24))
        row.addWidget(LabelledField(tr("First day"), self.start))
        row.addWidget(self.on_that_day, 1, Qt.AlignmentFlag.AlignBottom)
        return row

    def _on_all_own(self) -> None:
        for field in self.fields:
            if field.choice() is None:
                field.choose(Instead.OWN)

    def _on_changed(self, *_values: object) -> None:
        self.changed.emit()


def _unknown_row(unknown: Unknown, field: ExerciseChoice) -> QWidget:
    row = QWidget()
    name, where = Body(unknown.name), Secondary(words.where_text(unknown))
    name.setBuddy(field)
    texts = QVBoxLayout()
    texts.setSpacing(0)
    texts.addWidget(name)
    texts.addWidget(where)
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_theme().px(16))
    layout.addLayout(texts, 1)
    layout.addWidget(field, 1)
    return row
