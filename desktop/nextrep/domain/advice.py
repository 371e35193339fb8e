"""What is worth a look while planning, and what would mend it. Never a rule, never in the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from nextrep.domain.exercises import MuscleGroup
from nextrep.domain.recovery import HELPING_SHARE

FEWEST_SETS = 4
"""Sets a week for a muscle: a common floor for getting stronger in little time (Iversen et al. 2021, Sports
Med 51:2079)."""
MOST_SETS = 20
"""Sets a week for a muscle: reviews find little more from more (Baz-Valle et al. 2022, J Hum Kinet 81:199).
"""
SMALL_WEEK = 10
"""A week of up to so many sets in all is small on purpose (one set a day), and is not told so."""

STEP_PERCENT = 20
STEP_WEEKS = 3
STEP_SETS = 4
"""A step up: over 20 % and at least 4 sets more than the largest of the 3 weeks before, so that neither a
lighter week nor a small plan makes one. Our convention, after the usual advice to add little at a time."""

PUSHES_A_PULL = 2
"""Push sets to one pull set, at most. A convention of coaches."""

LIGHTER_SHARE = (2, 3)
"""A week is lighter with up to two thirds of the sets of the largest of the 3 weeks before."""
WEEKS_WITHOUT_LIGHTER = 8
"""A lighter week every 4 to 8 weeks is usual practice of published programs."""


class Kind(StrEnum):
    """What an advice is about."""

    REST = "rest"
    HELPING_REST = "rest of helpers"
    LONG = "long session"
    FEW = "few sets"
    MANY = "many sets"
    PULL = "no pull for a push"
    EQUIPMENT = "equipment"
    STEP = "step up"
    NO_LIGHTER = "no lighter week"


class Severity(StrEnum):
    """How much weight it has. A hint is good to know and nothing to do about."""

    LOOK = "look"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class MoveSession:
    """Put a session on another day (date ordinal), or at another minute of the day if `minute` is given."""

    label: str
    planned_id: int
    day: int
    minute: int | None = None


@dataclass(frozen=True, slots=True)
class SwapPlaces:
    """Let two sessions change places."""

    label: str
    first_id: int
    second_id: int


@dataclass(frozen=True, slots=True)
class SetCount:
    """So many working sets for an exercise; 0 leaves it out."""

    planned_id: int
    position: int
    sets: int


@dataclass(frozen=True, slots=True)
class ChangeSets:
    """Give exercises more or fewer sets, or leave them out."""

    label: str
    counts: tuple[SetCount, ...]


@dataclass(frozen=True, slots=True)
class SwapExercise:
    """Put another exercise in the place of one."""

    label: str
    planned_id: int
    position: int
    exercise_key: str


@dataclass(frozen=True, slots=True)
class AddExercise:
    """Add an exercise at the end of a session."""

    label: str
    planned_id: int
    exercise_key: str
    sets: int


@dataclass(frozen=True, slots=True)
class LighterWeek:
    """Make a calendar week (from 1) a lighter one, as domain.lighter does."""

    label: str
    week: int


Fix = MoveSession | SwapPlaces | ChangeSets | SwapExercise | AddExercise | LighterWeek


@dataclass(frozen=True, slots=True)
class Advice:
    """One thing to look at.

    Attributes:
        week: calendar week of the program, from 1.
        session_id: the planned session it is about, None where it is about the week.
        groups: the muscle groups it is about, none where it is about all.
        text: what is so; `reason` why that is worth a look, and where the figure comes from.
        name: the same for the same thing in other weeks, so that it is counted and put aside once.
        amount: how much of it there is. What was put aside comes back when there is more of it.
        position: place of the exercise in the session, None where it is about no exercise.
        fixes: what would mend it; the first is the one-click mend. Filled in for the weeks looked at.
    """

    kind: Kind
    severity: Severity
    week: int
    session_id: int | None
    groups: tuple[MuscleGroup, ...]
    text: str
    reason: str
    name: str
    amount: int
    position: int | None = None
    fixes: tuple[Fix, ...] = field(default=(), compare=False)

    @property
    def group(self) -> MuscleGroup | None:
        """The muscle group, where it is about just one."""
        return self.groups[0] if len(self.groups) == 1 else None

    @property
    def points(self) -> frozenset[tuple[object, ...]]:
        """Its single points: a mend must end all of them, and make none of the same kind."""
        if self.session_id is None:
            return frozenset((self.kind, self.week, group) for group in self.groups or (None,))
        if self.kind is Kind.EQUIPMENT:
            return frozenset([(self.kind, self.session_id, self.name)])
        return frozenset((self.kind, self.session_id, group) for group in self.groups or (None,))


def sets_text(halves: int) -> str:
    """Write half sets as sets, for example 7 as "3½"."""
    whole, half = divmod(halves, round(1 / HELPING_SHARE))
    if not half:
        return str(whole)
    return f"{whole}½" if whole else "½"


def name_of(kind: Kind, *parts: str) -> str:
    """Return the name by which advice is known from one look to the next, and put aside."""
    return "|".join((kind, *parts))
