"""Estimated one-repetition maximum (e1RM): seven published formulas, and what weight for how many reps."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from math import exp

from nextrep.domain.text import kept, tr

MAX_REPS_FOR_E1RM = 12
"""Above 12 reps the published formulas disagree by double digits, so no estimate is given
(the same limit as openGym; see docs/method.md)."""


class Formula(StrEnum):
    """How the maximum follows from a load w and r repetitions, by whom it was published.

    LeSuer et al. 1997 (J Strength Cond Res 11:211) compare all seven. A single is the maximum itself,
    whatever a formula makes of it: Epley's alone would turn 100 kg into 103.3 kg.

    EPLEY: w × (1 + r / 30). Epley B, 1985: Poundage chart. Boyd Epley Workout, Body Enterprises.
    BRZYCKI: w × 36 / (37 - r). Brzycki M, 1993: Strength testing. JOPERD 64(1):88.
    LOMBARDI: w × r^0.10. Lombardi VP, 1989: Beginning Weight Training. Brown.
    WATHAN: 100 w / (48.8 + 53.8 e^(-0.075 r)). Wathan D, 1994: Load assignment. In: Essentials of Strength
        Training and Conditioning, Human Kinetics.
    MAYHEW: 100 w / (52.2 + 41.9 e^(-0.055 r)). Mayhew JL et al., 1992: J Appl Sport Sci Res 6:200.
    OCONNER: w × (1 + 0.025 r). O'Conner B et al., 1989: Weight Training Today. West.
    LANDER: 100 w / (101.3 - 2.67123 r). Lander J, 1985: Maximums based on reps. NSCA J 6(6):60.
    """

    EPLEY = "epley"
    BRZYCKI = "brzycki"
    LOMBARDI = "lombardi"
    WATHAN = "wathan"
    MAYHEW = "mayhew"
    OCONNER = "oconner"
    LANDER = "lander"


@kept
def formula_title(formula: Formula) -> str:
    """Return the name of a formula."""
    return {
        Formula.EPLEY: tr("Epley"),
        Formula.BRZYCKI: tr("Brzycki"),
        Formula.LOMBARDI: tr("Lombardi"),
        Formula.WATHAN: tr("Wathan"),
        Formula.MAYHEW: tr("Mayhew"),
        Formula.OCONNER: tr("O’Conner"),
        Formula.LANDER: tr("Lander"),
    }[formula]


@kept
def formula_words(formula: Formula) -> str:
    """Return a formula as it is written, with its name and year; r are the reps."""
    return {
        Formula.EPLEY: tr("load × (1 + r / 30), Epley 1985"),
        Formula.BRZYCKI: tr("load × 36 / (37 − r), Brzycki 1993"),
        Formula.LOMBARDI: tr("load × r to the power of 0.10, Lombardi 1989"),
        Formula.WATHAN: tr("100 × load / (48.8 + 53.8 × exp(−0.075 r)), Wathan 1994"),
        Formula.MAYHEW: tr("100 × load / (52.2 + 41.9 × exp(−0.055 r)), Mayhew et al. 1992"),
        Formula.OCONNER: tr("load × (1 + 0.025 r), O’Conner et al. 1989"),
        Formula.LANDER: tr("100 × load / (101.3 − 2.67123 r), Lander 1985"),
    }[formula]


def _epley(r: float) -> float:
    return 1 + r / 30


def _brzycki(r: float) -> float:
    return 36 / (37 - r)


def _lombardi(r: float) -> float:
    return float(r**0.10)


def _wathan(r: float) -> float:
    return 100 / (48.8 + 53.8 * exp(-0.075 * r))


def _mayhew(r: float) -> float:
    return 100 / (52.2 + 41.9 * exp(-0.055 * r))


def _oconner(r: float) -> float:
    return 1 + 0.025 * r


def _lander(r: float) -> float:
    return 100 / (101.3 - 2.67123 * r)


_FACTORS: dict[Formula, Callable[[float], float]] = {
    Formula.EPLEY: _epley,
    Formula.BRZYCKI: _brzycki,
    Formula.LOMBARDI: _lombardi,
    Formula.WATHAN: _wathan,
    Formula.MAYHEW: _mayhew,
    Formula.OCONNER: _oconner,
    Formula.LANDER: _lander,
}


def factor(reps: float, formula: Formula = Formula.EPLEY) -> float:
    """Return how many times the load of a set of so many reps the maximum is, 1 or more.

    Args:
        reps: repetitions with those in reserve; up to 1 it is the maximum itself. Above 12 no maximum is
            estimated; loads for so many reps follow Epley's line, because others run off (Brzycki at 37).
    """
    if reps > MAX_REPS_FOR_E1RM:
        return _epley(reps)
    return 1.0 if reps <= 1 else _FACTORS[formula](reps)


def e1rm(
    grams: int, reps: int, rir_tenths: int | None = None, formula: Formula = Formula.EPLEY
) -> float | None:
    """Estimate the one-repetition maximum in grams.

    By the formula (see Formula) with r = reps + reps in reserve; one rep with nothing in reserve is the
    maximum itself. Reps in reserve count only when they were rated.

    Args:
        grams: load in grams, above 0.
        reps: repetitions done, 1 or more.
        rir_tenths: reps in reserve times ten (0-100), None when not rated.

    Returns:
        Grams, or None without load, without reps, or above 12 reps (see MAX_REPS_FOR_E1RM).
    """
    if grams <= 0 or reps < 1:
        return None
    effective = reps + (rir_tenths or 0) / 10
    return None if effective > MAX_REPS_FOR_E1RM else grams * factor(effective, formula)


def added_e1rm(
    grams: int,
    reps: int,
    rir_tenths: int | None = None,
    formula: Formula = Formula.EPLEY,
    *,
    body_grams: int | None,
) -> float | None:
    """Estimate the maximum of an exercise that lifts the body: what could be added to it for one rep.

    Body and load are lifted together, so the estimate is made on both, and the body taken off again. Below 0
    it is the help still needed.

    Args:
        grams: load added in grams; below 0 the help taken, 0 for the body alone.
        body_grams: body weight on that day, None where it is not known.

    Returns:
        Grams, or None without the body weight, without reps, or above 12 reps.
    """
    if body_grams is None:
        return None
    whole = e1rm(body_grams + grams, reps, rir_tenths, formula)
    return None if whole is None else whole - body_grams


def load_for(maximum_grams: float, reps: int, formula: Formula = Formula.EPLEY) -> float:
    """Return the load in grams with which so many reps would just go, the inverse of `e1rm`.

    Args:
        maximum_grams: the maximum for one rep.
        reps: 1 to 12.

    Raises:
        ValueError: fewer or more reps.
    """
    if not 1 <= reps <= MAX_REPS_FOR_E1RM:
        raise ValueError(reps)
    return maximum_grams / factor(reps, formula)
