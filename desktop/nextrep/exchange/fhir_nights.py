"""A night as a FHIR observation: time asleep, and what it was worked out from (clinical.md 2.2 and 3.1)."""

from __future__ import annotations

from nextrep.domain.sleep import Night
from nextrep.exchange.fhir_codes import Json, category, local, loinc, minutes, points, quantity
from nextrep.exchange.fhir_times import day_text, instant_text

_NOT_KNOWN: Json = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/data-absent-reason",
            "code": "unknown",
            "display": "Unknown",
        }
    ]
}


def night_observation(night: Night) -> Json | None:
    """Return the observation of a night, None for one of which nothing was said but a nap.

    Where minutes awake or to fall asleep are not known, the time asleep is the most that it can be, and has
    the comparator "<=". What was not said has no component.
    """
    parts = _components(night)
    if not parts and night.total_sleep_min is None and not any(night.times):
        return None
    what: Json = {"category": category("activity"), "code": loinc("93832-4")} | _when(night)
    if night.total_sleep_min is None:
        what["dataAbsentReason"] = _NOT_KNOWN
    else:
        what["valueQuantity"] = minutes(night.total_sleep_min, at_most=night.at_most)
    return what | ({"component": parts} if parts else {})


def _when(night: Night) -> Json:
    """Return the period in bed; with one end of it or none, the day of waking."""
    if night.into_bed_at is None or night.out_of_bed_at is None:
        return {"effectiveDateTime": day_text(night.day)}
    start, end = instant_text(night.into_bed_at), instant_text(night.out_of_bed_at)
    return {"effectivePeriod": {"start": start, "end": end}}


def _components(night: Night) -> list[Json]:
    efficiency = night.efficiency
    values: tuple[tuple[str, Json | None], ...] = (
        ("timeInBed", _minutes(night.time_in_bed_min)),
        ("latencyToSleepOnset", _minutes(night.latency_to_sleep_min)),
        ("wakeAfterSleepOnset", _minutes(night.awake_in_night_min)),
        ("numberOfAwakenings", None if night.awakenings is None else quantity(night.awakenings, "", "1")),
        ("latencyToArising", _minutes(night.latency_to_rising_min)),
        (
            "sleepEfficiencyPercentage",
            None if efficiency is None else quantity(round(efficiency, 1), "%", "%", at_most=night.at_most),
        ),
        ("sleepQuality", None if night.quality is None else points(night.quality)),
    )
    return [{"code": local(code), "valueQuantity": value} for code, value in values if value is not None]


def _minutes(value: int | None) -> Json | None:
    return None if value is None else minutes(value)
