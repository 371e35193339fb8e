"""What to do next time and why: progressions as pure functions of the log (rules: docs/method.md)."""

from nextrep.domain.progression.choosing import example, rule_title, rule_words
from nextrep.domain.progression.facts import Exposure, SuggestedSet, Suggestion
from nextrep.domain.progression.moves import GAP_DAYS
from nextrep.domain.progression.suggesting import suggest
from nextrep.domain.progression.warm_up import ramp
from nextrep.domain.progression.waves import USUAL_WAVE

__all__ = [
    "GAP_DAYS",
    "USUAL_WAVE",
    "Exposure",
    "SuggestedSet",
    "Suggestion",
    "example",
    "ramp",
    "rule_title",
    "rule_words",
    "suggest",
]
