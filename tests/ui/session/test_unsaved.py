"""A set that cannot be written is said not to be, stays on the screen as it is, and is kept once later on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress

import pytest
from PySide6.QtCore import Qt
from sqlcipher3 import dbapi2

from nextrep.domain.errors import KnownError
from nextrep.domain.training import SetDraft, SetKind
from nextrep.domain.units import Unit, load_of
from nextrep.services import preferences, session
from nextrep.settings.table import EFFORT_SCALE
from nextrep.storage.store import FILE_NAME, Store
from nextrep.ui.session.columns import Column
from tests.ui.session.conftest import MORNING, Hands, did
from tests.ui.session.plans import begin_with, did_before, target

Key = Qt.Key
ENTER = Key.Key_Return


class Locked:
    """Another program that writes to the profile."""

    words = "Another program is writing"

    def __init__(self, store: Store) -> None:
        self._other = dbapi2.connect(store.folder / FILE_NAME, isolation_level=None)
        self._other.execute("BEGIN IMMEDIATE")

    def over(self) -> None:
        """It is done."""
        self._other.execute("ROLLBACK")

    def close(self) -> None:
        self._other.close()


class Full:
    """A disk with no room for one more set."""

    words = "The disk is full"

    def __init__(self, store: Store) -> None:
        self._database = store._database
        pages = self._database.execute_sql("PRAGMA page_count").fetchone()[0]
        # SQLite answers a full disk and this limit alike.
        self._database.execute_sql(f"PRAGMA max_page_count = {pages}")
        number = store.sessions.active_id()
        exercise = store.blocks.of_session(number)[0].exercise_id
        with suppress(KnownError):
            while True:  # what the last pages have room for
                with store.transaction():
                    store.sets.add(number, SetDraft(exercise, 99, reps=1), MORNING)

    def over(self) -> None:
        """Somebody has made room."""
        self._database.execute_sql("PRAGMA max_page_count = 1000000")
        with self._database.atomic():
            self._database.execute_sql("DELETE FROM workset WHERE block = 99")

    def close(self) -> None:
        self.over()


Stop = Callable[[], "Locked | Full"]


@pytest.fixture
def squat(hands: Hands) -> Hands:
    """Two exercises, 16 kg and two sets each; nothing waits for another writer, as in the window."""
    hands.store.do_not_wait()
    for key in ("goblet_squat", "dumbbell_bench_press"):
        did_before(hands, key, did(16, 9), did(16, 8))
    begin_with(hands, ("goblet_squat", target(2)), ("dumbbell_bench_press", target(2)))
    return hands


@pytest.fixture(params=[Locked, Full])
def stop(request: pytest.FixtureRequest, squat: Hands) -> Iterator[Stop]:
    """Make it impossible to write, in each of two ways."""
    made = []

    def begin() -> Locked | Full:
        made.append(request.param(squat.store))
        return made[-1]

    yield begin
    for one in made:
        one.close()


@pytest.fixture
def lock(squat: Hands) -> Iterator[Stop]:
    """Have another program write for a while."""
    made = []

    def begin() -> Locked:
        made.append(Locked(squat.store))
        return made[-1]

    yield begin
    for one in made:
        one.close()


def kept(hands: Hands) -> list[tuple[int, int | None]]:
    """Load in grams and reps of every set that is on the disk."""
    return [(one.load.grams if one.load else 0, one.reps) for one in hands.done if one.block != 99]


def band(hands: Hands) -> str:
    """What the band says, "" while there is none."""
    shown = hands.screen.train.unsaved
    return shown.accessibleName() if shown.isVisible() else ""


def try_now(hands: Hands) -> None:
    hands.click(hands.screen.train.unsaved.retry_button)


def test_it_is_said_and_stays_and_is_kept_once(squat: Hands, stop: Stop):
    first = stop()
    squat.keys("18x7", ENTER)
    assert kept(squat) == []
    assert band(squat).startswith("Set 1 of Goblet squat is not saved yet.")
    assert first.words in band(squat)
    assert (squat.text(0, Column.LOAD), squat.text(0, Column.REPS)) == ("18", "7"), "it stays as it was done"
    assert not squat.screen.train.exercise.saved.isVisible()
    assert not squat.screen.train.rest.clock.running
    assert squat.reporter.known_errors == [], "no dialog on top of it"
    squat.screen.train.unsaved.retry.emit()
    assert kept(squat) == []
    assert band(squat)
    first.over()
    squat.screen.train.unsaved.retry.emit()
    assert kept(squat) == [(18_000, 7)]
    assert band(squat) == ""
    assert squat.screen.train.exercise.saved.text().startswith("Set 1 of Goblet squat saved")
    assert squat.grid.current == 1
    squat.screen.train.unsaved.retry.emit()
    squat.keys(Key.Key_Up, ENTER)
    assert kept(squat) == [(18_000, 7)], "once, not twice"


def test_enter_tries_again_too(squat: Hands, stop: Stop):
    first = stop()
    squat.keys("18x7", ENTER, ENTER)
    assert kept(squat) == []
    first.over()
    squat.keys(ENTER)
    assert kept(squat) == [(18_000, 7)]
    assert band(squat) == ""


def test_one_goes_on_meanwhile_and_every_set_is_kept_in_the_order_of_doing(squat: Hands, stop: Stop):
    first = stop()
    squat.keys("18x7", ENTER, Key.Key_Down, "20x6", ENTER)
    assert band(squat).startswith("Set 1 of Goblet squat and 1 more are not saved yet.")
    squat.keys(Key.Key_PageDown, "14x10", ENTER)
    assert "and 2 more" in band(squat)
    assert kept(squat) == []
    squat.keys(Key.Key_Down, "12", Key.Key_Right, "1")  # in the middle of the next one
    first.over()
    squat.screen.train.unsaved.retry.emit()
    assert kept(squat) == [(18_000, 7), (20_000, 6), (14_000, 10)]
    assert band(squat) == ""
    assert squat.title == "Dumbbell bench press"
    assert (squat.text(1, Column.LOAD), squat.text(1, Column.REPS)) == ("12", "1")
    assert squat.focus() is squat.grid.cell(1, Column.REPS)
    counts = [item.count_text() for item in squat.screen.train.exercises.items]
    assert counts == ["2 of 2 sets", "1 of 2 sets"]


def test_what_was_taken_as_it_stood_keeps_its_values_while_it_waits(squat: Hands, lock: Stop):
    squat.keys("16x9")
    first = lock()
    squat.keys(ENTER)
    first.over()
    squat.keys(Key.Key_Down, "20x5", ENTER)  # which rows to come go by
    assert kept(squat) in ([(20_000, 5)], [(16_000, 9), (20_000, 5)])
    if band(squat):
        try_now(squat)
    assert sorted(kept(squat)) == [(16_000, 9), (20_000, 5)]


def test_a_load_in_another_unit_stays_exact_while_it_waits(hands: Hands):
    hands.store.do_not_wait()
    pounds = load_of(45, Unit.LB)
    did_before(hands, "goblet_squat", SetDraft(0, 0, load=pounds, reps=9))
    begin_with(hands, ("goblet_squat", target(1, 20)))
    before = hands.screen.conductor.table.sheet.draft(0)
    with closing(dbapi2.connect(hands.store.folder / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        hands.keys(ENTER)
        assert band(hands)
        other.execute("ROLLBACK")
    try_now(hands)
    assert [one.load for one in hands.done] == [before.load]


def test_a_correction_waits_too_whatever_else_is_saved(squat: Hands, lock: Stop):
    squat.keys("16x9", ENTER, Key.Key_Up)
    first = lock()
    squat.keys(Key.Key_Right, "11", ENTER)
    assert "Set 1 of Goblet squat is not saved yet." in band(squat)
    assert squat.text(0, Column.REPS) == "11"
    first.over()
    squat.keys(Key.Key_Down, "16x8", ENTER)
    if band(squat):
        try_now(squat)
    assert kept(squat) == [(16_000, 11), (16_000, 8)]


def test_finishing_does_not_lose_it(squat: Hands, lock: Stop):
    squat.keys("16x9", ENTER)
    first = lock()
    squat.keys("16x8", ENTER)
    assert band(squat)
    squat.click(squat.screen.train.finish_button)
    assert squat.screen.pages.currentWidget() is squat.screen.train, "there is something to keep first"
    first.over()
    squat.click(squat.screen.train.finish_button)
    assert kept(squat) == [(16_000, 9), (16_000, 8)]
    assert squat.screen.pages.currentWidget() is squat.screen.finish_page


def test_a_change_of_the_settings_does_not_lose_it(squat: Hands, lock: Stop):
    first = lock()
    squat.keys("18x7", ENTER)
    first.over()
    change = preferences.change(squat.store, EFFORT_SCALE, "rir")
    squat.context.operate.announce(change, None)
    if band(squat):
        try_now(squat)
    assert kept(squat) == [(18_000, 7)]
    assert squat.text(0, Column.LOAD) == "18"


def test_a_planned_warm_up_that_waits_is_not_cleared_away(squat: Hands, lock: Stop):
    first = lock()
    squat.keys("w", "8x5", ENTER)
    first.over()
    squat.keys(Key.Key_Down, "16x9", ENTER)
    if band(squat):
        try_now(squat)
    assert {(one.kind, one.reps) for one in squat.done} == {(SetKind.WARMUP, 5), (SetKind.WORKING, 9)}


def test_a_note_that_cannot_be_written_is_asked_for_again(squat: Hands, lock: Stop):
    squat.keys("16x9", ENTER, Key.Key_Up, "n")
    first = lock()
    squat.keys("left knee", ENTER)
    line = squat.screen.train.exercise.note_line
    assert line.isVisible()
    assert line.edit.text() == "left knee"
    first.over()
    squat.keys(ENTER)
    assert squat.done[0].note == "left knee"


def test_undo_that_cannot_be_written_can_be_done_later(squat: Hands, lock: Stop):
    squat.keys("16x9", ENTER)
    first = lock()
    squat.keys("u")
    squat.qtbot.waitUntil(squat.context.undo.canUndo)
    assert kept(squat) == [(16_000, 9)]
    first.over()
    squat.keys("u")
    assert kept(squat) == []
    squat.context.undo.redo()
    assert kept(squat) == [(16_000, 9)]


def test_a_rest_that_cannot_be_kept_runs_all_the_same(squat: Hands, lock: Stop):
    squat.keys("16x9", ENTER)
    lock()
    squat.click(squat.screen.train.rest.longer)
    assert squat.screen.train.rest.clock.running
    assert squat.reporter.known_errors == []


def test_after_a_crash_what_was_said_to_be_saved_is_there_and_nothing_else(squat: Hands, lock: Stop):
    squat.keys("16x9", ENTER)
    lock()
    squat.keys("16x8", ENTER)
    again = Store(squat.store.folder, now=MORNING)
    try:
        view = session.active(again)
        assert view is not None
        assert [entry.draft.reps for entry in view.blocks[0].sets] == [9]
    finally:
        again.close()


def test_what_cannot_be_taken_does_not_wait(squat: Hands, lock: Stop):
    lock()
    squat.keys("1001", ENTER)
    assert band(squat) == ""
    assert "1000 kg" in squat.grid.parts.rows[0].problem.text()


def test_what_is_typed_anew_is_not_saved_in_the_middle_of_it(squat: Hands, lock: Stop):
    first = lock()
    squat.keys("18x7", ENTER, "1")
    first.over()
    squat.screen.train.unsaved.retry.emit()
    assert kept(squat) == []
    squat.keys("6x9", ENTER)
    assert kept(squat) == [(16_000, 9)]
    assert band(squat) == ""


def test_what_is_taken_back_does_not_wait_any_more(squat: Hands, lock: Stop):
    first = lock()
    squat.keys("18x7", ENTER, Key.Key_Escape)
    assert band(squat) == ""
    first.over()
    squat.screen.train.unsaved.retry.emit()
    assert kept(squat) == []


def test_a_set_kept_later_has_the_time_at_which_it_was_done(squat: Hands, lock: Stop):
    first = lock()
    squat.keys("18x7", ENTER)
    first.over()
    squat.later(minutes=5)
    try_now(squat)
    (entry,) = squat.view.blocks[0].sets
    assert entry.done_at == MORNING


def test_a_session_of_the_past_is_not_opened_over_it(squat: Hands, lock: Stop):
    earlier = session.recent(squat.store, 1)[0].id
    first = lock()
    squat.keys("18x7", ENTER)
    squat.screen.open(("edit", earlier))
    assert squat.title == "Goblet squat"
    assert "is not saved yet" in squat.screen._message.text()
    first.over()
    try_now(squat)
    assert not squat.screen._message.isVisible(), "what is said is true"
    squat.screen.open(("edit", earlier))
    assert squat.screen.conductor.editing
    assert [entry.draft.reps for entry in squat.view.blocks[0].sets] == [7]


def test_a_set_of_the_past_that_waits_is_not_left(squat: Hands, lock: Stop):
    earlier = session.recent(squat.store, 1)[0].id
    squat.screen.open(("edit", earlier))
    squat.keys(Key.Key_Up, Key.Key_Up)
    first = lock()
    squat.keys(Key.Key_Right, "12", ENTER)
    assert band(squat)
    squat.screen.deactivate()
    squat.screen.activate()
    assert band(squat)
    first.over()
    squat.screen.deactivate()
    assert [entry.draft.reps for entry in squat.store.sets.of_session(earlier)] == [12, 8]


def test_a_note_stays_with_its_set_when_that_is_kept_meanwhile(squat: Hands, lock: Stop):
    other = lock()
    squat.keys(ENTER, "n", "left knee")
    other.over()
    squat.screen.train.unsaved.retry.emit()
    assert len(kept(squat)) == 1
    squat.keys(ENTER)
    assert [draft.note for draft in squat.done] == ["left knee"]
