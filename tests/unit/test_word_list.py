"""Words of the person's own list: whole words alone, in whatever script, and none but theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.errors import UserError
from nextrep.domain.word_list import LONGEST_WORD, MOST_WORDS, holds_word, listed_words


@pytest.mark.parametrize(
    ("word", "text", "held"),
    [
        ("bridge", "Stood on the Bridge.", True),
        ("bridge", "Bridget came along.", False),
        ("bridge", "the footbridge", False),
        ("give up", "I give\n  up today", True),
        ("give up", "I give it up", False),
        ("brücke", "Die BRÜCKE dort", True),
        ("C++", "in C++ again", True),
        ("死", "今日は死のことを考えた", True),
        ("الجسر", "وقفت على الجسر", True),
        ("🙂", "a day 🙂", True),
        ("", "anything", False),
    ],
)
def test_a_word_stands_in_a_text_or_not(word: str, text: str, held: bool) -> None:
    assert holds_word(text, [word]) is held


def test_an_empty_list_looks_for_nothing() -> None:
    # 4.1.6: no text mining
    assert not holds_word("Thoughts of death and hopeless nights.", [])


def test_a_list_has_each_word_once_without_blanks() -> None:
    assert listed_words("  bridge \n\nBridge\n give   up\0 \n") == ("Bridge", "give up")


@pytest.mark.parametrize(
    "text", ["x\n" * 0 + "\n".join(map(str, range(MOST_WORDS + 1))), "x" * (LONGEST_WORD + 1)]
)
def test_too_much_is_said_at_the_field(text: str) -> None:
    with pytest.raises(UserError) as refused:
        listed_words(text)
    assert refused.value.field == "words"


@given(st.text(max_size=60), st.text(max_size=400))
def test_any_text_can_be_a_word_and_be_looked_through(word: str, text: str) -> None:
    assert holds_word(f"before {' '.join(word.split())} after", [word]) is bool(word.split())
    holds_word(text, [word])
