"""The quick line: a night as people write it, such as "slept 23:10–6:50, woke once".

The line is read from left to right. A word says what comes next ("bed", "asleep", "woke", "up", "nap") or
what came just before ("20 min awake"); two times with a dash are falling asleep and waking where nothing else
is said. What is not understood is named with its place; nothing is guessed from it.
"""

from __future__ import annotations

from nextrep.domain import sleep_hints as hints
from nextrep.domain.sleep import MAX_AWAKE_MIN
from nextrep.domain.sleep_check import MAX_QUALITY, MAX_WAKINGS
from nextrep.domain.sleep_lengths import assembled
from nextrep.domain.sleep_line import CLOCK_OF, LENGTH_OF, UNTIL_OF, Problem, SleepText
from nextrep.domain.sleep_words import KEYS, Part, Piece, as_clock, pieces

MAX_LINE_CHARS = 400
_COUNTED = frozenset({Part.WOKE, Part.WAKINGS, Part.AWAKE, Part.UP})
_HIGHEST = {
    "sol": MAX_AWAKE_MIN,
    "waso": MAX_AWAKE_MIN,
    "nap": MAX_AWAKE_MIN,
    "awakenings": MAX_WAKINGS,
    "quality": MAX_QUALITY,
}
_DAY_MIN = 24 * 60
_LONGEST_SOL = 180
"""Beyond this, "asleep 7 h" is surely the length of the night and not the wait for it."""
_HALF_DAY_H = 12
"""From here on, "awake 20" is minutes."""
_LIKELY_WAKINGS = 3
"""Up to this a bare number after "woke" is how often; from it on it may be a time."""


def read_night(text: str) -> SleepText:
    """Read a quick line; no text is refused, see `SleepText.problems`."""
    if len(text) > MAX_LINE_CHARS:
        start, hint = MAX_LINE_CHARS, hints.too_long(MAX_LINE_CHARS)
        return SleepText(problems=[Problem(start, len(text), text[start : start + 20], hint)])
    return _Reader(text).read()


class _Reader:
    """Goes through the pieces once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cut = assembled(text, pieces(text))
        self._at = 0
        self._key: Part | None = None
        self._before: Part | None = None
        self._link: Part | None = None
        self._counted = self._ranges = 0
        self._result = SleepText()

    def read(self) -> SleepText:
        """Read all of it."""
        while self._at < len(self._cut):
            piece = self._cut[self._at]
            self._at += 1
            self._take(piece)
        return self._result

    def _take(self, piece: Piece) -> None:
        if piece.part in KEYS:
            self._begin(piece)
        elif piece.part is Part.BREAK:
            self._before, self._key, self._link = self._key or self._before, None, None
        elif piece.part in (Part.AT, Part.IN, Part.FOR) or (piece.part is Part.TO and piece.value):
            self._link = piece.part
        elif piece.part is Part.LENGTH:
            self._length(piece)
        elif piece.part is Part.COUNT:
            self._count(piece)
        elif piece.part is Part.OF_TEN:
            self._rated(piece)
        elif piece.part in (Part.CLOCK, Part.NUMBER):
            self._figure(piece)
        elif piece.part is Part.EACH:
            self._each(piece)
        elif piece.part in (Part.UNKNOWN, Part.NO_SLEEP):
            self._unknown(piece)

    def _begin(self, piece: Piece) -> None:
        self._key, self._link, self._counted, self._ranges = piece.part, None, 0, 0
        if piece.part is Part.UNBROKEN:
            self._set("awakenings", 0, piece)
        elif piece.part is Part.NO_NAP:
            self._set("nap", 0, piece)

    def _unknown(self, piece: Piece) -> None:
        """Words that stand together are named together; how a night without sleep is written is said."""
        if piece.part is Part.NO_SLEEP:
            self._problem(piece, hints.no_sleep())
            return
        end = piece.end
        while self._at < len(self._cut) and self._cut[self._at].part is Part.UNKNOWN:
            end = self._cut[self._at].end
            self._at += 1
        whole = Piece(Part.UNKNOWN, piece.start, end)
        if self._text[whole.start : whole.end][0].isdigit():
            self._problem(whole, hints.no_time())
            return
        self._problem(whole, hints.not_understood())

    def _figure(self, piece: Piece) -> None:
        """Read a time or a bare number: a range, a time or a figure, by what stands around it."""
        begin, end = as_clock(self._text, piece), self._range_end()
        if begin is not None and end is not None:
            self._at += 2
            self._range(begin, end)
        elif piece.part is Part.CLOCK:
            self._clock(piece)
        else:
            self._number(piece)

    def _range_end(self) -> Piece | None:
        """Return the time after a dash that comes next."""
        following = self._cut[self._at : self._at + 2]
        if len(following) < 2 or following[0].part is not Part.TO:
            return None
        return as_clock(self._text, following[1])

    def _range(self, begin: Piece, end: Piece) -> None:
        whole = Piece(Part.CLOCK, begin.start, end.end)
        length = int(end.value - begin.value) % (_DAY_MIN if begin.sure and end.sure else _DAY_MIN // 2)
        key = self._before if self._key is None and self._ranges else self._key
        if key in _COUNTED:
            self._add("waso", length, whole)
            self._add("awakenings", 1, whole)
            self._ranges += 1
        elif key is Part.NAP:
            self._add("nap", length, whole)
            self._ranges += 1
        elif key in (Part.QUALITY, Part.FALLING):
            self._problem(whole, hints.range_of_what())
        else:
            start = CLOCK_OF[self._key] if self._key in (Part.BED, Part.TRIED) else "asleep"
            self._set_clock(start, begin)
            self._set_clock("out_of_bed" if self._key is Part.BED else "final_wake", end)

    def _clock(self, piece: Piece) -> None:
        key, link = self._key, self._link
        ahead = self._key_ahead()
        self._link = None
        if key in _COUNTED and self._counted:
            self._problem(piece, hints.which_waking())
        elif key in UNTIL_OF and link is Part.TO:
            self._set_clock(UNTIL_OF[key], piece)
        elif key in CLOCK_OF:
            self._set_clock(CLOCK_OF[key], piece)
        elif ahead in CLOCK_OF:
            self._set_clock(CLOCK_OF[ahead], piece)
        else:
            self._problem(piece, hints.which_nap() if key is Part.NAP else hints.which_time())

    def _number(self, piece: Piece) -> None:
        """Read a bare number by the word that it goes with."""
        key, value, clock = self._key or self._key_ahead(), piece.value, as_clock(self._text, piece)
        at = self._link is Part.AT
        if key is Part.QUALITY:
            self._rated(piece)
        elif _is_minutes(key, self._link, value, clock):
            self._length(piece)
        elif key is Part.WAKINGS or (key is Part.WOKE and not at and value <= _LIKELY_WAKINGS):
            self._count(piece)
        elif key in (Part.WOKE, Part.AWAKE) and not at and value <= _DAY_MIN // 60:
            self._problem(piece, hints.time_or_number(self._text[piece.start : piece.end]))
        elif key in CLOCK_OF and clock is not None:
            self._clock(clock)
        else:
            self._problem(piece, hints.which_number())

    def _length(self, piece: Piece) -> None:
        field = self._length_of(piece)
        if field is not None:
            put = self._add if field == "nap" else self._set
            put(field, round(piece.value), piece)
        elif self._key in (Part.SLEPT, Part.ASLEEP, Part.BED, Part.TRIED):
            self._problem(piece, hints.times_instead())
        else:
            self._problem(piece, hints.which_length())

    def _length_of(self, piece: Piece) -> str | None:
        """Return what a length is of: by the word before it, the word after it, or what was told last."""
        key, ahead = self._key, self._key_ahead()
        field = LENGTH_OF.get(key) if key is not None else None
        if key is Part.ASLEEP and self._link is not Part.IN and piece.value > _LONGEST_SOL:
            field = None
        alone = key is Part.UP and self._link is None and not self._counted
        if (field is None or alone) and ahead is not None and ahead is not Part.ASLEEP:
            field = LENGTH_OF.get(ahead, field)
        if field is None and key is None and self._before in _COUNTED:
            return "waso"
        return field

    def _count(self, piece: Piece) -> None:
        keys = (self._key, self._key_ahead(), self._before)
        if any(key in _COUNTED for key in keys) and piece.value == int(piece.value):
            self._set("awakenings", int(piece.value), piece)
            self._counted = int(piece.value)
        else:
            self._problem(piece, hints.which_count())

    def _rated(self, piece: Piece) -> None:
        if piece.value == int(piece.value):
            self._set("quality", int(piece.value), piece)
        else:
            self._problem(piece, hints.whole_quality())

    def _each(self, piece: Piece) -> None:
        said = self._result.said
        if "waso" in said and "awakenings" in said:
            self._set("waso", said["waso"] * said["awakenings"], piece, again=True)
        else:
            self._problem(piece, hints.each())

    def _key_ahead(self) -> Part | None:
        """Return the word that belongs to a value before it: "20 min awake"."""
        for piece in self._cut[self._at :]:
            if piece.part in KEYS:
                return piece.part
            if piece.part not in (Part.FILLER, Part.IN):
                return None
        return None

    def _set_clock(self, field: str, piece: Piece) -> None:
        if self._set(field, int(piece.value), piece) and not piece.sure:
            self._result.unsure.add(field)

    def _add(self, field: str, value: int, piece: Piece) -> None:
        """Add to what was said before: a second nap, another waking."""
        self._set(field, self._result.said.get(field, 0) + value, piece, again=True)

    def _set(self, field: str, value: int, piece: Piece, *, again: bool = False) -> bool:
        """Keep a value; another one than before is a contradiction unless it is set `again` on purpose."""
        said, highest = self._result.said, _HIGHEST.get(field)
        if highest is not None and value > highest:
            self._problem(piece, hints.too_much(highest))
        elif not again and said.get(field, value) != value:
            self._problem(piece, hints.said_twice())
        else:
            said[field] = value
            return True
        return False

    def _problem(self, piece: Piece, hint: str) -> None:
        self._result.problems.append(
            Problem(piece.start, piece.end, self._text[piece.start : piece.end], hint)
        )


def _is_minutes(key: Part | None, link: Part | None, value: float, clock: Piece | None) -> bool:
    """Tell whether a bare number is in minutes; `clock` is the number as a time, if it can be one."""
    if key is Part.ASLEEP:
        return link is Part.IN or clock is None
    if key is Part.AWAKE:
        return link is Part.FOR or (link is not Part.AT and _HALF_DAY_H < value < 100)
    return key in (Part.NAP, Part.FALLING)
