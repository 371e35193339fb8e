"""Days and times of day in the person's language."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from nextrep.domain.text import tr


def day_text(day: int, today: int) -> str:
    """Return a date ordinal as "Sunday 22 November", with the year where it is not that of `today`."""
    same_year = date.fromordinal(day).year == date.fromordinal(today).year
    return _written(day, tr("dddd d MMMM") if same_year else tr("dddd d MMMM yyyy"))


def short_day_text(day: int, today: int) -> str:
    """Return a date ordinal as "Sat 21 Nov", with the year where it is not that of `today`."""
    same_year = date.fromordinal(day).year == date.fromordinal(today).year
    return _written(day, tr("ddd d MMM") if same_year else tr("d MMM yyyy"))


def date_text(day: int) -> str:
    """Return a date ordinal as "22 November"."""
    return _written(day, tr("d MMMM"))


def month_text(day: int) -> str:
    """Return the month of a date ordinal as "November 2026"."""
    return _written(day, tr("MMMM yyyy"))


def time_text(moment: datetime) -> str:
    """Return the time of day of a moment as "09:41"."""
    return QLocale().toString(QTime(moment.hour, moment.minute), tr("HH:mm"))


def _written(day: int, form: str) -> str:
    given = date.fromordinal(day)
    return QLocale().toString(QDate(given.year, given.month, given.day), form)
