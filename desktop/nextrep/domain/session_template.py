"""Sessions to do again: exercises with what is asked of them, under a name of the person's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise
from nextrep.domain.prescription import MAX_WARM_UPS, PLAIN
from nextrep.domain.program import Prescription
from nextrep.domain.text import tr
from nextrep.domain.training import MAX_PLANNED_REPS, SetDraft, SetKind

MAX_TITLE_CHARS = 120
MAX_SETS = 50
"""Most sets that one exercise can ask for, as in a plan."""


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One exercise of a template; `asked` is None where nothing is asked of it."""

    exercise: Exercise
    asked: Prescription | None


@dataclass(frozen=True, slots=True)
class SessionTemplate:
    """A session to do again. `made_at` is an aware instant, in UTC."""

    id: int
    title: str
    made_at: datetime
    rows: tuple[TemplateRow, ...]


def check_title(title: str) -> str:
    """Return the name of a session or a template with single blanks.

    Raises:
        UserError: it is empty or over 120 characters; `field` is "title".
    """
    clean = " ".join(title.split())
    if not clean or len(clean) > MAX_TITLE_CHARS:
        raise UserError(tr("A name has 1 to {n} characters.", n=MAX_TITLE_CHARS), field="title")
    return clean


def asked_as_done(exercise_key: str, drafts: Sequence[SetDraft], rest_s: int) -> Prescription | None:
    """Return what to ask of an exercise so that it is done again as it was; None where no set counts.

    As many sets as were done and their range of reps; of timed sets and of distances the least, which all of
    them reached. Warm-ups are asked for as such; drop sets, rest-pause sets and failed reps are not.

    Args:
        exercise_key: the exercise.
        drafts: the sets that were done of it.
        rest_s: rest between sets in seconds.
    """
    warm_ups = sum(draft.kind is SetKind.WARMUP for draft in drafts)
    counted = [draft for draft in drafts if draft.kind in {SetKind.WORKING, SetKind.AMRAP}]
    asked = Prescription(exercise_key, min(len(counted), MAX_SETS), None, None, None, None, None, rest_s)
    details = replace(PLAIN, warm_up=min(warm_ups, MAX_WARM_UPS))
    if reps := [min(draft.reps, MAX_PLANNED_REPS) for draft in counted if draft.reps]:
        return replace(asked, reps_low=min(reps), reps_high=max(reps), details=details)
    if metres := [draft.distance_m for draft in counted if draft.distance_m]:
        return replace(asked, details=replace(details, distance_m=min(metres)))
    if seconds := [draft.seconds for draft in counted if draft.seconds]:
        return replace(asked, seconds=min(seconds), details=details)
    return None
