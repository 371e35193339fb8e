"""A prescription as plain data and back, for the profile and for program files.

Only what differs from the usual is written, so that files stay short and a new field needs no change of what
is kept. Loads are {"grams": …, "unit": …}; percentages are tenths of a percent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from nextrep.domain.errors import UserError
from nextrep.domain.prescription import (
    MAX_ALTERNATES,
    MAX_BAND_CHARS,
    MAX_LADDER,
    MAX_NOTE_CHARS,
    MAX_PERCENT,
    MAX_ROWS,
    MAX_SECONDS_STEP,
    MAX_WARM_UPS,
    MAX_WAVES,
    PLAIN,
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.text import tr
from nextrep.domain.training import MAX_DISTANCE_M, MAX_PLANNED_REPS, MAX_SECONDS
from nextrep.domain.units import Load, Unit, check_load

E = TypeVar("E", bound=StrEnum)


def details_to_data(details: TargetDetails) -> dict[str, Any]:
    """Return what differs from the usual, as plain data."""
    data = {
        "distance_m": details.distance_m,
        "load": _load_plan_data(details.load),
        "progression": _progression_data(details.progression),
        "rows": [_set_data(row) for row in details.rows],
        "warm_up": details.warm_up,
        "superset": details.superset,
        "alternates": list(details.alternates),
        "note": details.note,
        "cue": details.cue,
    }
    return {name: value for name, value in data.items() if value not in (None, "", 0, [], {})}


def details_from_data(data: Mapping[str, Any]) -> TargetDetails:
    """Return the prescription that `details_to_data` wrote.

    Raises:
        UserError: a name is unknown, or a value is of the wrong kind or out of range; `field` names it.
    """
    if not data:
        return PLAIN
    _known(data, "distance_m load progression rows warm_up superset alternates note cue")
    return TargetDetails(
        distance_m=_whole(data, "distance_m", 1, MAX_DISTANCE_M),
        load=_load_plan(_part(data, "load")),
        progression=_progression(_part(data, "progression")),
        rows=tuple(_sets(_many(data, "rows", MAX_ROWS), "rows")),
        warm_up=_whole(data, "warm_up", 0, MAX_WARM_UPS) or 0,
        superset=_words(data, "superset", 2),
        alternates=_keys(data, "alternates", MAX_ALTERNATES),
        note=_words(data, "note", MAX_NOTE_CHARS),
        cue=_words(data, "cue", MAX_NOTE_CHARS),
    )


def _load_plan_data(plan: LoadPlan) -> dict[str, Any]:
    usual = LoadPlan()
    return _differing(
        {
            "rule": (str(plan.rule), str(usual.rule)),
            "percent": (plan.percent, None),
            "load": (_load_data(plan.load), None),
            "band": (plan.band, ""),
        }
    )


def _load_plan(data: Mapping[str, Any]) -> LoadPlan:
    _known(data, "rule percent load band")
    return LoadPlan(
        rule=_choice(data, "rule", LoadRule, LoadRule.LAST),
        percent=_whole(data, "percent", 1, MAX_PERCENT),
        load=_load(data, "load"),
        band=_words(data, "band", MAX_BAND_CHARS),
    )


def _progression_data(progression: Progression) -> dict[str, Any]:
    usual = Progression()
    return _differing(
        {
            "rule": (str(progression.rule), str(usual.rule)),
            "step": (_load_data(progression.step), None),
            "misses": (progression.misses, usual.misses),
            "deload": (progression.deload, usual.deload),
            "back_off": (progression.back_off, usual.back_off),
            "total": (progression.total, None),
            "wave": ([[_set_data(row) for row in rows] for rows in progression.wave], []),
            "ladder": (list(progression.ladder), []),
            "seconds_step": (progression.seconds_step, usual.seconds_step),
            "seconds_high": (progression.seconds_high, usual.seconds_high),
        }
    )


def _progression(data: Mapping[str, Any]) -> Progression:
    _known(data, "rule step misses deload back_off total wave ladder seconds_step seconds_high")
    usual = Progression()
    wave = _many(data, "wave", MAX_WAVES)
    return Progression(
        rule=_choice(data, "rule", ProgressionRule, usual.rule),
        step=_load(data, "step"),
        misses=_whole(data, "misses", 1, 6) or usual.misses,
        deload=_whole(data, "deload", 10, 500) or usual.deload,
        back_off=_whole(data, "back_off", 100, 1000) or usual.back_off,
        total=_whole(data, "total", 1, MAX_PLANNED_REPS),
        wave=tuple(tuple(_sets(rows, "wave")) for rows in wave),
        ladder=_keys(data, "ladder", MAX_LADDER),
        seconds_step=_whole(data, "seconds_step", 1, MAX_SECONDS_STEP) or usual.seconds_step,
        seconds_high=_whole(data, "seconds_high", 1, MAX_SECONDS) or usual.seconds_high,
    )


def _set_data(row: PlannedSet) -> dict[str, Any]:
    return _differing(
        {
            "kind": (str(row.kind), str(PlannedKind.WORKING)),
            "reps_low": (row.reps_low, None),
            "reps_high": (row.reps_high, None),
            "seconds": (row.seconds, None),
            "percent": (row.percent, None),
        }
    )


def _sets(rows: object, name: str) -> list[PlannedSet]:
    if not isinstance(rows, Sequence) or isinstance(rows, str) or len(rows) > MAX_ROWS:
        raise UserError(tr("{name} is a list of sets.", name=name), field=name)
    found = []
    for row in rows:
        if not isinstance(row, Mapping):
            raise UserError(tr("{name} is a list of sets.", name=name), field=name)
        _known(row, "kind reps_low reps_high seconds percent")
        low, high = (
            _whole(row, "reps_low", 0, MAX_PLANNED_REPS),
            _whole(row, "reps_high", 0, MAX_PLANNED_REPS),
        )
        if low is not None and high is not None and low > high:
            raise UserError(tr("The lowest reps are more than the highest."), field="reps_low")
        found.append(
            PlannedSet(
                kind=_choice(row, "kind", PlannedKind, PlannedKind.WORKING),
                reps_low=low,
                reps_high=high,
                seconds=_whole(row, "seconds", 1, MAX_SECONDS),
                percent=_whole(row, "percent", 1, MAX_PERCENT),
            )
        )
    return found


def _load_data(load: Load | None) -> dict[str, Any] | None:
    return None if load is None else {"grams": load.grams, "unit": str(load.unit)}


def _load(data: Mapping[str, Any], name: str) -> Load | None:
    raw = data.get(name)
    if raw is None:
        return None
    if not isinstance(raw, Mapping) or not _is_whole(raw.get("grams")) or raw.get("unit") not in set(Unit):
        raise UserError(tr("{name} has grams and a unit, kg or lb.", name=name), field=name)
    return check_load(Load(raw["grams"], Unit(raw["unit"])))


def _differing(values: Mapping[str, tuple[Any, Any]]) -> dict[str, Any]:
    return {name: value for name, (value, usual) in values.items() if value != usual}


def _known(data: Mapping[str, Any], names: str) -> None:
    for name in data:
        if name not in names.split():
            raise UserError(tr("“{name}” is not known here.", name=name), field=str(name))


def _part(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    raw = data.get(name, {})
    if not isinstance(raw, Mapping):
        raise UserError(tr("{name} has names with values.", name=name), field=name)
    return raw


def _many(data: Mapping[str, Any], name: str, most: int) -> Sequence[Any]:
    raw = data.get(name, ())
    if not isinstance(raw, Sequence) or isinstance(raw, str) or len(raw) > most:
        raise UserError(tr("{name} is a list of up to {n}.", name=name, n=most), field=name)
    return raw


def _keys(data: Mapping[str, Any], name: str, most: int) -> tuple[str, ...]:
    raw = _many(data, name, most)
    if not all(isinstance(key, str) and key for key in raw):
        raise UserError(tr("{name} is a list of exercises.", name=name), field=name)
    return tuple(raw)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _whole(data: Mapping[str, Any], name: str, low: int, high: int) -> int | None:
    value = data.get(name)
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise UserError(
            tr("{name} is a whole number from {low} to {high}.", name=name, low=low, high=high), field=name
        )
    return value


def _words(data: Mapping[str, Any], name: str, most: int) -> str:
    value = data.get(name, "")
    if not isinstance(value, str) or len(value) > most:
        raise UserError(tr("{name} has up to {n} characters.", name=name, n=most), field=name)
    return value


def _choice(data: Mapping[str, Any], name: str, kind: Callable[[str], E], usual: E) -> E:
    value = data.get(name)
    if value is None:
        return usual
    try:
        return kind(value)
    except ValueError:
        raise UserError(tr("“{value}” is no {name}.", value=value, name=name), field=name) from None
