"""When the calm card is opened (clinical.md, section 4.1, points 1 and 6). Nothing here rates a danger.

An answer of 0 leads to nothing, and to no word either: most people who died by suicide had answered so
shortly before (Louzon 2016). The higher answers all open the same card.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

PHQ9_FROM = 20
GAD7_FROM = 15
WHO5_TO = 28
"""Of 100, the raw sum times four."""
PHQ9_RISE = 5
LOWEST_MOOD_DAYS = 3


def item_9_opens_card(value: int | None) -> bool:
    """Tell whether an answer to item 9 of the PHQ-9 (0 to 3, None for none) opens the card."""
    return value is not None and value > 0


def score_opens_card(instrument: str, total: int, before: int | None = None) -> bool:
    """Tell whether a total opens the card in its softer words.

    Args:
        instrument: "phq9", "gad7" or "who5"; any other never does.
        total: in the instrument's own range, for the WHO-5 0 to 100.
        before: total of the time before; a rise counts for the PHQ-9 only.
    """
    if instrument == "phq9":
        return total >= PHQ9_FROM or (before is not None and total - before >= PHQ9_RISE)
    if instrument == "gad7":
        return total >= GAD7_FROM
    return instrument == "who5" and total <= WHO5_TO


def mood_opens_card(latest: Sequence[int | None]) -> bool:
    """Tell whether mood was at its lowest, 0, on three days in a row up to the last one.

    Args:
        latest: mood of consecutive days, the last one last; None for a day without one.
    """
    days = latest[-LOWEST_MOOD_DAYS:]
    return len(days) == LOWEST_MOOD_DAYS and all(value == 0 for value in days)


def low_mood_around(mood: Mapping[int, int], day: int) -> bool:
    """Tell whether `day` is one of three days in a row of lowest mood.

    Args:
        mood: 0 to 100 by day (date ordinal), as each day counts.
        day: the day whose mood was just given; it may be the first, the middle or the last of the three.
    """
    reach = LOWEST_MOOD_DAYS
    return any(
        mood_opens_card([mood.get(one) for one in range(first, first + reach)])
        for first in range(day - reach + 1, day + 1)
    )
