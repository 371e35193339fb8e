"""Totals of questionnaires and their changes, by the published rules alone.

What is said is always about the total, never about the person: which band was published for it, and which
published sizes of change a difference reaches.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from nextrep.domain.errors import UserError
from nextrep.domain.instruments import (
    DAYS_APART,
    HARM_ITEM,
    Band,
    Instrument,
    InstrumentKey,
    Threshold,
    instrument,
)
from nextrep.domain.safety_triggers import item_9_opens_card, score_opens_card
from nextrep.domain.text import tr


@dataclass(frozen=True, slots=True)
class Score:
    """What the answers add up to.

    Attributes:
        total: None where the published rules give none; `why` says then which rule.
        prorated: answers were missing and count as the mean of the others.
        answered: number of items with an answer; 0 for a total from paper.
        instead: the score of a shorter questionnaire that the answers do give, None if there is none.
    """

    key: InstrumentKey
    total: int | None
    band: Band | None = None
    prorated: bool = False
    answered: int = 0
    why: str = ""
    instead: Score | None = None


def check_answers(of: Instrument, answers: Mapping[int, int]) -> None:
    """Check the answers, by item number.

    Raises:
        UserError: there is no such item (`field` is its number), or its answer is out of range.
    """
    for number, value in answers.items():
        if of.item(number) is None:
            raise UserError(
                tr("The {name} has no item {number}.", name=of.title, number=number), field=str(number)
            )
        if not 0 <= value <= of.most:
            raise UserError(
                tr("Answers of the {name} go from 0 to {most}.", name=of.title, most=of.most),
                field=str(number),
            )


def score(of: Instrument, answers: Mapping[int, int]) -> Score:
    """Return the score of answers by item number; a missing item has no key and is never taken as 0.

    PHQ-9, PHQ-8 and GAD-7: with one or two answers missing the total is the mean of those given times the
    number of items, rounded to a whole number (half up); with more there is none. Item 9 of the PHQ-9 is
    never filled in: without its answer there is no PHQ-9 total at all, because the mean of the others would
    stand for it. The other eight are the PHQ-8 then, which has its own total (`instead`). PHQ-2, GAD-2 and
    WHO-5: all must be answered. The WHO-5 total is the sum times 4.

    Raises:
        UserError: see `check_answers`.
    """
    check_answers(of, answers)
    missing = [item.number for item in of.items if item.number not in answers]
    none = Score(of.key, None, answered=len(answers))
    if not answers:
        return replace(none, why=tr("There are no answers yet."))
    if of.key is InstrumentKey.PHQ9 and HARM_ITEM in missing:
        shorter = score(instrument(InstrumentKey.PHQ8), answers)
        why = tr("Item 9 has no answer. It is never filled in, so there is no PHQ-9 total.")
        return replace(none, why=why, instead=shorter if shorter.total is not None else None)
    if len(missing) > of.may_miss:
        return replace(none, why=_too_few(of))
    total = _rounded(sum(answers.values()) * len(of.items), len(answers)) * of.factor
    return Score(of.key, total, of.band(total), bool(missing), len(answers))


def score_of_total(of: Instrument, total: int) -> Score:
    """Return the score of a total that was added up elsewhere.

    Raises:
        UserError: it is not a total of this questionnaire (`field` is "total").
    """
    if not 0 <= total <= of.highest:
        raise UserError(
            tr("A total of the {name} goes from 0 to {high}.", name=of.title, high=of.highest), field="total"
        )
    if total % of.factor:
        raise UserError(
            tr(
                "A total of the {name} is the sum of the answers times {factor}: 0, {factor} and so on.",
                name=of.title,
                factor=of.factor,
            ),
            field="total",
        )
    return Score(of.key, total, of.band(total))


def _too_few(of: Instrument) -> str:
    if not of.may_miss:
        return tr("The {name} has a total only when every item is answered.", name=of.title)
    return tr(
        "The {name} has a total only when at most {n} answers are missing.", name=of.title, n=of.may_miss
    )


def _rounded(over: int, under: int) -> int:
    """Return over / under to the nearest whole number, half up, without floating point."""
    return (2 * over + under) // (2 * under)


@dataclass(frozen=True, slots=True)
class Change:
    """The difference between two totals of one questionnaire.

    Attributes:
        points: the later total minus the earlier one.
        days: days between the two.
        comparable: they are at least two weeks apart, so published sizes of change apply.
        reached, not_reached: published sizes of change that it has and has not; both empty where there are
            none, or where they do not apply.
    """

    points: int
    days: int
    comparable: bool
    reached: tuple[Threshold, ...] = ()
    not_reached: tuple[Threshold, ...] = ()


def change(of: Instrument, earlier: tuple[int, int], later: tuple[int, int]) -> Change:
    """Return the change between two (date ordinal, total), for either direction alike.

    Sizes of change are the published ones; none is estimated from one person's own numbers.
    """
    points, days = later[1] - earlier[1], later[0] - earlier[0]
    if days < DAYS_APART:
        return Change(points, days, comparable=False)
    reached = tuple(one for one in of.thresholds if abs(points) >= one.points)
    return Change(
        points, days, True, reached, tuple(one for one in of.thresholds if abs(points) < one.points)
    )


class Care(StrEnum):
    """When the calm card with ways to reach somebody is shown. It names no level and no likelihood."""

    BEFORE = "before"
    """An answer above 0 to item 9: before any total is shown, every time, the same card for 1, 2 and 3."""
    BESIDE = "beside"
    """A high total: the same card with softer words, below the total."""


def care(of: Instrument, answers: Mapping[int, int], total: int | None, before: int | None) -> Care | None:
    """Return whether the card is shown, by the rules of `domain.safety_triggers`; `before` is the last total.

    None says nothing at all about how somebody is, and nothing is printed for it.
    """
    if of.key is InstrumentKey.PHQ9 and item_9_opens_card(answers.get(HARM_ITEM)):
        return Care.BEFORE
    if total is None or not score_opens_card(of.key.replace("-", ""), total, before):
        return None
    return Care.BESIDE
