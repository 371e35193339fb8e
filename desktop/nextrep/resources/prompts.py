"""Questions to write about, read from resources/prompts."""

from __future__ import annotations

from functools import lru_cache

from nextrep.domain.prompts import Prompt, PromptTheme
from nextrep.resources.paths import read_json


@lru_cache(maxsize=1)
def load_prompts() -> tuple[Prompt, ...]:
    """Return the questions as shipped, theme by theme, read once.

    Raises:
        KnownError: the file is missing.
        ValueError, KeyError: it does not hold what it should (a fault of ours; a test reads it).
    """
    raw: dict[str, list[str]] = read_json("prompts/prompts.json")
    return tuple(Prompt(theme, text) for theme in PromptTheme for text in raw[theme])
