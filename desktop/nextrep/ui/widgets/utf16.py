"""Places in a text as Qt counts them: in UTF-16, where an emoji is two."""

from __future__ import annotations

from collections.abc import Callable
from itertools import accumulate


def units(text: str) -> int:
    """Return the length of a text as Qt counts it."""
    return len(text) + sum(sign > "\uffff" for sign in text) if not text.isascii() else len(text)


def places(text: str) -> Callable[[int], int]:
    """Return what turns a place in `text` into Qt's; free where no character is outside the first plane."""
    if text.isascii() or max(text) <= "\uffff":
        return int
    found = [0, *accumulate(2 if sign > "\uffff" else 1 for sign in text)]
    return found.__getitem__
