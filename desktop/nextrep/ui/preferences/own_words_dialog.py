"""The words that spelling takes as right because the person added them."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from nextrep.domain.changes import Outcome
from nextrep.domain.text import tr
from nextrep.services import spelling
from nextrep.settings.table import OWN_WORDS
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.words_dialog import WordsDialog


class OwnWordsDialog(WordsDialog):
    """Words that are spelt right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        intro = tr("No word here is marked as misspelt: names, medicines, words of your own.")
        super().__init__(context, OWN_WORDS.title(), intro, tr("It may stay empty."), parent)

    def kept(self) -> tuple[str, ...]:
        """Return the words of the list."""
        return tuple(spelling.own_words(self._context.store))

    def write(self, text: str) -> Outcome[Any]:
        """Keep the list."""
        return spelling.write_own_words(self._context.store, text)
