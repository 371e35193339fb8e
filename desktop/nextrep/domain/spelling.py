"""Which words of a line are checked for spelling, and the words that a person added themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nextrep.domain.errors import UserError
from nextrep.domain.light_markdown import Look, Part
from nextrep.domain.text import tr

MOST_OWN_WORDS = 5_000
MOST_LETTERS = 40
"""Longer ones are no words: no dictionary is asked for them."""
Span = tuple[int, int]

_RUN = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ADDRESS = re.compile(r"://|www\.|@|[/\\]")


def checked_words(line: str, parts: Iterable[Part] = ()) -> list[Span]:
    """Return where the words stand that are looked up, in order.

    Left out are addresses and paths, code, words with figures in them, single letters and words in capitals.

    Args:
        line: a line of an entry.
        parts: its looks (see light_markdown).
    """
    code = [(part.start, part.end) for part in parts if part.look is Look.CODE]
    found: list[Span] = []
    for run in _RUN.finditer(line):
        if _ADDRESS.search(run.group()):
            continue
        for word in _WORD.finditer(line, run.start(), run.end()):
            start, end = word.span()
            inside = any(first <= start < last for first, last in code)
            if not inside and _is_word(line, start, end):
                found.append((start, end))
    return found


def _is_word(line: str, start: int, end: int) -> bool:
    beside = line[start - 1 : start] + line[end : end + 1]
    if any(sign.isdigit() or sign == "_" for sign in beside):
        return False
    word = line[start:end]
    return 1 < len(word) <= MOST_LETTERS and not word.isupper()


def plain_word(word: str) -> str:
    """Return a word as dictionaries write it: with the straight apostrophe."""
    return word.replace("’", "'")


def own_words(kept: str) -> tuple[str, ...]:
    """Return the words of a text with one word a line, in the order in which they were added."""
    return tuple(dict.fromkeys(word for line in kept.splitlines() if (word := line.strip())))


def is_own(word: str, own: Iterable[str]) -> bool:
    """Return whether a word is one of the person's own; at the start of a sentence it has a capital."""
    return bool({plain_word(word), plain_word(word[:1].lower() + word[1:])} & {*own})


def with_own_word(kept: str, word: str) -> str:
    """Return the kept text with one more word.

    Raises:
        UserError: there are too many.
    """
    words = own_words(kept)
    if len(words) >= MOST_OWN_WORDS:
        raise UserError(tr("My words hold up to {n} words.", n=MOST_OWN_WORDS), field="own_words")
    return "\n".join(dict.fromkeys((*words, plain_word(word))))


def written_own_words(text: str) -> str:
    """Return a list that the person wrote, as it is kept: one word a line, each once.

    Raises:
        UserError: there are too many, or one is longer than any that is checked; `field` is "own_words".
    """
    words = tuple(dict.fromkeys(plain_word(word) for word in text.replace("\0", "").split()))
    if len(words) > MOST_OWN_WORDS or any(len(word) > MOST_LETTERS for word in words):
        said = tr("Up to {n} words of {letters} letters fit here.", n=MOST_OWN_WORDS, letters=MOST_LETTERS)
        raise UserError(said, field="own_words")
    return "\n".join(words)


def without_own_word(kept: str, word: str) -> str:
    """Return the kept text without a word, in whichever case it stands there."""
    gone = {plain_word(word), plain_word(word[:1].lower() + word[1:])}
    return "\n".join(one for one in own_words(kept) if one not in gone)


def best_language(wanted: str, there: Iterable[str]) -> str:
    """Return the dictionary to take for a wanted language ("en_GB"): itself, or another of the same language.

    Returns:
        "" where there is none of that language.
    """
    parts = {tag: tag.lower().replace("-", "_").split("_") for tag in sorted(there)}
    asked = wanted.lower().replace("-", "_").split("_")
    same = [tag for tag, found in parts.items() if found == asked]
    near = [tag for tag, found in parts.items() if found[0] == asked[0]]
    return (same or near or [""])[0]
