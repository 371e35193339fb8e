"""Choosing an exercise: by what one types, from those that fit, or a new one of one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Measure
from nextrep.domain.text import tr, tr_n
from nextrep.services import library
from nextrep.services.library import Entry, Facets
from nextrep.ui.library.exercise_list import ExerciseList, search_hint
from nextrep.ui.library.room import fit
from nextrep.ui.runtime.context import Context
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.chips import ChipButton
from nextrep.ui.widgets.labels import CardTitle, Secondary, SmallTitle
from nextrep.ui.widgets.search_field import SearchField

MOST = 100
"""Exercises shown for a search; who needs more types one more letter."""


class ExercisePicker(QDialog):
    """A search field over a list. Up and Down move in the list, Enter picks, Escape leaves.

    Attributes:
        chosen: emitted with the `Exercise`, after the dialog has closed. One of the person's own that is new
            is kept by whatever use case it is handed to.
        field: the search field.
        list: what was found.
    """

    chosen = Signal(object)

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        title: str,
        at_hand: frozenset[Equipment] | None = None,
        first: Sequence[Exercise] = (),
        first_title: str = "",
        leave_out: frozenset[str] = frozenset(),
        may_make: bool = True,
    ) -> None:
        """Make the dialog; `open()` shows it.

        Args:
            context: the way to everything outside.
            parent: the window it belongs to.
            title: what is chosen.
            at_hand: equipment to which the choice is narrowed at first; None for no such choice.
            first: shown while nothing is typed, under `first_title`; all exercises where it is empty.
            first_title: heading of `first`.
            leave_out: keys of exercises that are not offered.
            may_make: whether a name that is not known can become an exercise of one's own.
        """
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Choose an exercise"))
        self._library = library.view(context.store)
        self._first, self._first_title, self._may_make = first, first_title, may_make
        self._at_hand, self._leave_out = at_hand, leave_out
        self.list = ExerciseList(tr("Exercises found"))
        self.field = SearchField(self.list, title, search_hint())
        self.heading = SmallTitle()
        self.only_at_hand = ChipButton(tr("With what I have"), checked=at_hand is not None, mark=True)
        self.only_at_hand.setHidden(at_hand is None or at_hand == frozenset(Equipment))
        self._lay_out(title)
        self.field.textChanged.connect(self._show)
        self.only_at_hand.toggled.connect(self._show)
        self.list.taken.connect(self._on_taken)
        self._show()
        fit(self, px(520), px(560))
        self.field.setFocus()

    def _lay_out(self, title: str) -> None:
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(8))
        layout.addWidget(CardTitle(title))
        layout.addWidget(self.field)
        layout.addWidget(self.only_at_hand, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.heading)
        layout.addWidget(self.list, 1)
        layout.addWidget(Secondary(tr("↑ ↓ choose · ↵ takes it · Esc leaves")))

    def _show(self, _change: object = None) -> None:
        """Show what fits the words and the choice of equipment."""
        wanted = " ".join(self.field.text().split())
        facets = Facets(
            at_hand=self._at_hand if self.only_at_hand.isChecked() else None, leave_out=self._leave_out
        )
        drafts: list[tuple[str, Exercise]] = []
        if wanted or not self._first:
            found = self._library.find(wanted, facets, MOST if wanted else None)
            if wanted and self._may_make and self._library.named(wanted) is None:
                drafts = self._drafts(wanted)
            self.heading.setText(self._count_words(found, wanted))
        else:
            found = self._entries(self._first, facets)
            self.heading.setText(self._first_title if found else tr("Type a part of the name"))
        self.list.exercises.show_entries(found, drafts)
        self.list.stand_on(0)

    def _count_words(self, found: Sequence[Entry], wanted: str) -> str:
        if found:
            if len(found) == MOST:
                return tr("The {n} best", n=MOST)
            return tr_n("{n} exercise", "{n} exercises", len(found))
        if wanted and self.only_at_hand.isChecked():
            return tr("Nothing like that with what you have")
        return tr("Nothing like that")

    def _entries(self, exercises: Sequence[Exercise], facets: Facets) -> list[Entry]:
        entries = (self._library.get(exercise.key) for exercise in exercises)
        return [entry for entry in entries if entry is not None and facets.take(entry)]

    def _drafts(self, name: str) -> list[tuple[str, Exercise]]:
        """Return the exercise that a new name could become, for each way a set can be measured."""
        ways = (
            (Measure.LOADED, tr("Add “{name}” as my own: weight and reps", name=name)),
            (Measure.BODYWEIGHT, tr("Add “{name}” as my own: reps", name=name)),
            (Measure.TIMED, tr("Add “{name}” as my own: time", name=name)),
        )
        try:
            return [(words, library.own_draft(self._library, name, measure)) for measure, words in ways]
        except UserError:  # too long for a name
            return []

    def _on_taken(self, exercise: Exercise) -> None:
        self.close()
        self.chosen.emit(exercise)
