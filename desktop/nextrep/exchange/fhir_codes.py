"""Codes of the FHIR companion: LOINC's where clinical.md 3.1 has one, else our own with their definitions.

No code is made up in the name of a system that is not ours. LOINC's display names of answers are words of the
questionnaires, so answers have a code and no display.
"""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]

LOINC = "http://loinc.org"
UCUM = "http://unitsofmeasure.org"
LOCAL = "urn:uuid:7c1f6f0a-51b5-5d0c-9d0e-6f0f4d7f2b11"
"""Name of our own code system. It leads nowhere: the codes are defined in the bundle itself."""
_CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
_CATEGORIES = {"survey": "Survey", "activity": "Activity", "vital-signs": "Vital Signs"}
_KIND = "http://hl7.org/fhir/uv/phr/CodeSystem/state-of-mind-codes"
_KIND_VALUES = "http://hl7.org/fhir/uv/phr/CodeSystem/state-of-mind-kind-codes"

LOINC_NOTICE = (
    "This material contains content from LOINC (http://loinc.org). LOINC is copyright © "
    "Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes "
    "(LOINC) Committee and is available at no cost under the license at "
    "http://loinc.org/license. LOINC® is a registered United States trademark of "
    "Regenstrief Institute, Inc."
)
"""The LOINC licence asks for it in these words, in every file with its codes (clinical.md 3.1)."""

ANSWER_CODES = ("LA6568-5", "LA6569-3", "LA6570-1", "LA6571-9")
"""LOINC answers of the PHQ and GAD items that count 0 to 3 (clinical.md 3.1)."""

LOINC_NAMES = {
    "93832-4": "Sleep duration",
    "73985-4": "Exercise activity",
    "55411-3": "Exercise duration",
    "82291-6": "Frequency of muscle-strengthening physical activity",
    "29463-7": "Body weight",
}

LOCAL_NAMES = {
    "rating-mood": ("Mood rating", "Rating of a day from 0 to 10; 10 is the better end."),
    "rating-anxiety": ("Anxiety rating", "Rating of a day from 0 to 10; 0 is the better end."),
    "rating-stress": ("Stress rating", "Rating of a day from 0 to 10; 0 is the better end."),
    "rating-energy": ("Energy rating", "Rating of a day from 0 to 10; 10 is the better end."),
    "rating-confidence": ("Confidence rating", "Rating of a day from 0 to 10; 10 is the better end."),
    "rating-clarity": ("Clear head rating", "Rating of a day from 0 to 10; 10 is the better end."),
    "total-phq-8": ("PHQ-8 total", "Sum of eight answers, 0 to 24; lower is better."),
    "total-gad-2": ("GAD-2 total", "Sum of two answers, 0 to 6; lower is better."),
    "total-who-5": ("WHO-5 total", "Sum of five answers times four, 0 to 100; higher is better."),
    "timeInBed": ("Time in bed", "Minutes from going to bed to getting up."),
    "latencyToSleepOnset": ("Latency to sleep onset", "Minutes from trying to sleep to falling asleep."),
    "wakeAfterSleepOnset": ("Wake after sleep onset", "Minutes awake between falling asleep and waking up."),
    "numberOfAwakenings": ("Number of awakenings", "Awakenings before the final one."),
    "latencyToArising": ("Latency to arising", "Minutes in bed after the final awakening."),
    "sleepEfficiencyPercentage": ("Sleep efficiency", "Time asleep in percent of the time in bed."),
    "sleepQuality": ("Sleep quality", "Rating of a night from 0 to 10; 10 is the better end."),
    "strength-training": ("Strength training", "A session of strength training."),
    "session-effort": ("Session effort", "How hard the whole session was, 0 to 10."),
    "pleasantness-before": ("Pleasantness before", "Before a session, -5 (unpleasant) to +5 (pleasant)."),
    "pleasantness-after": ("Pleasantness after", "After a session, -5 (unpleasant) to +5 (pleasant)."),
}
"""Our own codes: display and definition. Those of nights are named as in HL7 PHR (clinical.md 2.2)."""


def loinc(code: str, text: str = "") -> Json:
    """Return a concept with a LOINC code; `text` is our own name where LOINC's is not in `LOINC_NAMES`."""
    name = LOINC_NAMES.get(code, "")
    coding = {"system": LOINC, "code": code} | ({"display": name} if name else {})
    return {"coding": [coding], "text": name or text}


def local(code: str) -> Json:
    """Return a concept with one of our own codes.

    Raises:
        KeyError: it is not defined.
    """
    name, _definition = LOCAL_NAMES[code]
    return {"coding": [{"system": LOCAL, "code": code, "display": name}], "text": name}


def category(code: str) -> list[Json]:
    """Return a category of observations: "survey", "activity" or "vital-signs"."""
    return [{"coding": [{"system": _CATEGORY, "code": code, "display": _CATEGORIES[code]}]}]


def quantity(value: float, unit: str, code: str, *, at_most: bool = False) -> Json:
    """Return a quantity in a UCUM unit; `at_most` says that the value is an upper bound."""
    whole = round(value, 4)
    figure = int(whole) if float(whole).is_integer() else whole
    found: Json = {"value": figure}
    if at_most:
        found["comparator"] = "<="
    if unit:
        found["unit"] = unit
    return found | {"system": UCUM, "code": code}


def points(value: float) -> Json:
    """Return a value of a scale, which has no unit."""
    return quantity(value, "points", "{score}")


def minutes(value: float, *, at_most: bool = False) -> Json:
    """Return a length of time."""
    return quantity(value, "minutes", "min", at_most=at_most)


def daily_mood_kind() -> Json:
    """Return the component of HL7 PHR's draft State of Mind that tells a day's mood from a moment's."""
    return {
        "code": {"coding": [{"system": _KIND, "code": "kind", "display": "Kind"}]},
        "valueCodeableConcept": {"coding": [{"system": _KIND_VALUES, "code": "dailyMood"}]},
    }


def code_system(used: set[str], version: str) -> Json:
    """Return the definitions of the codes of ours that a bundle uses."""
    concepts = [
        {"code": code, "display": name, "definition": definition}
        for code, (name, definition) in LOCAL_NAMES.items()
        if code in used
    ]
    return {
        "resourceType": "CodeSystem",
        "url": LOCAL,
        "version": version,
        "name": "NextRepLocalCodes",
        "title": "Codes of NextRep for what LOINC has no code for",
        "status": "active",
        "experimental": False,
        "caseSensitive": True,
        "content": "complete" if len(concepts) == len(LOCAL_NAMES) else "fragment",
        "count": len(LOCAL_NAMES),
        "concept": concepts,
    }
