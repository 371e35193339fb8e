"""Words that are looked for in the journal, and where they stand in a text.

A word is what SQLite's tokenizer unicode61 takes for one: letters and digits, case and accents folded.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache

from nextrep.domain.light_markdown import without_marks

MOST_WORDS, MOST_WORD_CHARS = 12, 60
"""More than that nobody looks for; a chapter that was pasted into the field is cut there."""
Span = tuple[int, int]

_LONGEST_SHOWN = 2_000
"""No list has room for more of a line."""
_LEAD = 18
"""Letters that stay before the first found word when the beginning of a long line is left out."""


def clean(typed: str) -> str:
    """Return what was typed without signs that are no text: control signs are blanks, half characters go."""
    whole = typed.encode("utf-8", "ignore").decode("utf-8")
    return "".join(" " if unicodedata.category(sign) == "Cc" else sign for sign in whole).strip()


def searched_words(typed: str) -> tuple[str, ...]:
    """Return the words of a search; what has neither letter nor digit is none, and none comes twice."""
    parts = (part[:MOST_WORD_CHARS] for part in clean(typed).split())
    words = (part for part in parts if any(map(str.isalnum, part)))
    return tuple(dict.fromkeys(words))[:MOST_WORDS]


@lru_cache(maxsize=2048)
def _folded_sign(sign: str) -> str:
    bare = "".join(part for part in unicodedata.normalize("NFD", sign) if not unicodedata.combining(part))
    return bare.lower()


def folded(text: str) -> str:
    """Return a text as the index sees it: no capitals, no accents."""
    return text.lower() if text.isascii() else "".join(map(_folded_sign, text))


def spans(text: str, words: Iterable[str], part: str = "") -> tuple[Span, ...]:
    """Return where words that begin with one of `words` stand in a text, in order and never overlapping.

    Args:
        text: the text.
        words: as `searched_words` gives them; of one with signs in it each part is marked.
        part: a text to be marked as it is, for what is no word.
    """
    wanted = tuple({one for word in words for one in _tokens(folded(word))})
    found = [span for span in _word_spans(text) if folded(text[span[0] : span[1]]).startswith(wanted)]
    place = text.find(part) if part else -1
    while place >= 0:
        found.append((place, place + len(part)))
        place = text.find(part, place + len(part))
    return _merged(sorted(found)) if wanted or part else ()


def _tokens(text: str) -> list[str]:
    return [text[start:end] for start, end in _word_spans(text)]


def _word_spans(text: str) -> list[Span]:
    found: list[Span] = []
    start = -1
    for place, sign in enumerate(text):
        # An accent on its own belongs to the letter before it.
        inside = sign.isalnum() or (start >= 0 and bool(unicodedata.combining(sign)))
        if inside and start < 0:
            start = place
        elif not inside and start >= 0:
            found.append((start, place))
            start = -1
    if start >= 0:
        found.append((start, len(text)))
    return found


def _merged(found: list[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in found:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def shown_line(text: str, words: Iterable[str] = (), part: str = "") -> tuple[str, tuple[Span, ...]]:
    """Return the line that stands for an entry, and where what was looked for stands in it.

    It is the line with the most of the words, the first one that is not blank when there are none, and it
    comes without the marks of light Markdown. A line whose first found word is far from its beginning begins
    shortly before that word.
    """
    words = tuple(words)
    if not words and not part:
        return _first_line(text), ()
    lines = [shown for line in text.splitlines() if (shown := _bare(line, part))]
    if not lines:
        return "", ()
    best, marked = lines[0], spans(lines[0], words, part)
    for line in lines[1:]:
        if len(marked) >= max(1, len(words)):
            break
        other = spans(line, words, part)
        if len(other) > len(marked):
            best, marked = line, other
    return _from_the_words(best, marked)


def _first_line(text: str) -> str:
    """Return the first line that has words, without its marks; a long text is not taken apart for it."""
    start = 0
    while start < len(text):
        end = text.find("\n", start)
        piece = text[start : end if end >= 0 else len(text)]
        for line in piece.splitlines():
            if shown := without_marks(line[:_LONGEST_SHOWN]):
                return shown
        start += len(piece) + 1
    return ""


def _bare(line: str, part: str) -> str:
    """Return a line without its marks, or with them where only so it holds what was looked for."""
    shown = without_marks(line)
    return line.strip() if part in line and part not in shown else shown


def _from_the_words(line: str, marked: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    if not marked or marked[0][0] <= 2 * _LEAD:
        return line, marked
    starts = [start for start, _end in _word_spans(line)]
    cut = starts[min(bisect_left(starts, marked[0][0] - _LEAD), len(starts) - 1)]
    cut = min(cut, marked[0][0])
    return f"… {line[cut:]}", tuple((start - cut + 2, end - cut + 2) for start, end in marked)
