"""Dates and figures as words, the same on every machine whatever its locale."""

from __future__ import annotations

from datetime import date

from nextrep.domain.days import day_short, month_short
from nextrep.domain.text import tr, tr_n


def weekday(day: date) -> str:
    """Return two letters for the day of the week."""
    names = (tr("Mo"), tr("Tu"), tr("We"), tr("Th"), tr("Fr"), tr("Sa"), tr("Su"))
    return names[day.weekday()]


def day_month(day: date) -> str:
    """Return for example "2 Mar"."""
    return day_short(day.toordinal())


def full(day: date) -> str:
    """Return for example "2 Mar 2026"."""
    return tr("{day} {month} {year}", day=day.day, month=month_short(day.month), year=day.year)


def period(first: date, last: date) -> str:
    """Return for example "2 Mar – 24 May 2026 (12 weeks)"."""
    if first == last:
        return tr("{day} ({length})", day=full(first), length=length(first, last))
    start = day_month(first) if first.year == last.year else full(first)
    return tr("{first} – {last} ({length})", first=start, last=full(last), length=length(first, last))


def length(first: date, last: date) -> str:
    """Return the length of a period, both days included, in the unit that reads best."""
    days = (last - first).days + 1
    if days >= 2 * 365:
        return tr("about {n} years", n=round(days / 365.25))
    if days >= 14 and days % 7 == 0:
        return tr("{n} weeks", n=days // 7)
    return tr_n("{n} day", "{n} days", days)


def number(value: float, places: int = 1) -> str:
    """Return a number with at most `places` decimals and no needless zeros, for example "6.5"."""
    text = f"{value:.{places}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def signed(value: int) -> str:
    """Return a whole number with its sign: "−3", "0", "+2"."""
    return f"+{value}" if value > 0 else f"−{-value}" if value < 0 else "0"


def clock(minutes: float) -> str:
    """Return a length of time as hours and minutes, for example "7:05"."""
    hours, rest = divmod(round(minutes), 60)
    return f"{hours}:{rest:02d}"


def duration_text(minutes: int) -> str:
    """Return for example "7 h 10 min"."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return tr("{m} min", m=rest)
    return tr("{h} h {m} min", h=hours, m=rest) if rest else tr("{h} h", h=hours)
