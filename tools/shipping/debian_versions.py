"""The order of Debian's version numbers (deb-version(7))."""

from __future__ import annotations

import re

_PARTS = re.compile(r"(\D*)(\d*)")


def order(version: str) -> tuple[object, ...]:
    """Return what sorts versions as dpkg does: 1.0~rc1, 1.0, 1.0-1, 1.0a, 1.10, 1:0.1; "" is before all."""
    epoch, _, rest = version.rpartition(":")
    upstream, _, revision = rest.rpartition("-") if "-" in rest else (rest, "", "")
    return (int(epoch or 0), _order(upstream), _order(revision)) if version else ()


def _order(text: str) -> tuple[tuple[tuple[int, ...], int], ...]:
    parts = [(words, digits) for words, digits in _PARTS.findall(text) if words or digits]
    # The end of a text sorts as 0: behind "~", before everything else.
    return tuple(((*map(_weight, words), 0), int(digits or 0)) for words, digits in [*parts, ("", "")])


def _weight(letter: str) -> int:
    if letter == "~":
        return -1
    return ord(letter) if letter.isalpha() else ord(letter) + 256
