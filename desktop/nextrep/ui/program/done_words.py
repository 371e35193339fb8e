"""What was done, in words."""

from __future__ import annotations

from nextrep.domain.text import tr, tr_n
from nextrep.domain.training import SetDraft, SetKind
from nextrep.domain.units import Unit
from nextrep.services.session import BlockView


def sets_line(block: BlockView, unit: Unit) -> str:
    """Return the working sets of one exercise, for example "20 kg × 10, 20 kg × 9"."""
    words = [set_words(one.draft, unit) for one in block.sets if one.draft.kind is not SetKind.WARMUP]
    return ", ".join(words) if words else tr("no set")


def set_words(draft: SetDraft, unit: Unit) -> str:
    """Return one set, for example "20 kg × 10", "10 reps", "30 s" or "400 m"."""
    load = draft.load.text(unit) if draft.load is not None else ""
    if draft.reps is not None:
        return (
            tr("{load} × {reps}", load=load, reps=draft.reps)
            if load
            else tr_n("{n} rep", "{n} reps", draft.reps)
        )
    amount = (
        tr("{n} s", n=draft.seconds) if draft.seconds is not None else tr("{n} m", n=draft.distance_m or 0)
    )
    return tr("{load} × {amount}", load=load, amount=amount) if load else amount
