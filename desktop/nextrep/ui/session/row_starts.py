"""With what a set to do begins: what is asked for, as the set done before it was done."""

from __future__ import annotations

from dataclasses import replace

from nextrep.domain.loads import Loads
from nextrep.domain.progression import SuggestedSet
from nextrep.domain.training import SetDraft, SetKind
from nextrep.domain.units import Load
from nextrep.services.session import BlockView
from nextrep.ui.session.rows import Row, Rows

DROP_SHARE = 0.8
"""A drop set begins at 80 % of the load before it: drops of about a fifth are usual; our convention."""
REST_PAUSE_SHARE = 3
"""After a few breaths about a third of the reps go up again (as in myo-reps); our convention."""


def start_of(row: Row, rows: Rows, loads: Loads) -> SetDraft:
    """Return what a row holds before anything is typed: the set that is in the log, else what to do.

    Where the set just done was asked for the same load, this one begins with the load it was done with,
    and where that was another than asked, with its reps too. Else it begins with what is asked.
    """
    if row.entry is not None:
        return row.entry.draft
    block, asked = rows.block, rows.asked_of(row)
    draft = SetDraft(block.exercise_id, block.block, row.kind, note=row.note, band=_band(block))
    latest = _latest(row, rows)
    if latest is not None and latest.entry is not None and not (row.warmup and asked is not None):
        done = latest.entry.draft
        draft = replace(draft, band=done.band, distance_m=done.distance_m)
        if row.kind is SetKind.DROP and asked is None:
            dropped = _dropped(block, loads, done.load)
            return replace(draft, load=dropped, reps=done.reps, seconds=done.seconds)
        return _like(draft, asked, rows.asked_of(latest), done)
    if asked is not None:
        return replace(
            draft, load=asked.load, reps=asked.reps, seconds=asked.seconds, distance_m=_metres(block)
        )
    seconds = block.target.seconds if block.target is not None else None
    first = block.last[0] if block.last else None
    if seconds is None and first is not None:
        seconds = first.seconds
    load, reps = block.suggestion.load, block.suggestion.reps
    return replace(draft, load=load, reps=reps, seconds=seconds, distance_m=_metres(block))


def _like(
    draft: SetDraft, asked: SuggestedSet | None, before: SuggestedSet | None, done: SetDraft
) -> SetDraft:
    """Return what a set begins with after one that was `done` where `before` was asked for."""
    if draft.kind is SetKind.REST_PAUSE:
        reps = max(1, done.reps // REST_PAUSE_SHARE) if done.reps else done.reps
        return replace(draft, load=done.load, reps=reps, seconds=done.seconds)
    if asked is None or before is None:
        return replace(draft, load=done.load, reps=done.reps, seconds=done.seconds)
    same = asked.load == before.load and asked.kind is before.kind
    follow = same and done.load != before.load
    reps = done.reps if follow or (same and asked.reps == before.reps) else asked.reps
    seconds = done.seconds if follow or (same and asked.seconds == before.seconds) else asked.seconds
    return replace(draft, load=done.load if same else asked.load, reps=reps, seconds=seconds)


def _latest(row: Row, rows: Rows) -> Row | None:
    """Return the set done last that a row goes by: what follows on goes by whatever was before it."""
    done = [other for other in reversed(rows) if other.done and not other.warmup]
    return next((other for other in done if row.kind.follows_on or other.main), None)


def _dropped(block: BlockView, loads: Loads, load: Load | None) -> Load | None:
    if load is None or load.grams <= 0:
        return load
    lighter = loads.at_most(block.exercise, Load(round(load.grams * DROP_SHARE), load.unit))
    return lighter if 0 < lighter.grams < load.grams else load


def _band(block: BlockView) -> str:
    plan = block.target.details.load.band if block.target is not None else ""
    return plan or next((draft.band for draft in block.last if draft.band), "")


def _metres(block: BlockView) -> int | None:
    plan = block.target.details.distance_m if block.target is not None else None
    last = next((draft.distance_m for draft in block.last if draft.distance_m), None)
    return plan if plan is not None else last
