"""What can be done with the cue that the list stands on; each is kept at once, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from nextrep.domain.changes import Outcome
from nextrep.domain.cues import Cue
from nextrep.services import cues
from nextrep.ui.cues.cue_list import CueList
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.message import InlineMessage


class CueActions(QObject):
    """Carries out what the buttons and keys of the dialog ask for.

    Attributes:
        kept: emitted with the key of the cue to stand on, "" for the same as before, and what undoing would
            take back, "" where there is nothing to.
    """

    kept = Signal(str, str)

    def __init__(self, context: Context, cue_list: CueList, message: InlineMessage, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._context, self._list, self._message, self._dialog = context, cue_list, message, dialog

    def change(self, cue: Cue, words: str) -> None:
        """Keep other words of a cue; what is not taken stays to be mended."""
        changed = Cue(cue.key, words, cue.kind, cue.patterns, cue.phases, cue.measures, cue.muscles)
        if not self._run(partial(cues.change, self._context.store, changed), cue.key):
            self._list.reword(words)

    def hide(self) -> None:
        """Hide the cue that the list stands on, or show it again."""
        entry = self._list.entry()
        if entry is None:
            return
        key = entry.cue.key
        if not entry.hidden:
            self._run(partial(cues.hide, self._context.store, key))
        else:
            self._run(partial(cues.show, self._context.store, key))

    def restore(self) -> None:
        """Give the cue the words that it came with."""
        entry = self._list.entry()
        if entry is not None:
            self._run(partial(cues.restore, self._context.store, entry.cue.key))

    def restore_all(self) -> None:
        """Give every cue the words that it came with, and show all."""
        self._run(partial(cues.restore_all, self._context.store))

    def delete(self) -> None:
        """Delete the cue, if it is one's own."""
        entry = self._list.entry()
        if entry is not None and entry.cue.own:
            self._run(partial(cues.delete, self._context.store, entry.cue.key))

    def put_away(self) -> None:
        """Delete the cue if it is one's own, else hide it."""
        entry = self._list.entry()
        if entry is not None and entry.cue.own:
            self.delete()
        elif entry is not None and not entry.hidden:
            self.hide()

    def _run(self, use_case: Callable[[], Outcome[Any]], key: str = "") -> bool:
        """Carry out a use case; returns whether it was taken."""
        done: list[Outcome[Any]] = []
        self._message.clear()
        self._context.operate.run(partial(_noting, use_case, done), initiator=self._dialog)
        if done:
            self.kept.emit(key, self._context.undo.undoText() if done[0].undo is not None else "")
        return bool(done)


def _noting(use_case: Callable[[], Outcome[Any]], done: list[Outcome[Any]]) -> Outcome[Any]:
    """Carry out a use case and note that it was taken: many have no value to tell that by."""
    outcome = use_case()
    done.append(outcome)
    return outcome
