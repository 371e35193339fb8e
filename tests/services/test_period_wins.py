"""Small wins of a period: what went well is named, what did not happen is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from nextrep.domain.journal import Rating
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, journal, period_wins, session
from nextrep.services.period_wins import PeriodWins
from nextrep.storage.store import Store


def lifted(store: Store, at: datetime, kilograms: int, sets: int = 2) -> None:
    number = session.start_free(store, at).value.session.id
    session.add_exercise(store, number, catalog.by_key("goblet_squat"))
    squat = session.view(store, number).blocks[0].exercise_id
    for _ in range(sets):
        draft = SetDraft(squat, 0, load=Load(kilograms * 1000, Unit.KG), reps=8)
        session.log_set(store, number, draft, at)
    session.finish(store, number, at + timedelta(minutes=20))


def read(store: Store, now: datetime, days: int = 28) -> PeriodWins:
    today = now.date().toordinal()
    return period_wins.read(store, today - days + 1, today)


def test_nothing_is_nothing(store: Store, now: datetime) -> None:
    assert read(store, now).empty


def test_bests_are_measured_against_all_that_came_before(store: Store, now: datetime) -> None:
    lifted(store, now - timedelta(days=60), 24)
    lifted(store, now - timedelta(days=6), 20)
    assert read(store, now).bests == (), "lighter than long ago is no best of the period"
    lifted(store, now - timedelta(days=3), 26)
    lifted(store, now, 28)
    (day, chip, words), *more = read(store, now).bests
    assert (day, more) == (now.date().toordinal(), []), "of each exercise the latest"
    assert chip == "Heaviest set"
    assert "28 kg" in words
    assert read(store, now).sessions == 3


def test_a_small_session_on_a_low_day_is_named_and_a_full_one_is_not(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    for back, sets, mood in ((8, 1, 20), (5, 3, 20), (2, 1, 70)):
        journal.check_in(store, today - back, {Rating.MOOD: mood}, now)
        lifted(store, now - timedelta(days=back), 10, sets)
    assert read(store, now).small == (today - 8,)


def test_starred_words_stand_there_until_the_star_is_taken_back(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    entry = journal.write(store, today, "Slept through.\nAnd more", now).value
    journal.write(store, today, "Not this one", now)
    starred = journal.star(store, entry.id, starred=True)
    assert starred.value == replace(entry, starred=True)
    assert read(store, now).words == ((today, entry.id, "Slept through."),)
    assert starred.undo is not None
    again = starred.undo()
    assert read(store, now).words == ()
    assert again.undo is not None
    again.undo()
    assert len(read(store, now).words) == 1
