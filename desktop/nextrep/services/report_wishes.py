"""How the person had the report last, kept in the profile; and which entries of the journal are on offer."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.journal import Entry
from nextrep.domain.report_wishes import ReportWishes, wishes_from_text, wishes_to_text
from nextrep.domain.word_list import holds_word
from nextrep.services import word_list
from nextrep.settings.table import REPORT_WISHES
from nextrep.storage.store import Store


def read(store: Store) -> ReportWishes:
    """Return what is remembered; as it comes where nothing is."""
    return wishes_from_text(store.settings.get(REPORT_WISHES))


def remember(store: Store, wishes: ReportWishes) -> bool:
    """Remember; this is no step to undo, and nothing is written where nothing is new.

    Returns:
        whether something was written.
    """
    text = wishes_to_text(wishes)
    if text == store.settings.get(REPORT_WISHES):
        return False
    with store.transaction():
        store.settings.put(REPORT_WISHES, text)
    return True


@dataclass(frozen=True, slots=True)
class OfferedEntry:
    """An entry that may go into a report; `with_word`: it holds a word of the person's own list."""

    entry: Entry
    with_word: bool


def entries(store: Store, first: int, last: int) -> tuple[OfferedEntry, ...]:
    """Return the entries from `first` to `last` (date ordinals) that may go into a report, oldest first."""
    words = word_list.read(store)
    found = store.entries.for_report(first, last)
    return tuple(OfferedEntry(one, holds_word(one.text, words)) for one in found)
