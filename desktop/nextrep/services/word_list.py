"""The person's own list of words to be careful with: what is on it, and which entries hold one of them."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.word_list import holds_word, listed_words
from nextrep.settings.table import WORD_LIST
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class Marked:
    """What of the person's own words may go into a report of a period.

    Attributes:
        entries: how many entries may.
        with_word: how many of them hold a word of the list.
        events_with_word: how many of the events that may hold one, in their name or detail.
    """

    entries: int
    with_word: int
    events_with_word: int = 0


def read(store: Store) -> tuple[str, ...]:
    """Return the list, () where there is none."""
    return tuple(store.settings.get(WORD_LIST).splitlines())


def write(store: Store, text: str) -> Outcome[tuple[str, ...]]:
    """Keep the list, a word on each line.

    Raises:
        UserError: there are too many words, or one is too long; `field` is "words".
    """
    words, before = listed_words(text), read(store)
    if words == before:
        return Outcome(words)
    with store.transaction():
        store.settings.put(WORD_LIST, "\n".join(words))
    return Outcome(
        words,
        Changes(settings=True),
        undo=lambda: write(store, "\n".join(before)),
        label=WORD_LIST.title(),
    )


def holds(store: Store, text: str) -> bool:
    """Tell whether a text holds a word of the list."""
    return holds_word(text, read(store))


def marked_for_report(store: Store, first: int, last: int) -> Marked:
    """Count the entries and events from `first` to `last` (date ordinals) that may go into a report."""
    words = read(store)
    entries = store.entries.for_report(first, last)
    happened = [event for event in store.events.between(first, last) if event.in_report] if words else []
    return Marked(
        len(entries),
        sum(holds_word(entry.text, words) for entry in entries),
        sum(holds_word(f"{event.title}\n{event.detail}", words) for event in happened),
    )
