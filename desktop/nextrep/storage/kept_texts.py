"""Sessions, sets and templates as JSON text, with the keys of their exercises.

For what is not part of the log: the bin and templates. A value that is as usual is left out, so that a field
that is added later needs no change of what is kept.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import MISSING, fields
from datetime import datetime
from typing import Any

from nextrep.domain.bin import Kept
from nextrep.domain.exercise_facts import OWN_PREFIX, facts_from_data, facts_of, facts_to_data, own_of
from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.prescription_data import details_from_data, details_to_data
from nextrep.domain.program import Prescription
from nextrep.domain.session_template import TemplateRow
from nextrep.domain.training import (
    Block,
    Effort,
    EffortScale,
    Session,
    SessionState,
    SetDraft,
    SetEntry,
    SetKind,
    Target,
)
from nextrep.domain.units import Load, Unit
from nextrep.storage.times import from_ms, to_ms, zone_name

_SESSION_TIMES = ("started_at", "ended_at", "rated_before_at", "rated_after_at", "rest_end_at")


def kept_text(kept: Kept) -> str:
    """Return what rests in the bin as text."""
    return _text(
        {
            "session": _session_data(kept.session),
            "origin_key": kept.origin_key,
            "blocks": [_block_data(block) for block in kept.blocks],
            "sets": [_entry_data(entry) for entry in kept.sets],
            "exercises": {str(n): _exercise_data(one) for n, one in kept.exercises.items()},
        }
    )


def kept_from(text: str) -> Kept:
    """Return what `kept_text` wrote."""
    data = json.loads(text)
    session = _session(data["session"])
    return Kept(
        session,
        data["origin_key"],
        tuple(_block(one) for one in data["blocks"]),
        tuple(_entry(one, session.id) for one in data["sets"]),
        {int(number): _exercise(one) for number, one in data["exercises"].items()},
    )


def rows_text(rows: Sequence[TemplateRow]) -> str:
    """Return the exercises of a template as text."""
    return _text(
        [{"exercise": _exercise_data(row.exercise), "asked": _amounts_data(row.asked)} for row in rows]
    )


def rows_from(text: str) -> tuple[TemplateRow, ...]:
    """Return what `rows_text` wrote."""
    return tuple(
        TemplateRow(exercise := _exercise(one["exercise"]), _asked(one["asked"], exercise))
        for one in json.loads(text)
    )


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any, leave: Sequence[str] = ()) -> dict[str, Any]:
    """Return the fields of a dataclass that are not as usual; their values must be plain."""
    return {
        one.name: getattr(value, one.name)
        for one in fields(value)
        if one.name not in leave and (one.default is MISSING or getattr(value, one.name) != one.default)
    }


def _time_data(at: datetime | None) -> list[object] | None:
    return [to_ms(at), zone_name(at)] if at is not None else None


def _time(data: Sequence[Any] | None) -> datetime | None:
    return from_ms(data[0], data[1]) if data is not None else None


def _session_data(session: Session) -> dict[str, Any]:
    times = {name: _time_data(getattr(session, name)) for name in _SESSION_TIMES}
    return _plain(session, _SESSION_TIMES) | {name: at for name, at in times.items() if at is not None}


def _session(data: Mapping[str, Any]) -> Session:
    times = {name: _time(data.get(name)) for name in _SESSION_TIMES}
    return Session(**{**data, **times, "state": SessionState(data["state"])})


def _block_data(block: Block) -> dict[str, Any]:
    return _plain(block, ("target",)) | {"target": _amounts_data(block.target)}


def _block(data: Mapping[str, Any]) -> Block:
    asked = data["target"]
    target = Target(data["exercise_id"], **_amounts(asked)) if asked is not None else None
    return Block(**{**data, "target": target})


def _amounts_data(asked: Target | Prescription | None) -> dict[str, Any] | None:
    """Return what is asked of an exercise, without saying of which."""
    if asked is None:
        return None
    details = details_to_data(asked.details)
    return _plain(asked, ("exercise_id", "exercise_key", "details")) | {"details": details}


def _amounts(data: Mapping[str, Any]) -> dict[str, Any]:
    return {**data, "details": details_from_data(data["details"])}


def _asked(data: Mapping[str, Any] | None, exercise: Exercise) -> Prescription | None:
    return Prescription(exercise.key, **_amounts(data)) if data is not None else None


def _entry_data(entry: SetEntry) -> dict[str, Any]:
    draft = entry.draft
    data = _plain(draft, ("load", "effort"))
    if draft.load is not None:
        data["load"] = [draft.load.grams, str(draft.load.unit)]
    if draft.effort is not None:
        data["effort"] = [str(draft.effort.scale), draft.effort.tenths]
    return {
        "id": entry.id,
        "position": entry.position,
        "done_at": _time_data(entry.done_at),
        "draft": data,
    }


def _entry(data: Mapping[str, Any], session_id: int) -> SetEntry:
    draft = dict(data["draft"])
    if "kind" in draft:
        draft["kind"] = SetKind(draft["kind"])
    if "load" in draft:
        draft["load"] = Load(draft["load"][0], Unit(draft["load"][1]))
    if "effort" in draft:
        draft["effort"] = Effort(EffortScale(draft["effort"][0]), draft["effort"][1])
    at = _time(data["done_at"])
    return SetEntry(data["id"], session_id, data["position"], at, SetDraft(**draft))


def _exercise_data(exercise: Exercise) -> dict[str, Any]:
    """Return enough to know an exercise again; of one's own all of it, in case it was deleted."""
    data: dict[str, Any] = {
        "key": exercise.key,
        "name": exercise.name,
        "measure": str(exercise.measure),
        "facts": facts_to_data(facts_of(exercise)),
    }
    if exercise.key.startswith(OWN_PREFIX):
        data |= {"note": exercise.note, "cue": exercise.cue}
    return data


def _exercise(data: Mapping[str, Any]) -> Exercise:
    return own_of(
        data["key"],
        data["name"],
        Measure(data["measure"]),
        facts_from_data(data["facts"]),
        note=data.get("note", ""),
        cue=data.get("cue", ""),
    )
