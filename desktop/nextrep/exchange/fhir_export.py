"""The companion of a report as a FHIR R4 (4.0.1) bundle of type "collection" (clinical.md 3.1).

The same companion gives the same bytes: the name of each resource is made from what it says (UUID version 5).
There is no time of writing in it, and nothing of the person's words but the name they chose. It is written
from plain dictionaries; the tests read it with fhir.resources.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import UUID, uuid5

from nextrep.domain.companion import Companion, Step, no_step, strength_days
from nextrep.exchange.fhir_answers import answer_resources
from nextrep.exchange.fhir_codes import (
    LOCAL,
    LOINC_NOTICE,
    Json,
    category,
    code_system,
    daily_mood_kind,
    local,
    loinc,
    minutes,
    points,
    quantity,
)
from nextrep.exchange.fhir_nights import night_observation
from nextrep.exchange.fhir_times import day_text, instant_text

_NAMES = UUID("0f1d5c5e-8a52-5f0e-9d7b-3b1f4f6c2a90")
"""Namespace of the names of resources."""
WEEK = 7


class _Bundle:
    """Collects resources; everything is the person's own word, and says by which program it was kept."""

    def __init__(self, companion: Companion, step: Step) -> None:
        self._entries: dict[str, Json] = {}
        self._step = step
        self.patient = self.add(_patient(companion.name))
        self._device = self.add(_device(companion.app_version, invented=companion.invented))

    def add(self, resource: Json) -> str:
        """Add a resource and return its name; the same content a second time is the same resource."""
        self._step()
        number = uuid5(_NAMES, _canonical(resource))
        name = number.urn
        kind = {"resourceType": resource["resourceType"], "id": str(number)}
        self._entries[name] = {"fullUrl": name, "resource": kind | resource}
        return name

    def observe(self, what: Json) -> str:
        """Add an observation by the person about themselves."""
        common: Json = {
            "resourceType": "Observation",
            "status": "final",
            "subject": {"reference": self.patient},
            "performer": [{"reference": self.patient}],
            "device": {"reference": self._device},
        }
        return self.add(common | what)

    def entries(self) -> list[Json]:
        """Return what was added, in that order."""
        return list(self._entries.values())


def bundle(companion: Companion, step: Step = no_step) -> bytes:
    """Return the bundle as JSON in UTF-8.

    Args:
        companion: what is in it.
        step: called for each resource twice: when it is made, and when it is written.
    """
    made = _Bundle(companion, step)
    for answered in companion.answered:
        answer_resources(answered, made.patient, made.add, made.observe)
    for what in _observations(companion):
        made.observe(what)
    for resource in _sessions(companion, made):
        made.observe(resource)
    used = set(_own_codes(made.entries()))
    if used:
        made.add(code_system(used, companion.app_version))
    lines = []
    for entry in made.entries():
        step()
        lines.append(json.dumps(entry, ensure_ascii=False))
    return _written(lines)


def _written(entries: list[str]) -> bytes:
    """Return the bundle with a resource a line, so that a person can look through it."""
    lines = _whole(",\n".join(entries))
    number = uuid5(_NAMES, lines)
    head = f'{{"resourceType": "Bundle", "id": "{number}", "type": "collection", "entry": [\n'
    return f"{head}{lines}\n]}}\n".encode()


def _canonical(resource: Json) -> str:
    return _whole(json.dumps(resource, ensure_ascii=False, sort_keys=True, separators=(",", ":")))


def _whole(text: str) -> str:
    """Return a text with a question mark for half a character (a lone surrogate), which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _patient(name: str) -> Json:
    """The person: a name or initials where they gave one, and no identifier, birth date or sex."""
    return {"resourceType": "Patient"} | ({"name": [{"text": name}]} if name else {})


def _device(version: str, *, invented: bool) -> Json:
    notes = ["Patient-entered. Self-reported, not a diagnosis, not monitored by anyone."]
    if invented:
        notes.insert(0, "Invented data for demonstration: nobody's record.")
    notes.append(LOINC_NOTICE)
    return {
        "resourceType": "Device",
        "deviceName": [{"name": "NextRep", "type": "user-friendly-name"}],
        "version": [{"value": version or "unknown"}],
        "note": [{"text": text} for text in notes],
    }


def _observations(companion: Companion) -> Iterator[Json]:
    for series in companion.ratings:
        for day, value in series.points:
            what: Json = {"category": category("survey"), "code": local(f"rating-{series.key}")}
            what |= {"effectiveDateTime": day_text(day), "valueQuantity": points(value)}
            if series.key == "mood":
                what["component"] = [daily_mood_kind()]
            yield what
    for night in companion.nights:
        found = night_observation(night)
        if found is not None:
            yield found
    for day, grams in companion.weights:
        yield {
            "category": category("vital-signs"),
            "code": loinc("29463-7"),
            "effectiveDateTime": day_text(day),
            "valueQuantity": quantity(grams / 1000, "kg", "kg"),
        }


def _sessions(companion: Companion, made: _Bundle) -> Iterator[Json]:
    """A session is an activity; its length is an observation, as in HL7's Physical Activity guide."""
    for session in companion.sessions:
        effective = {"effectiveDateTime": instant_text(session.started_at)}
        what: Json = {"category": category("activity"), "code": loinc("73985-4")} | effective
        what["valueCodeableConcept"] = local("strength-training")
        if session.seconds:
            length: Json = {"category": category("activity"), "code": loinc("55411-3")} | effective
            length["valueQuantity"] = minutes(session.seconds / 60)
            what["hasMember"] = [{"reference": made.observe(length)}]
        rated = (
            ("session-effort", session.effort),
            ("pleasantness-before", session.pleasant_before),
            ("pleasantness-after", session.pleasant_after),
        )
        parts = [{"code": local(code), "valueQuantity": points(v)} for code, v in rated if v is not None]
        yield what | ({"component": parts} if parts else {})
    days = [session.day for session in companion.sessions]
    for monday, trained in strength_days(days, companion.first, companion.last):
        yield {
            "category": category("activity"),
            "code": loinc("82291-6"),
            "effectivePeriod": {"start": day_text(monday), "end": day_text(monday + WEEK - 1)},
            "valueQuantity": quantity(trained, "days per week", "d/wk"),
        }


def _own_codes(entries: list[Json]) -> Iterator[str]:
    """Yield the codes of our own system: of what is observed, its value, and its parts."""
    for entry in entries:
        resource: Json = entry["resource"]
        concepts = [resource.get("code"), resource.get("valueCodeableConcept")]
        concepts += [part["code"] for part in resource.get("component", [])]
        for concept in concepts:
            for coding in concept["coding"] if concept else ():
                if coding["system"] == LOCAL:
                    yield coding["code"]
