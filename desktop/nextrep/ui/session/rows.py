"""The rows of an exercise: sets done in their order, then sets to do, as many as are missing."""

from __future__ import annotations

from dataclasses import dataclass, field

from nextrep.domain.prescription import PlannedKind
from nextrep.domain.progression import SuggestedSet
from nextrep.domain.training import SetEntry, SetKind
from nextrep.domain.units import Load
from nextrep.services.session import BlockView
from nextrep.ui.session.columns import Column

_KINDS = {
    PlannedKind.DROP: SetKind.DROP,
    PlannedKind.AMRAP: SetKind.AMRAP,
    PlannedKind.WARMUP: SetKind.WARMUP,
}


@dataclass(slots=True, eq=False)
class Row:
    """One set.

    Attributes:
        entry: None while it is not done.
        typed: only what the person changed.
        asked: the warm-up that the plan asks for, while it is not done.
        wanted: the person put this warm-up here, so it stays even when work has begun.
        note: words for a set that is not done yet.
        unsaved: it could not be written, and is tried again.
        exact: the load behind a typed text that was not typed but stepped to, in the unit it is marked in.
    """

    kind: SetKind
    entry: SetEntry | None = None
    typed: dict[Column, str] = field(default_factory=dict)
    asked: SuggestedSet | None = None
    wanted: bool = False
    note: str = ""
    unsaved: bool = False
    exact: Load | None = None

    @property
    def done(self) -> bool:
        """Whether it is in the log."""
        return self.entry is not None

    @property
    def warmup(self) -> bool:
        """Whether it is a warm-up, which counts for nothing but itself."""
        return self.kind is SetKind.WARMUP

    @property
    def changed(self) -> bool:
        """Whether it differs from what is in the log or was suggested."""
        return bool(self.typed)

    @property
    def words(self) -> str:
        """The note of the set, done or to do."""
        return self.entry.draft.note if self.entry is not None else self.note

    @property
    def main(self) -> bool:
        """Whether it is a set of its own: neither a warm-up nor one that goes on from the set before."""
        return not self.warmup and not self.kind.follows_on


class Rows(list[Row]):
    """All rows of one exercise.

    Attributes:
        block: the exercise as last read.
        extra: sets that the person added beyond the plan.
    """

    def __init__(self, block: BlockView) -> None:
        super().__init__()
        self.block = block
        self.extra = 0
        done = sum(entry.draft.kind is SetKind.WARMUP for entry in block.sets)
        self.add_warm_ups(self.planned(warm_up=True)[done:], wanted=False)
        self.merge(block)

    def add_warm_ups(self, asked: list[SuggestedSet], *, wanted: bool = True) -> None:
        """Put warm-ups before what is to do, in the place of those that wait there."""
        kept = [row for row in self if row.done or not row.warmup]
        place = sum(row.done for row in kept)
        kept[place:place] = [Row(SetKind.WARMUP, asked=one, wanted=wanted) for one in asked]
        self[:] = kept

    def merge(self, block: BlockView) -> None:
        """Take the exercise as it is in the log now; what was typed but not saved stays."""
        self.block = block
        known = {row.entry.id: row for row in self if row.entry is not None}
        done = []
        for entry in block.sets:
            row = known.get(entry.id) or Row(entry.draft.kind)
            row.entry, row.kind = entry, entry.draft.kind
            done.append(row)
        waiting = [row for row in self if not row.done]
        if block.working_sets:  # who has begun is warm
            waiting = [row for row in waiting if row.asked is None or row.typed or row.wanted]
        self[:] = done + waiting
        self.fit()

    def take_over(self, before: Rows) -> None:
        """Go on with the rows of before: what was typed, added and chosen in them."""
        self.extra, self[:] = before.extra, before
        self.merge(self.block)

    def toggle(self, index: int, kind: SetKind) -> None:
        """Make a row that is not done one of a kind, or a working set again."""
        row = self[index]
        row.kind = SetKind.WORKING if row.kind is kind else kind
        row.asked = None
        self.fit(keep=row)

    def fit(self, keep: Row | None = None) -> None:
        """Have as many sets to do as are missing; where nothing is planned always one more."""
        needed = self.block.goal + self.extra - self.block.working_sets
        needed = max(needed, 0 if self.block.target is not None else 1)
        waiting = [row for row in self if not row.done and self._counts(row)]
        typed, bare = ([row for row in waiting if bool(row.typed) is wanted] for wanted in (True, False))
        for row in (*reversed(bare), *reversed(typed)):  # what somebody has typed in goes last
            if len(waiting) <= needed:
                break
            if row is not keep and not row.unsaved:
                waiting.remove(row)
                self[:] = [other for other in self if other is not row]
        kinds = self._missing_kinds()
        for place in range(needed - len(waiting)):
            self.append(Row(kinds[place] if place < len(kinds) else SetKind.WORKING))

    def planned(self, *, warm_up: bool) -> list[SuggestedSet]:
        """Return the warm-ups that are asked for, or all the other sets."""
        return [one for one in self.block.suggestion.rows if (one.kind is PlannedKind.WARMUP) is warm_up]

    def asked_of(self, row: Row) -> SuggestedSet | None:
        """Return what is asked for in a row, None where nothing is: the n-th of its sort for the n-th."""
        if row.warmup and not row.done:
            return row.asked
        before = self._before(row)
        if row.warmup:
            sort, asked = [one for one in before if one.warmup], self.planned(warm_up=True)
        else:
            follows = row.kind.follows_on
            sort = [one for one in before if not one.warmup and one.kind.follows_on is follows]
            asked = [one for one in self.planned(warm_up=False) if (one.kind is PlannedKind.DROP) is follows]
        return asked[len(sort)] if len(sort) < len(asked) else None

    def number(self, index: int) -> int:
        """Return which working set a row is, from 1; 0 for a warm-up and what follows on from a set."""
        return sum(row.main for row in self[: index + 1]) if self[index].main else 0

    @property
    def unsaved(self) -> bool:
        """Whether a set waits to be written."""
        return any(row.unsaved for row in self)

    def first_open(self) -> int | None:
        """Return the first row that is not done, None when all are."""
        return next((index for index, row in enumerate(self) if not row.done), None)

    def next_row(self) -> int:
        """Return the row to do next, else the last."""
        waiting = self.first_open()
        return waiting if waiting is not None else len(self) - 1

    def row_of(self, set_id: int) -> int | None:
        """Return the row of a set that is done."""
        return next(
            (at for at, row in enumerate(self) if row.entry is not None and row.entry.id == set_id), None
        )

    def main_row(self, index: int) -> int:
        """Return a row, or for a warm-up or what follows on the first working set there is."""
        if self[index].main:
            return index
        return next((at for at, row in enumerate(self) if row.main), index)

    def _counts(self, row: Row) -> bool:
        """Whether a row is one of the sets to do: what follows on is only as far as it is planned."""
        return row.main or (row.kind.follows_on and self.asked_of(row) is not None)

    def _missing_kinds(self) -> list[SetKind]:
        """Return the kinds of the planned sets that have no row yet, in order."""
        main = sum(row.main for row in self)
        follow = sum(not row.main and not row.warmup for row in self)
        kinds = []
        for one in self.planned(warm_up=False):
            drop = one.kind is PlannedKind.DROP
            if (follow if drop else main) > 0:
                follow, main = follow - drop, main - (not drop)
            else:
                kinds.append(_KINDS.get(one.kind, SetKind.WORKING))
        return kinds

    def _before(self, row: Row) -> list[Row]:
        return self[: next((index for index, other in enumerate(self) if other is row), len(self))]
