"""The exercises that plans are made from: by movement, by what is at hand, by what should be left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from nextrep.domain.exercises import Equipment, Exercise, Pattern
from nextrep.domain.joints import Joint
from nextrep.domain.program import Answers

Keys = Mapping[Pattern, tuple[str, ...]]

STAND_INS = {
    Pattern.SQUAT: Pattern.LUNGE,
    Pattern.LUNGE: Pattern.SQUAT,
    Pattern.HORIZONTAL_PRESS: Pattern.VERTICAL_PRESS,
    Pattern.VERTICAL_PRESS: Pattern.HORIZONTAL_PRESS,
    Pattern.HORIZONTAL_PULL: Pattern.VERTICAL_PULL,
    Pattern.VERTICAL_PULL: Pattern.HORIZONTAL_PULL,
    Pattern.CORE: Pattern.CARRY,
    Pattern.CARRY: Pattern.CORE,
}
"""The movement that takes the place of one of which everything is left out."""


@dataclass(frozen=True, slots=True)
class Version:
    """Exercises for one usual set of equipment, for each pattern in order of preference.

    Attributes:
        name: what it is for, for example "dumbbells".
        needs: equipment without which it is not taken.
    """

    name: str
    needs: frozenset[Equipment]
    keys: Keys


@dataclass(frozen=True, slots=True)
class Strain:
    """What usually loads a joint most.

    Attributes:
        patterns, keys: movements and exercises to leave out.
        gentle: exercises to take first instead.
    """

    patterns: frozenset[Pattern]
    keys: frozenset[str]
    gentle: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExerciseChoices:
    """What plans choose from.

    Attributes:
        versions: for usual sets of equipment, the one with most equipment first.
        usual: for each pattern the exercises for anything else at hand, in order of preference.
        ladders: exercises with the own weight from easy to hard.
        loud: exercises that make a noise, besides all of pattern POWER.
        strain: what loads each joint most.
    """

    usual: Keys
    versions: tuple[Version, ...] = ()
    ladders: tuple[tuple[str, ...], ...] = ()
    loud: frozenset[str] = frozenset()
    strain: Mapping[Joint, Strain] = field(default_factory=dict)

    def version_for(self, equipment: frozenset[Equipment]) -> Version | None:
        """Return the version for what is at hand; the one that needs nothing is for those with nothing."""
        for version in self.versions:
            if version.needs <= equipment if version.needs else not equipment:
                return version
        return None

    def tiers(self, pattern: Pattern, prefer: Keys, answers: Answers) -> Iterator[tuple[str, ...]]:
        """Give lists of exercise keys for a movement; the first that has something possible is the one."""
        if answers.sore:
            yield tuple(key for joint in sorted(answers.sore) for key in self._strain(joint).gentle)
        yield prefer.get(pattern, ())
        version = self.version_for(answers.equipment)
        if version is not None:
            yield version.keys.get(pattern, ())
        yield self.usual.get(pattern, ())

    def leaves_out(self, exercise: Exercise, answers: Answers) -> bool:
        """Tell whether the person does without an exercise: by its name, its movement or a sore joint."""
        if exercise.key in answers.without or exercise.pattern in answers.without_patterns:
            return True
        strains = [self._strain(joint) for joint in answers.sore]
        return any(exercise.key in one.keys or exercise.pattern in one.patterns for one in strains)

    def is_loud(self, exercise: Exercise) -> bool:
        """Tell whether neighbours hear it: jumps, throws and what is put down hard."""
        return exercise.pattern is Pattern.POWER or exercise.key in self.loud

    def ladder_of(self, key: str) -> tuple[str, ...]:
        """Return the exercises from easy to hard among which this one stands, or ()."""
        return next((ladder for ladder in self.ladders if key in ladder), ())

    def all_keys(self) -> frozenset[str]:
        """Return every exercise that is named."""
        lists = [*self.usual.values(), *(keys for one in self.versions for keys in one.keys.values())]
        return frozenset(key for keys in (*lists, *self.ladders) for key in keys)

    def _strain(self, joint: Joint) -> Strain:
        return self.strain.get(joint) or Strain(frozenset(), frozenset())
