"""Lengths of time as other programs write them."""

# ruff: noqa: RUF001 - words of many alphabets
from __future__ import annotations

import re

_LONGEST = 40

_WORDS = {
    86_400: "d day days 天 日",
    3600: (
        "h hr hrs hour hours std st stunde stunden heure heures hora horas ora ore t u "
        "ч час 小时 小時 時間 시간"
    ),
    60: "m mn min mins minute minutes minuten minuto minutos minuti м мин 分 分钟 分鐘 분",
    1: "s sec secs sek seg second seconds с сек 秒 秒钟 초",
}
_UNIT_SECONDS = {word: seconds for seconds, words in _WORDS.items() for word in words.split()}
_PART = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*([^\W\d_]+)\.?,?")
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{2})(?:[.,]\d+)?")
_PLAIN = re.compile(r"\d+(?:[.,]\d+)?")


def parse_duration(text: str, seconds_per_unit: int = 1) -> int | None:
    """Read "2h 38m", "38min", "1小时13分钟", "1:05:00" (h:mm:ss), "5:00" (m:ss) or a plain number.

    Args:
        text: as written.
        seconds_per_unit: what a plain number counts, 1 for seconds, 60 for minutes.

    Returns:
        Whole seconds, 0 or more; None when it is blank or not a length of time.
    """
    text = text.strip().casefold()
    if not text or len(text) > _LONGEST:
        return None
    if _PLAIN.fullmatch(text):
        return round(_number(text) * seconds_per_unit)
    if clock := _CLOCK.fullmatch(text):
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])
    total, position = 0.0, 0
    while position < len(text):
        part = _PART.match(text, position)
        if part is None or part[2] not in _UNIT_SECONDS:
            return None
        total += _number(part[1]) * _UNIT_SECONDS[part[2]]
        position = part.end()
    return round(total)


def _number(text: str) -> float:
    return float(text.replace(",", "."))
