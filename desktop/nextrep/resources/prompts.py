"""Questions to write about, read from resources/prompts."""

from __future__ import annotations

import json

from nextrep.domain.text import tr
from nextrep.resources.paths import path


def load_prompts() -> tuple[str, ...]:
    """Return the questions as shipped, in their order.

    Raises:
        KnownError: the file is missing.
    """
    raw: list[str] = json.loads(path("prompts/prompts.json").read_text(encoding="utf-8"))
    return tuple(raw)


def prompt_for(day: int, prompts: tuple[str, ...]) -> str:
    """Return the question of a day (date ordinal): each in turn, and always the same one on the same day."""
    return tr(prompts[day % len(prompts)])
