"""The page of an open session: exercises on the left, sets in the middle, rest and load on the right."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.controls import TallIcon, TallPrimary
from nextrep.ui.session.exercise_card import ExerciseCard
from nextrep.ui.session.exercise_list import ExerciseList
from nextrep.ui.session.feelings import BeforeCard
from nextrep.ui.session.history_card import HistoryCard
from nextrep.ui.session.keys import LETTERS, Command, command_of, focus_of
from nextrep.ui.session.load_card import LoadCard
from nextrep.ui.session.rest import RestCard
from nextrep.ui.session.set_sheet import SetSheet
from nextrep.ui.session.set_timer import SetTimer
from nextrep.ui.session.side_cards import FeltCard, SoFarCard
from nextrep.ui.session.unsaved_band import UnsavedBand
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card, row_of
from nextrep.ui.widgets.labels import CardTitle, Muted, SmallTitle
from nextrep.ui.widgets.page import ScrollPage

WIDE, MEDIUM = 1180, 800
"""Widths from which there is room for three columns, and for two, px at 100 %."""
_BESIDE = 700
"""Width from which rest, history and load stand side by side below the sets, px at 100 %."""
_LEFT, _RIGHT = 230, 250
_ANY_WIDTH = 16_777_215
"""What Qt takes for no limit (QWIDGETSIZE_MAX)."""


class TrainPage(ScrollPage):
    """Lays the cards out as the width allows. It knows nothing of the session.

    Attributes:
        turned: emitted with `Command.NEXT` or `Command.PREVIOUS` when the keys ask for another exercise.
        rated: emitted with the focus (1 to 10) that F1 to F10 give the set done last.
        notices: lines over everything else, from the top: what is not saved, what is worth knowing once.
        history_wanted: whether what was done before stands beside the sets.
        timer: times a set; `unsaved` says what could not be written.
    """

    turned = Signal(object)
    rated = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside everything is not the window's
        px = current_theme().px
        self._columns = 0
        self._beside = False
        self._large = self._editing = self._timed = False
        self.heading = SmallTitle(wrap=False)
        self.more_button = TallIcon("more", tr("More for this session"))
        self.exercises = ExerciseList()
        self.list_card = Card()
        head = row_of(self.heading)
        head.addWidget(self.more_button)
        self.list_card.body.addLayout(head)
        self.list_card.add(self.exercises)
        self.notices = QVBoxLayout()  # takes no room while all in it is hidden
        self.notices.setSpacing(px(16))
        self.unsaved = UnsavedBand()
        self.before = BeforeCard()
        self.notices.addWidget(self.unsaved)
        self.notices.addWidget(self.before)
        self.exercise = ExerciseCard()
        self.timer = SetTimer()
        self.add_first_button = TallPrimary(tr("Add exercise"))
        self.empty_card = self._empty_card()
        self.rest = RestCard()
        self.load = LoadCard()
        self.history = HistoryCard()
        self.history_wanted = True
        self.felt = FeltCard()
        self.so_far = SoFarCard()
        self.finish_button = TallPrimary(tr("Finish session"))
        self._middle, middle = _part()
        self._right, self._right_box = _part()
        self._bottom, self._bottom_box = _part()
        middle.addWidget(self.timer)
        middle.addWidget(self.exercise, 1)
        middle.addWidget(self.empty_card, 1)
        self._right_box.addWidget(self.rest, 1)
        self._right_box.addWidget(self.history, 2)
        self._right_box.addWidget(self.load)
        self.timer.hide()
        self._bottom_box.addWidget(self.felt, 1)
        self._bottom_box.addWidget(self.so_far, 1)
        self._bottom_box.addWidget(self.finish_button)
        self._cards = QGridLayout()
        self._cards.setSpacing(px(16))
        self.body.addLayout(self.notices)
        self.body.addLayout(self._cards, 1)
        self._arrange(3)
        self._order()
        for beside in (
            self.rest.shorter,
            self.rest.skip,
            self.rest.longer,
            self.load.lighter,
            self.load.heavier,
            *self.exercise.focus_strip.steps,
        ):
            beside.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # after a click Enter still saves the set
        self.exercise.grid.entered.connect(self._on_entered)

    def show_parts(self, *, exercise: bool, before: bool, editing: bool) -> None:
        """Show what belongs to an open session or to one of the past, with an exercise or without any."""
        self._editing = editing
        self.exercise.set_past(editing)
        self.exercise.setVisible(exercise)
        self.empty_card.setVisible(not exercise)
        self.exercises.add_button.setVisible(exercise)
        self.before.setVisible(before)
        self._show_sides(exercise=exercise, before=before)

    def _show_sides(self, *, exercise: bool, before: bool) -> None:
        live = not self._editing
        self.rest.setVisible(live)
        self.load.setVisible(exercise and not self._large)
        self._show_history(shown=exercise and not self._large and self.history_wanted)
        self.felt.setVisible(live and not before and not self._large)
        self.so_far.setVisible(not self._large)
        self.list_card.setVisible(not self._large)
        self.finish_button.setVisible(live and exercise and not self._large)
        # Empty they would still take the room between two cards.
        self._right.setVisible(live or (exercise and not self._large))
        self._bottom.setVisible(not self._large)
        self.timer.setVisible((self._timed or self.timer.active) and exercise and live)

    def set_large(self, large: bool) -> None:
        """Show what is needed during a set in large figures, to be read from afar, or everything."""
        self._large = large
        self.exercise.set_large(large)
        self.rest.set_large(large)
        self.timer.set_large(large)
        self._show_sides(exercise=self.exercise.isVisibleTo(self), before=self.before.isVisibleTo(self))
        self._fit_cards(self._columns)
        self._on_entered()

    def want_history(self, wanted: bool) -> None:
        """Show what was done before beside the sets, or leave the room to the rest."""
        self.history_wanted = wanted
        self._show_history(shown=wanted and not self._large)

    def _show_history(self, *, shown: bool) -> None:
        """Give the room that is left to the history, else to the rest."""
        self.history.setVisible(shown)
        self._right_box.setStretchFactor(self.rest, int(not shown))

    @property
    def large(self) -> bool:
        """Whether figures are large."""
        return self._large

    def show_timed(self, sheet: SetSheet, row: int) -> None:
        """Offer the timer where the current set is measured in seconds."""
        asked = sheet.asked(row)
        self._timed = sheet.timed
        self.timer.set_target(
            asked.seconds if asked is not None else None, 2 if sheet.block.exercise.unilateral else 1
        )
        self.timer.setVisible((self._timed or self.timer.active) and not self._editing)

    def _empty_card(self) -> Card:
        card = Card()
        card.body.addStretch(1)
        for label in (
            CardTitle(tr("Nothing planned, and that is fine")),
            Muted(tr("Add the first exercise. One set is a session.")),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.add(label)
        card.body.addSpacing(current_theme().px(8))
        card.body.addWidget(self.add_first_button, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch(2)
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take as many columns as there is room for."""
        super().resizeEvent(event)
        px = current_theme().px
        width = event.size().width()
        beside = width >= px(_BESIDE)
        if beside is not self._beside:
            self._beside = beside
            self._fit_cards(self._columns)
        self._arrange(3 if width >= px(WIDE) else 2 if width >= px(MEDIUM) else 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to another exercise, rate the focus, and hear the letters, wherever the keyboard is."""
        command, focus = command_of(event), focus_of(event)
        if command in {Command.NEXT, Command.PREVIOUS}:
            self.turned.emit(command)
        elif command in LETTERS and self._hears_letters:
            if not event.isAutoRepeat():
                self.exercise.asked.emit(command)
        elif focus is not None and not event.isAutoRepeat():
            if not self._editing:  # nobody is asked about a set of the past
                self.rated.emit(focus)
        else:
            super().keyPressEvent(event)

    @property
    def _hears_letters(self) -> bool:
        """Whether letters are about sets: before the session they answer a question."""
        return self.exercise.isVisible() and not self.before.isVisible()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leave the keyboard with the sets after a click that met nothing."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.MouseFocusReason and self.exercise.isVisible():
            self.exercise.grid.focus_current()

    def _on_entered(self) -> None:
        """Bring the row that has the keyboard into view, once everything has found its place."""
        QTimer.singleShot(0, self, self._reveal)

    def _reveal(self) -> None:
        focus = self.exercise.grid.focusWidget()
        if focus is not None:
            self.ensureWidgetVisible(focus, 0, current_theme().px(80))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        grid = self._cards
        parts = (self.list_card, self._middle, self._right, self._bottom)
        places = {
            3: ((0, 0, 2, 1), (0, 1, 1, 1), (0, 2, 2, 1), (1, 1, 1, 1)),
            2: ((0, 0, 1, 2), (1, 0, 1, 1), (1, 1, 2, 1), (2, 0, 1, 1)),
            1: ((0, 0, 1, 1), (1, 0, 1, 1), (2, 0, 1, 1), (3, 0, 1, 1)),
        }[columns]
        for part in parts:
            grid.removeWidget(part)
        for part, place in zip(parts, places, strict=True):
            grid.addWidget(part, *place)
        for column in range(3):
            grid.setColumnStretch(column, int(column == (1 if columns == 3 else 0)))
        for row in range(4):
            grid.setRowStretch(row, int(row == (0 if columns == 3 else 1)))
        self._fit_cards(columns)

    def _fit_cards(self, columns: int) -> None:
        px = current_theme().px
        wide = 1.6 if self._large and columns == 3 else 1
        self.exercises.set_flat(columns < 3)
        _set_width(self.list_card, px(_LEFT) if columns == 3 else None)
        for card in (self.rest, self.history, self.load):
            _set_width(card, px(_RIGHT * wide) if columns > 1 else None)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        in_a_row = columns == 1 and self._beside
        self._right_box.setDirection(across if in_a_row else down)
        self._right_box.setStretch(1, int(in_a_row))
        # It scrolls, so it takes what the other cards leave; below them it has a height of its own.
        below = columns == 1 and not in_a_row
        policy = QSizePolicy.Policy.Preferred if below else QSizePolicy.Policy.Ignored
        self.history.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.history.setMinimumHeight(px(240 if below else 132))
        self._bottom_box.setDirection(across if columns > 1 else down)

    def _order(self) -> None:
        """Let Tab go from the sets to what is about them, then to the rest of the page."""
        chain: list[QWidget] = [
            *self.exercise.buttons.all,
            self.load.tools_button,
            self.load.lighter,
            self.load.heavier,
            self.rest.shorter,
            self.rest.skip,
            self.rest.longer,
            self.felt.change_button,
            self.finish_button,
        ]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)


def _part() -> tuple[QWidget, QBoxLayout]:
    """Return a group of cards that stay together, and the layout to put them in."""
    part = QWidget()
    box = QBoxLayout(QBoxLayout.Direction.TopToBottom, part)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(current_theme().px(16))
    return part, box


def _set_width(widget: QWidget, width: int | None) -> None:
    widget.setMinimumWidth(width or 0)
    widget.setMaximumWidth(width or _ANY_WIDTH)
