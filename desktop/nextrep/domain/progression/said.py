"""The reason of a suggestion in words: what was seen, what follows, and what rounding changed. No blame."""

from __future__ import annotations

from nextrep.domain.exercises import Exercise, Measure
from nextrep.domain.plates import fine
from nextrep.domain.progression.asks import Amount, Ask
from nextrep.domain.progression.facts import Case
from nextrep.domain.progression.moves import Moved, up
from nextrep.domain.progression.standing import Standing, Turn
from nextrep.domain.text import tr, tr_n
from nextrep.domain.units import Load, Unit


def load_said(load: Load, unit: Unit | None = None) -> str:
    """Return a load as in a sentence: "16 kg", or "20 kg of help"."""
    if load.grams < 0:
        return tr("{load} of help", load=Load(-load.grams, load.unit).text(unit))
    return load.text(unit)


def percent_said(tenths: int) -> str:
    """Return tenths of a percent as "87.5 %"."""
    whole, rest = divmod(tenths, 10)
    return f"{whole}.{rest} %" if rest else f"{whole} %"


def amount_said(ask: Ask, amount: int) -> str:
    """Return for example "10 reps", "30 s" or "40 m"."""
    if ask.of is Amount.SECONDS:
        return tr("{n} s", n=amount)
    if ask.of is Amount.METRES:
        return tr("{n} m", n=amount)
    return tr_n("{n} rep", "{n} reps", amount)


def rounding_said(moved: Moved | None) -> str:
    """Say that a load was rounded, "" where it was not."""
    if moved is None or not moved.rounded:
        return ""
    exact, load = load_said(moved.exact, moved.load.unit), load_said(moved.load)
    if fine(moved.load) > fine(moved.exact):
        return tr("{load} is the next there is to {exact}.", exact=exact, load=load)
    return tr("It would be {exact}; {load} is the nearest below that can be loaded.", exact=exact, load=load)


def joined(*sentences: str) -> str:
    """Join the sentences that say something."""
    return " ".join(one for one in sentences if one)


def first_time(exercise: Exercise) -> str:
    """Say how to find the right load or length the first time."""
    if exercise.measure is Measure.TIMED:
        return tr("First time: stop while you could still hold it a little longer.")
    if exercise.measure is Measure.BODYWEIGHT:
        return tr("First time: stop while a few more reps would still be possible.")
    if exercise.measure is Measure.ASSISTED:
        return tr("First time: take as much help as leaves a few reps in reserve.")
    return tr("First time: choose a load that leaves a few reps in reserve.")


def gap_said(days: int, load: Load | None) -> str:
    """Welcome back after a gap."""
    weeks = tr_n("{n} week", "{n} weeks", days // 7)
    if load is None:
        return tr(
            "{weeks} since the last time. A little less to begin with; it comes back quickly.", weeks=weeks
        )
    return tr(
        "{weeks} since the last time. A little lighter to begin with, {load}; it comes back quickly.",
        weeks=weeks,
        load=load_said(load),
    )


def lighter_said(share: int, start: Load | None, load: Load | None) -> str:
    """Say that less is asked for on purpose."""
    if start is None or load is None:
        return tr("Lighter on purpose this time: stop early, it should feel easy.")
    return tr(
        "Lighter on purpose this time: {percent} of {start}, so {load}.",
        percent=percent_said(share),
        start=load_said(start),
        load=load_said(load),
    )


def refit_said(load: Load) -> str:
    """Say that the load follows the reps."""
    return tr("Other reps are asked for than last time, so {load}.", load=load_said(load))


def turn_said(case: Case, standing: Standing, ask: Ask, *, goal: str = "") -> str:
    """Say what the last time led to.

    Args:
        goal: what raises the load in the words of the rule; the top of the range in every set if empty.
    """
    goal = goal or tr("{amount} in every set", amount=amount_said(ask, ask.high))
    load = standing.load
    if load is None:
        return _without_load(standing, ask, goal)
    here = load_said(load)
    known = {
        Turn.UP: lambda: _up(standing, goal, here),
        Turn.TOPPED: lambda: tr(
            "{goal} last time. {load} is the heaviest there is, so go on with more reps or a slower pace.",
            goal=goal,
            load=here,
        ),
        Turn.KEPT: lambda: _kept(case, standing, goal),
        Turn.SHORT: lambda: tr("The last time was a short one, which is fine. On with {load}.", load=here),
        Turn.LIGHTER: lambda: tr(
            "It was lighter last time, which is fine. {load} is planned again.", load=here
        ),
        Turn.FOLLOWED: lambda: tr("You chose {load} twice, so the plan goes on from there.", load=here),
        Turn.MISSED: lambda: tr("Some reps stayed out last time, which happens. {load} again.", load=here),
        Turn.DOWN: lambda: _down(standing, here),
        Turn.LOWEST: lambda: tr(
            "Some reps stayed out several times. {load} is the lightest there is; fewer reps are fine too.",
            load=here,
        ),
        Turn.FIRST: lambda: tr("{load} is planned to begin with.", load=here),
    }
    return known[standing.turn]()


def _up(standing: Standing, goal: str, load: str) -> str:
    if standing.normal is not None and standing.normal.grams < 0:
        return tr("{goal} last time, so less help today: {load}.", goal=goal, load=load)
    return tr("{goal} last time, so {load} today.", goal=goal, load=load)


def _down(standing: Standing, load: str) -> str:
    target = standing.target
    times = target.details.progression.misses if target is not None else 1
    if times == 1:
        return tr("Some reps stayed out last time. {load} now, and up again from there.", load=load)
    return tr(
        "Some reps stayed out {n} times in a row. {load} now, and up again from there.", n=times, load=load
    )


def _kept(case: Case, standing: Standing, goal: str) -> str:
    assert standing.load is not None
    target = standing.target or case.target
    heavier = up(case, standing.load, target.details.progression.step).load
    if heavier == standing.load:
        return tr(
            "{load} is the heaviest there is; one rep more where it was fewest.", load=load_said(heavier)
        )
    return tr("{goal}, and next time it is {load}.", goal=goal, load=load_said(heavier))


def _without_load(standing: Standing, ask: Ask, goal: str) -> str:
    more = ask.of is Amount.REPS
    known = {
        Turn.UP: tr("{goal} last time.", goal=goal),
        Turn.TOPPED: tr(
            "{goal} last time. A slower pace, a little weight or a harder exercise is the next step.",
            goal=goal,
        ),
        Turn.KEPT: tr("One rep more than last time, if it feels right.")
        if more
        else tr("The same as last time."),
        Turn.SHORT: tr("The last time was a short one, which is fine. On from there."),
        Turn.LIGHTER: tr("On from last time."),
        Turn.FOLLOWED: tr("On from last time."),
        Turn.MISSED: tr("Some reps stayed out last time, which happens. Again, as far as it goes well."),
        Turn.DOWN: tr("Some reps stayed out several times, so a few fewer now, and up again from there."),
        Turn.LOWEST: tr("Fewer reps are fine too."),
    }
    return known.get(standing.turn, "")
