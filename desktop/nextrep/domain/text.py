"""The one door for text that people read.

Below the window there is no Qt, so a translation is a function that is set.
Placeholders are named and filled after translation, because an f-string hides its text from extraction tools.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, TypeVar, cast

Translator = Callable[[str], str]
Words = TypeVar("Words", bound=Callable[..., Any])

_MOST_KEPT = 1024


def _as_written(source: str) -> str:
    return source


_translator: list[Translator] = [_as_written]
_kept: list[_lru_cache_wrapper[Any]] = []


def set_translator(translator: Translator | None) -> None:
    """Use `translator` for every later `tr` call; None goes back to the texts as written."""
    _translator[0] = translator or _as_written
    for words in _kept:
        words.cache_clear()


def kept(words: Words) -> Words:
    """Remember what a function says, until the language changes; for words that come again and again."""
    remembered = lru_cache(maxsize=_MOST_KEPT)(words)
    _kept.append(remembered)
    return cast("Words", remembered)


def tr(source: str, **values: object) -> str:
    """Return `source` in the person's language with its {named} places filled."""
    text = _translator[0](source)
    return text.format(**values) if values else text


def tr_n(one: str, many: str, n: float, **values: object) -> str:
    """Return the form for `n` (1 takes `one`), with {n} and further {named} places filled."""
    return tr(one if n == 1 else many, n=n, **values)
