"""What one row says was lifted: load, reps, time, distance and effort, each within its range."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from operator import itemgetter

from nextrep.domain.errors import UserError
from nextrep.domain.text import tr
from nextrep.domain.training import Effort, EffortScale, SetDraft, check_set, effort_of
from nextrep.domain.units import Load, Unit, parse_decimal, parse_load
from nextrep.exchange.columns import LOAD_UNITS, METRES, SECONDS, Layout, plain
from nextrep.exchange.durations import parse_duration

_LONGEST_NUMBER = 40
_MOST_DIGITS = 12
_TYPED_DECIMALS = 3


@dataclass(frozen=True, slots=True)
class Measure:
    """The values of one set. At least one of reps, seconds and distance_m (metres) is not None."""

    load: Load | None
    reps: int | None
    seconds: int | None
    distance_m: int | None
    effort: Effort | None


class MeasureReader:
    """Reads the values of rows; equal cells are read once.

    Attributes:
        bad_efforts: efforts were left out because they are not from 0 to 10.
        guessed_distances: distances were read in a unit that the file does not say.
    """

    def __init__(self, layout: Layout, unit: Unit) -> None:
        self._unit = unit
        self._weights = layout.weights or [(layout.width, None)]
        self._metres = METRES.get(layout.unit.get("distance", ""))
        self._seconds_per_unit = SECONDS.get(layout.unit.get("seconds", ""), 1)
        self._distance_word = layout.unit.get("distance", "")
        self._cells: Callable[[list[str]], tuple[str, ...]] = itemgetter(
            *map(layout.at, ("weight_unit", "reps", "seconds", "distance", "distance_unit", "rpe", "rir")),
            *(column for column, _ in self._weights),
        )
        self.bad_efforts = False
        self.guessed_distances = False
        self._cache: dict[tuple[str, ...], Measure | str] = {}
        self._assisted_cache: dict[tuple[str, ...], Measure | str] = {}

    def read(self, cells: list[str], *, assisted: bool) -> Measure | str:
        """Return the values of a row, or the reason why it is no set.

        Args:
            cells: the row.
            assisted: its load is help, which other programs write without a minus sign.
        """
        key = self._cells(cells)
        cache = self._assisted_cache if assisted else self._cache
        measure = cache.get(key)
        if measure is None:
            try:
                measure = self._read(*key, assisted=assisted)
            except UserError as error:
                measure = str(error)
            cache[key] = measure
        return measure

    def _read(
        self,
        row_unit: str,
        reps_text: str,
        seconds_text: str,
        distance_text: str,
        distance_unit: str,
        rpe: str,
        rir: str,
        *weights: str,
        assisted: bool,
    ) -> Measure:
        load = self._load(weights, row_unit)
        if load is not None and assisted:
            load = Load(-abs(load.grams), load.unit)
        reps = _whole(reps_text)
        seconds = self._seconds(seconds_text)
        distance = self._distance(distance_text, distance_unit)
        if reps == 0 and (seconds or distance or load is None):
            reps = None  # a placeholder; with a load it is an attempt that failed
        if reps is None and not seconds and not distance:
            raise UserError(tr("There are no reps, no time and no distance in this row."))
        draft = SetDraft(0, 0, load=load, reps=reps, seconds=seconds or None, distance_m=distance or None)
        try:
            check_set(draft)
        except UserError as error:
            unit = distance_unit or self._distance_word
            written = {"reps": reps_text, "seconds": seconds_text, "distance": f"{distance_text} {unit}"}
            raise _refused(str(error), written.get(error.field, "")) from None
        return Measure(load, reps, draft.seconds, draft.distance_m, self._effort(rpe, rir))

    def _load(self, weights: tuple[str, ...], row_unit: str) -> Load | None:
        text, unit = self._pick(weights)
        if not text:
            return None
        if row_unit.strip():
            named = LOAD_UNITS.get(plain(row_unit))
            if named is None:
                raise UserError(tr("The weight unit “{unit}” is not known.", unit=_short(row_unit)))
            unit = named
        if len(text) > _LONGEST_NUMBER:
            raise _not_a_number(text)
        try:
            load = parse_load(text, unit)
        except UserError as error:
            if not error.field:  # no number at all: the message quotes it already
                raise
            raise _refused(str(error), text) from None
        return load if load is not None and load.grams else None

    def _pick(self, weights: tuple[str, ...]) -> tuple[str, Unit]:
        """Return the load's text and unit; of two columns the one that looks typed, not converted."""
        given = [
            (text.strip(), unit or self._unit)
            for text, (_, unit) in zip(weights, self._weights, strict=True)
            if text.strip()
        ]
        return min(given, key=_decimals_beyond_typing) if given else ("", self._unit)

    def _seconds(self, text: str) -> int:
        if not text.strip():
            return 0
        seconds = parse_duration(text, self._seconds_per_unit)
        return round(_number(text)) if seconds is None else seconds

    def _distance(self, text: str, unit: str) -> int:
        if not text.strip():
            return 0
        number = _number(text)
        metres = self._metres
        if unit.strip():
            metres = METRES.get(plain(unit))
            if metres is None:
                raise UserError(tr("The distance unit “{unit}” is not known.", unit=_short(unit)))
        if metres is None:
            metres = METRES["km" if self._unit is Unit.KG else "mi"]
            self.guessed_distances |= bool(number)
        return round(float(number) * metres)

    def _effort(self, rpe: str, rir: str) -> Effort | None:
        for text, scale in ((rpe, EffortScale.RPE), (rir, EffortScale.RIR)):
            if not text.strip():
                continue
            try:
                value = _number(text)
                if value or scale is EffortScale.RIR:  # an RPE of 0 stands for "not rated"
                    return effort_of(value, scale)
            except UserError:
                self.bad_efforts = True
        return None


def _whole(text: str) -> int | None:
    if not text.strip():
        return None
    number = _number(text)
    if number != number.to_integral_value():
        raise _refused(tr("Reps are whole numbers."), text)
    return int(number)


def _number(text: str) -> Decimal:
    """Read a number of reasonable size.

    Raises:
        UserError: it is not one.
    """
    if len(text) > _LONGEST_NUMBER:
        raise _not_a_number(text)
    number = parse_decimal(text)
    if number and abs(number.adjusted()) > _MOST_DIGITS:
        raise _not_a_number(text)
    return number


def _decimals_beyond_typing(given: tuple[str, Unit]) -> bool:
    return len(given[0].replace(",", ".").partition(".")[2]) > _TYPED_DECIMALS


def _not_a_number(text: str) -> UserError:
    return UserError(tr("“{text}” is not a number.", text=_short(text)))


def _refused(rule: str, text: str) -> UserError:
    return UserError(tr("{rule} The file says “{text}”.", rule=rule, text=_short(text)))


def _short(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST_NUMBER else text[:_LONGEST_NUMBER] + "…"
