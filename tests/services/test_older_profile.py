"""A profile from before the planner: nothing lost, a copy kept, all shown and changed as before."""

from __future__ import annotations

import sqlite3
import zipfile
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.assessments import Answer
from nextrep.domain.events import Event, EventKind
from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.measures import Measure
from nextrep.domain.program import Answers, PlannedState
from nextrep.domain.units import Load, Unit
from nextrep.services import (
    catalog,
    day_context,
    entry_search,
    events,
    journal,
    measures,
    moments,
    plan_weeks,
    preferences,
    program,
    questionnaires,
    session,
)
from nextrep.settings.table import BODY_WEIGHT_GRAMS
from nextrep.storage.database import APPLICATION_ID, FILE_NAME
from nextrep.storage.migrations import MIGRATIONS
from nextrep.storage.store import Store

MONDAY = date(2026, 11, 16)
ANSWERS = (
    '{"weekdays": [0, 3], "equipment": ["dumbbell"], "experience": "beginner", "minutes": 45,'
    ' "sessions_later": 3}'
)


def _of_version(version: int, folder: Path) -> sqlite3.Connection:
    """Make an empty profile as an earlier version of the program made it."""
    raw = sqlite3.connect(folder / FILE_NAME)
    for statement in (statement for step in MIGRATIONS[:version] for statement in step):
        raw.execute(statement)
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    raw.execute(f"PRAGMA user_version = {version}")
    return raw


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two weeks: the first session done, the second moved by a day, the third taken off."""
    day = MONDAY.toordinal()
    at = int(datetime.fromisoformat("2026-11-16T18:00:00+01:00").timestamp()) * 1000
    raw = _of_version(1, tmp_path)
    raw.execute("INSERT INTO exercise VALUES (7, 'goblet_squat', 'Goblet squat', 0, 'loaded')")
    raw.execute("INSERT INTO exercise VALUES (9, 'own_odd_lift', 'Odd lift', 1, 'loaded')")
    raw.execute(
        "INSERT INTO program VALUES (3, 'mind_and_muscle', 'Mine', ?, 2, ?, 1, ?)", (day, ANSWERS, at)
    )
    for number, days, week, removed in ((1, 0, 1, 0), (2, 4, 1, 0), (3, 7, 2, 1), (4, 10, 2, 0)):
        raw.execute(
            "INSERT INTO planned VALUES (?, 3, ?, ?, 'foundation', ?, ?)",
            (number, day + days, week, f"Day {number}", removed),
        )
        raw.execute(
            "INSERT INTO planned_exercise VALUES (NULL, ?, 0, 7, 2, 8, 12, NULL, 2, 3, 90)", (number,)
        )
    raw.execute(
        "INSERT INTO session VALUES (5, 'Day 1', ?, 'Europe/Berlin', ?, 'Europe/Berlin', ?, 'done', 1, 1800,"
        " 'good', -1, 3, 2, 6, 'app', NULL)",
        (at, at + 1_800_000, day),
    )
    for block, exercise in ((0, 7), (1, 9)):
        raw.execute(
            "INSERT INTO session_exercise VALUES (NULL, 5, ?, ?, '', 2, 8, 12, NULL, 2, 3, 90)",
            (block, exercise),
        )
    for position, (block, exercise, reps) in enumerate([(0, 7, 12), (0, 7, 12), (1, 9, 5)]):
        raw.execute(
            "INSERT INTO workset VALUES (NULL, 5, ?, ?, ?, 'working', 16000, 'kg', ?, NULL, NULL, 'rir', 20,"
            " NULL, '', ?, 'Europe/Berlin')",
            (exercise, block, position, reps, at),
        )
    raw.commit()
    raw.close()
    return tmp_path


def _inside(backup: Path) -> sqlite3.Connection:
    """Open the profile in a backup."""
    with zipfile.ZipFile(backup) as parts:
        data = parts.read("nextrep.db")
    raw = sqlite3.connect(":memory:")
    # In memory there is no log, and a file that says it has one is not opened there.
    raw.deserialize(data[:18] + b"\1\1" + data[20:])
    return raw


def test_an_older_profile_opens_whole_with_a_copy_of_what_it_was(folder: Path, now: datetime) -> None:
    store = Store(folder, now=now)
    assert store.problems() == []
    shown = program.current(store, now.date().toordinal())
    assert shown is not None
    assert (shown.program.title, shown.program.weeks, shown.weeks) == ("Mine", 2, (1, 2))
    assert shown.program.answers == Answers((0, 3), shown.program.answers.equipment, minutes=45)
    assert len(shown.program.uid) == 32
    found = [(one.planned.id, one.planned.state, one.moved_from) for one in shown.sessions]
    assert found == [
        (1, PlannedState.DONE, None), (2, PlannedState.PLANNED, None), (4, PlannedState.PLANNED, None)
    ]  # fmt: skip
    assert store.programs.planned(3).state is PlannedState.REMOVED
    done = session.view(store, 5)
    assert (done.session.note, done.session.effort, done.set_count) == ("good", 6, 3)
    assert [block.exercise.name for block in done.blocks] == ["Goblet squat", "Odd lift"]
    store.close()
    [copy] = (folder / "backups").iterdir()
    raw = _inside(copy)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == 1
    assert raw.execute("SELECT count(*) FROM workset").fetchone()[0] == 3
    raw.close()


def test_an_older_plan_goes_on_from_its_log_and_can_be_changed(folder: Path, now: datetime) -> None:
    store = Store(folder, now=now)
    started = session.start_planned(store, 2, now).value
    [block] = started.blocks
    assert block.suggestion.load == Load(18_000, Unit.KG)
    assert block.suggestion.reason
    session.discard(store, started.session.id, now)
    outcome = plan_weeks.shift_all(store, 4, 7)
    assert store.programs.planned(4).day == (MONDAY + timedelta(days=17)).toordinal()
    assert outcome.undo is not None
    outcome.undo()
    assert store.programs.planned(4).day == (MONDAY + timedelta(days=10)).toordinal()
    assert catalog.exercise_of(store, 9).name == "Odd lift"
    store.close()


def test_a_profile_from_before_questionnaires_keeps_all_and_takes_them(tmp_path: Path, now: datetime) -> None:
    day = MONDAY.toordinal()
    at = int(now.timestamp()) * 1000
    raw = _of_version(3, tmp_path)
    raw.execute("INSERT INTO checkin VALUES (1, ?, ?, 'Europe/Berlin')", (day, at))
    raw.execute("INSERT INTO rating VALUES (1, 'mood', 60)")
    raw.execute("INSERT INTO entry VALUES (4, ?, ?, 'Europe/Berlin', 'Walked.', 1)", (day, at))
    raw.commit()
    raw.close()
    store = Store(tmp_path, now=now)
    assert store.problems() == []
    shown = journal.day_view(store, day)
    assert shown.checkin is not None
    assert (shown.checkin.values, [entry.text for entry in shown.entries]) == ({"mood": 60}, ["Walked."])
    subject = questionnaires.Subject(InstrumentKey.WHO5)
    questionnaires.answer(store, subject, None, "1", Answer(5, 1), day, now)
    assert [line.assessment.day for line in questionnaires.history(store, subject)] == [day]
    store.close()
    [copy] = (tmp_path / "backups").iterdir()
    raw = _inside(copy)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == 3
    assert raw.execute("SELECT body FROM entry").fetchall() == [("Walked.",)]
    raw.close()


def test_a_profile_from_before_the_search_finds_what_was_written_in_it(tmp_path: Path, now: datetime) -> None:
    day = MONDAY.toordinal()
    at = int(now.timestamp()) * 1000
    raw = _of_version(4, tmp_path)
    raw.execute("INSERT INTO entry VALUES (4, ?, ?, 'Europe/Berlin', 'To the Café.', 1)", (day, at))
    raw.execute("INSERT INTO entry VALUES (9, ?, ?, 'Europe/Berlin', 'At home.', 0)", (day, at))
    raw.commit()
    raw.close()
    store = Store(tmp_path, now=now)
    assert store.problems() == []
    assert [entry.id for entry, _mood in entry_search.find(store, "cafe", 9).rows] == [4]
    journal.rewrite(store, 4, "To the sea.", now)
    assert entry_search.find(store, "cafe", 9).rows == ()
    assert [entry.id for entry, _mood in entry_search.find(store, "sea", 9).rows] == [4]
    store.close()
    [copy] = (tmp_path / "backups").iterdir()
    raw = _inside(copy)
    assert raw.execute("PRAGMA user_version").fetchone()[0] == 4
    raw.close()


def test_a_profile_from_before_day_facts_and_events_keeps_all_and_takes_them(
    tmp_path: Path, now: datetime
) -> None:
    day = MONDAY.toordinal()
    at = int(now.timestamp()) * 1000
    raw = _of_version(5, tmp_path)
    raw.execute("INSERT INTO entry VALUES (4, ?, ?, 'Europe/Berlin', 'Walked.', 1)", (day, at))
    raw.execute("INSERT INTO setting VALUES ('body_weight_grams', '81500')")
    raw.execute(
        "INSERT INTO night VALUES (?, 'Europe/Berlin', ?, ?, NULL, NULL, 20, 1, NULL, 7)",
        (day, at - 28_800_000, at),
    )
    raw.commit()
    raw.close()
    store = Store(tmp_path, now=now)
    assert store.problems() == []
    assert [entry.text for entry in journal.day_view(store, day).entries] == ["Walked."]
    assert preferences.read(store, BODY_WEIGHT_GRAMS) == 81_500
    night = journal.day_view(store, day).night
    assert night is not None
    assert (night.time_in_bed_min, night.sol_min, night.quality, str(night.zone)) == (
        480, 20, 7, "Europe/Berlin"
    )  # fmt: skip
    assert (night.total_sleep_min, night.at_most, night.nap_min) == (460, True, None)
    journal.put_night(store, day, replace(night, waso_min=10, nap_min=0), now)
    assert store.nights.between(day, day)[0].total_sleep_min == 450
    assert day_context.view(store, day).context.empty
    day_context.set_tag(store, day, "sea", on=True, now=now)
    event = events.save(store, Event(0, EventKind.TRAVEL, "Lisbon", day, day), now).value
    assert events.of_day(store, day) == [event]
    assert store.contexts.get(day).tags == ("sea",)
    store.close()


def test_a_profile_from_before_moments_keeps_its_ratings_and_takes_more(
    tmp_path: Path, now: datetime
) -> None:
    day = now.date().toordinal()
    at = int(now.timestamp()) * 1000
    raw = _of_version(5, tmp_path)
    raw.execute("INSERT INTO checkin VALUES (1, ?, ?, 'Europe/Berlin')", (day, at))
    raw.execute("INSERT INTO checkin VALUES (2, ?, ?, 'Europe/Berlin')", (day - 1, at))
    raw.executemany(
        "INSERT INTO rating VALUES (?, ?, ?)", [(1, "mood", 60), (1, "clarity", 0), (2, "stress", 35)]
    )
    raw.commit()
    raw.close()
    store = Store(tmp_path, now=now)
    assert store.problems() == []
    assert store.checkins.all() == [(day - 1, "stress", 35), (day, "clarity", 0), (day, "mood", 60)]
    assert [one.measure.key for one in measures.questions(store)][:2] == ["mood", "anxiety"]
    moments.note(store, now, {"mood": 20, "energy": 30}, now)
    tea = measures.add(store, Measure("", "Tea", 0, 20), now).value
    journal.rate(store, day, {tea.key: 150}, now)
    assert store.checkins.points("mood", day, day) == [(day, 60)]
    assert store.checkins.points("energy", day, day) == [(day, 30)]
    assert store.checkins.points(tea.key, day, day) == [(day, 150)]
    store.close()
