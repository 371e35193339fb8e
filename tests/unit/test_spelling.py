"""Which words are looked up, and one's own words."""

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.light_markdown import looks
from nextrep.domain.spelling import (
    MOST_OWN_WORDS,
    best_language,
    checked_words,
    is_own,
    own_words,
    with_own_word,
    without_own_word,
)


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Didn’t sleep well.", ["Didn’t", "sleep", "well"]),
        ("**Woke** at `abc def`, fine", ["Woke", "at", "fine"]),
        ("see www.example.org or me@example.org or /tmp/folder", ["see", "or", "or"]),
        ("5x5 at 80kg, RPE 8, PHQ", ["at"]),
        ("snake_case and a B", ["and"]),
        ("naïve Straße شعر 🙂", ["naïve", "Straße", "شعر"]),
        ("x" * 41, []),
    ],
)
def test_words_are_looked_up_and_other_things_are_not(line: str, words: list[str]) -> None:
    assert [line[start:end] for start, end in checked_words(line, looks(line))] == words


def test_own_words_come_in_and_go_out() -> None:
    kept = with_own_word(with_own_word(with_own_word("", "Mara"), "o’clockish"), "Mara")
    assert own_words(kept) == ("Mara", "o'clockish")
    assert is_own("Mara", own_words(kept)) and is_own("O'clockish", own_words(kept))
    assert not is_own("mara", own_words(kept))
    assert without_own_word(kept, "O’clockish") == "Mara"
    with pytest.raises(UserError, match="5000"):
        with_own_word("\n".join(map(str, range(MOST_OWN_WORDS))), "one")


def test_the_nearest_dictionary_of_a_language() -> None:
    there = ("de_AT", "de_DE", "en_GB", "en_US")
    assert best_language("en_US", there) == "en_US"
    assert best_language("en-gb", there) == "en_GB"
    assert best_language("de_CH", there) == "de_AT"
    assert best_language("fr_FR", there) == ""
    assert best_language("fil_PH", ("fi_FI",)) == ""
    assert best_language("C", there) == ""
