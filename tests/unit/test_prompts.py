"""Questions to write about: their words, and that each has its turn."""

import re
from itertools import pairwise

import pytest

from nextrep.domain.prompts import Prompt, PromptTheme, prompt_for, theme_title
from nextrep.domain.text import set_translator
from nextrep.resources.prompts import load_prompts
from tests.unit.test_tone import RULES

PROMPTS = load_prompts()
LIKE_A_FORM = re.compile(
    r"\b(last|past) (two|2|four|4) weeks|\bhow often\b|\bbothered\b|\bscale\b|\brate\b|\bsymptom",
    re.IGNORECASE,
)
"""How questionnaires ask. The sentences of theirs are nowhere in the repository, so not here either."""


def test_there_are_enough_of_each_theme_and_none_is_there_twice() -> None:
    assert len(PROMPTS) >= 90
    assert len({prompt.text.casefold() for prompt in PROMPTS}) == len(PROMPTS)
    for theme in PromptTheme:
        assert sum(prompt.theme is theme for prompt in PROMPTS) >= 6
        assert theme_title(theme)


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda prompt: prompt.text[:30])
def test_a_question_is_short_and_open_and_no_form_asks_it(prompt: Prompt) -> None:
    assert 15 <= len(prompt.text) < 100
    assert prompt.text[0].isupper() and prompt.text.endswith("?") and prompt.text.count("?") == 1
    assert not LIKE_A_FORM.search(prompt.text)
    assert not [name for name, rule in RULES.items() if re.search(rule, prompt.text, re.IGNORECASE)]


@pytest.mark.parametrize("theme", [None, *PromptTheme])
def test_each_has_its_turn_by_days_and_by_asking_on(theme: PromptTheme | None) -> None:
    every = {prompt.text for prompt in PROMPTS if theme in {None, prompt.theme}}
    by_days = [prompt_for(day, PROMPTS, theme) for day in range(740_000, 740_000 + len(every))]
    asked = [prompt_for(740_000, PROMPTS, theme, turned) for turned in range(len(every))]
    assert set(by_days) == set(asked) == every
    assert by_days[0] == asked[0]
    assert all(one != other for one, other in pairwise(asked))
    assert by_days[1] != asked[1]


def test_days_take_turns_with_the_themes() -> None:
    theme_of = {prompt.text: prompt.theme for prompt in PROMPTS}
    themes = [theme_of[prompt_for(day, PROMPTS)] for day in range(740_000, 740_050)]
    assert all(one is not other for one, other in pairwise(themes))


def test_questions_are_in_the_persons_language() -> None:
    set_translator(str.upper)
    try:
        assert prompt_for(1, PROMPTS).isupper()
    finally:
        set_translator(None)
    with pytest.raises(ValueError, match="sleep"):
        prompt_for(1, (), PromptTheme.SLEEP)
