"""What is said about a line of help."""

from __future__ import annotations

from datetime import date

from nextrep.domain.days import listed, month_title
from nextrep.domain.safety import Channel, CrisisLine, ShownLine
from nextrep.domain.text import tr


def offline_words() -> str:
    """Return who sees what stands here (clinical.md, section 4.1, point 2)."""
    return tr("This program works offline. Nobody sees this unless you show it.")


def numbers_words(numbers: tuple[str, ...]) -> str:
    """Return numbers below each other, so that none is broken over two lines."""
    return "\n".join(number.replace(" ", "\N{NO-BREAK SPACE}") for number in numbers)


def line_words(line: CrisisLine) -> str:
    """Return who answers, how and when, as far as it is known."""
    parts = [tr(line.operator), channels_words(line.channels)]
    if line.languages:
        parts.append(listed([language_title(code) for code in line.languages]))
    if line.hours:
        parts.append(tr(line.hours))
    if line.note:
        parts.append(tr(line.note))
    return tr(" · ").join(parts)


def channels_words(channels: tuple[Channel, ...]) -> str:
    """Return how a line is reached."""
    if channels == (Channel.CALL, Channel.TEXT, Channel.CHAT):
        return tr("call, text or chat")
    if channels == (Channel.CALL, Channel.TEXT):
        return tr("call or text")
    words = {
        Channel.CALL: tr("call"),
        Channel.TEXT: tr("text"),
        Channel.CHAT: tr("chat"),
        Channel.WEB: tr("page to look at"),
    }
    return listed([words[channel] for channel in channels])


def language_title(code: str) -> str:
    """Return the name of a language of the file, the code for one that has no name here."""
    return {"en": tr("English"), "fr": tr("French"), "nl": tr("Dutch")}.get(code, code)


def checked_words(shown: ShownLine) -> str:
    """Return when a number was checked, and that it can change (clinical.md, section 4.2)."""
    if shown.corrected:
        return tr("The number is yours. Numbers can change.")
    if shown.checked_on is None:
        return tr("Numbers can change.")
    month = month_words(shown.checked_on)
    if shown.by_person:
        return tr("Checked by you in {month}. Numbers can change.", month=month)
    return tr("Checked in {month}. Numbers can change.", month=month)


def month_words(day: date) -> str:
    """Return a month with its year."""
    return tr("{month} {year}", month=month_title(day.month), year=day.year)
