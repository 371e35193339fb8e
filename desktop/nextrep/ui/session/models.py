"""The sets of one exercise as rows of texts, and the way from a row of texts to a set."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Measure
from nextrep.domain.loads import usual_step
from nextrep.domain.prescription import PlannedKind
from nextrep.domain.progression import SuggestedSet
from nextrep.domain.text import tr
from nextrep.domain.training import (
    Effort,
    EffortScale,
    SetDraft,
    SetEntry,
    SetKind,
    check_set,
    effort_of,
)
from nextrep.domain.units import Load, Unit, parse_decimal, parse_load, plain
from nextrep.services.session import BlockView

_FAR_OUT = 10**6
"""Whole numbers beyond this are cut to it: out of every range, yet small enough to compare."""


class Column(StrEnum):
    """What can be typed in a row; the names are those of the fields of `UserError`."""

    LOAD = "load"
    REPS = "reps"
    SECONDS = "seconds"
    EFFORT = "effort"
    FOCUS = "focus"


@dataclass(slots=True)
class Row:
    """One set.

    Attributes:
        entry: None while it is not done.
        typed: only what the person changed.
        asked: the warm-up that the plan asks for, while it is not done.
    """

    kind: SetKind
    entry: SetEntry | None = None
    typed: dict[Column, str] = field(default_factory=dict)
    asked: SuggestedSet | None = None

    @property
    def done(self) -> bool:
        """Whether it is in the log."""
        return self.entry is not None

    @property
    def warmup(self) -> bool:
        """Whether it is a warm-up, which counts for nothing but itself."""
        return self.kind is SetKind.WARMUP


class SetTable:
    """Rows of one exercise: those done in their order, then those to do. Texts in, sets out.

    Attributes:
        block: the exercise as last read.
        unit: unit that loads are shown and typed in.
        scale: scale of the effort column, None where it is not asked.
        rows: read only; change them by the methods.
    """

    def __init__(self, block: BlockView, unit: Unit, scale: EffortScale | None = None) -> None:
        self.block = block
        self.unit = unit
        self.scale = scale
        self.rows: list[Row] = []
        self._extra = 0
        warm_ups = [row for row in block.suggestion.rows if row.kind is PlannedKind.WARMUP]
        done = sum(entry.draft.kind is SetKind.WARMUP for entry in block.sets)
        self.rows += [Row(SetKind.WARMUP, asked=row) for row in warm_ups[done:]]
        self.merge(block)

    @property
    def timed(self) -> bool:
        """Whether a set is measured in seconds."""
        return self.block.exercise.measure is Measure.TIMED

    @property
    def columns(self) -> tuple[Column, ...]:
        """What can be typed for this exercise, in order."""
        middle = Column.SECONDS if self.timed else Column.REPS
        effort = (Column.EFFORT,) if self.scale is not None else ()
        return (Column.LOAD, middle, *effort, Column.FOCUS)

    def merge(self, block: BlockView) -> None:
        """Take the exercise as it is in the log now; what was typed but not saved stays."""
        self.block = block
        typed = {row.entry.id: row.typed for row in self.rows if row.entry is not None}
        done = [Row(entry.draft.kind, entry, typed.get(entry.id, {})) for entry in block.sets]
        waiting = [row for row in self.rows if not row.done]
        if block.working_sets:  # who has begun is warm
            waiting = [row for row in waiting if row.asked is None or row.typed]
        self.rows = done + waiting
        self._fit()

    def take_out(self, index: int) -> None:
        """Forget a row: its set was saved, or what was typed in it is no longer wanted."""
        del self.rows[index]

    def add(self) -> int:
        """Add a working set beyond the plan and return its row."""
        self._extra += 1
        self._fit()
        return len(self.rows) - 1

    def toggle_warmup(self, index: int) -> None:
        """Make a row that is not done a warm-up, or a working set again."""
        row = self.rows[index]
        row.kind = SetKind.WORKING if row.warmup else SetKind.WARMUP
        row.asked = None
        self._fit(keep=row)

    def first_open(self) -> int | None:
        """Return the first row that is not done, None when all are."""
        return next((index for index, row in enumerate(self.rows) if not row.done), None)

    def next_row(self) -> int:
        """Return the row to do next, else the last."""
        waiting = self.first_open()
        return waiting if waiting is not None else len(self.rows) - 1

    def first_column(self, index: int, usual: Column) -> Column:
        """Return the field of a row to begin in: the weight where it is asked for and still empty.

        An exercise without load begins with its reps or seconds, so that they are not taken for a weight.
        """
        if self.text(index, Column.LOAD):
            return usual
        if self.block.exercise.measure is Measure.LOADED:
            return Column.LOAD
        return self.columns[1] if usual is Column.LOAD else usual

    def number(self, index: int) -> int:
        """Return which working set a row is, from 1; 0 for a warm-up."""
        if self.rows[index].warmup:
            return 0
        return sum(not row.warmup for row in self.rows[: index + 1])

    def text(self, index: int, column: Column) -> str:
        """Return what a field shows."""
        row = self.rows[index]
        return row.typed.get(column, self._base(row, column))

    def set_text(self, index: int, column: Column, text: str) -> None:
        """Take what the person typed."""
        row = self.rows[index]
        if text.strip() == self._base(row, column):
            row.typed.pop(column, None)
        else:
            row.typed[column] = text

    def changed(self, index: int) -> bool:
        """Whether a row differs from what is in the log or was suggested."""
        return bool(self.rows[index].typed)

    def revert(self, index: int) -> None:
        """Forget what was typed in a row."""
        self.rows[index].typed.clear()

    def step(self, index: int, sign: int) -> None:
        """Change the load by the smallest step, up (1) or down (-1).

        Raises:
            UserError: what stands in the field is not a load.
        """
        now = parse_load(self.text(index, Column.LOAD), self.unit)
        value = now.value(self.unit) if now is not None else Decimal(0)
        value += sign * self.step_size().value(self.unit)
        if self.block.exercise.measure in {Measure.LOADED, Measure.TIMED}:
            value = max(value, Decimal(0))
        self.set_text(index, Column.LOAD, plain(value))

    def step_size(self) -> Load:
        """Return the smallest step of the load in the person's unit."""
        return usual_step(self.block.exercise, self.unit)

    def load(self, index: int) -> Load | None:
        """Return the load of a row, None without one or where it cannot be read."""
        try:
            return self._load(self.rows[index])
        except UserError:
            return None

    def draft(self, index: int) -> SetDraft:
        """Read a row.

        Raises:
            UserError: a text is no number or out of range; `field` is the `Column`.
        """
        row = self.rows[index]
        if row.entry is not None:
            start = row.entry.draft
        else:
            start = SetDraft(self.block.exercise_id, self.block.block)
        draft = replace(
            start,
            kind=row.kind,
            load=self._load(row),
            effort=self._effort(row),
            focus=self._whole(row, Column.FOCUS, tr("Focus is a whole number from 0 to 10.")),
        )
        if self.timed:
            draft = replace(draft, seconds=self._whole(row, Column.SECONDS, tr("Write whole seconds.")))
            if draft.seconds is None:
                raise UserError(tr("Enter the seconds."), field=Column.SECONDS)
        else:
            draft = replace(draft, reps=self._whole(row, Column.REPS, tr("Reps are whole numbers.")))
            if draft.reps is None:
                raise UserError(tr("Enter the reps."), field=Column.REPS)
        if draft.load is None and not row.done and self.block.exercise.measure is Measure.LOADED:
            raise UserError(tr("Enter the weight. 0 is fine too."), field=Column.LOAD)
        return check_set(draft)

    def _fit(self, keep: Row | None = None) -> None:
        """Have as many working sets to do as are missing; where nothing is planned always one more."""
        done = self.block.working_sets
        needed = max(self.block.goal + self._extra - done, 0 if self.block.target is not None else 1)
        waiting = [row for row in self.rows if not row.done and not row.warmup]
        for row in reversed(waiting):
            if len(waiting) <= needed:
                break
            if row is not keep:
                waiting.remove(row)
                self.rows = [other for other in self.rows if other is not row]
        for _ in range(needed - len(waiting)):
            row = Row(SetKind.WORKING)
            self.rows.append(row)
            asked = self._asked(row)
            if asked is not None and asked.kind is PlannedKind.DROP:
                row.kind = SetKind.DROP

    def _base(self, row: Row, column: Column) -> str:
        """Return what a field shows before anything is typed."""
        draft = row.entry.draft if row.entry is not None else self._start(row)
        value = {
            Column.LOAD: draft.load.text(self.unit, with_unit=False) if draft.load is not None else None,
            Column.REPS: draft.reps,
            Column.SECONDS: draft.seconds,
            Column.EFFORT: self._effort_text(draft.effort),
            Column.FOCUS: draft.focus,
        }[column]
        return "" if value is None else str(value)

    def asked(self, index: int) -> SuggestedSet | None:
        """Return what is asked for in a row, None where nothing is."""
        return self._asked(self.rows[index])

    def _asked(self, row: Row) -> SuggestedSet | None:
        if row.warmup:
            return row.asked if not row.done else self._asked_warm_up(row)
        place = sum(not other.warmup for other in self.rows[: self._place(row)])
        working = [one for one in self.block.suggestion.rows if one.kind is not PlannedKind.WARMUP]
        return working[place] if place < len(working) else None

    def _asked_warm_up(self, row: Row) -> SuggestedSet | None:
        place = sum(other.warmup for other in self.rows[: self._place(row)])
        asked = [one for one in self.block.suggestion.rows if one.kind is PlannedKind.WARMUP]
        return asked[place] if place < len(asked) else None

    def _place(self, row: Row) -> int:
        return next((index for index, other in enumerate(self.rows) if other is row), len(self.rows))

    def _start(self, row: Row) -> SetDraft:
        """Return what a set to do starts with: what is asked, as the set just done was done.

        Where the set just done was asked for the same load, this one begins with the load it was done with,
        and where that was another than asked, with its reps too. Else it begins with what is asked.
        """
        block = self.block
        asked = self._asked(row)
        latest = next((other for other in reversed(self.rows) if other.done and not other.warmup), None)
        if row.warmup and asked is not None:
            latest = None
        draft = SetDraft(block.exercise_id, block.block)
        if latest is not None and latest.entry is not None:
            done, before = latest.entry.draft, self._asked(latest)
            if asked is None or before is None:
                return replace(draft, load=done.load, reps=done.reps, seconds=done.seconds)
            same = asked.load == before.load and asked.kind is before.kind
            follow = same and done.load != before.load
            return replace(
                draft,
                load=done.load if same else asked.load,
                reps=done.reps if follow or (same and asked.reps == before.reps) else asked.reps,
                seconds=done.seconds
                if follow or (same and asked.seconds == before.seconds)
                else asked.seconds,
            )
        if asked is not None:
            return replace(draft, load=asked.load, reps=asked.reps, seconds=asked.seconds)
        seconds = block.target.seconds if block.target is not None else None
        if seconds is None and block.last:
            seconds = block.last[0].seconds
        return replace(draft, load=block.suggestion.load, reps=block.suggestion.reps, seconds=seconds)

    def _load(self, row: Row) -> Load | None:
        """Return the load; one that was not touched stays exact, in the unit it was once typed in."""
        if Column.LOAD not in row.typed:
            return (row.entry.draft if row.entry is not None else self._start(row)).load
        text = row.typed[Column.LOAD]
        try:
            return parse_load(text, self.unit)
        except UserError as error:
            raise UserError(str(error), field=Column.LOAD) from None

    def _effort(self, row: Row) -> Effort | None:
        if Column.EFFORT not in row.typed or self.scale is None:
            return row.entry.draft.effort if row.entry is not None else None
        text = row.typed[Column.EFFORT].strip()
        if not text:
            return None
        return effort_of(_number(text, Column.EFFORT), self.scale)

    def _effort_text(self, effort: Effort | None) -> str | None:
        if effort is None:
            return None
        return plain(effort.rir if self.scale is not EffortScale.RPE else 10 - effort.rir)

    def _whole(self, row: Row, column: Column, problem: str) -> int | None:
        if column not in row.typed:
            draft = row.entry.draft if row.entry is not None else self._start(row)
            value: int | None = getattr(draft, column)
            return value
        text = row.typed[column].strip()
        if not text:
            return None
        number = _number(text, column)
        if number != number.to_integral_value():
            raise UserError(problem, field=column)
        return int(min(max(number, Decimal(-_FAR_OUT)), Decimal(_FAR_OUT)))


def _number(text: str, column: Column) -> Decimal:
    try:
        return parse_decimal(text)
    except UserError as error:
        raise UserError(str(error), field=column) from None
