"""Which words of an entry the dictionary does not know. It is asked in jobs, when typing pauses."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from nextrep.domain.light_markdown import Part
from nextrep.domain.spelling import Span, best_language, checked_words, is_own
from nextrep.services import spelling
from nextrep.services.spelling import Speller
from nextrep.settings.table import SPELLING_AUTO, SPELLING_OFF
from nextrep.ui.runtime.jobs import Jobs, Progress

PAUSE_MS = 400
"""Words are looked up when typing pauses for this long: half a word is not wrong yet."""
MOST_KNOWN = 50_000
"""Words that are remembered; they are forgotten all together, which costs one job."""


class SpellMarks(QObject):
    """Remembers what the dictionary said of words.

    Attributes:
        answered: emitted when more words are known to be right or wrong.
        language: "en_GB", "auto" for that of the computer, or "off".
    """

    answered = Signal()

    def __init__(
        self, jobs: Jobs, speller: Callable[[], Speller] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._jobs, self._speller = jobs, speller or spelling.installed
        self.language = SPELLING_OFF
        self._own: frozenset[str] = frozenset()
        self._right: set[str] = set()
        self._wrong: set[str] = set()
        self._asked: set[str] = set()
        self._wanted: dict[str, None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.look_up)

    def use(self, language: str, own: Iterable[str]) -> bool:
        """Check in a language, with some own words; returns whether that is other than before."""
        before = (self.language, self._own)
        if language != self.language:
            self.forget()
        self.language, self._own = language, frozenset(own)
        return before != (self.language, self._own)

    def forget(self) -> None:
        """Forget all words, and what is being asked."""
        self._timer.stop()
        for words in (self._right, self._wrong, self._asked, self._wanted):
            words.clear()

    def hold(self) -> None:
        """Wait for no further pause; what is not looked up yet is when it is seen again."""
        self._timer.stop()

    def wrong_in(self, line: str, parts: Sequence[Part]) -> tuple[list[Span], bool]:
        """Return where unknown words stand in a line, and whether some must be looked up first."""
        if self.language == SPELLING_OFF:
            return [], False
        wrong: list[Span] = []
        waits = False
        for start, end in checked_words(line, parts):
            word = line[start:end]
            if word in self._right:
                continue
            if word not in self._wrong:
                waits = True
                if word not in self._asked:
                    self._wanted[word] = None
            elif not is_own(word, self._own):
                wrong.append((start, end))
        if self._wanted:
            self._timer.start()
        return wrong, waits

    def look_up(self) -> None:
        """Ask for the words that came up since, now."""
        self._timer.stop()
        words = tuple(self._wanted)
        self._wanted.clear()
        if not words:
            return
        self._asked.update(words)
        self._jobs.run(
            partial(_unknown, self._speller, self.language, words),
            then=partial(self._on_answer, self.language, words),
            owner=self,
        )

    def suggest(self, word: str, then: Callable[[tuple[str, ...]], None], owner: QObject) -> None:
        """Ask what may have been meant; `then` gets it unless `owner` is gone."""
        self._jobs.run(partial(_suggested, self._speller, self.language, word), then=then, owner=owner)

    def knows_as_wrong(self, word: str) -> bool:
        """Return whether a word was looked up and not found."""
        return word in self._wrong

    def is_own(self, word: str) -> bool:
        """Return whether a word is one of the person's own."""
        return is_own(word, self._own)

    def _on_answer(self, language: str, words: Collection[str], unknown: set[str]) -> None:
        if language != self.language:
            return
        if len(self._right) > MOST_KNOWN:
            self._right.clear()
        self._asked.difference_update(words)
        self._wrong |= unknown
        self._right.update(word for word in words if word not in unknown)
        self.answered.emit()


def _resolved(speller: Speller, language: str) -> str:
    if language != SPELLING_AUTO:
        return language
    return best_language(QLocale.system().name(), speller.languages())


def _unknown(
    find: Callable[[], Speller], language: str, words: Sequence[str], progress: Progress
) -> set[str]:
    progress.check()
    speller = find()
    found = _resolved(speller, language)
    return speller.unknown(found, words) if found else set()


def _suggested(find: Callable[[], Speller], language: str, word: str, progress: Progress) -> tuple[str, ...]:
    progress.check()
    speller = find()
    found = _resolved(speller, language)
    return speller.suggestions(found, word) if found else ()
