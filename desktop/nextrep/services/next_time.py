"""What to do next time: the rules of progression fed with this person's log and equipment."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

from nextrep.domain.e1rm import Formula
from nextrep.domain.exercises import Equipment, Exercise
from nextrep.domain.loads import Loads
from nextrep.domain.prescription import ProgressionRule
from nextrep.domain.progression import GAP_DAYS, Exposure, Suggestion, suggest
from nextrep.domain.training import Target
from nextrep.domain.units import Unit
from nextrep.resources.choices import load_choices
from nextrep.services import catalog, owned, preferences
from nextrep.storage.store import Store

TIMES = 52
"""So many past times decide, a year of weekly training: on real logs the next load then hardly ever changes
because an old time falls out (7 of 18,700 points; with 12 times 77). A wave counts all of its own."""
TIMES_OF_A_WAVE = 400

_LADDERS = (ProgressionRule.LADDER, ProgressionRule.TIME)


class Coach:
    """Suggests what comes next, for one day.

    Attributes:
        today: local date ordinal.
        session_id: the session that it is for; only what was done before it counts. 0 for a new one.
    """

    def __init__(self, store: Store, today: int, session_id: int = 0) -> None:
        self._store = store
        self.today = today
        self.session_id = session_id

    def suggestion(
        self, exercise: Exercise, exercise_id: int, target: Target | None, *, later: int = 0
    ) -> Suggestion:
        """Return what to do and why; so many of the latest times are passed over (`later`)."""
        times = self._times(exercise_id, target)
        return self._suggest(exercise, target, times[: len(times) - later], self.today)

    def on_its_rung(self, target: Target) -> Target:
        """Return a target for the exercise that its ladder asks for by now (in a transaction).

        The plan names the exercise that the ladder began with; the log of each rung says whether to go on.
        """
        found, before = target, 0  # `before` is the last day of the rung that led here
        seen: list[int] = []
        while found.details.progression.rule in _LADDERS:
            times = self._times(found.exercise_id, found)
            if not times:
                break
            exercise = catalog.exercise_of(self._store, found.exercise_id)
            key = self._suggest(exercise, found, times, times[-1].day).exercise_key
            if key is None:
                break
            seen.append(found.exercise_id)
            number = catalog.number_of(self._store, self._exercise(key))
            following = replace(found, exercise_id=number)
            if number in seen:  # too hard here, too easy there: what was seen last counts
                return following if times[-1].day > before else found
            if self.today - times[-1].day >= GAP_DAYS and not self._times(number, following):
                break  # nobody comes back from a gap to something new and harder
            found, before = following, times[-1].day
        return found

    def _suggest(
        self, exercise: Exercise, target: Target | None, times: tuple[Exposure, ...], today: int
    ) -> Suggestion:
        return suggest(
            exercise,
            self._with_ladder(exercise, target) if target is not None else None,
            times,
            self._loads,
            today,
            exercise_of=self._exercise,
            unit=self._unit,
            formula=self._formula,
        )

    def _times(self, exercise_id: int, target: Target | None) -> tuple[Exposure, ...]:
        wave = target is not None and target.details.progression.rule is ProgressionRule.WAVE
        times = TIMES_OF_A_WAVE if wave else TIMES
        return self._store.sets.exposures(exercise_id, self.session_id, times)

    @cached_property
    def _loads(self) -> Loads:
        return owned.loads(self._store)

    @cached_property
    def _unit(self) -> Unit:
        return preferences.unit(self._store)

    @cached_property
    def _formula(self) -> Formula:
        return preferences.formula(self._store)

    @cached_property
    def _at_hand(self) -> frozenset[Equipment]:
        program = self._store.programs.current()
        return program.answers.equipment if program is not None else frozenset()

    def _exercise(self, key: str) -> Exercise:
        found = catalog.find_key(self._store, key)
        if found is None:
            raise KeyError(key)
        return found

    def _with_ladder(self, exercise: Exercise, target: Target) -> Target:
        """Return the target with the usual ladder of its exercise where it names none."""
        progression = target.details.progression
        if progression.rule is not ProgressionRule.LADDER or progression.ladder:
            return target
        at_hand = self._at_hand | set(exercise.equipment)
        usual = [self._exercise(key) for key in load_choices().ladder_of(exercise.key)]
        ladder = tuple(step.key for step in usual if step.possible_with(at_hand))
        details = replace(target.details, progression=replace(progression, ladder=ladder))
        return replace(target, details=details)
