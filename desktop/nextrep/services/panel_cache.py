"""Series that were read for Trends, kept until something changes that they are made of.

A new check-in lets thirty years of sleep and training be as they are: only ratings are read again. It is
exact as long as every change is told (`hear`): what was read before a change that concerns it is never given
out.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import fields
from threading import Lock
from typing import TypeVar, cast

from nextrep.domain.changes import Changes
from nextrep.domain.grouping import grouped
from nextrep.domain.panels import Panel, PanelKind
from nextrep.domain.series import Bin, Series, Sufficiency
from nextrep.services.old_days import OldDays
from nextrep.services.trends import StrengthChoice

MOST_KEPT, MOST_STALE, MOST_GROUPED = 48, 12, 24
_OF_TRAINING = frozenset({"checkins", "nights", "entries", "assessments", "events"})
_OF_JOURNAL = frozenset({"sessions", "sets", "program", "entries", "events"})
_UNTOUCHED_BY: dict[PanelKind, frozenset[str]] = {
    PanelKind.RATING: _OF_JOURNAL | {"nights", "assessments"},
    PanelKind.SLEEP: _OF_JOURNAL | {"checkins", "assessments"},
    PanelKind.DAY: _OF_JOURNAL | {"checkins", "nights", "assessments"},
    PanelKind.SCORE: _OF_JOURNAL | {"checkins", "nights"},
}
"""What leaves a kind of panel as it is; anything else, also what is yet to come, makes it be read again."""

T = TypeVar("T")
Key = tuple[str, int, int, int | None]


def touched(kind: PanelKind, changes: Changes) -> bool:
    """Tell whether changes may alter what a kind of panel draws."""
    names = {one.name for one in fields(changes)} - {"of_open", "since"}
    changed = {name for name in names if getattr(changes, name)}
    return bool(changed - _UNTOUCHED_BY.get(kind, _OF_TRAINING))


class PanelCache:
    """Keeps the latest series of a profile. It may be asked and told from several threads.

    Attributes:
        old: what was read of days long ago.
    """

    def __init__(self) -> None:
        self.old = OldDays()
        self._lock = Lock()
        self._kept: OrderedDict[Key, object] = OrderedDict()
        self._stale: OrderedDict[Key, object] = OrderedDict()
        self._grouped: OrderedDict[tuple[str, Bin], tuple[Series, Series]] = OrderedDict()
        self._versions = dict.fromkeys(PanelKind, 0)

    def hear(self, changes: Changes) -> None:
        """Let go of what the changes may alter."""
        concerned = [kind for kind in PanelKind if touched(kind, changes)]
        self._let_go(concerned, changes.since)

    def forget(self) -> None:
        """Let go of everything."""
        self._let_go(list(PanelKind), None)

    def series(
        self, panel: Panel, first: int, last: int, exercise_id: int | None, read: Callable[[], Series]
    ) -> Series:
        """Return what is kept, or what `read` returns: the very same object where nothing differs."""
        return self._of(panel.kind, (panel.key, first, last, exercise_id), read)

    def by(self, bin_: Bin, series: Series) -> Series:
        """Return a series by day, week or month: the very same object where nothing differs."""
        if bin_ is Bin.DAY:
            return series
        key = (series.key, bin_)
        with self._lock:
            before = self._grouped.get(key)
        if before is not None and before[0] is series:
            return before[1]
        found = grouped(series, bin_)
        if before is not None and before[1] == found:
            found = before[1]
        with self._lock:
            self._grouped[key] = (series, found)
            self._grouped.move_to_end(key)
            if len(self._grouped) > MOST_GROUPED:
                self._grouped.popitem(last=False)
        return found

    def choices(
        self, first: int, last: int, read: Callable[[], Sequence[StrengthChoice]]
    ) -> Sequence[StrengthChoice]:
        """Return the exercises of a period that are kept, or what `read` returns."""
        return self._of(PanelKind.E1RM, (f"{PanelKind.E1RM}:choices", first, last, None), read)

    def logged(self, first: int, last: int, read: Callable[[], Sufficiency]) -> Sufficiency:
        """Return how many days of a period have a check-in, as it is kept, or what `read` returns."""
        return self._of(PanelKind.RATING, (f"{PanelKind.RATING}:logged", first, last, None), read)

    def _of(self, kind: PanelKind, key: Key, read: Callable[[], T]) -> T:
        with self._lock:
            version = self._versions[kind]
            if key in self._kept:
                self._kept.move_to_end(key)
                return cast("T", self._kept[key])
        found = read()
        with self._lock:
            stale = self._stale.pop(key, None)
            if stale == found:  # what depends on it need not be made anew
                found = stale
            if self._versions[kind] == version:  # else it changed while it was read
                self._kept[key] = found
                if len(self._kept) > MOST_KEPT:
                    self._kept.popitem(last=False)
        return found

    def _let_go(self, kinds: list[PanelKind], since: int | None) -> None:
        self.old.let_go(kinds, since)
        with self._lock:
            for kind in kinds:
                self._versions[kind] += 1
            names = {str(kind) for kind in kinds}
            for key in [key for key in self._kept if key[0].partition(":")[0] in names]:
                self._stale[key] = self._kept.pop(key)
            while len(self._stale) > MOST_STALE:
                self._stale.popitem(last=False)
