"""Searching the journal over all its years.

What was typed is looked for first, as words and beginnings of words. Only where nothing has it, slips of the
pen are forgiven: a right word is never drowned in similar ones.
"""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.entry_search import clean, folded, searched_words
from nextrep.domain.journal import Entry, Rating
from nextrep.storage.store import Store

_LETTERS_FOR_ONE, _LETTERS_FOR_TWO = 4, 7
"""Words from so many letters on may have one slip, or two."""
_MOST_LIKE = 12
"""Words taken for one that was not found."""

Row = tuple[Entry, int | None]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    Attributes:
        rows: entries, newest first, each with the mood (0-100) of its day, None where it was not rated.
        words: what the entries have, to be marked in them.
        part: a text that they hold as it is, "" where words were found.
        instead: the words that were taken where nothing has what was typed, () otherwise.
    """

    rows: tuple[Row, ...] = ()
    words: tuple[str, ...] = ()
    part: str = ""
    instead: tuple[str, ...] = ()


def latest(store: Store, limit: int) -> Found:
    """Return the newest entries."""
    return Found(_with_mood(store, store.entries.latest(limit)))


def find(store: Store, typed: str, limit: int) -> Found:
    """Return the newest entries that have all words of `typed`, in any order; all entries for "".

    Args:
        store: the profile.
        typed: what stands in the search field, any text at all.
        limit: how many entries at most.
    """
    part = clean(typed)
    if not part:
        return latest(store, limit) if not typed.strip() else Found()
    words = searched_words(typed)
    if words:
        rows = store.entry_words.find([[word] for word in words], limit)
        if rows:
            return Found(_with_mood(store, rows), words)
    rows = store.entry_words.holding(part, limit)
    if rows:
        return Found(_with_mood(store, rows), part=part)
    return _forgiving(store, words, limit)


def _forgiving(store: Store, words: tuple[str, ...], limit: int) -> Found:
    """Look for words that are like those that no entry has."""
    groups = [[word] if store.entry_words.has(word) else _like(store, word) for word in words]
    if not groups or not all(groups) or groups == [[word] for word in words]:
        return Found()  # nothing is like it, or each word is there but never all of them together
    rows = store.entry_words.find(groups, limit)
    known = {*words}
    taken = tuple(dict.fromkeys(word for group in groups for word in group))
    instead = tuple(word for word in taken if word not in known)
    return Found(_with_mood(store, rows), taken, instead=instead) if rows else Found()


def _like(store: Store, word: str) -> list[str]:
    """Return the words of the journal that are nearest to `word`, or begin with what is nearest to it."""
    wanted = folded(word)
    slips = (len(wanted) >= _LETTERS_FOR_ONE) + (len(wanted) >= _LETTERS_FOR_TWO)
    if not slips:
        return []
    from rapidfuzz.distance import OSA  # 3 MB, and 8 ms once: with the first slip that is typed
    from rapidfuzz.process import extract

    vocabulary = store.entry_words.vocabulary()
    beginnings = {term[: len(wanted)] for term in vocabulary if len(term) > len(wanted) + 1}
    near = [
        hit
        for among in (vocabulary, tuple(beginnings))
        for hit in extract(wanted, among, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_LIKE)
    ]
    least = min((hit[1] for hit in near), default=0)
    return sorted({hit[0] for hit in near if hit[1] == least})[:_MOST_LIKE]


def _with_mood(store: Store, entries: list[Entry]) -> tuple[Row, ...]:
    mood = store.checkins.of_days(Rating.MOOD, {entry.day for entry in entries}) if entries else {}
    return tuple((entry, mood.get(entry.day)) for entry in entries)
