"""What can be done with the exercise that the library shows; each is a step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from nextrep.domain.changes import Outcome
from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.services import library_editing
from nextrep.services.library import Entry, Facets, Library
from nextrep.ui.library.details import ExerciseDetails
from nextrep.ui.library.merging import MergeDialog
from nextrep.ui.library.own_dialog import OwnDialog
from nextrep.ui.library.picker import ExercisePicker
from nextrep.ui.papers.history_dialog import open_history
from nextrep.ui.runtime.context import Context

T = TypeVar("T")


class LibraryCommands(QObject):
    """Carries out what the buttons of the details ask for.

    Attributes:
        done: emitted after a change, with the key of the exercise to show now.
        refused: emitted with why something was not done.
        entry: the exercise that is shown, None where there is none.
        library: all exercises as they are now.
        alike: the exercise that the one shown is probably a second name of.
    """

    done = Signal(str)
    refused = Signal(str)

    def __init__(self, context: Context, details: ExerciseDetails, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._context = context
        self._details = details
        self._dialog = dialog
        self.entry: Entry | None = None
        self.library = Library(())
        self.alike: Exercise | None = None
        details.favourite.clicked.connect(self._on_favourite)
        details.hide_button.clicked.connect(self._on_hide)
        details.edit_button.clicked.connect(self.edit)
        details.merge_button.clicked.connect(self.ask_merge)
        details.alike_button.clicked.connect(self._on_merge_alike)
        details.delete_button.clicked.connect(self._on_delete)
        details.words.written.connect(self._on_words)
        details.print_history.clicked.connect(self.print_history)

    def make(self, name: str) -> None:
        """Let the person describe an exercise of their own, perhaps called `name`."""
        dialog = OwnDialog(self._context, None, self._dialog, name=name)
        dialog.saved.connect(self._on_saved)
        dialog.open()

    def edit(self) -> None:
        """Let the person change the own exercise that is shown."""
        if self.entry is not None and self.entry.own:
            dialog = OwnDialog(self._context, self.entry.exercise, self._dialog)
            dialog.saved.connect(self._on_saved)
            dialog.open()

    def print_history(self) -> None:
        """Show what was done of the exercise as pages to print."""
        if self.entry is not None:
            open_history(self._context, self._dialog, self.entry.key)

    def ask_merge(self) -> None:
        """Ask into which exercise the own one goes, or which own one goes into that of the library."""
        if self.entry is None:
            return
        shown = self.entry.exercise
        if self.entry.own:
            near = [entry.exercise for entry in self.library.find(shown.name, limit=10)]
            first = [*([self.alike] if self.alike is not None else []), *near]
            title = tr("Merge “{name}” into", name=shown.name)
            self._pick(title, first, tr("Names like it"), frozenset({shown.key}), partial(self._merge, shown))
        else:
            mine = [entry.exercise for entry in self.library.find("", Facets(own=True))]
            others = frozenset(entry.key for entry in self.library.entries if not entry.own)
            title = tr("Merge into “{name}”", name=shown.name)
            self._pick(title, mine, tr("My own"), others, partial(self._merge_from, shown))

    def _pick(
        self,
        title: str,
        first: list[Exercise],
        first_title: str,
        leave_out: frozenset[str],
        take: Callable[[Exercise], None],
    ) -> None:
        picker = ExercisePicker(
            self._context,
            self._dialog,
            title=title,
            first=[one for one in dict.fromkeys(first) if one.key not in leave_out],
            first_title=first_title,
            leave_out=leave_out,
            may_make=False,
        )
        picker.chosen.connect(take)
        picker.open()

    def _on_merge_alike(self) -> None:
        if self.entry is not None and self.alike is not None:
            self._merge(self.entry.exercise, self.alike)

    def _merge_from(self, into: Exercise, own: Exercise) -> None:
        self._merge(own, into)

    def _merge(self, own: Exercise, into: Exercise) -> None:
        dialog = MergeDialog(self._context, own, into, self._dialog)
        dialog.merged.connect(self._on_saved)
        dialog.open()

    def _on_saved(self, exercise: Exercise) -> None:
        self.done.emit(exercise.key)

    def _on_favourite(self, on: bool) -> None:
        if self.entry is not None:
            exercise = self.entry.exercise
            self._run(partial(library_editing.set_favourite, self._context.store, exercise, on=on))

    def _on_hide(self) -> None:
        if self.entry is not None:
            exercise, hide = self.entry.exercise, not self.entry.hidden
            self._run(partial(library_editing.set_hidden, self._context.store, exercise, on=hide))

    def _on_delete(self) -> None:
        if self.entry is not None:
            self._run(partial(library_editing.delete, self._context.store, self.entry.exercise))

    def _on_words(self, note: str, cue: str) -> None:
        if self.entry is not None:
            exercise = self.entry.exercise
            self._run(
                partial(library_editing.write_words, self._context.store, exercise, note=note, cue=cue),
                self._details.words.set_problem,
            )

    def _run(
        self, use_case: Callable[[], Outcome[T]], on_error: Callable[[str, str], None] | None = None
    ) -> None:
        key = self.entry.key if self.entry is not None else ""
        self._context.operate.run(use_case, initiator=self, on_error=on_error or self._on_error)
        self.done.emit(key)

    def _on_error(self, message: str, _field: str) -> None:
        self.refused.emit(message)
