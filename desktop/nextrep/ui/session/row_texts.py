"""What the texts of a row mean, and how a set looks as texts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.set_text import is_short, read_reps, read_seconds, split_short, whole
from nextrep.domain.text import tr
from nextrep.domain.training import Effort, EffortScale, SetDraft, check_set, effort_of
from nextrep.domain.units import Load, Unit, parse_decimal, parse_load, plain
from nextrep.ui.session.columns import Column, helps
from nextrep.ui.session.rows import Row

_AMOUNTS = frozenset({Column.REPS, Column.DISTANCE, Column.SECONDS})
"""What "100x5" can name beside the load; an exercise goes by the first that it has."""
_NOT_BELOW_0 = {Measure.LOADED, Measure.ASSISTED}
"""What is lifted, or helps, is a number from 0 up; on the body itself a load below 0 is help."""


@dataclass(frozen=True, slots=True)
class RowTexts:
    """Reads and writes the fields of one exercise.

    Attributes:
        columns: its fields.
        unit: unit that loads are shown and typed in.
        scale: scale of the effort column, None where it is not asked.
    """

    exercise: Exercise
    columns: tuple[Column, ...]
    unit: Unit
    scale: EffortScale | None

    def read(self, row: Row, start: SetDraft) -> SetDraft:
        """Read a row that held `start` before anything was typed.

        Raises:
            UserError: a text is no number or out of range; `field` is the `Column`.
        """
        try:
            return self._read(row, start, self.typed(row))
        except UserError as error:
            short = next((column for column, text in row.typed.items() if is_short(text)), None)
            own = error.field == Column.LOAD and Column.LOAD in row.typed
            if short is None or own or error.field not in {Column.LOAD, *_AMOUNTS}:
                raise
            raise UserError(str(error), field=short) from None  # where it is typed, not where it would go

    def typed(self, row: Row) -> dict[Column, str]:
        """Return what was typed, with "100x5" taken apart.

        Raises:
            UserError: there is something like it that is not clear.
        """
        amount = next(column for column in self.columns if column in _AMOUNTS)
        for column in (Column.LOAD, amount):
            text = row.typed.get(column, "")
            if is_short(text):
                try:
                    load, reps = split_short(text)
                except UserError as error:
                    raise UserError(str(error), field=column) from None
                found = {key: value for key, value in row.typed.items() if key is not column}
                if load:
                    found[Column.LOAD] = load
                if load and Column.LOAD not in self.columns:
                    raise UserError(tr("There is no weight here. Write the reps alone: 5x."), field=column)
                return found | {amount: reps}
        return row.typed

    def load(self, row: Row, start: SetDraft, typed: dict[Column, str]) -> Load | None:
        """Return the load; one that was not typed stays exact, in the unit that it has."""
        if Column.LOAD not in typed:
            return start.load
        text = typed[Column.LOAD]
        if row.exact is not None and text == self.shown_load(row.exact):
            return row.exact
        try:
            load = parse_load(text, self.unit)
        except UserError as error:
            raise UserError(str(error), field=Column.LOAD) from None
        if load is not None and load.grams < 0 and self.exercise.measure in _NOT_BELOW_0:
            words = tr("Help goes from 0 up.") if helps(self.exercise) else tr("Weight goes from 0 up.")
            raise UserError(words, field=Column.LOAD)
        return Load(-load.grams, load.unit) if load is not None and helps(self.exercise) else load

    def shown(self, draft: SetDraft, column: Column) -> str:
        """Return what a field shows of a set."""
        if column is Column.LOAD:
            return self.shown_load(draft.load) if draft.load is not None else ""
        if column is Column.REPS and draft.reps_left is not None:
            return f"{draft.reps_left}/{draft.reps_right}"
        value = {
            Column.BAND: draft.band,
            Column.REPS: draft.reps,
            Column.SECONDS: draft.seconds,
            Column.DISTANCE: draft.distance_m,
            Column.EFFORT: self._effort_text(draft.effort),
            Column.FOCUS: draft.focus,
        }[column]
        return "" if value is None else str(value)

    def shown_load(self, load: Load) -> str:
        """Return a load as its field shows it: help as a plain number."""
        shown = Load(-load.grams, load.unit) if helps(self.exercise) else load
        return shown.text(self.unit, with_unit=False)

    def _read(self, row: Row, start: SetDraft, typed: dict[Column, str]) -> SetDraft:
        draft = replace(
            start,
            kind=row.kind,
            load=self.load(row, start, typed) if Column.LOAD in self.columns else start.load,
            band=row.typed.get(Column.BAND, start.band) if Column.BAND in self.columns else start.band,
            effort=self._effort(start, typed),
            focus=self._whole(typed, Column.FOCUS, start.focus, tr("Focus is a whole number from 0 to 10.")),
        )
        draft = self._with_amounts(draft, typed)
        asks_load = Column.LOAD in self.columns and self.exercise.measure is Measure.LOADED
        if draft.load is None and not row.done and asks_load and not draft.band:
            raise UserError(tr("Enter the weight. 0 is fine too."), field=Column.LOAD)
        return check_set(draft)

    def _with_amounts(self, draft: SetDraft, typed: dict[Column, str]) -> SetDraft:
        if Column.REPS in self.columns:
            if Column.REPS in typed:
                text = typed[Column.REPS].strip()
                reps = read_reps(text, sides=self.exercise.unilateral) if text else None
                draft = replace(
                    draft,
                    reps=reps.reps if reps else None,
                    reps_left=reps.left if reps else None,
                    reps_right=reps.right if reps else None,
                )
            if draft.reps is None:
                raise UserError(tr("Enter the reps."), field=Column.REPS)
            return draft
        if Column.SECONDS in typed:
            text = typed[Column.SECONDS].strip()
            draft = replace(draft, seconds=read_seconds(text) if text else None)
        if Column.DISTANCE in self.columns:
            metres = self._whole(typed, Column.DISTANCE, draft.distance_m, tr("Write whole metres."))
            draft = replace(draft, distance_m=metres)
        if draft.seconds is None and draft.distance_m is None and draft.reps is None:
            field = Column.DISTANCE if Column.DISTANCE in self.columns else Column.SECONDS
            words = (
                tr("Enter the metres or the seconds.") if field == "distance" else tr("Enter the seconds.")
            )
            raise UserError(words, field=field)
        return draft

    def _effort(self, start: SetDraft, typed: dict[Column, str]) -> Effort | None:
        if Column.EFFORT not in typed or self.scale is None:
            return start.effort
        text = typed[Column.EFFORT].strip()
        if not text:
            return None
        try:
            return effort_of(parse_decimal(text), self.scale)
        except UserError as error:
            raise UserError(str(error), field=Column.EFFORT) from None

    def _effort_text(self, effort: Effort | None) -> str | None:
        if effort is None:
            return None
        return plain(effort.rir if self.scale is not EffortScale.RPE else 10 - effort.rir)

    def _whole(self, typed: dict[Column, str], column: Column, start: int | None, problem: str) -> int | None:
        if column not in typed:
            return start
        text = typed[column].strip()
        return whole(text, problem, column) if text else None
