"""Words that are remembered follow the language."""

from nextrep.domain.days import weekday_title
from nextrep.domain.text import set_translator


def test_remembered_words_are_said_anew_in_another_language() -> None:
    assert weekday_title(0) == "Monday"
    set_translator(lambda source: source.replace("Monday", "Montag"))
    try:
        assert weekday_title(0) == "Montag"
    finally:
        set_translator(None)
    assert weekday_title(0) == "Monday"
