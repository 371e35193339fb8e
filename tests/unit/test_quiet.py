"""The quiet minutes: their words, and which of them stands there when."""

from itertools import chain

import pytest

from nextrep.domain.quiet import QuietKind, line_at
from nextrep.domain.text import set_translator
from nextrep.resources.quiet import lines_for, load_rounds
from tests.unit.test_cues import FORBIDDEN

LINES = ("one", "two", "three", "four")


def test_each_line_has_an_equal_share_and_the_last_stays() -> None:
    seen = [line_at(LINES, ms, 60_000) for ms in (0, 14_999, 15_000, 30_000, 59_999, 60_000, 90_000)]
    assert seen == ["one", "one", "two", "three", "four", "four", "four"]
    assert line_at(LINES, -5, 60_000) == "one"


def test_a_minute_to_arrive_and_two_to_end() -> None:
    assert [kind.seconds for kind in QuietKind] == [60, 120]


@pytest.mark.parametrize("kind", list(QuietKind))
def test_the_words_change_a_few_times_and_claim_nothing(kind: QuietKind) -> None:
    for lines in load_rounds()[kind]:
        assert 4 <= len(lines) <= 8
        for text in lines:
            assert len(text) <= 70
            assert text[0].isupper() and text[-1] in ".?"
            assert not FORBIDDEN.search(text), text


def test_no_line_is_there_twice() -> None:
    every = list(chain.from_iterable(chain.from_iterable(load_rounds().values())))
    assert len(every) == len(set(every))


def test_rounds_take_turns_by_day_in_the_person_s_language() -> None:
    rounds = load_rounds()[QuietKind.CLOSE]
    days = [lines_for(QuietKind.CLOSE, day) for day in range(len(rounds) + 1)]
    assert days == [*rounds, rounds[0]]
    set_translator(str.upper)
    try:
        assert lines_for(QuietKind.CLOSE, 0) == tuple(line.upper() for line in rounds[0])
    finally:
        set_translator(None)
