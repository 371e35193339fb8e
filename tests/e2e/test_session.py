"""Training with the keyboard alone in the real window: a whole session in few keys, and one cut short."""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
import time
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.exercises import Equipment, Level
from nextrep.domain.program import Answers
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, program, session
from nextrep.storage.store import Store
from tests.e2e.desktop import Display
from tests.e2e.person import Person
from tests.e2e.test_first_weeks import rows

SETS = (4, 3, 3, 3, 3)
SAVED = "SELECT kind, weight_g, reps, focus, note FROM workset WHERE session_id = {session} ORDER BY position"
FEW = 60
"""Key presses for a whole session of five exercises and sixteen sets."""


@dataclass
class Typist:
    """A person who has no mouse, and whose key presses are counted."""

    person: Person
    pressed: int = 0

    def press(self, *names: str) -> None:
        """Press keys, each once the program listens."""
        for name in names:
            self.person.keys(name)
            self.pressed += 1

    def write(self, text: str) -> None:
        """Type signs one by one."""
        names = {"/": "slash", ":": "colon", " ": "space"}
        self.press(*(names.get(sign, sign) for sign in text))

    def tab_to(self, words: str) -> None:
        """Go from control to control until one with these words has the keyboard."""
        for _step in range(20):
            self.person._wait_for_new_look()
            if any(seen["focus"] and str(seen["name"]).startswith(words) for seen in self.person.all_seen()):
                return
            self.press("Tab")
        raise AssertionError(f"{words} cannot be reached with Tab")

    def in_field(self, words: str) -> None:
        """Wait until the keyboard is in a field whose name begins so."""
        person = self.person
        person.until(
            lambda: any(one["focus"] and str(one["name"]).startswith(words) for one in person.all_seen()),
            f"the keyboard in “{words}”",
        )


def make_profile(profile: Path) -> None:
    """Make a plan whose first session is today's: sixteen sets of five exercises that were done before."""
    now = datetime.now().astimezone()
    store = Store(profile, now=now)
    answers = Answers((0, 2, 4), frozenset({Equipment.DUMBBELL, Equipment.BENCH}), Level.BEGINNER, 45, 3)
    program.create(store, answers, now)
    plan = program.current(store)
    assert plan is not None
    first = plan.sessions[0]
    assert len(first.exercises) == len(SETS)
    train_before(store, [exercise.key for exercise, _target in first.exercises], now - timedelta(days=3))
    store.close()
    with contextlib.closing(sqlite3.connect(profile / "nextrep.db")) as file, file:
        file.execute("UPDATE planned SET day = ? WHERE id = ?", (now.date().toordinal(), first.planned.id))
        for position, count in enumerate(SETS):
            file.execute(
                "UPDATE planned_exercise SET sets = ? WHERE planned_id = ? AND position = ?",
                (count, first.planned.id, position),
            )


def train_before(store: Store, keys: list[str], then: datetime) -> None:
    """Write a finished session of one set for each exercise."""
    view = session.start_free(store, then).value
    for key in keys:
        block = session.add_exercise(store, view.session.id, catalog.by_key(key)).value
        number = store.blocks.of_session(view.session.id)[block].exercise_id
        draft = SetDraft(number, block, load=Load(16_000, Unit.KG), reps=9)
        session.log_set(store, view.session.id, draft, then)
    session.finish(store, view.session.id, then + timedelta(minutes=40))


def planned(profile: Path, copy: Path) -> list[tuple[object, ...]]:
    """Return what the plan asks for, set by set, as it is to be on the disk."""
    shutil.copytree(profile, copy)
    now = datetime.now().astimezone()
    store = Store(copy, now=now)
    plan = program.current(store)
    assert plan is not None
    view = session.start_planned(store, plan.sessions[0].planned.id, now).value
    store.close()
    return [
        ("working", asked.load.grams if asked.load else None, asked.reps, None, "")
        for block in view.blocks
        for asked in block.suggestion.rows
    ]


def saved(profile: Path) -> list[tuple[object, ...]]:
    """Return the sets of the session begun last."""
    return rows(profile, SAVED.format(session="(SELECT max(id) FROM session)"))


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    """A profile with a session planned for today."""
    made = tmp_path / "profile"
    make_profile(made)
    return made


def begin(typist: Typist) -> None:
    """Start today's session from Today, and leave out what is asked before it."""
    typist.person.see("Start session", "Button")
    typist.tab_to("Start session")
    typist.press("Return")
    typist.person.see("Close", "Button")
    typist.in_field("Close")
    typist.press("Return")  # the note before the very first session
    typist.press("Return")  # how it feels may stay unsaid


def test_a_whole_session_takes_few_keys(display: Display, profile: Path, tmp_path: Path) -> None:
    wanted = planned(profile, tmp_path / "copy")
    assert len(wanted) == sum(SETS) == 16
    with Person.start(display, profile) as person:
        typist = Typist(person)
        begin(typist)
        for number in range(len(wanted)):
            typist.in_field("Set ")
            typist.press("Return")
            person.until(lambda: len(saved(profile)) == number + 1, "the set to be saved")  # noqa: B023 - awaited
        typist.in_field("Finish session")
        typist.press("Return")
        person.see("Go on training", "Button")
        typist.press("Return")
        person.see("is done", part=True)
        assert typist.pressed <= FEW, f"{typist.pressed} keys"
        assert saved(profile) == wanted
        print(f"{typist.pressed} key presses for {len(wanted)} sets")
        person.keys("alt+F4")
        assert person.program.wait() == 0
    assert rows(profile, "SELECT state, planned_id IS NOT NULL FROM session ORDER BY id DESC LIMIT 1") == [
        ("done", 1)
    ]
    assert rows(profile, "PRAGMA integrity_check") == [("ok",)]


def test_a_session_goes_on_where_a_power_cut_left_it(display: Display, profile: Path) -> None:
    with Person.start(display, profile) as person:
        typist = Typist(person)
        begin(typist)
        typist.in_field("Set 1, Weight")
        typist.write("18x9")
        typist.press("Return")
        person.see("Set 1 of Goblet squat saved", part=True)
        typist.press("F7")
        person.until(lambda: saved(profile)[0][3] == 7, "the focus")
        typist.press("d")
        typist.in_field("Drop set, Weight")
        typist.press("Return")
        person.until(lambda: [one[0] for one in saved(profile)] == ["working", "drop"], "the drop set")
        typist.press("u")
        person.until(lambda: len(saved(profile)) == 1, "the drop set to be taken back")
        typist.press("n")
        typist.in_field("Note on")
        typist.write("slow")
        typist.press("Return")
        typist.in_field("Set 2, ")
        typist.press("Return")
        person.until(lambda: saved(profile)[-1][4] == "slow", "the set with its note")
        typist.press("Next")
        person.until(lambda: person.find("Goblet squat", "PageTitle") is None, "the next exercise")
        typist.press("k")
        person.see("left out today", part=True)
        before = saved(profile)
        person.program.kill()
    assert rows(profile, "SELECT count(*) FROM session_exercise WHERE skipped") == [(1,)]
    ((end, total),) = rows(profile, "SELECT rest_end_at, rest_total_s FROM session WHERE state = 'active'")
    with Person.start(display, profile) as person:
        typist = Typist(person)
        typist.tab_to("Go on with it")
        typist.press("Return")
        typist.in_field("Set 3, ")
        assert saved(profile) == before
        left = int(str(end)) / 1000 - time.time()
        assert 0 < left < int(str(total))
        ring = person.see("Rest", "BreathRing", part=True)["name"]
        shown = clock_seconds(str(ring))
        assert abs(shown - left) < 10, "the rest goes on where it was"
        typist.press("Return")
        person.until(lambda: len(saved(profile)) == len(before) + 1, "one more set")
        finish(typist)
        person.until(
            lambda: rows(profile, "SELECT state FROM session ORDER BY id DESC LIMIT 1") == [("done",)],
            "the session to end",
        )
        person.see("is done", part=True)
    asked = "SELECT pleasant_after, activated_after, effort FROM session ORDER BY id DESC LIMIT 1"
    assert rows(profile, asked) == [(3, 4, 6)]
    assert rows(profile, "PRAGMA integrity_check") == [("ok",)]


def clock_seconds(words: str) -> int:
    """Return the seconds of the first "1:42" in a text."""
    clock = re.search(r"(\d+):(\d\d)", words)
    assert clock is not None, words
    return int(clock[1]) * 60 + int(clock[2])


def finish(typist: Typist) -> None:
    """Finish with ratings: one key each."""
    typist.press("ctrl+Return")
    typist.person.see("Go on training", "Button")
    typist.press("3", "4", "6")
    typist.press("Return")
