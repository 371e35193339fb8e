"""Scores and changes in words: about the total, with its source, and never about the person."""

from __future__ import annotations

from datetime import date

from nextrep.domain.days import day_short
from nextrep.domain.figures import full, signed
from nextrep.domain.instruments import Instrument, Threshold, instrument
from nextrep.domain.journal import Direction
from nextrep.domain.scoring import Change, Score
from nextrep.domain.text import tr, tr_n


def total_text(of: Instrument, found: Score) -> str:
    """Return for example "14 of 27", "14 of 27 (2 answers missing)", or "no total"."""
    if found.total is None:
        return tr("no total")
    text = tr("{total} of {high}", total=found.total, high=of.highest)
    if not found.prorated:
        return text
    missing = len(of.items) - found.answered
    return tr_n("{text} ({n} answer missing)", "{text} ({n} answers missing)", missing, text=text)


def score_lines(of: Instrument, found: Score) -> list[str]:
    """Return what the answers add up to, the published band of that total, and why there is none."""
    if found.total is None or found.band is None:
        lines = [found.why]
        if found.instead is not None:
            shorter = instrument(found.instead.key)
            lines += [tr("Items 1 to 8 are the {name}.", name=shorter.title)]
            lines += score_lines(shorter, found.instead)
        return lines
    if found.answered:
        first = tr(
            "Your {name} answers add up to {total} of {high}.",
            name=of.title, total=found.total, high=of.highest,
        )  # fmt: skip
    else:
        first = tr("{name}: a total of {total} of {high}.", name=of.title, total=found.total, high=of.highest)
    lines = [first]
    if found.prorated:
        missing = len(of.items) - found.answered
        lines.append(
            tr_n(
                "{n} answer is missing and counts as the mean of the others.",
                "{n} answers are missing and count as the mean of the others.",
                missing,
            )
        )
    band = found.band
    lines.append(
        tr(
            "The published band for {low} to {high} is called “{band}” ({published}).",
            low=band.low, high=band.high, band=band.title, published=of.bands_source,
        )
    )  # fmt: skip
    return lines


def direction_text(of: Instrument) -> str:
    """Return the range with its direction: "0 to 27, lower is better"."""
    better = tr("lower is better") if of.direction is Direction.LOWER_IS_BETTER else tr("higher is better")
    return tr("0 to {high}, {better}", high=of.highest, better=better)


def change_text(found: Change) -> str:
    """Return the difference alone: "−6", "+2", "0"."""
    return signed(found.points)


def change_lines(found: Change, earlier_day: int) -> list[str]:
    """Return the difference since a day and what published sizes of change say of it."""
    since = _since(earlier_day, earlier_day + found.days)
    if found.points:
        more = tr_n("{n} point higher", "{n} points higher", abs(found.points))
        less = tr_n("{n} point lower", "{n} points lower", abs(found.points))
        lines = [
            tr("{points} than on {day}.", points=more if found.points > 0 else less, day=since),
        ]
    else:
        lines = [tr("The same total as on {day}.", day=since)]
    if not found.comparable:
        lines.append(tr("The two are less than 14 days apart, so published sizes of change do not apply."))
    lines += [_held(one, reached=True) for one in found.reached]
    lines += [_held(one, reached=False) for one in found.not_reached]
    return lines


def _since(day: int, later: int) -> str:
    """Return a day with its year where the later one is in another."""
    on = date.fromordinal(day)
    return day_short(day) if on.year == date.fromordinal(later).year else full(on)


def _held(one: Threshold, *, reached: bool) -> str:
    size = tr("At least {n} points", n=one.points) if reached else tr("Less than {n} points", n=one.points)
    return tr("{size}: {title} ({published}).", size=size, title=one.title, published=one.source)


def sizes_text(of: Instrument) -> tuple[str, str]:
    """Return the published sizes of change on two short lines with their sources: "4 (NHS)", "6 (Bischoff)".

    Sizes of the same number of points share a line. "" where there is no second one.
    """
    points = sorted({one.points for one in of.thresholds})
    lines = [
        tr(
            "{n} ({sources})",
            n=size,
            sources=", ".join(one.brief for one in of.thresholds if one.points == size),
        )
        for size in points
    ]
    first, *others = [*lines, ""]
    return first, "; ".join(one for one in others if one)


def sources_lines(of: Instrument) -> list[str]:
    """Return where the names of totals and the sizes of change of one questionnaire were published."""
    bands = [tr("{low}–{high} {band}", low=band.low, high=band.high, band=band.title) for band in of.bands]
    named = ", ".join(bands)
    lines = [tr("{name}: {bands} ({published}).", name=of.title, bands=named, published=of.bands_source)]
    lines += [
        tr("Change of {n}: {title} ({published}).", n=one.points, title=one.title, published=one.source)
        for one in of.thresholds
    ]
    if not of.thresholds:
        lines.append(tr("No size of change was published for it."))
    return lines


def only_a_professional() -> str:
    """Return the line that stands below every total."""
    return tr("Only a qualified professional can say what this means for you.")
