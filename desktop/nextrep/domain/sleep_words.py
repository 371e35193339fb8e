"""The words and signs of the quick line about a night: one table, which a translation replaces as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from nextrep.domain.text import kept, tr


class Part(Enum):
    """What a piece of the line is."""

    SLEPT = auto()
    BED = auto()
    TRIED = auto()
    ASLEEP = auto()
    FALLING = auto()
    WOKE = auto()
    WAKINGS = auto()
    UNBROKEN = auto()
    NO_SLEEP = auto()
    AWAKE = auto()
    UP = auto()
    QUALITY = auto()
    NAP = auto()
    NO_NAP = auto()
    CLOCK = auto()
    NUMBER = auto()
    LENGTH = auto()
    COUNT = auto()
    OF_TEN = auto()
    TO = auto()
    AT = auto()
    IN = auto()
    FOR = auto()
    EACH = auto()
    TIMES = auto()
    HOUR = auto()
    MINUTE = auto()
    OUT_OF = auto()
    FILLER = auto()
    BREAK = auto()
    UNKNOWN = auto()


KEYS = frozenset(
    {
        Part.SLEPT, Part.BED, Part.TRIED, Part.ASLEEP, Part.FALLING, Part.WOKE, Part.WAKINGS, Part.UNBROKEN,
        Part.AWAKE, Part.UP, Part.QUALITY, Part.NAP, Part.NO_NAP,
    }
)  # fmt: skip
"""Pieces that say what a value is."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the line.

    Attributes:
        start, end: where it stands, in characters from 0.
        value: minutes after midnight, minutes or a count, by the part; 0 for signs, 1 for words.
        sure: for a clock: which half of the day is meant is said ("pm", "23:10", "06:50").
    """

    part: Part
    start: int
    end: int
    value: float = 0
    sure: bool = True


Phrase = tuple[str, ...]


@kept
def phrases() -> dict[Phrase, tuple[Part, float]]:
    """Return every phrase that is understood, in words of lower case, with its part and value."""
    table: dict[Phrase, tuple[Part, float]] = {}
    for part, words in _words():
        for phrase in words.split("|"):
            table[tuple(phrase.split())] = (part, 1)
    for part, words in (
        (Part.COUNT, tr("never|once|twice|thrice")),
        (Part.NUMBER, tr("zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve")),
    ):
        for value, word in enumerate(words.split("|")):
            table[tuple(word.split())] = (part, value)
    for part, minutes, words in (
        (Part.LENGTH, 15, tr("quarter of an hour|a quarter of an hour")),
        (Part.LENGTH, 30, tr("half an hour|half hour")),
        (Part.LENGTH, 60, tr("an hour|one hour")),
        (Part.CLOCK, 0, tr("midnight")),
        (Part.CLOCK, 720, tr("noon|midday")),
    ):
        for phrase in words.split("|"):
            table[tuple(phrase.split())] = (part, minutes)
    return table


def _words() -> tuple[tuple[Part, str], ...]:
    return (
        (Part.SLEPT, tr("slept|sleep|sleeping|slept from|sleep from|sleep time")),
        (
            Part.BED,
            tr(
                "bed|in bed|into bed|to bed|went to bed|go to bed|got into bed|get into bed|was in bed"
                "|bedtime|bed time|lay down"
            ),
        ),
        (
            Part.TRIED,
            tr("tried|tried to sleep|try to sleep|trying to sleep|lights out|lights off|light out|light off"),
        ),
        (
            Part.ASLEEP,
            tr("asleep|fell asleep|fall asleep|went to sleep|got to sleep|drifted off|dozed off|was asleep"),
        ),
        (
            Part.FALLING,
            tr("to fall asleep|falling asleep|till asleep|until asleep|to get to sleep|to sleep|latency|sol"),
        ),
        (Part.WOKE, tr("woke|woke up|woken|wake|wake up|waking|awoke|woken up|final waking|last waking")),
        (Part.WAKINGS, tr("wakings|awakenings|awakening|wake ups|wakeups|times awake")),
        (
            Part.UNBROKEN,
            tr(
                "slept through|sleep through|did not wake|did not wake up|didn't wake|didn't wake up"
                "|never woke|never woke up|no wakings|no waking|no awakenings|without waking|not woken"
            ),
        ),
        (
            Part.NO_SLEEP,
            tr(
                "did not sleep|did not sleep at all|didn't sleep|didn't sleep at all|no sleep|no sleep at all"
                "|awake all night|lay awake all night|was awake all night|never slept"
            ),
        ),
        (Part.AWAKE, tr("awake|lay awake|was awake|lying awake|waso")),
        (Part.UP, tr("up|got up|get up|getting up|out of bed|got out of bed|rose|was up|out")),
        (Part.QUALITY, tr("quality|sleep quality|rated|rating|q")),
        (Part.NAP, tr("nap|naps|napped|napping|took a nap")),
        (Part.NO_NAP, tr("no nap|no naps")),
        (Part.TO, tr("to|until|till|til")),
        (Part.AT, tr("at|by")),
        (Part.IN, tr("in|after|within|took|needed")),
        (Part.FOR, tr("for")),
        (Part.EACH, tr("each|each time|every time")),
        (Part.TIMES, tr("x|times|time")),
        (Part.HOUR, tr("h|hr|hrs|hour|hours")),
        (Part.MINUTE, tr("m|min|mins|minute|minutes")),
        (Part.OUT_OF, tr("of|out of")),
        (
            Part.FILLER,
            tr(
                "i|was|were|had|the|a|an|and|then|about|around|approx|roughly|ca|circa|from|my|it|me|again"
                "|last night|night|this morning|in the morning|in the evening|in the night|at night|today"
                "|yesterday|o'clock|later|total|in total|in all|altogether|with|so|just|got"
            ),
        ),
    )


_TOKEN = re.compile(
    r"""
    (?P<half>(?P<h1>[0-9]{1,2})(?:[ ]?[:.,h][ ]?(?P<m1>[0-9]{2})|(?P<m1b>[0-9]{2}))?
        (?:[ ]*(?P<ap>[ap])(?:\.[ ]?m\b\.?|m\b\.?)|(?P<ap1>[ap])\b))
    |(?P<clock>(?P<h2>[0-9]{1,2})[:.h](?P<m2>[0-9]{2})(?![0-9])(?![ ]*(?:h|min|m)\b))
    |(?P<number>[0-9]+(?:[.,][0-9]+)?)
    |(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
    |(?P<space>\s+)
    |(?P<sign>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_SIGNS = {
    **dict.fromkeys(",;.\n", Part.BREAK),
    **dict.fromkeys("-–—−→", Part.TO),
    **dict.fromkeys("×*", Part.TIMES),
    **dict.fromkeys("/", Part.OUT_OF),
    **dict.fromkeys("+&:=()|@~≈", Part.FILLER),
    "'": Part.MINUTE,
}
_LONGEST = 5
_NOON = 12


def pieces(text: str) -> list[Piece]:
    """Cut a line into pieces; every character that is no space is in one of them."""
    found = _TOKEN.finditer(text.replace("’", "'"))
    tokens = [token for token in found if not token["space"] or "\n" in token[0]]
    cut: list[Piece] = []
    index = 0
    while index < len(tokens):
        piece, length = _phrase(tokens, index) or (_single(tokens[index]), 1)
        cut.append(piece)
        index += length
    return cut


def _phrase(tokens: list[re.Match[str]], start: int) -> tuple[Piece, int] | None:
    """Return the longest phrase that begins here, and of how many words it is."""
    words: list[str] = []
    for token in tokens[start : start + _LONGEST]:
        if not token["word"]:
            break
        words.append(token["word"].casefold())
    table = phrases()
    for length in range(len(words), 0, -1):
        found = table.get(tuple(words[:length]))
        if found is not None:
            return Piece(found[0], tokens[start].start(), tokens[start + length - 1].end(), found[1]), length
    return None


def _single(token: re.Match[str]) -> Piece:
    at = token.span()
    if token["half"]:
        return _half(token)
    if token["clock"]:
        return _clock(at, token["h2"], token["m2"])
    if token["number"]:
        return Piece(Part.NUMBER, *at, float(token["number"].replace(",", ".")[:9]))
    if token["word"]:
        return Piece(Part.UNKNOWN, *at)
    sign = Part.BREAK if token["space"] else _SIGNS.get(token[0], Part.UNKNOWN)
    return Piece(sign, *at)


def _half(token: re.Match[str]) -> Piece:
    hour, minute = int(token["h1"]), int(token["m1"] or token["m1b"] or 0)
    after_noon = (token["ap"] or token["ap1"]).lower() == "p"
    if minute > 59 or not 1 <= hour <= (23 if after_noon else _NOON):
        return Piece(Part.UNKNOWN, *token.span())
    hour = hour % _NOON + (_NOON if after_noon else 0)
    return Piece(Part.CLOCK, *token.span(), hour * 60 + minute)


def _clock(at: tuple[int, int], hour: str, minute: str) -> Piece:
    if int(hour) > 24 or int(minute) > 59:
        return Piece(Part.UNKNOWN, *at)
    sure = hour.startswith("0") or int(hour) > _NOON
    return Piece(Part.CLOCK, *at, (int(hour) * 60 + int(minute)) % 1440, sure)


def as_clock(text: str, piece: Piece) -> Piece | None:
    """Return a bare number as a time: "7", "23", "650" or "2310"; None where it cannot be one."""
    if piece.part is Part.CLOCK:
        return piece
    digits = text[piece.start : piece.end]
    if piece.part is not Part.NUMBER or piece.value != int(piece.value):
        return None
    if not digits.isdigit() or len(digits) <= 2:
        found = _clock((piece.start, piece.end), str(int(piece.value)), "00")
        found = Piece(found.part, found.start, found.end, found.value, found.sure and digits != "0")
    elif len(digits) <= 4:
        found = _clock((piece.start, piece.end), digits[:-2], digits[-2:])
    else:
        return None
    return found if found.part is Part.CLOCK else None
