"""Words, numbers, days and weeks of a program file, as text and back.

Every reader raises UserError with plain words; nothing is guessed. Ranges are those of the domain.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from nextrep.domain.errors import UserError
from nextrep.domain.plan_weeks import LONGEST_PLAN
from nextrep.domain.text import tr
from nextrep.exchange.program_file.words import NO, WEEKDAYS, YES

E = TypeVar("E", bound=StrEnum)

_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Signs that turn the direction of what follows (UAX 9), so that it reads as something else."""


def tidy(text: str) -> str:
    """Return a text with single blanks and plain dashes, as ranges and units are read."""
    return " ".join(text.replace("–", "-").replace("−", "-").split())


def words(text: str, most: int, *, lines: bool = False) -> str:
    """Read words of a person.

    Raises:
        UserError: there are more than `most` characters.
    """
    kept = "".join(c if not _control(c) or (lines and c == "\n") else " " for c in text).strip()
    if len(kept) > most:
        raise UserError(tr("This text has {n} characters; {most} is the most.", n=len(kept), most=most))
    return kept


def whole(text: str, low: int, high: int) -> int:
    """Read a whole number within a range.

    Raises:
        UserError: it is none, or outside.
    """
    clean = tidy(text)
    if not re.fullmatch(r"[0-9]{1,9}", clean) or not low <= int(clean) <= high:
        raise UserError(
            tr("“{text}” is not a whole number from {low} to {high}.", text=short(text), low=low, high=high)
        )
    return int(clean)


def span(text: str, low: int, high: int) -> tuple[int, int | None]:
    """Read "8-12", "8" or "8+" (8 or more).

    Raises:
        UserError: it is none of these, upside down or outside of the range.
    """
    found = re.fullmatch(r"([0-9]{1,6})(?: ?(\+)| ?- ?([0-9]{1,6}))?", tidy(text))
    if found is None:
        raise UserError(tr("“{text}” is not a number like 8 or a range like 8-12.", text=short(text)))
    first = int(found[1])
    last = None if found[2] else int(found[3] or first)
    if not low <= first <= high or (last is not None and last > high):
        raise UserError(tr("“{text}” lies outside {low} to {high}.", text=short(text), low=low, high=high))
    if last is not None and last < first:
        raise UserError(tr("“{text}” is upside down: the lower number comes first.", text=short(text)))
    return first, last


def span_text(low: int, high: int | None) -> str:
    """Write what `span` reads."""
    if high is None:
        return f"{low}+"
    return str(low) if low == high else f"{low}-{high}"


def day(text: str) -> int:
    """Read a weekday: "Monday" is 0, "Sun" is 6.

    Raises:
        UserError: it is none.
    """
    clean = tidy(text).lower()
    for number, name in enumerate(WEEKDAYS):
        if clean in (name.lower(), name[:3].lower()):
            return number
    raise UserError(tr("“{text}” is not a weekday like Monday.", text=short(text)))


def time_of_day(text: str) -> int:
    """Read the minute of the day from "18:30".

    Raises:
        UserError: it is none.
    """
    found = re.fullmatch(r"([0-9]{1,2}):([0-9]{2})", tidy(text))
    if found is None or int(found[1]) > 23 or int(found[2]) > 59:
        raise UserError(tr("“{text}” is not a time of day like 18:30.", text=short(text)))
    return int(found[1]) * 60 + int(found[2])


def time_text(minute: int) -> str:
    """Write what `time_of_day` reads."""
    return f"{minute // 60}:{minute % 60:02}"


def weeks(text: str) -> tuple[int, ...]:
    """Read "1-4" or "1, 3, 5-7".

    Raises:
        UserError: a part is no week or outside 1 to LONGEST_PLAN, or a week comes twice.
    """
    found: list[int] = []
    for part in tidy(text).split(","):
        try:
            first, last = span(part, 1, LONGEST_PLAN)
        except UserError:
            last = first = 0
        if not first or last is None:
            raise UserError(
                tr("“{text}” are not weeks from 1 to {n}, like 1-4.", text=short(text), n=LONGEST_PLAN)
            )
        found += range(first, last + 1)
        if len(found) > LONGEST_PLAN or len(set(found)) < len(found):
            raise UserError(tr("“{text}” names a week twice.", text=short(text)))
    return tuple(found)


def weeks_text(numbers: Iterable[int]) -> str:
    """Write what `weeks` reads."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(span_text(run[0], run[-1]) for run in runs)


def yes_or_no(text: str) -> bool:
    """Read "yes" or "no".

    Raises:
        UserError: it is neither.
    """
    clean = tidy(text).lower()
    if clean not in (YES, NO):
        raise UserError(tr("“{text}” is neither yes nor no.", text=short(text)))
    return clean == YES


def choice(text: str, kind: type[E]) -> E:
    """Read one of several words.

    Raises:
        UserError: it is none of them; the message lists them.
    """
    clean = tidy(text).lower()
    for one in kind:
        if clean == str(one).lower():
            return one
    raise UserError(tr("“{text}” is none of: {words}.", text=short(text), words=_listed(list(kind))))


def short(text: str) -> str:
    """Return a text as a message quotes it: on one line, and cut when it is long."""
    clean = " ".join(text.split())
    return clean if len(clean) <= 40 else clean[:39] + "…"


def _listed(options: Sequence[str]) -> str:
    return ", ".join(map(str, options))


def _control(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Cs") or letter in _TURNING
