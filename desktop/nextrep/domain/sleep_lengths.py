"""Numbers of the quick line put together with what stands around them: "1 h 20 min", "2x", "7/10"."""

from __future__ import annotations

from nextrep.domain.sleep_words import Part, Piece

_OF_TEN = 10
_LONG_NIGHT_MIN = 14 * 60
"""Below this, "slept 7h20" says how long rather than when."""


def assembled(text: str, cut: list[Piece]) -> list[Piece]:
    """Return the pieces with lengths, counts and marks out of ten as one piece each."""
    found: list[Piece] = []
    index = 0
    while index < len(cut):
        piece, used = _number_with(text, cut, index)
        found.append(piece)
        index += used
    return found


def _number_with(text: str, cut: list[Piece], at: int) -> tuple[Piece, int]:
    piece = cut[at]
    if piece.part is Part.CLOCK and "h" in text[piece.start : piece.end].lower() and _is_length(cut, at):
        return Piece(Part.LENGTH, piece.start, piece.end, piece.value), 1
    if piece.part is Part.LENGTH:
        return _with_minutes(cut, at, piece, 1)
    if piece.part is not Part.NUMBER:
        return piece, 1
    after = _part(cut, at + 1)
    if after is Part.HOUR:
        return _with_minutes(cut, at, Piece(Part.LENGTH, piece.start, cut[at + 1].end, 60 * piece.value), 2)
    if after is Part.MINUTE:
        return Piece(Part.LENGTH, piece.start, cut[at + 1].end, piece.value), 2
    if after is Part.TIMES:
        return Piece(Part.COUNT, piece.start, cut[at + 1].end, piece.value), 2
    if after is Part.OUT_OF and _part(cut, at + 2) is Part.NUMBER and cut[at + 2].value == _OF_TEN:
        return Piece(Part.OF_TEN, piece.start, cut[at + 2].end, piece.value), 3
    return piece, 1


def _with_minutes(cut: list[Piece], at: int, hours: Piece, used: int) -> tuple[Piece, int]:
    """Return "1 h" with the minutes that may follow: "1 h 20", "1 h 20 min", "an hour and 20 min"."""
    place = at + used
    if _part(cut, place) is Part.FILLER:
        place += 1
    if _part(cut, place) is not Part.NUMBER or cut[place].value >= 60 or hours.value % 60:
        return hours, used
    if _part(cut, place + 1) is Part.MINUTE:
        end, used = cut[place + 1].end, place + 2 - at
    elif place == at + used and _part(cut, place + 1) not in (Part.TIMES, Part.HOUR, Part.OUT_OF):
        end, used = cut[place].end, place + 1 - at
    else:
        return hours, used
    return Piece(Part.LENGTH, hours.start, end, hours.value + cut[place].value), used


def _is_length(cut: list[Piece], at: int) -> bool:
    """Tell whether "1h20" after this word is a length rather than a time."""
    before = cut[at - 1].part if at else None
    if before in (Part.SLEPT, Part.ASLEEP):
        return cut[at].value < _LONG_NIGHT_MIN and _part(cut, at + 1) is not Part.TO
    return before in (Part.NAP, Part.AWAKE, Part.FOR, Part.IN, Part.FALLING)


def _part(cut: list[Piece], at: int) -> Part | None:
    return cut[at].part if at < len(cut) else None
