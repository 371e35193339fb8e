"""One exercise of a session in a program file: sets, load, progression and all else that is asked of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from nextrep.domain.errors import UserError
from nextrep.domain.exercise_facts import MAX_NAME_CHARS
from nextrep.domain.prescription import (
    MAX_ALTERNATES,
    MAX_BAND_CHARS,
    MAX_LADDER,
    MAX_NOTE_CHARS,
    MAX_ROWS,
    MAX_SECONDS_STEP,
    MAX_WARM_UPS,
    MAX_WAVES,
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.program import Prescription
from nextrep.domain.target_check import MAX_REST_S, MAX_SETS, check_target
from nextrep.domain.text import tr
from nextrep.domain.training import MAX_PLANNED_REPS, MAX_SECONDS, Target
from nextrep.exchange.program_file import amounts, values, words
from nextrep.exchange.program_file.fields import Fields
from nextrep.exchange.program_file.nodes import Items, Node, Problems, Scalar
from nextrep.exchange.program_file.set_text import read_set

_NO_NUMBER: int | None = None
_NO_RANGE: tuple[int | None, int | None] = (None, None)
_OF = {
    "last time": LoadRule.LAST,
    "e1rm": LoadRule.PERCENT_E1RM,
    "training max": LoadRule.PERCENT_TM,
}
_NAMES = {
    "seconds": "time", "rir": "effort", "rest_s": "rest", "warm_up": "warm-up-sets", "rows": "one-by-one"
}  # fmt: skip
"""Names of this file for the fields that domain.target_check names."""

Mention = Callable[[Node, str], None]


def read_exercise(node: Node, problems: Problems, mention: Mention) -> Prescription:
    """Read an exercise; `mention` is told of every exercise that is named, and where."""
    before = problems.count
    form = Fields(node, words.EXERCISE, problems, tr("an exercise"))
    name = form.needed("exercise", exercise_name, "", tr("Goblet squat"))
    if name:
        mention(form.place("exercise"), name)
    rows = tuple(form.texts("one-by-one", MAX_ROWS, read_set))
    seconds = form.value("time", partial(amounts.duration, low=1), _NO_NUMBER)
    metres = form.value("distance", amounts.distance, _NO_NUMBER)
    low, high = form.value("reps", amounts.reps, _NO_RANGE)
    progression = _progression(form, problems, mention)
    working = sum(row.kind is not PlannedKind.WARMUP for row in rows) or 1
    read_sets = partial(values.whole, low=1, high=MAX_SETS)
    sets = form.value("sets", read_sets, working) if rows else form.needed("sets", read_sets, 1, "3")
    rir_low, rir_high = form.value("effort", amounts.effort, _NO_RANGE)
    row = Prescription(
        exercise_key=name,
        sets=sets,
        reps_low=low,
        reps_high=high,
        seconds=seconds,
        rir_low=rir_low,
        rir_high=rir_high,
        rest_s=form.value("rest", partial(amounts.duration, high=MAX_REST_S), 120),
        details=TargetDetails(
            distance_m=metres,
            load=_load_plan(form, problems),
            progression=progression,
            rows=rows,
            warm_up=form.value("warm-up-sets", partial(values.whole, low=0, high=MAX_WARM_UPS), 0),
            superset=form.value("superset", partial(values.words, most=2), ""),
            alternates=_names(form, "alternates", MAX_ALTERNATES, mention),
            note=form.value("note", partial(values.words, most=MAX_NOTE_CHARS, lines=True), ""),
            cue=form.value("cue", partial(values.words, most=MAX_NOTE_CHARS, lines=True), ""),
        ),
    )
    if problems.count == before:
        _check(row, form, problems)
    return row


def _check(row: Prescription, form: Fields, problems: Problems) -> None:
    """Note what contradicts itself, by the same rules as where a person edits it."""
    target = Target(
        0,
        row.sets,
        row.reps_low,
        row.reps_high,
        row.seconds,
        row.rir_low,
        row.rir_high,
        row.rest_s,
        row.details,
    )
    try:
        check_target(target, known_max=True)
    except UserError as error:
        problems.add(form.place(_NAMES.get(error.field, error.field)), str(error))


def exercise_name(text: str) -> str:
    """Read the name of an exercise, with single blanks.

    Raises:
        UserError: it is longer than 120 characters.
    """
    return " ".join(values.words(text, MAX_NAME_CHARS).split())


def _names(form: Fields, name: str, most: int, mention: Mention) -> tuple[str, ...]:
    found: list[str] = []
    for node in form.many(name, most):
        text = form.read(node, exercise_name, "", name)
        if text:
            mention(node, text)
            found.append(text)
    return tuple(found)


def _load_plan(form: Fields, problems: Problems) -> LoadPlan:
    if "load" not in form:
        return LoadPlan()
    node = form.place("load")
    if isinstance(node, Scalar):
        return form.value("load", load_of_text, LoadPlan())
    part = Fields(node, words.LOAD, problems, tr("a load"))
    return LoadPlan(
        rule=part.needed("from", partial(values.choice, kind=LoadRule), LoadRule.LAST, str(LoadRule.LAST)),
        percent=part.value("percent", amounts.percent, _NO_NUMBER),
        load=part.value("weight", amounts.load, None),
        band=part.value("band", partial(values.words, most=MAX_BAND_CHARS), ""),
    )


def load_of_text(text: str) -> LoadPlan:
    """Read a load in short: "16 kg", "75 % of e1RM", "bodyweight" or another rule by its name.

    Raises:
        UserError: it is none of these.
    """
    clean = values.tidy(text).lower()
    for rule in LoadRule:
        if clean == rule.lower():
            return LoadPlan(rule)
    if found := re.fullmatch(r"(.+?) of (last time|e1rm|training max)", clean):
        return LoadPlan(_OF[found[2]], percent=amounts.percent(found[1]))
    if re.search("[0-9]", clean) and clean.endswith(("kg", "kgs", "lb", "lbs")):
        return LoadPlan(LoadRule.FIXED, load=amounts.load(text))
    rules = ", ".join(map(str, LoadRule))
    raise UserError(
        tr(
            "“{text}” is not a load like 16 kg, 75 % of e1RM, or one of: {rules}.",
            text=values.short(text),
            rules=rules,
        )
    )


def _progression(form: Fields, problems: Problems, mention: Mention) -> Progression:
    usual = Progression()
    if "progression" not in form:
        return usual
    read_rule = partial(values.choice, kind=ProgressionRule)
    node = form.place("progression")
    if isinstance(node, Scalar):
        return Progression(form.value("progression", read_rule, usual.rule))
    part = Fields(node, words.PROGRESSION, problems, tr("a progression"))
    return Progression(
        rule=part.needed("rule", read_rule, usual.rule, str(usual.rule)),
        step=part.value("step", amounts.load, None),
        misses=part.value("misses", partial(values.whole, low=1, high=6), usual.misses),
        deload=part.value("deload", partial(amounts.percent, low=10, high=500), usual.deload),
        back_off=part.value("back-off", partial(amounts.percent, low=100, high=1000), usual.back_off),
        total=part.value("total", partial(values.whole, low=1, high=MAX_PLANNED_REPS), _NO_NUMBER),
        wave=tuple(_wave(part, node, problems) for node in part.many("waves", MAX_WAVES)),
        ladder=_names(part, "ladder", MAX_LADDER, mention),
        seconds_step=part.value(
            "time-step", partial(amounts.duration, low=1, high=MAX_SECONDS_STEP), usual.seconds_step
        ),
        seconds_high=part.value(
            "time-goal", partial(amounts.duration, low=1, high=MAX_SECONDS), usual.seconds_high
        ),
    )


def _wave(part: Fields, node: Node, problems: Problems) -> tuple[PlannedSet, ...]:
    """Read the sets of one session of a wave: a list of sets."""
    if not isinstance(node, Items):
        problems.add(node, tr("Each of the “waves” is a list of sets, such as [5 at 65 %, 5 at 75 %]."))
        return ()
    return tuple(part.read_all(node.items[:MAX_ROWS], read_set, "waves"))
