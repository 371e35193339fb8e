"""Supersets and circuits: in turn, with the rest after the round."""

from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.rounds import Lap, next_lap


def walk(sets: dict[str, int], groups: dict[str, str]) -> list[str]:
    """Do every set as told; a dash stands for a rest."""
    done = dict.fromkeys(sets, 0)
    names = list(sets)
    here, said = names[0], []
    while True:
        done[here] += 1
        said.append(here)
        laps = [
            Lap(number, groups.get(name, ""), done[name], done[name] >= sets[name])
            for number, name in enumerate(names)
        ]
        following, rest = next_lap(laps, names.index(here))
        if following is None:
            assert not rest
            return said
        if rest:
            said.append("-")
        here = names[following]


def test_one_exercise_after_the_other_rests_after_each_set():
    assert "".join(walk({"a": 2, "b": 1}, {})) == "a-a-b"


def test_a_superset_takes_turns_and_rests_after_the_round():
    assert "".join(walk({"a": 2, "b": 2}, {"a": "A", "b": "A"})) == "ab-ab"


def test_a_circuit_goes_round():
    assert "".join(walk({"a": 2, "b": 2, "c": 2, "d": 1}, dict.fromkeys("abc", "X"))) == "abc-abc-d"


def test_the_longer_one_of_a_superset_ends_alone():
    assert "".join(walk({"a": 3, "b": 1}, {"a": "A", "b": "A"})) == "ab-a-a"


def test_what_began_late_catches_up_first():
    laps = [Lap(0, "A", 3, complete=False), Lap(1, "A", 0, complete=False)]
    assert next_lap(laps, 0) == (1, False)


@given(st.lists(st.tuples(st.integers(1, 5), st.sampled_from(["", "A", "B"])), min_size=1, max_size=6))
def test_every_set_is_done_once_whatever_the_groups(plan):
    names = {chr(97 + index): sets for index, (sets, _group) in enumerate(plan)}
    groups = {chr(97 + index): group for index, (_sets, group) in enumerate(plan)}
    said = walk(names, groups)
    for name, sets in names.items():
        assert said.count(name) == sets
