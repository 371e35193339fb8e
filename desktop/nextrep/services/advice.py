"""What is worth a look in the plan, mending it, and putting it aside."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nextrep.domain.advice import Advice, Fix, Severity
from nextrep.domain.advice_edits import edit_of
from nextrep.domain.advice_mends import mend_everywhere, with_mends
from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.duration import working_sets
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Exercise, Level, MuscleGroup
from nextrep.domain.plan_checks import PlanChecks, worth_a_look
from nextrep.domain.plan_edit import Plan, PlanEdit
from nextrep.domain.plan_facts import PlanFacts
from nextrep.domain.program import Answers, PlannedState
from nextrep.domain.recovery import REST_HOURS, GroupSets, muscles_of, sets_by_group
from nextrep.domain.text import tr
from nextrep.resources.choices import load_choices
from nextrep.services import catalog, done_work, library, plan_editing, preferences, program
from nextrep.services.program import ProgramView
from nextrep.settings.table import ADVICE_ASIDE
from nextrep.storage.store import Store


@dataclass(frozen=True, slots=True)
class WeekAdvice:
    """What there is to say about a week, and how much about the whole plan.

    Attributes:
        advice: on the week, with its mends; hints come last.
        weeks: in how many weeks of the plan each thing is, by its name.
        look: things worth a look in the whole plan; the same thing in several weeks is one.
        aside: things that were put aside.
        elsewhere: the next other calendar week with something worth a look, after the last one the first.
    """

    advice: tuple[Advice, ...]
    weeks: dict[str, int]
    look: int
    aside: int
    elsewhere: int | None = None


class PlanAdvice:
    """The advice on the plan that is looked at, kept from one look to the next.

    After an edit only the weeks that changed are checked again, and mends are looked for in the week that is
    asked for only.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._checks: PlanChecks | None = None
        self._aside: dict[str, int] = {}
        self._choices: tuple[tuple[Answers, frozenset[str]], tuple[Exercise, ...]] | None = None

    def look(self, view: ProgramView, today: int) -> None:
        """Take in the plan as it is now; `today` is a date ordinal."""
        hidden = library.hidden_keys(self._store)
        key = (view.program.answers, hidden)
        if self._choices is None or self._choices[0] != key:
            self._choices = key, choices_for(*key)
        facts = facts_of(self._store, view, today, self._choices[1])
        if self._checks is None:
            self._checks = PlanChecks(facts)
        else:
            self._checks.update(facts)
        self._aside = put_aside(self._store, view.program.uid)

    def week(self, week: int) -> WeekAdvice:
        """Return the advice on a calendar week of the program, from 1."""
        if self._checks is None:
            return WeekAdvice((), {}, 0, 0)
        weeks: dict[str, int] = {}
        aside: set[str] = set()
        shown: list[Advice] = []
        for one in self._checks.all():
            if self._is_aside(one):
                aside.add(one.name)
            else:
                shown.append(one)
                weeks[one.name] = weeks.get(one.name, 0) + 1
        here = [one for one in shown if one.week == week]
        others = sorted({one.week for one in shown if one.severity is Severity.LOOK} - {week})
        later = next((one for one in others if one > week), None)
        return WeekAdvice(
            advice=with_mends(self._checks, here),
            weeks=weeks,
            look=worth_a_look(shown),
            aside=len(aside),
            elsewhere=later if later is not None else next(iter(others), None),
        )

    def _is_aside(self, advice: Advice) -> bool:
        return advice.amount <= self._aside.get(advice.name, -1)


def advice(store: Store, view: ProgramView, today: int) -> tuple[Advice, ...]:
    """Return all advice on a plan with its mends, but for what was put aside; for one look only."""
    aside = put_aside(store, view.program.uid)
    choices = choices_for(view.program.answers, library.hidden_keys(store))
    checks = PlanChecks(facts_of(store, view, today, choices))
    return with_mends(checks, (one for one in checks.all() if one.amount > aside.get(one.name, -1)))


def mend(store: Store, fix: Fix, today: int) -> Outcome[PlanEdit]:
    """Do what a mend says, as one step.

    Raises:
        UserError: the plan is no longer what the mend was made for.
    """
    facts = _fresh_facts(store, today)
    return _keep(store, facts, edit_of(facts, fix))


def mend_all(store: Store, name: str, today: int) -> Outcome[PlanEdit]:
    """Mend a thing in all weeks of the plan where it can be, as one step.

    Raises:
        UserError: nothing is left to mend.
    """
    facts = _fresh_facts(store, today)
    edit = mend_everywhere(PlanChecks(facts), name)
    if edit is None:
        raise UserError(tr("The plan has changed since. Look at it again."))
    return _keep(store, facts, edit)


def put_aside(store: Store, uid: str) -> dict[str, int]:
    """Return what was put aside in a plan (by its uid): how much there was of each thing, by its name."""
    text = preferences.read(store, ADVICE_ASIDE)
    try:
        kept = json.loads(text) if text else {}
    except ValueError:
        return {}
    if not isinstance(kept, dict) or kept.get("plan") != uid or not isinstance(kept.get("aside"), dict):
        return {}
    return {str(name): amount for name, amount in kept["aside"].items() if isinstance(amount, int)}


def fine_as_it_is(store: Store, uid: str, one: Advice) -> Outcome[str]:
    """Put an advice aside in this plan (by its uid), until there is more of it."""
    aside = {**put_aside(store, uid), one.name: one.amount}
    return _put_aside(store, uid, aside, tr("fine as it is"))


def look_again(store: Store, uid: str) -> Outcome[str]:
    """Bring back all that was put aside in this plan (by its uid)."""
    return _put_aside(store, uid, {}, tr("looking again"))


def week_sets(view: ProgramView, week: int) -> dict[MuscleGroup, GroupSets]:
    """Return the planned sets of each muscle group in a calendar week; what was left out does not count."""
    return sets_by_group(
        (exercise, working_sets(target))
        for one in view.in_week(week)
        if one.planned.state is not PlannedState.SKIPPED
        for exercise, target in one.exercises
    )


def facts_of(store: Store, view: ProgramView, today: int, choices: tuple[Exercise, ...]) -> PlanFacts:
    """Return what the checks of a plan look at."""
    going_on = next((one.planned.id for one in view.sessions if one.going_on), None)
    sessions = tuple(one.planned for one in view.sessions)
    exercises = {target.exercise_id: exercise for one in view.sessions for exercise, target in one.exercises}
    done = {one.planned.id: one.session for one in view.sessions if one.session is not None}
    in_use = catalog.exercises_in_use(store)
    muscles = {number: muscles_of(exercise) for number, exercise in in_use.items()}
    return PlanFacts(
        plan=Plan(view.program, sessions, view.pauses, going_on),
        exercises=exercises,
        today=today,
        done=tuple(done_work.bouts(store, today - REST_HOURS // 24, today, muscles)),
        pace=done_work.pace(sessions, done),
        choices=choices,
    )


def choices_for(answers: Answers, hidden: frozenset[str]) -> tuple[Exercise, ...]:
    """Return the exercises that a mend may bring in, the usual ones first.

    What suits is possible with the equipment, not too hard, not hidden, not left out, and quiet where there
    are hours without noise.
    """
    usual = load_choices()
    levels = tuple(Level)
    most = levels.index(answers.experience)
    version = usual.version_for(answers.equipment)
    lists = [*(version.keys.values() if version else ()), *usual.usual.values()]
    order = {key: place for place, key in enumerate(dict.fromkeys(key for keys in lists for key in keys))}
    suits = [
        one
        for one in catalog.library().all
        if one.possible_with(answers.equipment)
        and levels.index(one.level) <= most
        and one.key not in hidden
        and not usual.leaves_out(one, answers)
        and (answers.quiet is None or not usual.is_loud(one))
    ]
    return tuple(sorted(suits, key=lambda one: (order.get(one.key, len(order)), not one.note)))


def _fresh_facts(store: Store, today: int) -> PlanFacts:
    view = program.current(store, today)
    if view is None:
        raise UserError(tr("There is no plan yet. Make one first."))
    choices = choices_for(view.program.answers, library.hidden_keys(store))
    return facts_of(store, view, today, choices)


def _keep(store: Store, facts: PlanFacts, edit: PlanEdit) -> Outcome[PlanEdit]:
    """Keep an edit; exercises that are new to the profile get their numbers in the same transaction."""
    with store.transaction():
        numbers = {
            target.exercise_id: catalog.number_of(store, facts.exercise(target.exercise_id))
            for change in edit.sessions
            for target in (change.after.targets if change.after else ())
            if target.exercise_id < 0
        }
        outcome = plan_editing.apply(store, facts.plan.program.id, numbered(edit, numbers))
    return replace(outcome, changes=outcome.changes | Changes(exercises=bool(numbers)))


def numbered(edit: PlanEdit, numbers: Mapping[int, int]) -> PlanEdit:
    """Return an edit with other numbers in the place of those of its new exercises."""
    if not numbers:
        return edit
    return replace(
        edit,
        sessions=tuple(
            replace(
                change,
                after=replace(
                    change.after,
                    targets=tuple(
                        replace(target, exercise_id=numbers.get(target.exercise_id, target.exercise_id))
                        for target in change.after.targets
                    ),
                ),
            )
            if change.after
            else change
            for change in edit.sessions
        ),
    )


def _put_aside(store: Store, uid: str, aside: dict[str, int], label: str) -> Outcome[str]:
    text = json.dumps({"plan": uid, "aside": aside}) if aside else ""
    return replace(preferences.change(store, ADVICE_ASIDE, text), label=label)
