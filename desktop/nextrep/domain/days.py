"""Dates in words, in the language of the program and not of the computer."""

from __future__ import annotations

from datetime import date

from nextrep.domain.text import kept, tr


@kept
def weekday_title(weekday: int) -> str:
    """Return the name of a weekday, 0 = Monday to 6 = Sunday."""
    return (
        tr("Monday"),
        tr("Tuesday"),
        tr("Wednesday"),
        tr("Thursday"),
        tr("Friday"),
        tr("Saturday"),
        tr("Sunday"),
    )[weekday]


@kept
def weekday_short(weekday: int) -> str:
    """Return the short name of a weekday, 0 = Monday to 6 = Sunday."""
    return (tr("Mon"), tr("Tue"), tr("Wed"), tr("Thu"), tr("Fri"), tr("Sat"), tr("Sun"))[weekday]


@kept
def month_title(month: int) -> str:
    """Return the name of a month, 1 = January to 12 = December."""
    return (
        tr("January"),
        tr("February"),
        tr("March"),
        tr("April"),
        tr("May"),
        tr("June"),
        tr("July"),
        tr("August"),
        tr("September"),
        tr("October"),
        tr("November"),
        tr("December"),
    )[month - 1]


@kept
def month_short(month: int) -> str:
    """Return the short name of a month, 1 = January to 12 = December."""
    return (
        tr("Jan"),
        tr("Feb"),
        tr("Mar"),
        tr("Apr"),
        tr("May"),
        tr("Jun"),
        tr("Jul"),
        tr("Aug"),
        tr("Sep"),
        tr("Oct"),
        tr("Nov"),
        tr("Dec"),
    )[month - 1]


def day_title(day: int, *, with_year: bool = False) -> str:
    """Return a date ordinal as for example "Wednesday 25 November", or with its year."""
    on = date.fromordinal(day)
    text = tr(
        "{weekday} {day} {month}",
        weekday=weekday_title(on.weekday()),
        day=on.day,
        month=month_title(on.month),
    )
    return tr("{date} {year}", date=text, year=on.year) if with_year else text


@kept
def day_short(day: int) -> str:
    """Return a date ordinal as for example "25 Nov"."""
    on = date.fromordinal(day)
    return tr("{day} {month}", day=on.day, month=month_short(on.month))


def listed(words: tuple[str, ...] | list[str]) -> str:
    """Join words as in a sentence: "Monday, Wednesday and Friday"."""
    if len(words) < 2:
        return "".join(words)
    return tr("{some} and {last}", some=", ".join(words[:-1]), last=words[-1])


def same_day_before(day: int, years: int) -> list[int]:
    """Return the same date (29 February in leap years only) in each of the `years` years before; ordinals."""
    at = date.fromordinal(day)
    found = []
    for year in range(at.year - 1, max(1, at.year - years) - 1, -1):
        try:
            found.append(at.replace(year=year).toordinal())
        except ValueError:
            continue
    return found
