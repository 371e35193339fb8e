"""Cues before sets as a person has them: shown in turn, reworded, added, hidden, and all of it taken back."""

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.changes import Outcome
from nextrep.domain.cue_edits import CueEntry
from nextrep.domain.cues import Cue, CueKind
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Pattern
from nextrep.domain.prescription import TargetDetails
from nextrep.domain.program import Answers
from nextrep.domain.program_template import Phase
from nextrep.domain.training import SetDraft, SetKind, Target
from nextrep.resources.cues import load_cues
from nextrep.services import catalog, cues, library_editing, program, session
from nextrep.settings.table import CUES
from nextrep.storage.store import Store

MINE = Cue("", "  Feel the   ground. ", CueKind.FEEL, patterns=frozenset({Pattern.SQUAT}))


def _entry(store: Store, key: str) -> CueEntry:
    return next(entry for entry in cues.view(store) if entry.cue.key == key)


def _back(outcome: Outcome[object]) -> Outcome[object]:
    assert outcome.undo is not None
    return outcome.undo()


def _do(store: Store, exercise: Exercise, sets: int, now: datetime, *, warm_ups: int = 0) -> list[str]:
    """Do a session of an exercise and return the cues that stood before its sets."""
    started = session.start_free(store, now).value.session
    block = session.add_exercise(store, started.id, exercise).value
    number = catalog.number_of(store, exercise)
    said = []
    for index in range(sets):
        lined_up = cues.for_exercise(store, started.id, exercise)
        assert lined_up is not None
        cue = lined_up.at(index)
        assert cue is not None
        said.append(cue.key or cue.text)
        kind = SetKind.WARMUP if index < warm_ups else SetKind.WORKING
        session.log_set(store, started.id, SetDraft(number, block, kind=kind, reps=8), now)
    session.finish(store, started.id, now + timedelta(minutes=30))
    return said


# --- before a set


def test_sessions_go_on_where_the_last_one_ended_until_all_were_there(store: Store, now: datetime) -> None:
    squat, press = catalog.by_key("bodyweight_squat"), catalog.by_key("push_up")
    fitting = {cue.key for cue in load_cues() if cue.fits(squat, "")}
    said: list[str] = []
    for number, sets in enumerate((3, 1, 5, 4, 40)):
        _do(store, press, 2, now + timedelta(days=number, hours=2))
        said += _do(store, squat, sets, now + timedelta(days=number), warm_ups=1)
    assert len(said) > len(fitting)
    assert set(said[: len(fitting)]) == fitting
    assert said[len(fitting) :] == said[: len(said) - len(fitting)]


def test_a_session_entered_later_for_an_earlier_day_has_its_own_place(store: Store, now: datetime) -> None:
    squat = catalog.by_key("bodyweight_squat")
    said = _do(store, squat, 3, now)
    assert _do(store, squat, 2, now - timedelta(days=1)) == said[:2]


def test_the_words_of_the_plan_and_of_the_person_come_first_in_every_session(
    store: Store, now: datetime
) -> None:
    squat = catalog.by_key("bodyweight_squat")
    library_editing.write_words(store, squat, note="", cue="Sit between the heels.")
    number = catalog.number_of(store, squat)
    mine = catalog.exercise_of(store, number)
    said = [_do(store, mine, 4, now + timedelta(days=day)) for day in (0, 1, 4)]
    assert {first for first, *_rest in said} == {"Sit between the heels."}
    rest = [key for _first, *others in said for key in others]
    assert len(set(rest)) == len(rest) == 9
    started = session.start_free(store, now + timedelta(days=5)).value.session
    target = Target(number, 3, 8, 12, None, None, None, 90, details=TargetDetails(cue="Notice the breath."))
    lined_up = cues.for_exercise(store, started.id, mine, target)
    assert lined_up is not None
    assert [cue.text for cue in lined_up.first] == ["Notice the breath.", "Sit between the heels."]


def test_the_phase_of_the_plan_brings_its_cues(store: Store, now: datetime) -> None:
    program.create(store, Answers(), now)
    plan = program.current(store)
    assert plan is not None
    first = next(one.planned for one in plan.sessions if one.planned.trains)
    assert first.phase == Phase.FOUNDATION
    view = session.start_planned(store, first.id, now).value
    block = view.blocks[0]
    lined_up = cues.for_exercise(store, view.session.id, block.exercise, block.target)
    assert lined_up is not None
    phases = [cue.phases for cue in lined_up.order if cue.phases]
    assert phases and all(Phase.FOUNDATION in each for each in phases)


def test_one_switch_turns_them_off_and_on(store: Store, now: datetime) -> None:
    squat = catalog.by_key("bodyweight_squat")
    started = session.start_free(store, now).value.session
    assert cues.switched_on(store)
    off = cues.switch(store, on=False)
    assert cues.for_exercise(store, started.id, squat) is None
    assert off.label == "Cues before sets"
    _back(off)
    assert cues.for_exercise(store, started.id, squat) is not None


# --- the person's list


def test_an_own_cue_is_kept_shown_and_taken_back(store: Store) -> None:
    before = cues.view(store)
    added = cues.add(store, MINE)
    assert added.changes.settings
    assert (added.value.text, added.value.own) == ("Feel the ground.", True)
    assert added.value in cues.shown(store)
    assert cues.view(store) == (*before, CueEntry(added.value))
    redo = _back(added)
    assert cues.view(store) == before
    assert store.settings.get(CUES) == ""
    _back(redo)
    assert _entry(store, added.value.key).cue == added.value


def test_an_own_cue_can_be_changed_as_a_whole_and_deleted(store: Store) -> None:
    mine = cues.add(store, MINE).value
    other = replace(mine, text="Breathe.", kind=CueKind.BREATHE, patterns=frozenset())
    changed = cues.change(store, other)
    assert _entry(store, mine.key).cue == other
    _back(changed)
    assert _entry(store, mine.key).cue == mine
    cues.hide(store, mine.key)
    gone = cues.delete(store, mine.key)
    assert mine.key not in [entry.cue.key for entry in cues.view(store)]
    _back(gone)
    assert _entry(store, mine.key) == CueEntry(mine, hidden=True)


def test_a_shipped_cue_takes_new_words_and_gets_its_own_back(store: Store) -> None:
    jaw = _entry(store, "any_jaw").cue
    changed = cues.change(store, replace(jaw, text="Soft jaw.", kind=CueKind.FEEL))
    entry = _entry(store, "any_jaw")
    assert (entry.cue.text, entry.cue.kind, entry.shipped_text) == ("Soft jaw.", CueKind.LET_GO, jaw.text)
    assert changed.label == "change of cue “Soft jaw.”"
    cues.hide(store, "any_jaw")
    restored = cues.restore(store, "any_jaw")
    assert _entry(store, "any_jaw") == CueEntry(jaw)
    _back(restored)
    assert _entry(store, "any_jaw") == replace(entry, hidden=True)
    cues.change(store, jaw)
    assert not _entry(store, "any_jaw").changed


def test_a_hidden_cue_is_not_shown_but_stays_in_the_list(store: Store, now: datetime) -> None:
    squat = catalog.by_key("bodyweight_squat")
    hidden = cues.hide(store, "squat_neck")
    assert _entry(store, "squat_neck").hidden
    started = session.start_free(store, now).value.session
    lined_up = cues.for_exercise(store, started.id, squat)
    assert lined_up is not None and "squat_neck" not in [cue.key for cue in lined_up.order]
    _back(hidden)
    assert not _entry(store, "squat_neck").hidden


def test_a_hidden_cue_is_shown_again_in_the_persons_words(store: Store) -> None:
    cue = load_cues()[0]
    cues.change(store, replace(cue, text="My words."))
    cues.hide(store, cue.key)
    shown = cues.show(store, cue.key)
    assert (_entry(store, cue.key).hidden, _entry(store, cue.key).cue.text) == (False, "My words.")
    _back(shown)
    assert _entry(store, cue.key).hidden
    with pytest.raises(KeyError):
        cues.show(store, "not_there")


def test_all_can_be_as_they_came_but_for_what_the_person_added(store: Store) -> None:
    mine = cues.add(store, MINE).value
    cues.change(store, replace(_entry(store, "any_jaw").cue, text="Soft jaw."))
    cues.hide(store, "any_number")
    cues.hide(store, mine.key)
    before = cues.view(store)
    done = cues.restore_all(store)
    assert cues.view(store) == (*(CueEntry(cue) for cue in load_cues()), CueEntry(mine))
    _back(done)
    assert cues.view(store) == before


def test_everything_hidden_leaves_no_cue(store: Store, now: datetime) -> None:
    for cue in load_cues():
        cues.hide(store, cue.key)
    started = session.start_free(store, now).value.session
    lined_up = cues.for_exercise(store, started.id, catalog.by_key("plank"))
    assert lined_up is not None and lined_up.at(0) is None


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "x" * 121])
def test_words_that_do_not_fit_are_refused_at_the_field_and_nothing_changes(store: Store, text: str) -> None:
    mine = cues.add(store, MINE).value
    kept = store.settings.get(CUES)
    for attempt in (
        lambda: cues.add(store, replace(MINE, text=text)),
        lambda: cues.change(store, replace(mine, text=text)),
        lambda: cues.change(store, replace(_entry(store, "any_jaw").cue, text=text)),
    ):
        with pytest.raises(UserError, match="120") as caught:
            attempt()
        assert caught.value.field == "text"
    assert store.settings.get(CUES) == kept


def test_the_longest_words_fit_and_lines_become_one(store: Store) -> None:
    assert len(cues.add(store, replace(MINE, text=" " + "x" * 120 + "\n")).value.text) == 120
    assert cues.add(store, replace(MINE, text="Feel\nthe floor")).value.text == "Feel the floor"


def test_the_same_words_twice_are_refused(store: Store) -> None:
    cues.add(store, MINE)
    shipped = _entry(store, "any_jaw").cue
    for text in ("FEEL the ground.", shipped.text):
        with pytest.raises(UserError, match="already") as caught:
            cues.add(store, replace(MINE, text=text))
        assert caught.value.field == "text"
    with pytest.raises(UserError, match="already"):
        cues.change(store, replace(shipped, text="Feel the ground."))


def test_there_is_room_for_many_of_ones_own_but_not_for_any_number(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cues, "MAX_OWN_CUES", 3)
    keys = {cues.add(store, replace(MINE, text=f"Cue {n}")).value.key for n in range(3)}
    assert len(keys) == 3
    with pytest.raises(UserError, match="3 cues"):
        cues.add(store, MINE)


def test_what_changes_nothing_is_no_step(store: Store) -> None:
    jaw = _entry(store, "any_jaw").cue
    assert cues.change(store, jaw).undo is None
    assert cues.restore(store, "any_jaw").undo is None
    assert cues.restore_all(store).undo is None
    cues.hide(store, "any_jaw")
    assert cues.hide(store, "any_jaw").undo is None


def test_a_cue_that_is_not_there_is_a_fault_of_ours(store: Store) -> None:
    for attempt in (cues.hide, cues.restore, cues.delete):
        with pytest.raises(KeyError):
            attempt(store, "no_such")
    with pytest.raises(KeyError):
        cues.change(store, Cue("own_9", "x", CueKind.FEEL))
    with pytest.raises(KeyError):
        cues.delete(store, "any_jaw")


# --- an update of the program


def _update(monkeypatch: pytest.MonkeyPatch) -> None:
    """Go on with a later version of the program: one cue worded anew, three gone."""
    later = [replace(cue, text="New words.") if cue.key == "any_jaw" else cue for cue in load_cues()]
    gone = {"squat_neck", "squat_toes", "squat_face"}
    monkeypatch.setattr(cues, "load_cues", lambda: tuple(cue for cue in later if cue.key not in gone))


@pytest.fixture
def person(store: Store) -> Store:
    """Someone with changes."""
    for key in ("any_jaw", "squat_neck", "squat_toes"):
        cues.change(store, replace(_entry(store, key).cue, text=f"My {key}"))
    for key in ("squat_toes", "squat_face", "any_number"):
        cues.hide(store, key)
    cues.add(store, MINE)
    return store


def test_an_update_of_the_shipped_file_loses_nothing_of_the_persons(
    person: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _update(monkeypatch)
    jaw = _entry(person, "any_jaw")
    assert (jaw.cue.text, jaw.shipped_text) == ("My any_jaw", "New words.")
    neck = _entry(person, "squat_neck")
    assert neck.cue.text == "My squat_neck"
    assert neck.cue.patterns == {Pattern.SQUAT}
    assert not neck.changed
    assert _entry(person, "squat_toes").hidden
    assert _entry(person, "any_number").hidden
    assert "Feel the ground." in [cue.text for cue in cues.shown(person)]
    cues.restore(person, "squat_neck")
    cues.restore_all(person)
    assert _entry(person, "any_jaw").cue.text == "New words."
    assert _entry(person, "squat_neck").cue.text == "My squat_neck"
    assert not _entry(person, "squat_toes").hidden


def test_changes_made_under_a_later_version_keep_what_only_the_older_one_knows(
    person: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    _update(monkeypatch)
    cues.hide(person, "any_enough")
    again = cues.change(person, replace(_entry(person, "squat_neck").cue, text="Still mine"))
    assert again.undo is not None
    monkeypatch.setattr(cues, "load_cues", load_cues)
    assert _entry(person, "squat_face").hidden
    assert _entry(person, "squat_neck").cue.text == "Still mine"
    assert _entry(person, "squat_neck").changed


def test_the_list_is_there_after_opening_the_profile_again(tmp_path: Path, now: datetime) -> None:
    first = Store(tmp_path / "again", now=now)
    mine = cues.add(first, replace(MINE, text="Größer werden 🌱")).value
    first.close()
    second = Store(tmp_path / "again", now=now)
    try:
        assert _entry(second, mine.key).cue == mine
    finally:
        second.close()


@pytest.mark.parametrize("text", ["{", "[]", "7", "null", '{"own": 3, "changed": [1], "hidden": {}}'])
def test_a_kept_text_that_cannot_be_read_leaves_the_shipped_cues_and_is_given_back_by_undo(
    store: Store, text: str
) -> None:
    with store.transaction():
        store.settings.put(CUES, text)
    assert cues.view(store) == tuple(CueEntry(cue) for cue in load_cues())
    _back(cues.hide(store, "any_jaw"))
    assert store.settings.get(CUES) == text


# --- undo

_NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))
_STEPS = ("add", "change", "hide", "show", "restore", "delete", "restore all", "switch")


def _step(store: Store, random: Random) -> Outcome[object]:
    kind = random.choice(_STEPS)
    listed = cues.view(store)
    own = [entry.cue for entry in listed if entry.cue.own]
    cue = random.choice(own) if own and random.random() < 0.6 else random.choice(listed[:4]).cue
    words = random.choice(("One.", "Two.", "Three.", "", load_cues()[0].text))
    if kind == "add":
        return cues.add(store, replace(MINE, text=words))
    if kind == "change":
        return cues.change(store, replace(cue, text=words))
    if kind == "hide":
        return cues.hide(store, cue.key)
    if kind == "show":
        return cues.show(store, cue.key)
    if kind == "restore":
        return cues.restore(store, cue.key)
    if kind == "delete" and cue.own:
        return cues.delete(store, cue.key)
    if kind == "switch":
        return cues.switch(store, on=not cues.switched_on(store))
    return cues.restore_all(store)


@settings(max_examples=15, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_any_steps_are_taken_back_and_done_again_exactly(seed: int) -> None:
    random = Random(seed)
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "profile", now=_NOW)
        try:
            seen = [(store.settings.get(CUES), cues.switched_on(store))]
            undos = []
            for _ in range(20):
                try:
                    outcome = _step(store, random)
                except UserError:
                    outcome = Outcome(None)
                now = (store.settings.get(CUES), cues.switched_on(store))
                if outcome.undo is None:
                    assert now == seen[-1]
                    continue
                assert outcome.label and outcome.changes.settings
                seen.append(now)
                undos.append(outcome)
            redos = []
            for number in range(len(undos), 0, -1):
                redos.append(_back(undos[number - 1]))
                assert (store.settings.get(CUES), cues.switched_on(store)) == seen[number - 1]
            for number, redo in enumerate(reversed(redos), start=1):
                _back(redo)
                assert (store.settings.get(CUES), cues.switched_on(store)) == seen[number]
            assert store.settings.get(CUES) == "" or json.loads(store.settings.get(CUES))
        finally:
            store.close()
