"""The person's own list of words: kept, taken back, and counted among entries that may go into a report."""

from __future__ import annotations

from datetime import datetime

from nextrep.domain.events import Event, EventKind
from nextrep.services import events, journal, word_list
from nextrep.storage.store import Store


def test_the_list_is_kept_taken_back_and_made_again(store: Store) -> None:
    made = word_list.write(store, "bridge\ngive up")
    assert word_list.read(store) == ("bridge", "give up")
    assert made.undo is not None
    undone = made.undo()
    assert word_list.read(store) == ()
    assert undone.undo is not None
    undone.undo()
    assert word_list.read(store) == ("bridge", "give up")
    assert word_list.write(store, "bridge\n\ngive up\n").undo is None


def test_only_marked_entries_of_the_period_count(store: Store, now: datetime) -> None:
    word_list.write(store, "bridge")
    today = now.date().toordinal()
    texts = ((today, "The bridge.", True), (today, "Quiet day.", True), (today - 3, "A bridge.", False),
             (today - 90, "Bridge again.", True))  # fmt: skip
    for day, text, marked in texts:
        entry = journal.write(store, day, text, now).value
        journal.mark_for_report(store, entry.id, in_report=marked)
    assert word_list.marked_for_report(store, today - 30, today) == word_list.Marked(2, 1)
    assert word_list.holds(store, "over the Bridge")
    for title, marked in (("Bridge closed", True), ("Bridge again", False), ("Trip", True)):
        event = Event(0, EventKind.LIFE, title, today, today, in_report=marked)
        events.save(store, event, now)
    assert word_list.marked_for_report(store, today - 30, today) == word_list.Marked(2, 1, 1)
    word_list.write(store, "")
    assert word_list.marked_for_report(store, today - 30, today) == word_list.Marked(2, 0)
