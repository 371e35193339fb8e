"""Fitting text: wrapping, shortening, and characters that the typeface does not have."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

from nextrep.domain.series import Series
from nextrep.reports.bidi import shaped
from nextrep.reports.fonts import has_letterform, in_typeface, width_of
from nextrep.reports.styles import TextStyle

ELLIPSIS = "…"
SUBSTITUTE = "?"
_PLAIN = {
    "\u2192": "->",
    "\u2190": "<-",
    "\u2212": "-",
    "\u2265": ">=",
    "\u2264": "<=",
    "\u2011": "-",
    "\u25cf": "\u2022",
}
"""Signs that Noto Sans lacks and that plain ones say as well."""
_LONGEST_LINE = 400
"""No line of paper holds more characters than this; the rest need not be measured."""

T = TypeVar("T")


def printable(text: str) -> tuple[str, bool]:
    """Return `text` on one line as the typeface can show it, and whether anything had to be replaced.

    Invisible characters (joiners, direction marks, emoji selectors) go; a character without a
    letterform becomes "?".
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split()), False
    shown: list[str] = []
    replaced = False
    for character in shaped(unicodedata.normalize("NFC", text)):
        category = unicodedata.category(character)
        if character.isspace() or category == "Cc":
            shown.append(" ")
        elif category == "Cf" or "\ufe00" <= character <= "\ufe0f":
            continue
        elif character in _PLAIN:
            shown.append(plain(character))
        elif has_letterform(character):
            shown.append(character)
        else:
            shown.append(SUBSTITUTE)
            replaced = True
    return " ".join("".join(shown).split()), replaced


def plain(text: str) -> str:
    """Return text with signs that our typeface lacks as plain ones that say as much: "→" as "->"."""
    if text.isascii():
        return text
    return "".join(_PLAIN[sign] if sign in _PLAIN and not in_typeface(sign) else sign for sign in text)


def printable_content(content: T) -> tuple[T, bool]:
    """Return a dataclass with every text in it printable, and whether anything had to be replaced."""
    if isinstance(content, str):
        return printable(content)  # type: ignore[return-value]
    if isinstance(content, tuple):
        pairs = [printable_content(part) for part in content]
        return tuple(part for part, _ in pairs), any(hit for _, hit in pairs)  # type: ignore[return-value]
    if isinstance(content, Series):
        title, first = printable(content.title)
        detail, second = printable(content.detail)
        return replace(content, title=title, detail=detail), first or second
    if is_dataclass(content) and not isinstance(content, type):
        found = {field.name: printable_content(getattr(content, field.name)) for field in fields(content)}
        changed = {name: value for name, (value, _) in found.items()}
        return replace(content, **changed), any(hit for _, hit in found.values())
    return content, False


def shorten(text: str, width: float, style: TextStyle) -> str:
    """Return `text`, cut with an ellipsis if it is wider than `width` points."""
    text = text[:_LONGEST_LINE]
    if width_of(text, style.face, style.size) <= width:
        return text
    room = width - width_of(ELLIPSIS, style.face, style.size)
    return text[: _fitting(text, room, style)].rstrip() + ELLIPSIS


def wrap(text: str, width: float, style: TextStyle, most: int) -> list[str]:
    """Break `text` into at most `most` lines of `width` points; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    line = ""
    for word in _words(text, width, style):
        joined = f"{line} {word}" if line else word
        if width_of(joined, style.face, style.size) <= width:
            line = joined
            continue
        if len(lines) == most - 1:
            lines.append(shorten(joined, width, style))
            return lines
        lines.append(line)
        line = word
    return [*lines, line] if line else lines


def wrap_all(text: str, width: float, style: TextStyle) -> list[str]:
    """Break text of any length into lines of `width` points, in time proportional to its length."""
    blank = width_of(" ", style.face, style.size)
    lines: list[str] = []
    line: list[str] = []
    used = 0.0
    for word in _words(text, width, style):
        taken = width_of(word, style.face, style.size)
        if line and used + blank + taken > width:
            lines.append(" ".join(line))
            line, used = [], 0.0
        used += taken + (blank if line else 0.0)
        line.append(word)
    return [*lines, " ".join(line)] if line else lines


def _words(text: str, width: float, style: TextStyle) -> Iterator[str]:
    for word in text.split():
        rest = word
        while width_of(rest[:_LONGEST_LINE], style.face, style.size) > width:
            cut = max(_fitting(rest[:_LONGEST_LINE], width, style), 1)
            yield rest[:cut]
            rest = rest[cut:]
        if rest:
            yield rest


def _fitting(text: str, width: float, style: TextStyle) -> int:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(text[:middle], style.face, style.size) <= width:
            low = middle
        else:
            high = middle - 1
    return low
