"""Where the person writes the list of words that are to be handled with care."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from nextrep.domain.changes import Outcome
from nextrep.domain.text import tr
from nextrep.services import word_list
from nextrep.settings.table import WORD_LIST
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.words_dialog import WordsDialog


class WordListDialog(WordsDialog):
    """Words to be careful with."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        intro = tr(
            "Where an entry of the journal holds one of these words, a quiet line says so beside it, with "
            "people to talk to. Nothing is coloured, nothing is told to anyone, and no other word is looked "
            "for. Before a report is saved you see how many of the marked entries hold one."
        )
        hint = tr("Or several that belong together. It may stay empty.")
        super().__init__(context, WORD_LIST.title(), intro, hint, parent)

    def kept(self) -> tuple[str, ...]:
        """Return the words of the list."""
        return tuple(word_list.read(self._context.store))

    def write(self, text: str) -> Outcome[Any]:
        """Keep the list."""
        return word_list.write(self._context.store, text)
