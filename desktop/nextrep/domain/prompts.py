"""Questions to write about, by theme, and which of them comes next.

They ask what was noticed and leave the answer open; none is from a questionnaire, and none says how the
person is (clinical.md, 4.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import gcd

from nextrep.domain.text import kept, tr


class PromptTheme(StrEnum):
    """What a question is about, in the order in which themes are offered."""

    TRAINING = "training"
    SLEEP = "sleep"
    WORRY = "worry"
    CONFIDENCE = "confidence"
    GRATITUDE = "gratitude"
    BODY = "body"
    OTHERS = "others"
    EVERYDAY = "everyday"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question, untranslated, and its theme."""

    theme: PromptTheme
    text: str


@kept
def theme_title(theme: PromptTheme) -> str:
    """Return the theme as people read it."""
    return {
        PromptTheme.TRAINING: tr("After training"),
        PromptTheme.SLEEP: tr("Sleep"),
        PromptTheme.WORRY: tr("Worry"),
        PromptTheme.CONFIDENCE: tr("Confidence"),
        PromptTheme.GRATITUDE: tr("Gratitude"),
        PromptTheme.BODY: tr("Body"),
        PromptTheme.OTHERS: tr("Other people"),
        PromptTheme.EVERYDAY: tr("Everyday"),
    }[theme]


def prompt_for(day: int, prompts: Sequence[Prompt], theme: PromptTheme | None = None, turned: int = 0) -> str:
    """Return a question in the person's language.

    The same one all day; the day after has another one, and none comes twice before all had their turn.

    Args:
        day: date ordinal.
        prompts: all of them.
        theme: only questions of this theme, None for all.
        turned: how often the person asked for another one; none comes twice before all had their turn, and
            the one that tomorrow begins with is not the next.

    Raises:
        ValueError: there is none of the theme.
    """
    fitting = [prompt for prompt in prompts if theme is None or prompt.theme is theme]
    if not fitting:
        raise ValueError(f"no question about {theme}")
    step = _step(len(fitting))
    # By days the themes take turns as well: the same step, so tomorrow's question is of another theme.
    return tr(fitting[(day * step + turned * _step(len(fitting), after=step)) % len(fitting)].text)


def _step(count: int, after: int = 0) -> int:
    """Return a step through `count` places that meets each once: about 0.38 of them, the golden section."""
    step = after + 1 if after else max(1, round(count * 0.38))
    while gcd(step, count) != 1:
        step += 1
    return step
