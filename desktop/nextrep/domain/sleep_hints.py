"""What to write instead, for each piece of the quick line that was not understood."""

from __future__ import annotations

from nextrep.domain.text import tr


def not_understood() -> str:
    """For words that mean nothing here."""
    return tr("not understood. Write for example “slept 23:10–6:50, woke once”, or leave it out.")


def no_sleep() -> str:
    """For a night without sleep: how long it was is not said by that."""
    return tr("how long was it? Write for example “bed 23:00, up 7:00, awake 8 h”.")


def no_time() -> str:
    """For figures that are no time of day."""
    return tr("no time of day. Write times like 23:10 or 11:10 pm.")


def which_time() -> str:
    """For a time of which nothing is said."""
    return tr("what happened then? Put “bed”, “slept”, “woke” or “up” before it.")


def which_waking() -> str:
    """For the time of a waking that was counted."""
    return tr("the time of a waking is not kept. Leave it out, or write “woke at” for the last one.")


def which_nap() -> str:
    """For the time of a nap."""
    return tr("how long was the nap? Write “nap 30 min” or “nap 13:00–13:30”.")


def which_number() -> str:
    """For a number of which nothing is said."""
    return tr("what is this number? Write “woke 2x”, “awake 20 min” or “quality 7”.")


def time_or_number(written: str) -> str:
    """For "woke 6"."""
    return tr("a time or a number? Write “woke at {n}:00”, “woke {n}x” or “awake {n} min”.", n=written)


def which_length() -> str:
    """For a length of which nothing is said."""
    return tr("how long was what? Write “asleep in 20 min”, “awake 20 min” or “nap 20 min”.")


def times_instead() -> str:
    """For the length of the night."""
    return tr("lengths are worked out from times. Write when it began and ended: “slept 23:10–6:50”.")


def which_count() -> str:
    """For a count of which nothing is said."""
    return tr("how often did what happen? Write for example “woke twice”.")


def range_of_what() -> str:
    """For two times where one figure belongs."""
    return tr("two times say when sleep began and ended. Put “slept” before them.")


def each() -> str:
    """For "each" where how often or how long is missing."""
    return tr("write how often and how long: “woke 2x 10 min each”.")


def whole_quality() -> str:
    """For "quality 6.5"."""
    return tr("the quality is a whole number from 0 to 10.")


def too_much(highest: int) -> str:
    """For a number above the highest."""
    return tr("up to {n} fits here.", n=highest)


def said_twice() -> str:
    """For what contradicts something before it."""
    return tr("this was said before in another way. Leave one of the two out.")


def too_long(most: int) -> str:
    """For what comes after the longest line."""
    return tr("a line goes up to {n} characters. The journal takes the rest.", n=most)
