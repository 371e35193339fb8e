"""What was read of days long ago, kept while only newer ones change.

Almost every change is one of today or of the days just before. So a period is read in two parts: the older
one once, the newest months each time. A change that may have touched older days (`Changes.since`) has them
read again.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TypeVar, cast

from nextrep.domain.panels import PanelKind

NEWEST_DAYS = 92
"""How many days are always read: corrections of the past rarely go further back."""
MOST_KEPT = 24

T = TypeVar("T")
Key = tuple[PanelKind, str, int, int]
"""Kind, what was read, first and last day (date ordinals)."""


class OldDays:
    """Keeps the older part of what was read. It may be asked and told from several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[Key, object] = OrderedDict()
        self._version = 0

    def parts(
        self, kind: PanelKind, name: str, first: int, last: int, read: Callable[[int, int], T]
    ) -> tuple[T, ...]:
        """Return what `read` gives of the days `first` to `last` (date ordinals), in one part or two.

        Args:
            kind: of the panels that are made of it; what concerns them concerns it.
            name: what is read, of this kind.
            first: date ordinal.
            last: date ordinal.
            read: takes a first and a last day. No day may take part in the figures of another one.
        """
        border = last - NEWEST_DAYS
        if border < first:
            return (read(first, last),)
        return (self._old((kind, name, first, border), read), read(border + 1, last))

    def let_go(self, kinds: list[PanelKind], since: int | None) -> None:
        """Forget what is made of days from `since` on (a date ordinal; None for any day)."""
        with self._lock:
            self._version += 1
            for key in list(self._kept):
                if key[0] in kinds and (since is None or since <= key[3]):
                    del self._kept[key]

    def _old(self, key: Key, read: Callable[[int, int], T]) -> T:
        with self._lock:
            version = self._version
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
        found = read(key[2], key[3])
        with self._lock:
            if self._version == version:  # else it may have changed while it was read
                self._kept[key] = found
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return found
