"""Longer holds: seconds up while all sets are held, down a little after misses in a row."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nextrep.domain.prescription import WHOLE
from nextrep.domain.progression.aims import cut
from nextrep.domain.progression.asks import Amount, Ask, asks_of
from nextrep.domain.progression.facts import Case, Exposure, Suggestion
from nextrep.domain.progression.finish import finished, fresh_start
from nextrep.domain.progression.judging import Verdict, judge
from nextrep.domain.progression.moves import gap_share, less, snap
from nextrep.domain.progression.rungs import rung
from nextrep.domain.progression.said import gap_said, joined, lighter_said, load_said
from nextrep.domain.progression.stepping import max_load
from nextrep.domain.text import tr
from nextrep.domain.training import MAX_SECONDS, Target
from nextrep.domain.units import Load


@dataclass(frozen=True, slots=True)
class Held:
    """Where a hold stands: the seconds to ask next, how often in a row it was missed, and the last word.

    Attributes:
        target: by which it was judged last; another length in the plan starts anew.
    """

    seconds: int
    misses: int = 0
    verdict: Verdict | None = None
    load: Load | None = None
    down: bool = False
    enough: bool = False


def timed(case: Case) -> Suggestion:
    """Suggest the length of a hold."""
    asks = [ask for ask in asks_of(case.target) if ask.of is Amount.SECONDS]
    if not asks:
        return finished(case, None, (), "")
    if not case.history:
        return fresh_start(case)
    held = _replayed(case, asks)
    share = gap_share(case.days_since)
    if case.target.details.load.lighter:
        return finished(case, held.load, [ask.low for ask in asks], lighter_said(WHOLE, None, None))
    if share:
        load = None if held.load is None else snap(case, less(held.load, share)).load
        aims = cut([held.seconds] * len(asks), share)
        return finished(case, load, aims, gap_said(case.days_since, load))
    key, words = rung(case, up=True) if held.enough else (None, "")
    return finished(case, held.load, [held.seconds] * len(asks), joined(_said(held), words), exercise_key=key)


def _replayed(case: Case, asks: list[Ask]) -> Held:
    start = asks[0].low
    held = Held(start)
    asked, day = start, None
    for one in case.history:
        share = gap_share(one.day - day) if day is not None else 0
        day = one.day
        if share:
            held = replace(held, seconds=max(1, held.seconds * (WHOLE - share) // WHOLE), misses=0)
        target = one.target or case.target
        if one.lighter or target.seconds is None:
            continue
        if target.seconds != asked:
            held, asked = Held(target.seconds, load=held.load), target.seconds
        held = _after(held, one, target)
    return held if asked == start else Held(start, load=held.load)


def _after(held: Held, one: Exposure, target: Target) -> Held:
    progression = target.details.progression
    asks = [replace(ask, low=held.seconds, high=held.seconds) for ask in asks_of(target)]
    sets = [each for each in one.judged if each.seconds is not None]
    if not asks or not sets:
        return held
    found = judge(sets, asks, [held.load] * len(asks) if held.load is not None else None, top=True)
    held = replace(held, verdict=found.verdict, load=max_load(sets) or held.load, down=False, enough=False)
    if found.verdict is Verdict.MET:
        longest = sorted((each.seconds or 0 for each in sets), reverse=True)[len(asks) - 1]
        top = max(progression.seconds_high, target.seconds or 0)
        reached = min(max(held.seconds, longest), MAX_SECONDS)
        if reached >= top:
            return replace(held, seconds=top, misses=0, enough=True)
        return replace(held, seconds=min(reached + progression.seconds_step, top), misses=0)
    if found.verdict is not Verdict.MISSED or one.target is None:
        return held
    if held.misses + 1 < progression.misses:
        return replace(held, misses=held.misses + 1)
    fewer = min(held.seconds - progression.seconds_step, held.seconds * (WHOLE - progression.deload) // WHOLE)
    return replace(held, seconds=max(1, fewer), misses=0, down=True)


def _said(held: Held) -> str:
    seconds = tr("{n} s", n=held.seconds)
    load = "" if held.load is None or held.load.grams == 0 else tr("with {load}", load=load_said(held.load))
    what = joined(seconds, load)
    if held.verdict is None:
        return tr("{what} is planned to begin with.", what=what)
    if held.enough:
        return tr("{what} in every set: long enough. A harder exercise is the next step.", what=what)
    if held.down:
        return tr("It was shorter several times in a row, so {what} now, and up again from there.", what=what)
    return {
        Verdict.MET: tr("Every set was held last time, so {what} today.", what=what),
        Verdict.KEPT: tr("{what} again.", what=what),
        Verdict.SHORT: tr("The last time was a short one, which is fine. On with {what}.", what=what),
        Verdict.LIGHTER: tr("It was lighter last time, which is fine. {what} again.", what=what),
        Verdict.MISSED: tr("It was shorter last time, which happens. {what} again.", what=what),
    }[held.verdict]
