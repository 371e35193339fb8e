"""What kind of set a row is, from its set number, set type, warm-up flag and status."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nextrep.domain.text import tr
from nextrep.domain.training import SetKind
from nextrep.exchange.columns import Layout, plain

_KINDS: dict[str, SetKind] = {
    **dict.fromkeys(("", "n", "normal", "normalset", "working", "workingset", "regular"), SetKind.WORKING),
    **dict.fromkeys(("w", "warmup", "warmupset"), SetKind.WARMUP),
    **dict.fromkeys(("d", "drop", "dropset"), SetKind.DROP),
    **dict.fromkeys(("f", "failure", "failureset", "failed"), SetKind.FAILURE),
}
_YES = frozenset({"true", "yes", "1"})
_NOT_DONE = frozenset({"todo", "planned", "pending", "skipped", "notdone", "notstarted", "open"})
_ORDER = re.compile(r"(\d{1,9})(?:\.0+)?")
_LETTER = re.compile(r"([a-z])\d*")


@dataclass(frozen=True, slots=True)
class Mark:
    """What the marking cells of a row say.

    Attributes:
        order: set number, None where there is none.
        unsure: a mark that was not understood, "" when all was.
        is_word: it is a word in place of the set number. With reps the row is a set all the same; without,
            it is a pause or a note, such as Strong's "Rest Timer" in the language of the phone.
        skip: why the row is no set, "" when it may be one.
    """

    kind: SetKind
    order: int | None = None
    unsure: str = ""
    is_word: bool = False
    skip: str = ""


class MarkReader:
    """Reads the marking cells of rows; equal cells are read once."""

    def __init__(self, layout: Layout) -> None:
        self._cells = layout.cells("order", "kind", "warmup", "status")
        self._cache: dict[tuple[str, ...], Mark] = {}

    def read(self, cells: list[str]) -> Mark:
        """Return what a row says about its kind."""
        key = self._cells(cells)
        mark = self._cache.get(key)
        if mark is None:
            mark = self._cache[key] = _mark(*key)
        return mark


def _mark(order_text: str, kind_text: str, warmup: str, status: str) -> Mark:
    if plain(status) in _NOT_DONE:
        return Mark(SetKind.WORKING, skip=tr("This set is marked “{mark}”, not done.", mark=status.strip()))
    order, kind, unsure = _order(order_text.strip())
    is_word = len(unsure) > 1
    named = _KINDS.get(plain(kind_text))
    if named is None:
        unsure = unsure or kind_text.strip()
    elif named is not SetKind.WORKING:
        kind = named
    if plain(warmup) in _YES:
        kind = SetKind.WARMUP
    elif _KINDS.get(plain(status)) is SetKind.FAILURE:
        kind = SetKind.FAILURE
    return Mark(kind, order, unsure, is_word)


def _order(text: str) -> tuple[int | None, SetKind, str]:
    """Read a set number or one of the letters that stand in its place."""
    if not text:
        return None, SetKind.WORKING, ""
    if number := _ORDER.fullmatch(text):
        return int(number[1]), SetKind.WORKING, ""
    small = text.casefold()
    letter = _LETTER.fullmatch(small)
    kind = _KINDS.get(letter[1] if letter else plain(small))
    return (None, SetKind.WORKING, text) if kind is None else (None, kind, "")
