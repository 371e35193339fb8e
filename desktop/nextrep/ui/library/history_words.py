"""What was done of an exercise, in words."""

from __future__ import annotations

from itertools import groupby

from nextrep.domain.best import Best
from nextrep.domain.figures import number
from nextrep.domain.text import tr, tr_n
from nextrep.domain.training import SetDraft, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.services.library import History
from nextrep.ui.widgets.day_text import short_day_text


def history_lines(history: History, unit: Unit, today: int) -> list[str]:
    """Return a line for the last time, one for the best set and one for how often."""
    if not history.sets:
        return [tr("Not done yet.")]
    lines = []
    if history.last_day is not None:
        day = short_day_text(history.last_day, today)
        lines.append(tr("Last on {day}: {sets}", day=day, sets=sets_words(history.last, unit)))
    if history.best is not None:
        lines.append(_best_words(history.best, unit, today))
    lines.append(
        tr(
            "{sets} in {sessions}",
            sets=tr_n("{n} set", "{n} sets", history.sets),
            sessions=tr_n("{n} session", "{n} sessions", history.sessions),
        )
    )
    return lines


def sets_words(drafts: tuple[SetDraft, ...], unit: Unit) -> str:
    """Return sets in order, those of one load or band together: "16 kg × 8, 8, 7", "red × 12, 10/9"."""
    parts = []
    for (band, load), some in groupby(drafts, key=_weight):
        amounts = ", ".join(map(_done, some))
        if band:
            parts.append(tr("{load} × {amount}", load=band, amount=amounts))
        else:
            parts.append(_loaded(load, amounts, unit))
    return "; ".join(parts)


def estimate_words(grams: float, unit: Unit) -> str:
    """Return an estimated maximum to a tenth, for example "21.3 kg", or "3 kg of help" below 0."""
    load = tr("{value} {unit}", value=number(abs(grams) / float(unit.grams)), unit=unit)
    return tr("{load} of help", load=load) if grams < 0 else load


def _weight(draft: SetDraft) -> tuple[str, int]:
    return draft.band, draft.load.grams if draft.load else 0


def _done(draft: SetDraft) -> str:
    """Return how much was done in a set: of both sides where they differ, and whether the last rep failed."""
    if draft.reps_left is not None:
        amount = f"{draft.reps_left}/{draft.reps_right}"
    else:
        amount = _amount(draft.reps, draft.seconds, draft.distance_m)
    return tr("{amount} (failed rep)", amount=amount) if draft.kind is SetKind.FAILURE else amount


def _best_words(best: Best, unit: Unit, today: int) -> str:
    fact = best.fact
    done = _loaded(fact.grams or 0, _amount(fact.reps, fact.seconds, None), unit)
    day = short_day_text(fact.day, today)
    if best.estimate is None:
        return tr("Best: {done}, on {day}", done=done, day=day)
    estimate = estimate_words(best.estimate, unit)
    return tr("Best: {done}, on {day} (estimated 1RM {load})", done=done, day=day, load=estimate)


def _amount(reps: int | None, seconds: int | None, metres: int | None) -> str:
    if reps is not None:
        return str(reps)
    if seconds is not None:
        return tr("{n} s", n=seconds)
    return tr("{n} m", n=metres)


def _loaded(grams: int, amount: str, unit: Unit) -> str:
    if grams == 0:
        return amount
    if grams < 0:
        return tr("{load} of help × {amount}", load=Load(-grams, unit).text(), amount=amount)
    return tr("{load} × {amount}", load=Load(grams, unit).text(), amount=amount)
