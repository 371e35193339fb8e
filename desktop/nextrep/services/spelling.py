"""Spell checking with the dictionaries that this computer has, and the words that the person added.

Enchant finds them (Hunspell, Aspell and others). It is loaded when the first word is to be checked, on a
worker, and never needed: without it nothing is checked, and Settings says so. All of `Speller` waits, for a
dictionary to be read or for suggestions, so the window calls it in jobs only.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, Protocol

from nextrep.domain import spelling
from nextrep.domain.changes import Outcome
from nextrep.services import preferences
from nextrep.settings.table import OWN_WORDS
from nextrep.storage.store import Store

MOST_SUGGESTIONS = 6


class Speller(Protocol):
    """What knows words; may be asked from any thread."""

    def languages(self) -> tuple[str, ...]:
        """Return the languages that there are dictionaries for, as "en_GB"."""

    def unknown(self, language: str, words: Iterable[str]) -> set[str]:
        """Return those of some words that the dictionary of a language does not have."""

    def suggestions(self, language: str, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first."""


class NoSpeller:
    """Where nothing is installed: every word is right."""

    def languages(self) -> tuple[str, ...]:
        """None."""
        return ()

    def unknown(self, language: str, words: Iterable[str]) -> set[str]:  # noqa: ARG002 - as Speller has it
        """None."""
        return set()

    def suggestions(self, language: str, word: str) -> tuple[str, ...]:  # noqa: ARG002 - as Speller has it
        """None."""
        return ()


class EnchantSpeller:
    """The system's dictionaries by way of Enchant, which is for one thread at a time."""

    def __init__(self, enchant: Any) -> None:
        self._errors = enchant.errors.Error
        self._broker = enchant.Broker()
        self._lock = threading.Lock()
        self._open: dict[str, Any] = {}

    def languages(self) -> tuple[str, ...]:
        """Return the languages that there are dictionaries for."""
        with self._lock:
            return tuple(sorted(self._broker.list_languages()))

    def unknown(self, language: str, words: Iterable[str]) -> set[str]:
        """Return those of some words that the dictionary of a language does not have."""
        with self._lock:
            found = self._dictionary(language)
            if found is None:
                return set()
            return {word for word in words if word and not self._has(found, spelling.plain_word(word))}

    def suggestions(self, language: str, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first."""
        with self._lock:
            found = self._dictionary(language)
            meant = found.suggest(spelling.plain_word(word)) if found is not None else ()
            return tuple(meant[:MOST_SUGGESTIONS])

    def _has(self, dictionary: Any, word: str) -> bool:
        """Whether a dictionary has a word; what it cannot read is not called wrong."""
        try:
            return bool(dictionary.check(word))
        except self._errors:
            return True

    def _dictionary(self, language: str) -> Any:
        """Return an open dictionary, None for one that cannot be read: then no word is called wrong."""
        if language not in self._open:
            try:
                self._open[language] = self._broker.request_dict(language)
            except self._errors:
                self._open[language] = None
        return self._open[language]


@lru_cache(maxsize=1)
def installed() -> Speller:
    """Return what this computer has, found once; takes some hundredths of a second the first time."""
    try:
        import enchant  # the library of the system may be missing, which it says with an ImportError
        import enchant.errors
    except ImportError:
        return NoSpeller()
    return EnchantSpeller(enchant)


def own_words(store: Store) -> tuple[str, ...]:
    """Return the words that the person added, in the order in which they did."""
    return spelling.own_words(preferences.read(store, OWN_WORDS))


def add_own_word(store: Store, word: str) -> Outcome[str]:
    """Add a word to the person's own.

    Raises:
        UserError: there are too many.
    """
    return preferences.change(
        store, OWN_WORDS, spelling.with_own_word(preferences.read(store, OWN_WORDS), word)
    )


def write_own_words(store: Store, text: str) -> Outcome[str]:
    """Keep the whole list of the person's own words, as it was written.

    Raises:
        UserError: there are too many, or one is too long; `field` is "own_words".
    """
    kept = spelling.written_own_words(text)
    if kept == preferences.read(store, OWN_WORDS):
        return Outcome(kept)
    return preferences.change(store, OWN_WORDS, kept)


def remove_own_word(store: Store, word: str) -> Outcome[str]:
    """Take a word out of the person's own."""
    return preferences.change(
        store, OWN_WORDS, spelling.without_own_word(preferences.read(store, OWN_WORDS), word)
    )
