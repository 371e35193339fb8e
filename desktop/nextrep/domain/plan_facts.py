"""What the checks of a plan look at: sessions and weeks with everything counted once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from nextrep.domain.duration import PLAIN_PACE, Pace, seconds_for, working_sets
from nextrep.domain.exercises import Exercise, MuscleGroup
from nextrep.domain.plan_edit import Plan
from nextrep.domain.plan_making import Movement, movement_of
from nextrep.domain.program import WEEKDAYS, PlannedSession, PlannedState
from nextrep.domain.recovery import GROUPS, REST_HOURS, Bout

WHOLE_SET, HALF_SET = 2, 1
"""Sets of muscle groups are counted in halves, so that sums are exact."""


EASY_RIR = 3
"""From 3 reps in reserve on, a set is light to moderate and asks for no lighter week (our convention)."""


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """A plan, and what else its checks need to know.

    Attributes:
        exercises: every exercise of the plan by its number.
        today: date ordinal; what is behind it is not advised on.
        done: what was trained today and in the two days before.
        pace: how long the person's sessions take, by the estimate.
        choices: exercises that a mend may bring in: they suit the person, the usual ones come first.
    """

    plan: Plan
    exercises: Mapping[int, Exercise]
    today: int
    done: tuple[Bout, ...] = ()
    pace: Pace = PLAIN_PACE
    choices: tuple[Exercise, ...] = ()

    def exercise(self, number: int) -> Exercise:
        """Return an exercise; numbers below 0 are those of `choices` that the profile need not know yet."""
        return self.choices[-number - 1] if number < 0 else self.exercises[number]

    def number_of(self, key: str) -> int:
        """Return the number of an exercise of the plan or of `choices`.

        Raises:
            KeyError: it is neither.
        """
        for number, exercise in self.exercises.items():
            if exercise.key == key:
                return number
        for index, exercise in enumerate(self.choices):
            if exercise.key == key:
                return -index - 1
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class Traits:
    """What counts of an exercise."""

    exercise: Exercise
    main: tuple[MuscleGroup, ...]
    helping: tuple[MuscleGroup, ...]
    movement: Movement | None
    possible: bool


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """A session that trains, counted.

    Attributes:
        ahead: it is to do, today or later: it can be advised on.
        halves: half sets of each muscle group.
        lighter_sets: working sets that ask for less than last time on purpose.
        easy_sets: working sets that keep at least 3 reps in reserve.
        seconds: estimate, without the person's pace.
        missing: places of exercises whose equipment is not at hand.
    """

    planned: PlannedSession
    bout: Bout
    ahead: bool
    traits: tuple[Traits, ...]
    counts: tuple[int, ...]
    halves: Mapping[MuscleGroup, int]
    total: int
    push: int
    pull: int
    lighter_sets: int
    easy_sets: int
    seconds: int
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WeekFacts:
    """A calendar week, counted. Days off, skipped and removed sessions are not in it.

    Attributes:
        tail: what is to come on its last two days, which may be too close to the next week.
        skipped: something of the week was skipped.
        phases: of its sessions, in order.
    """

    week: int
    sessions: tuple[SessionFacts, ...]
    tail: tuple[Bout, ...]
    skipped: bool
    halves: Mapping[MuscleGroup, int]
    main: frozenset[MuscleGroup]
    phases: tuple[str, ...]
    total: int
    push: int
    pull: int
    lighter_sets: int
    easy_sets: int

    @property
    def ahead(self) -> tuple[SessionFacts, ...]:
        """The sessions that can be advised on."""
        return tuple(one for one in self.sessions if one.ahead)


class Counter:
    """Counts sessions and weeks, each session once while it stays as it is."""

    def __init__(self, facts: PlanFacts) -> None:
        self._facts = facts
        self._traits: dict[int, Traits] = {}
        self._sessions: dict[int, SessionFacts] = {}

    def renewed(self, facts: PlanFacts) -> Counter:
        """Return one for a plan that differs in its sessions only, with all that was counted."""
        other = Counter(facts)
        other._traits = dict(self._traits)
        other._sessions = dict(self._sessions)
        return other

    def week(self, week: int, planned: Sequence[PlannedSession]) -> WeekFacts | None:
        """Count a week from what is planned in it; None where nothing trains."""
        trains = [one for one in planned if one.trains and one.state is not PlannedState.REMOVED]
        counted = [self.session(one) for one in trains if one.state is not PlannedState.SKIPPED]
        if not trains:
            return None
        counted.sort(key=lambda one: one.bout.order)
        end = self._facts.plan.program.start_day + WEEKDAYS * week - REST_HOURS // 24
        halves = dict.fromkeys(GROUPS, 0)
        main: set[MuscleGroup] = set()
        for one in counted:
            main |= one.bout.main
            for group, sets in one.halves.items():
                halves[group] += sets
        return WeekFacts(
            week=week,
            sessions=tuple(counted),
            tail=tuple(one.bout for one in counted if one.ahead and one.bout.day >= end),
            skipped=len(counted) < len(trains),
            halves=halves,
            main=frozenset(main),
            phases=tuple(dict.fromkeys(one.planned.phase for one in counted)),
            total=sum(one.total for one in counted),
            push=sum(one.push for one in counted),
            pull=sum(one.pull for one in counted),
            lighter_sets=sum(one.lighter_sets for one in counted),
            easy_sets=sum(one.easy_sets for one in counted),
        )

    def session(self, planned: PlannedSession) -> SessionFacts:
        """Count a session."""
        known = self._sessions.get(planned.id)
        if known is None or (known.planned is not planned and known.planned != planned):
            # A session that only went elsewhere asks for the same: most of an edit of all weeks is that.
            same = known is not None and known.planned.targets == planned.targets
            known = self._placed(known, planned) if known and same else self._counted(planned)
            self._sessions[planned.id] = known
        return known

    def _placed(self, known: SessionFacts, planned: PlannedSession) -> SessionFacts:
        """Return what was counted of a session, for the session where it is now."""
        was = known.bout
        bout = Bout(was.session, planned.day, planned.minute, planned.title, was.main, was.helping)
        return replace(known, planned=planned, bout=bout, ahead=self._is_ahead(planned))

    def _counted(self, planned: PlannedSession) -> SessionFacts:
        traits = tuple(self._traits_of(target.exercise_id) for target in planned.targets)
        counts = tuple(working_sets(target) for target in planned.targets)
        halves: dict[MuscleGroup, int] = {}
        push = pull = lighter = easy = 0
        main: set[MuscleGroup] = set()
        for one, sets, target in zip(traits, counts, planned.targets, strict=True):
            main.update(one.main)
            for group in one.main:
                halves[group] = halves.get(group, 0) + WHOLE_SET * sets
            for group in one.helping:
                halves[group] = halves.get(group, 0) + HALF_SET * sets
            push += sets if one.movement is Movement.PUSH else 0
            pull += sets if one.movement is Movement.PULL else 0
            lighter += sets if target.details.load.lighter else 0
            easy += sets if (target.rir_low or 0) >= EASY_RIR else 0
        bout = Bout(
            planned.id,
            planned.day,
            planned.minute,
            planned.title,
            frozenset(main),
            frozenset(halves) - main,
        )
        return SessionFacts(
            planned=planned,
            bout=bout,
            ahead=self._is_ahead(planned),
            traits=traits,
            counts=counts,
            halves=halves,
            total=sum(counts),
            push=push,
            pull=pull,
            lighter_sets=lighter,
            easy_sets=easy,
            seconds=seconds_for(planned.targets),
            missing=tuple(index for index, one in enumerate(traits) if not one.possible),
        )

    def _is_ahead(self, planned: PlannedSession) -> bool:
        going_on = planned.id == self._facts.plan.going_on
        return planned.is_open and not going_on and planned.day >= self._facts.today

    def _traits_of(self, number: int) -> Traits:
        known = self._traits.get(number)
        if known is None:
            exercise = self._facts.exercise(number)
            known = Traits(
                exercise,
                exercise.groups,
                exercise.secondary_groups,
                movement_of(exercise.pattern),
                exercise.possible_with(self._facts.plan.program.answers.equipment),
            )
            self._traits[number] = known
        return known
