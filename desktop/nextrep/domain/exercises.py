"""What an exercise is: its movement, its muscles, the equipment it needs and how it is measured."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from nextrep.domain.text import kept, tr


class Muscle(StrEnum):
    """Muscles as named in the public-domain facts that the library is built on."""

    ABDOMINALS = "abdominals"
    ABDUCTORS = "abductors"
    ADDUCTORS = "adductors"
    BICEPS = "biceps"
    CALVES = "calves"
    CHEST = "chest"
    FOREARMS = "forearms"
    GLUTES = "glutes"
    HAMSTRINGS = "hamstrings"
    LATS = "lats"
    LOWER_BACK = "lower back"
    MIDDLE_BACK = "middle back"
    NECK = "neck"
    QUADRICEPS = "quadriceps"
    SHOULDERS = "shoulders"
    TRAPS = "traps"
    TRICEPS = "triceps"


class MuscleGroup(StrEnum):
    """Muscle groups as shown to people, in their usual order."""

    QUADS = "quads"
    HAMSTRINGS = "hamstrings"
    GLUTES = "glutes"
    CALVES = "calves"
    CHEST = "chest"
    BACK = "back"
    SHOULDERS = "shoulders"
    ARMS = "arms"
    CORE = "core"


GROUP_OF: dict[Muscle, MuscleGroup] = {
    Muscle.ABDOMINALS: MuscleGroup.CORE,
    Muscle.ABDUCTORS: MuscleGroup.GLUTES,
    Muscle.ADDUCTORS: MuscleGroup.QUADS,
    Muscle.BICEPS: MuscleGroup.ARMS,
    Muscle.CALVES: MuscleGroup.CALVES,
    Muscle.CHEST: MuscleGroup.CHEST,
    Muscle.FOREARMS: MuscleGroup.ARMS,
    Muscle.GLUTES: MuscleGroup.GLUTES,
    Muscle.HAMSTRINGS: MuscleGroup.HAMSTRINGS,
    Muscle.LATS: MuscleGroup.BACK,
    Muscle.LOWER_BACK: MuscleGroup.BACK,
    Muscle.MIDDLE_BACK: MuscleGroup.BACK,
    Muscle.NECK: MuscleGroup.SHOULDERS,
    Muscle.QUADRICEPS: MuscleGroup.QUADS,
    Muscle.SHOULDERS: MuscleGroup.SHOULDERS,
    Muscle.TRAPS: MuscleGroup.BACK,
    Muscle.TRICEPS: MuscleGroup.ARMS,
}


class Equipment(StrEnum):
    """A thing that must be at hand. An exercise that needs nothing has no equipment."""

    BAND = "band"
    BACKPACK = "backpack"
    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"
    EZ_BAR = "ez bar"
    TRAP_BAR = "trap bar"
    BENCH = "bench"
    RACK = "rack"
    PULL_UP_BAR = "pull-up bar"
    DIP_BARS = "dip bars"
    SUSPENSION = "suspension"
    BOX = "box"
    EXERCISE_BALL = "exercise ball"
    MEDICINE_BALL = "medicine ball"
    AB_WHEEL = "ab wheel"
    CABLE = "cable"
    MACHINE = "machine"
    SMITH_MACHINE = "smith machine"
    SLED = "sled"
    OTHER = "other"


class Pattern(StrEnum):
    """Movement pattern, by which exercises stand in for each other."""

    SQUAT = "squat"
    HINGE = "hinge"
    LUNGE = "lunge"
    HORIZONTAL_PRESS = "horizontal press"
    VERTICAL_PRESS = "vertical press"
    HORIZONTAL_PULL = "horizontal pull"
    VERTICAL_PULL = "vertical pull"
    CARRY = "carry"
    CORE = "core"
    ISOLATION = "isolation"
    POWER = "power"


class Measure(StrEnum):
    """How a set is measured, which decides what the logger asks for."""

    LOADED = "loaded"
    BODYWEIGHT = "bodyweight"
    ASSISTED = "assisted"
    TIMED = "timed"

    @property
    def of_body(self) -> bool:
        """Whether reps lift the body itself, so that a load is added to it, or is help."""
        return self in {Measure.BODYWEIGHT, Measure.ASSISTED}


class Level(StrEnum):
    """Experience an exercise asks for."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    EXPERT = "expert"


@dataclass(frozen=True, slots=True)
class Exercise:
    """One exercise of the library or of the person's own.

    Attributes:
        key: stable name in lower case with underscores ("goblet_squat"); own ones start with "own_".
        equipment: all that must be at hand; empty means nothing is needed.
        aliases: the names other programs use for it.
        note: a short technique note, or ""; cue: what to feel, or "".
    """

    key: str
    name: str
    pattern: Pattern
    measure: Measure
    primary: tuple[Muscle, ...]
    secondary: tuple[Muscle, ...] = ()
    equipment: tuple[Equipment, ...] = ()
    unilateral: bool = False
    level: Level = Level.BEGINNER
    aliases: tuple[str, ...] = ()
    note: str = ""
    cue: str = ""

    @property
    def groups(self) -> tuple[MuscleGroup, ...]:
        """Muscle groups of the primary muscles, each once."""
        return _groups_of(self.primary)

    @property
    def secondary_groups(self) -> tuple[MuscleGroup, ...]:
        """Muscle groups that only help."""
        return _helping_groups(self.primary, self.secondary)

    def possible_with(self, at_hand: frozenset[Equipment]) -> bool:
        """Tell whether everything it needs is at hand."""
        return all(item in at_hand for item in self.equipment)


@lru_cache(maxsize=1024)
def _groups_of(muscles: tuple[Muscle, ...]) -> tuple[MuscleGroup, ...]:
    return tuple(dict.fromkeys(GROUP_OF[muscle] for muscle in muscles))


@lru_cache(maxsize=1024)
def _helping_groups(primary: tuple[Muscle, ...], secondary: tuple[Muscle, ...]) -> tuple[MuscleGroup, ...]:
    main = _groups_of(primary)
    return tuple(group for group in _groups_of(secondary) if group not in main)


def fold(name: str) -> str:
    """Reduce a name to what matters for matching: no case, no accents, no punctuation, single blanks."""
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()
    return re.sub(r"[^\w]+", " ", bare).strip()


@kept
def group_title(group: MuscleGroup) -> str:
    """Return the muscle group as people read it."""
    return {
        MuscleGroup.QUADS: tr("Quads"),
        MuscleGroup.HAMSTRINGS: tr("Hamstrings"),
        MuscleGroup.GLUTES: tr("Glutes"),
        MuscleGroup.CALVES: tr("Calves"),
        MuscleGroup.CHEST: tr("Chest"),
        MuscleGroup.BACK: tr("Back"),
        MuscleGroup.SHOULDERS: tr("Shoulders"),
        MuscleGroup.ARMS: tr("Arms"),
        MuscleGroup.CORE: tr("Core"),
    }[group]
