"""From a program to the text of its file. Weeks that are alike are written once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

import yaml

from nextrep.domain.exercises import Exercise, Level
from nextrep.domain.prescription import (
    PLAIN,
    LoadPlan,
    LoadRule,
    Progression,
    TargetDetails,
)
from nextrep.domain.program import Prescription
from nextrep.domain.shared_program import SharedProgram, SharedSession
from nextrep.exchange.program_file import amounts, values, words
from nextrep.exchange.program_file.set_text import write_set

_HEAD = """\
# A training program of NextRep. It can be read, changed with any text editor, and opened in NextRep.
# What the words mean: docs/program-file.md. General training advice.
"""
_WIDTH = 110
_OF = {
    LoadRule.LAST: "last time",
    LoadRule.PERCENT_E1RM: "e1RM",
    LoadRule.PERCENT_TM: "training max",
}
Data = dict[str, Any]


def program_text(program: SharedProgram) -> str:
    """Return the whole file as text."""
    data: Data = {words.MARK: words.VERSION, "title": program.title}
    if program.template:
        data["based-on"] = program.template
    data["weeks"] = program.weeks
    data["phases"] = [
        _phase(phase, list(weeks)) for phase, weeks in groupby(_weeks(program.sessions), key=_phase_of)
    ]
    if program.own:
        data["own-exercises"] = [_own(exercise) for exercise in program.own]
    text = yaml.dump(
        _spare(data),
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
        default_flow_style=False,
    )
    return _HEAD + str(text)


Week = tuple[int, tuple[SharedSession, ...]]


def _weeks(sessions: Iterable[SharedSession]) -> list[Week]:
    """Gather the sessions of each week that has some; within, they do not say their week."""
    found: dict[int, list[SharedSession]] = {}
    for session in sessions:
        found.setdefault(session.week, []).append(replace(session, week=0))
    return [(week, tuple(found[week])) for week in sorted(found)]


def _phase_of(week: Week) -> str:
    # A session of no phase cannot say so beside others that have one: they say theirs instead.
    return week[1][0].phase if all(session.phase for session in week[1]) else ""


def _phase(phase: str, weeks: Sequence[Week]) -> Data:
    alike: dict[tuple[SharedSession, ...], list[int]] = {}
    for week, sessions in weeks:
        alike.setdefault(sessions, []).append(week)
    return {
        "phase": phase,
        "weeks": [
            {
                "week": _bare(values.weeks_text(numbers)),
                "sessions": [_session(session, phase) for session in sessions],
            }
            for sessions, numbers in alike.items()
        ],
    }


def _session(session: SharedSession, phase: str) -> Data:
    return _spare(
        {
            "session": session.title,
            "day": words.WEEKDAYS[session.day],
            "time": None if session.minute is None else values.time_text(session.minute),
            "phase": session.phase if session.phase != phase else "",
            "note": session.note,
            "exercises": [_exercise(row) for row in session.exercises],
        }
    )


def _exercise(row: Prescription) -> Data:
    details = row.details
    return _spare(
        {
            "exercise": row.exercise_key,
            "sets": row.sets,
            **_asked(row, details),
            "effort": _effort(row),
            "rest": amounts.duration_text(row.rest_s),
            "warm-up-sets": details.warm_up or None,
            "superset": details.superset,
            "load": _load(details.load),
            "progression": _progression(details.progression),
            "one-by-one": [write_set(one) for one in details.rows],
            "alternates": _Inline(details.alternates),
            "note": details.note,
            "cue": details.cue,
        }
    )


def _asked(row: Prescription, details: TargetDetails) -> Data:
    reps = None if row.reps_low is None else _bare(values.span_text(row.reps_low, row.reps_high))
    return {
        "reps": reps,
        "time": None if row.seconds is None else amounts.duration_text(row.seconds),
        "distance": None if details.distance_m is None else f"{details.distance_m} m",
    }


def _effort(row: Prescription) -> str:
    if row.rir_low is None and row.rir_high is None:
        return ""
    return amounts.effort_text(row.rir_low, row.rir_high)


def _load(plan: LoadPlan) -> Any:
    """Return a load as short as it can be said; None for the usual one."""
    if plan == PLAIN.load:
        return None
    if plan == LoadPlan(plan.rule):
        return str(plan.rule)
    if plan.rule in _OF and plan == LoadPlan(plan.rule, percent=plan.percent):
        return f"{amounts.percent_text(plan.percent or 0)} of {_OF[plan.rule]}"
    if plan.rule is LoadRule.FIXED and plan == LoadPlan(plan.rule, load=plan.load) and plan.load is not None:
        return amounts.load_text(plan.load)
    return _spare(
        {
            "from": str(plan.rule),
            "percent": None if plan.percent is None else amounts.percent_text(plan.percent),
            "weight": None if plan.load is None else amounts.load_text(plan.load),
            "band": plan.band,
        }
    )


def _progression(progression: Progression) -> Any:
    usual = Progression()
    if progression == usual:
        return None
    if progression == Progression(progression.rule):
        return str(progression.rule)
    return _spare(
        {
            "rule": str(progression.rule),
            "step": None if progression.step is None else amounts.load_text(progression.step),
            "misses": _other(progression.misses, usual.misses),
            "deload": _other(amounts.percent_text(progression.deload), amounts.percent_text(usual.deload)),
            "back-off": _other(
                amounts.percent_text(progression.back_off), amounts.percent_text(usual.back_off)
            ),
            "total": progression.total,
            "waves": [_Inline(write_set(one) for one in rows) for rows in progression.wave],
            "ladder": _Inline(progression.ladder),
            "time-step": _other(
                amounts.duration_text(progression.seconds_step), amounts.duration_text(usual.seconds_step)
            ),
            "time-goal": _other(
                amounts.duration_text(progression.seconds_high), amounts.duration_text(usual.seconds_high)
            ),
        }
    )


def _own(exercise: Exercise) -> Data:
    return _spare(
        {
            "name": exercise.name,
            "movement": str(exercise.pattern),
            "measured": str(exercise.measure),
            "muscles": _Inline(map(str, exercise.primary)),
            "helping": _Inline(map(str, exercise.secondary)),
            "equipment": _Inline(map(str, exercise.equipment)),
            "one-side-at-a-time": words.YES if exercise.unilateral else "",
            "level": _other(str(exercise.level), str(Level.BEGINNER)),
            "note": exercise.note,
            "cue": exercise.cue,
        }
    )


def _bare(text: str) -> Any:
    """Return a number as one, so that it is written without quotes."""
    return int(text) if text.isdigit() else text


def _other(value: Any, usual: Any) -> Any:
    return value if value != usual else None


def _spare(data: Data) -> Data:
    """Leave out what is empty."""
    return {name: value for name, value in data.items() if value not in (None, "", [])}


class _Inline(list[str]):
    """A list that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes without anchors, with items of lists indented and words of several lines as a block."""

    def ignore_aliases(self, _data: Any) -> bool:
        """Write what comes again once more: a person reads this."""
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT
        """Indent lists within names as well."""
        super().increase_indent(flow, False)


def _inline(dumper: yaml.SafeDumper, data: _Inline) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


def _text(dumper: yaml.SafeDumper, data: str) -> yaml.Node:
    style = "|" if "\n" in data else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", data, style=style)


_Dumper.add_representer(_Inline, _inline)
_Dumper.add_representer(str, _text)
