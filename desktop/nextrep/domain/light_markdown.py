"""Light Markdown: what a line of an entry shows strong, slanted or as a list, and the line without its marks.

A small part of CommonMark (0.31): `# ` to `###### ` headings, `> ` quotes, `- `, `* ` and `1. ` lists,
`**strong**`, `*emphasis*` and `` `code` ``. Narrower in one thing: stars count at the edges of words only, so
that 2*3*4 and what a search takes for one word stay as they are. Each line stands for itself and costs time
in proportion to its length, so that a key in a long text asks for one line only. The text is never changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_HEAD = re.compile(r"[ \t]{0,12}(?:(#{1,6})[ \t]+(?=\S)|(>)[ \t]?|([-*]|\d{1,9}[.)])[ \t]+)")
_ITEM = re.compile(r"([ \t]*)([-*]|(\d{1,9})([.)]))([ \t]+)")
_INLINE = re.compile(r"`|\*+")
_MOST_STARS = 3


class Look(StrEnum):
    """How a part of a line looks."""

    MARK = "mark"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    HEADING = "heading"
    QUOTE = "quote"
    UNKNOWN = "unknown"
    """A word that the dictionary does not know; no mark makes one, see domain.spelling."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a line and its look: characters `start` to `end`, and 1-6 for the level of a heading."""

    start: int
    end: int
    look: Look
    level: int = 0


def looks(line: str) -> tuple[Part, ...]:
    """Return the parts of a line that look other than plain text; they may lie within each other."""
    found: list[Part] = []
    begin = _head(line, found)
    if "*" in line or "`" in line:
        _inline(line, begin, found)
    return tuple(found)


def _head(line: str, found: list[Part]) -> int:
    """Add what the beginning of a line makes of it; return where its words begin."""
    head = _HEAD.match(line)
    if head is None:
        return 0
    hashes, quote, item = head.group(1), head.group(2), head.group(3)
    if hashes:
        found.append(Part(head.end(), len(line), Look.HEADING, len(hashes)))
    elif quote:
        found.append(Part(head.end(), len(line), Look.QUOTE))
    mark = hashes or quote or item
    start = line.index(mark)
    found.append(Part(start, start + len(mark), Look.MARK))
    return head.end()


def _inline(line: str, begin: int, found: list[Part]) -> None:
    """Add strong words, emphasis and code, in one walk over the stars and backticks of a line."""
    last_tick = line.rfind("`")
    opened: dict[int, int] = {}
    code_from = -1
    for sign in _INLINE.finditer(line, begin):
        start, end = sign.span()
        if line[start] == "`":
            if code_from >= 0:
                _add(found, code_from, start, 1, Look.CODE)
                code_from = -1
            elif start < last_tick and line[end] != "`":
                code_from = start
        elif code_from < 0 and end - start <= _MOST_STARS:
            _stars(line, start, end - start, opened, found)


def _stars(line: str, start: int, count: int, opened: dict[int, int], found: list[Part]) -> None:
    """Take one to three stars as the end of what was opened, or as an opening."""
    before = line[start - 1] if start else " "
    after = line[start + count] if start + count < len(line) else " "
    if count in opened and not before.isspace() and not after.isalnum():
        begun = opened.pop(count)
        for look, least in ((Look.STRONG, 2), (Look.EMPHASIS, 1)):
            if count in {least, _MOST_STARS}:
                found.append(Part(begun + count, start, look))
        found += (Part(begun, begun + count, Look.MARK), Part(start, start + count, Look.MARK))
        for other in [other for other, place in opened.items() if place > begun]:
            del opened[other]
    elif not after.isspace() and not before.isalnum():
        opened[count] = start


def _add(found: list[Part], begun: int, start: int, width: int, look: Look) -> None:
    found += (
        Part(begun + width, start, look),
        Part(begun, begun + width, Look.MARK),
        Part(start, start + width, Look.MARK),
    )


def without_marks(line: str) -> str:
    """Return a line as it is shown in a list: no marks, and no blanks at its ends.

    The number of a list item stays: it says something, and "22. November" is no list.
    """
    if not any(sign in line for sign in "*`#>-"):
        return line.strip()
    kept, place = [], 0
    marks = [part for part in looks(line) if part.look is Look.MARK]
    for part in sorted(marks, key=lambda part: part.start):
        if not line[part.start].isdigit():
            kept.append(line[place : part.start])
            place = part.end
    kept.append(line[place:])
    return "".join(kept).strip()


@dataclass(frozen=True, slots=True)
class ListItem:
    """The beginning of a list item.

    Attributes:
        width: characters before its words.
        following: what the next item begins with.
        empty: whether there are no words in it.
    """

    width: int
    following: str
    empty: bool


def list_item(line: str) -> ListItem | None:
    """Return how a line begins as a list item, None where it is none."""
    head = _ITEM.match(line)
    if head is None:
        return None
    indent, mark, number, dot, gap = head.groups()
    following = f"{int(number) + 1}{dot}" if number else mark
    return ListItem(head.end(), f"{indent}{following}{gap}", not line[head.end() :].strip())


def wrapped(text: str, mark: str) -> str:
    """Return a part of a line with a mark at both ends of its words; words that have it already lose it.

    Blanks at the ends stay outside, where the mark would not count, and so does the beginning of a list item.
    """
    item = list_item(text)
    start = item.width if item else len(text) - len(text.lstrip())
    end = max(start, len(text.rstrip()))
    words = text[start:end]
    inner = words[len(mark) : -len(mark)] if _has(words, mark) else f"{mark}{words}{mark}"
    return f"{text[:start]}{inner}{text[end:]}"


def _has(words: str, mark: str) -> bool:
    if len(words) <= 2 * len(mark) or not (words.startswith(mark) and words.endswith(mark)):
        return False
    stars = len(words) - len(words.lstrip("*"))
    return stars in {len(mark), _MOST_STARS}
