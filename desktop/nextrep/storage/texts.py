"""What is kept as JSON text: the answers behind a plan, an own exercise's facts, what is mostly as usual."""

from __future__ import annotations

import json
from functools import lru_cache

from nextrep.domain.exercise_facts import UNKNOWN, ExerciseFacts, facts_from_data, facts_to_data
from nextrep.domain.exercises import Equipment, Level, Pattern
from nextrep.domain.joints import Joint
from nextrep.domain.prescription import PLAIN, TargetDetails
from nextrep.domain.prescription_data import details_from_data, details_to_data
from nextrep.domain.program import Answers, Place


def details_text(details: TargetDetails) -> str:
    """Return the text to keep, "" for a prescription that is as usual."""
    if details == PLAIN:
        return ""
    return json.dumps(details_to_data(details), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=512)
def details_from(text: str) -> TargetDetails:
    """Return the prescription that was kept; the same texts come again and again in a plan."""
    return details_from_data(json.loads(text)) if text else PLAIN


def facts_text(facts: ExerciseFacts) -> str:
    """Return the text to keep, "" where nothing was said about the exercise."""
    if facts == UNKNOWN:
        return ""
    return json.dumps(facts_to_data(facts), ensure_ascii=False, separators=(",", ":"))


@lru_cache(maxsize=1024)
def facts_from(text: str) -> ExerciseFacts:
    """Return the facts that were kept."""
    return facts_from_data(json.loads(text)) if text else UNKNOWN


def answers_text(answers: Answers) -> str:
    """Return the answers as text to keep."""
    return json.dumps(
        {
            "weekdays": list(answers.weekdays),
            "equipment": sorted(answers.equipment),
            "experience": answers.experience,
            "minutes": answers.minutes,
            "sessions_later": answers.sessions_later,
            "begins": answers.begins,
            "times": [list(pair) for pair in answers.times],
            "place": answers.place,
            "without": sorted(answers.without),
            "without_patterns": sorted(answers.without_patterns),
            "sore": sorted(answers.sore),
            "quiet": list(answers.quiet) if answers.quiet else None,
        }
    )


@lru_cache(maxsize=8)
def answers_from(text: str) -> Answers:
    """Return the answers that were kept; plans of earlier versions have fewer of them."""
    raw = json.loads(text)
    place, quiet = raw.get("place"), raw.get("quiet")
    return Answers(
        weekdays=tuple(raw["weekdays"]),
        equipment=frozenset(Equipment(item) for item in raw["equipment"]),
        experience=Level(raw["experience"]),
        minutes=raw["minutes"],
        sessions_later=raw["sessions_later"],
        begins=raw.get("begins", 0),
        times=tuple((day, minute) for day, minute in raw.get("times", ())),
        place=Place(place) if place else None,
        without=frozenset(raw.get("without", ())),
        without_patterns=frozenset(map(Pattern, raw.get("without_patterns", ()))),
        sore=frozenset(map(Joint, raw.get("sore", ()))),
        quiet=(quiet[0], quiet[1]) if quiet else None,
    )
