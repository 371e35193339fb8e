"""The shipped cues: their words, that they cover the library, and the order in which sets get them."""

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.cue_edits import CueEdits, edits_from_data, edits_to_data, entries
from nextrep.domain.cues import OWN_CUE, Cue, CueKind, cue_from_data, cue_to_data, line_up, pick
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Measure, Pattern, fold
from nextrep.domain.program_template import Phase
from nextrep.domain.text import set_translator
from nextrep.resources.cues import load_cues
from nextrep.resources.exercises import load_exercises

PHASES = ("", *Phase)
MAX_SHIPPED = 70
FORBIDDEN = re.compile(
    r"\b(should|must|have to|ought|you need to|always|never|pain\w*|hurt\w*|ache\w*|sore\w*|injur\w*"
    r"|cur(e|es|ed|ing)|heal(s|ed|ing|th|thy|thier)?|depress\w*|anxi\w*|panic\w*|stress\w*|trauma\w*"
    r"|therap\w*|treat\w*|symptom\w*|disorder\w*|diagnos\w*|medic\w*|mood\w*|mental\w*|calm\w*"
    r"|happ(y|ier|iness)|heart\w*|hold your breath|help\w*|improve\w*|boost\w*|better|stronger|fix\w*"
    r"|burn\w*|toxi\w*|wrong|bad|lazy|weak\w*|fail\w*|guarantee\w*|perfectly|correct\w*)\b",
    re.IGNORECASE,
)
MOVING = re.compile(r"\b(reps?|way (down|up|back)|bend|straighten)\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def cues() -> tuple[Cue, ...]:
    return load_cues()


@pytest.fixture(scope="module")
def exercises() -> tuple[Exercise, ...]:
    return tuple(load_exercises().all)


def test_there_are_enough_of_them_and_each_is_there_once(cues: tuple[Cue, ...]) -> None:
    assert len(cues) >= 150
    assert sum(not cue.patterns for cue in cues) >= 30
    assert [key for key, n in Counter(cue.key for cue in cues).items() if n > 1] == []
    assert [text for text, n in Counter(fold(cue.text) for cue in cues).items() if n > 1] == []


def test_every_field_of_the_file_is_read(repo: Path, cues: tuple[Cue, ...]) -> None:
    raw = json.loads((repo / "resources" / "cues" / "cues.json").read_text(encoding="utf-8"))
    for row, cue in zip(raw, cues, strict=True):
        sorted_row = {
            name: sorted(value) if isinstance(value, list) else value for name, value in row.items()
        }
        assert sorted_row == cue_to_data(cue)
        assert re.fullmatch(r"[a-z]+(_[a-z]+)+", cue.key) and not cue.own


@pytest.mark.parametrize("cue", load_cues(), ids=lambda cue: cue.key)
def test_a_shipped_cue_is_short_and_plain_and_claims_nothing(cue: Cue) -> None:
    assert 10 <= len(cue.text) <= MAX_SHIPPED
    assert cue.text[0].isupper() and cue.text.endswith((".", "?"))
    assert "!" not in cue.text
    assert FORBIDDEN.findall(cue.text) == []


def test_the_list_of_words_sees_what_it_is_for() -> None:
    for text in ("You should rest.", "It heals.", "Less pain.", "Against anxiety.", "You must breathe."):
        assert FORBIDDEN.search(text)
    assert not FORBIDDEN.search("Let your shoulders rest and feel the muscle above your heel.")


def test_a_hold_is_never_told_to_move_and_a_breath_is_named(
    cues: tuple[Cue, ...],
) -> None:
    moving = [cue for cue in cues if MOVING.search(cue.text)]
    assert len(moving) > 20
    about_holds = [cue.key for cue in moving if not cue.measures or Measure.TIMED in cue.measures]
    assert about_holds == []
    breathing = [cue for cue in cues if cue.kind is CueKind.BREATHE]
    assert [cue.key for cue in breathing if not re.search("breath", cue.text, re.IGNORECASE)] == [
        "horizontal_pull_fill",
        "vertical_pull_fill",
    ]


@pytest.mark.parametrize("pattern", Pattern)
def test_every_movement_has_cues_of_its_own_of_every_kind_and_for_every_phase(
    cues: tuple[Cue, ...], pattern: Pattern
) -> None:
    own = [cue for cue in cues if pattern in cue.patterns]
    assert len(own) >= 9
    assert {cue.kind for cue in own} == set(CueKind)
    for phase in Phase:
        assert any(phase in cue.phases for cue in own)


@pytest.mark.parametrize("phase", PHASES)
def test_every_exercise_has_cues_of_every_kind_both_its_own_and_any(
    cues: tuple[Cue, ...], exercises: tuple[Exercise, ...], phase: str
) -> None:
    for exercise in exercises:
        fitting = [cue for cue in cues if cue.fits(exercise, phase)]
        own = [cue for cue in fitting if cue.patterns]
        assert len(own) >= 6, exercise.key
        assert {cue.kind for cue in own} == {cue.kind for cue in fitting if not cue.patterns} == set(CueKind)
        assert len(fitting) >= 30, exercise.key


def test_a_cue_goes_only_where_it_fits(cues: tuple[Cue, ...]) -> None:
    found = load_exercises()
    seat, squat, plank = (found.get(key) for key in ("wall_sit", "goblet_squat", "plank"))
    by_key = {cue.key: cue for cue in cues}
    assert by_key["squat_bend_breath"].fits(squat, "")
    assert not by_key["squat_bend_breath"].fits(seat, "")
    assert by_key["squat_slow_hold"].fits(seat, "")
    assert not by_key["squat_slow_hold"].fits(plank, "")
    assert not by_key["squat_from_feet"].fits(squat, "")
    assert not by_key["squat_from_feet"].fits(squat, Phase.FOUNDATION)
    assert by_key["squat_from_feet"].fits(squat, Phase.ADAPTATION)
    curl, raise_ = found.get("dumbbell_curl"), found.get("standing_calf_raise")
    assert by_key["isolation_biceps"].fits(curl, "Full body")
    assert not by_key["isolation_biceps"].fits(raise_, "Full body")


# --- the order

_EXERCISES = tuple(load_exercises().all)
SESSIONS = st.lists(st.integers(min_value=0, max_value=12), max_size=60)


@given(
    exercise=st.sampled_from(_EXERCISES),
    phase=st.sampled_from(PHASES),
    sessions=SESSIONS,
    planned=st.sampled_from(("", "Elbows in.", "Own words")),
    cue=st.sampled_from(("", "Own words")),
)
def test_none_comes_again_before_all_were_there_however_the_sets_fall_on_days(
    exercise: Exercise, phase: str, sessions: list[int], planned: str, cue: str
) -> None:
    exercise = replace(exercise, cue=cue)
    words = list(dict.fromkeys(text for text in (planned, cue) if text))
    everything = {one.key for one in load_cues() if one.fits(exercise, phase)}
    listed: list[str] = []
    for number, sets in enumerate(sessions):
        lined_up = line_up(load_cues(), exercise, phase, earlier=sessions[:number], planned=planned)
        shown = [lined_up.at(index) for index in range(sets)]
        assert [one.text for one in shown[: len(words)] if one] == words[:sets]
        listed += [one.key for one in shown[len(words) :] if one]
        assert len(listed) == sum(max(0, n - len(words)) for n in sessions[: number + 1])
    rounds = [listed[at : at + len(everything)] for at in range(0, len(listed), len(everything))]
    for one_round in rounds:
        assert len(set(one_round)) == len(one_round)
        assert set(one_round) <= everything
    assert all(set(full) == everything for full in rounds[:-1])


@given(st.sampled_from(_EXERCISES), st.sampled_from(PHASES), st.randoms(use_true_random=False))
def test_the_order_does_not_hang_on_that_of_the_list(exercise: Exercise, phase: str, random: object) -> None:
    mixed = list(load_cues())
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert line_up(mixed, exercise, phase) == line_up(load_cues(), exercise, phase)
    assert pick(mixed, exercise, phase, 3) == pick(load_cues(), exercise, phase, 3)


@given(st.sampled_from(_EXERCISES), st.sampled_from(PHASES))
def test_kinds_are_mixed_and_the_movement_comes_up_every_few_sets(exercise: Exercise, phase: str) -> None:
    order = line_up(load_cues(), exercise, phase).order
    own = sum(bool(cue.patterns) for cue in order)
    stretch = -(-len(order) // own) + 1
    for at in range(len(order) - stretch + 1):
        assert any(cue.patterns for cue in order[at : at + stretch])
    for at in range(len(order) - 6):
        assert len({cue.kind for cue in order[at : at + 7]}) >= 2
    same = sum(before.kind is after.kind for before, after in pairwise(order))
    assert same <= len(order) * 0.6


def test_two_exercises_of_one_movement_do_not_say_the_same() -> None:
    found = load_exercises()
    first, second = (
        [cue.key for cue in line_up(load_cues(), found.get(key), Phase.FOUNDATION).order[:6]]
        for key in ("goblet_squat", "back_squat")
    )
    assert first != second


def test_without_cues_there_is_none() -> None:
    exercise = _EXERCISES[0]
    assert pick((), exercise, "", 0, earlier=(3, 3)) is None
    own = replace(exercise, cue=" Own words ")
    assert pick((), own, "", 1) is None
    only = pick((), own, "", 0)
    assert only is not None and (only.key, only.text) == ("", "Own words")


# --- a person's changes as data

TEXTS = st.text(min_size=1, max_size=120).filter(lambda text: bool(text.split()))
_CUE = st.builds(
    Cue,
    key=st.from_regex(r"[a-z]{1,8}_[a-z]{1,8}", fullmatch=True).filter(
        lambda key: not key.startswith(OWN_CUE)
    ),
    text=TEXTS.map(lambda text: " ".join(text.split())),
    kind=st.sampled_from(CueKind),
    patterns=st.frozensets(st.sampled_from(Pattern), max_size=3),
    phases=st.frozensets(st.sampled_from(Phase)),
    measures=st.frozensets(st.sampled_from(Measure)),
)
EDITS = st.builds(
    CueEdits,
    changed=st.lists(_CUE, max_size=4, unique_by=lambda cue: cue.key).map(tuple),
    own=st.lists(_CUE, max_size=4).map(
        lambda some: tuple(replace(cue, key=f"{OWN_CUE}{n}") for n, cue in enumerate(some))
    ),
    hidden=st.frozensets(st.sampled_from([cue.key for cue in load_cues()] + ["own_0", "long_gone"])),
)


@given(EDITS)
def test_changes_come_back_from_their_text_as_they_were(edits: CueEdits) -> None:
    assert edits_from_data(json.loads(json.dumps(edits_to_data(edits)))) == edits


@given(EDITS)
def test_every_change_has_its_place_in_the_list_and_none_is_there_twice(edits: CueEdits) -> None:
    listed = entries(load_cues(), edits)
    keys = [entry.cue.key for entry in listed]
    assert len(set(keys)) == len(keys)
    texts = {entry.cue.key: entry.cue.text for entry in listed}
    assert all(texts[cue.key] == cue.text for cue in (*edits.changed, *edits.own))
    assert {entry.cue.key for entry in listed if entry.hidden} == edits.hidden & set(keys)


def test_what_cannot_be_read_is_left_out_and_the_rest_counts() -> None:
    good = {"key": "own_1", "kind": "feel", "text": "Feel it."}
    bad = [
        None,
        7,
        {},
        {**good, "kind": "shout"},
        {**good, "text": ""},
        {**good, "text": 3},
        {**good, "patterns": "squat"},
        {**good, "patterns": ["swim"]},
        {**good, "patterns": [[]]},
        {**good, "key": ""},
        {**good, "text": "x" * 121},
    ]
    data = {"own": [*bad, good], "hidden": ["any_jaw", 4], "changed": {"any_jaw": "x"}}
    assert edits_from_data(data) == CueEdits(
        own=(Cue("own_1", "Feel it.", CueKind.FEEL),), hidden=frozenset({"any_jaw"})
    )
    for nothing in (None, [], 3, "x", {"hidden": 3, "own": 3}):
        assert edits_from_data(nothing) == CueEdits()


def test_a_cue_from_a_file_is_checked() -> None:
    with pytest.raises(UserError, match="120") as caught:
        cue_from_data({"key": "a_b", "kind": "feel", "text": "x" * 121})
    assert caught.value.field == "text"


def test_shipped_cues_are_translated_and_the_persons_are_not() -> None:
    first, second = load_cues()[:2]
    edits = CueEdits(changed=(replace(second, text="Mine"),))
    set_translator(str.upper)
    try:
        listed = entries((first, second), edits)
    finally:
        set_translator(None)
    assert [entry.cue.text for entry in listed] == [first.text.upper(), "Mine"]
    assert [entry.shipped_text for entry in listed] == ["", second.text.upper()]
