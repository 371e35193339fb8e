"""Right-to-left text: Arabic letters as their neighbours ask for, and lines in their order on paper.

The order follows the Unicode Bidirectional Algorithm (UAX 9) as far as names and notes need it: one direction
for the line by its first strong letter (P2, P3), numbers left to right within it (W2 to W7 in short), neutral
characters with their neighbours or the line (N1, N2), runs turned by level (L2), brackets mirrored (L4).
Embeddings and isolates are taken out before (`text.printable`).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import groupby

_RIGHT = frozenset(("R", "AL"))
_NUMBERS = frozenset(("EN", "AN"))
_IN_NUMBER = frozenset(("CS", "ES", "ET"))
_NUMBER = 4
"""Until neutral characters have their levels; then 2, as of left-to-right words in a right-to-left line."""
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def has_right_to_left(text: str) -> bool:
    """Tell whether any letter of the text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in _RIGHT for sign in text)


def visual(line: str) -> str:
    """Return one line as its characters stand on paper, from left to right."""
    if not has_right_to_left(line):
        return line
    kinds = [unicodedata.bidirectional(sign) for sign in line]
    base = _base(kinds)
    levels = _levels(kinds, base)
    signs = [
        sign.translate(_MIRRORED) if level % 2 else sign for sign, level in zip(line, levels, strict=True)
    ]
    order = list(range(len(signs)))
    for level in range(max(levels), 0, -1):
        start = 0
        for turned, group in groupby([levels[place] for place in order], key=lambda one: one >= level):
            length = len(list(group))
            if turned:
                order[start : start + length] = order[start : start + length][::-1]
            start += length
    return "".join(signs[place] for place in order)


def starts_right(line: str) -> bool:
    """Tell whether a line as a whole runs from right to left, so that it stands at the right margin."""
    return _base([unicodedata.bidirectional(sign) for sign in line]) == 1


def _base(kinds: list[str]) -> int:
    strong = next((kind for kind in kinds if kind == "L" or kind in _RIGHT), "L")
    return 1 if strong in _RIGHT else 0


def _levels(kinds: list[str], base: int) -> list[int]:
    levels: list[int | None] = []
    for place, kind in enumerate(kinds):
        before = kinds[place - 1] if place else ""
        after = kinds[place + 1] if place + 1 < len(kinds) else ""
        if kind == "L":
            levels.append(base + base % 2)
        elif kind in _RIGHT:
            levels.append(1)
        elif kind in _NUMBERS or (kind in _IN_NUMBER and before in _NUMBERS and after in _NUMBERS):
            levels.append(_NUMBER)
        elif kind == "NSM":
            levels.append(levels[-1] if levels else base)
        else:
            levels.append(None)
    return _neutral(levels, base)


def _neutral(levels: list[int | None], base: int) -> list[int]:
    """Give characters between two of one direction that direction, and the line's to all others."""
    done: list[int] = []
    for place, level in enumerate(levels):
        if level is not None:
            done.append(2 if level == _NUMBER else level)
            continue
        before = next((one for one in reversed(levels[:place]) if one is not None), base)
        after = next((one for one in levels[place:] if one is not None), base)
        # Numbers count as right to left for what stands beside them (N1).
        right = {one in {1, _NUMBER} if base else one == 1 for one in (before, after)}
        inner = 1 if right == {True} else base + base % 2
        done.append(inner if len(right) == 1 else base)
    return done


@cache
def _forms() -> dict[tuple[str, str], str]:
    """Return the presentation forms of Arabic letters, read from the Unicode database."""
    found = {}
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)):
        form, *letters = unicodedata.decomposition(chr(code)).split() or [""]
        if len(letters) in {1, 2} and form in {"<isolated>", "<initial>", "<medial>", "<final>"}:
            found[form, "".join(chr(int(letter, 16)) for letter in letters)] = chr(code)
    return found


def shaped(text: str) -> str:
    """Return Arabic letters as they look beside their neighbours; all other text as it is."""
    if not any("\u0600" <= sign <= "\u06ff" for sign in text):
        return text
    forms = _forms()
    letters = _with_ligatures(text)
    out = []
    for place, letter in enumerate(letters):
        joined = _joins(letters, place, -1) and _takes_before(letter)
        joins = _takes_after(letter) and _joins(letters, place, 1)
        form = ("<isolated>", "<final>", "<initial>", "<medial>")[joined + 2 * joins]
        out.append(forms.get((form, letter), forms.get(("<isolated>", letter), letter)))
    return "".join(out)


def _with_ligatures(text: str) -> list[str]:
    """Split into letters; lam and alef are one, as every font has them."""
    letters: list[str] = []
    for sign in text:
        if letters and letters[-1] == "\u0644" and sign in "\u0622\u0623\u0625\u0627":
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters


def _takes_before(letter: str) -> bool:
    return ("<final>", letter) in _forms() or letter == "\u0640"


def _takes_after(letter: str) -> bool:
    return ("<initial>", letter) in _forms() or letter == "\u0640"


def _joins(letters: list[str], place: int, step: int) -> bool:
    place += step
    while 0 <= place < len(letters) and unicodedata.bidirectional(letters[place][0]) == "NSM":
        place += step
    if not 0 <= place < len(letters):
        return False
    return _takes_after(letters[place]) if step < 0 else _takes_before(letters[place])
