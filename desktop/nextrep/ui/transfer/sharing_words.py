"""A program that is passed on, in words: what is in its file, what opening it would make."""

from __future__ import annotations

from nextrep.domain.days import day_title, listed
from nextrep.domain.text import tr, tr_n
from nextrep.services.handover import Overlap, Overlapping
from nextrep.services.opening import Look, Unknown
from nextrep.services.sharing import Contents

NAMES_SHOWN = 6


def size_text(weeks: int, a_week: tuple[int, int], exercises: int) -> str:
    """Return for example "12 weeks, 2 to 3 sessions a week, 16 exercises"."""
    low, high = a_week
    if not high:
        sessions = tr("no sessions yet")
    elif low == high:
        sessions = tr_n("{n} session a week", "{n} sessions a week", high)
    else:
        sessions = tr("{low} to {high} sessions a week", low=low, high=high)
    return tr(
        "{weeks}, {sessions}, {exercises}",
        weeks=tr_n("{n} week", "{n} weeks", weeks),
        sessions=sessions,
        exercises=tr_n("{n} exercise", "{n} exercises", exercises),
    )


def inside_text(contents: Contents) -> str:
    """Say what the file holds whatever is ticked."""
    text = tr("The sessions with their weekdays, exercises, sets, rests, progression and cues.")
    if contents.own:
        own = tr_n(
            "Your own exercise {names} goes along.",
            "Your own exercises {names} go along.",
            len(contents.own),
            names=_named(contents.own),
        )
        text = f"{text} {own}"
    return text


def outside_text() -> str:
    """Say what no file holds."""
    return tr(
        "Dates, what you did or left out, your journal, "
        "and your answers about equipment, sore joints and the like."
    )


def _named(names: tuple[str, ...]) -> str:
    shown = [tr("“{name}”", name=name) for name in names[:NAMES_SHOWN]]
    if len(names) > NAMES_SHOWN:
        shown.append(tr("{n} more", n=len(names) - NAMES_SHOWN))
    return listed(shown)


def minutes_text(look: Look) -> str:
    """Return how long the sessions take."""
    low, high = look.minutes
    if not high:
        return tr("no sessions yet")
    if low == high:
        return tr_n("about {n} minute", "about {n} minutes", high)
    return tr("about {low} to {high} minutes", low=low, high=high)


def days_text(look: Look) -> str:
    """Return the first and the last day."""
    if not look.sessions:
        return tr("Week 1 begins on {day}.", day=day_title(look.first_day))
    return tr(
        "The first session is on {first}, the last on {last}.",
        first=day_title(look.first_day),
        last=day_title(look.last_day, with_year=True),
    )


def missing_text(look: Look) -> str:
    """Say what equipment it needs that is not at hand, "" where all is."""
    if not look.missing:
        return ""
    return tr(
        "Not among your equipment: {items}. Exercises can be swapped once the program is open.",
        items=", ".join(look.missing),
    )


def own_text(look: Look) -> str:
    """Say which exercises become own ones, "" for none."""
    if not look.new_own:
        return ""
    return tr_n(
        "{names} becomes one of your own exercises.",
        "{names} become your own exercises.",
        len(look.new_own),
        names=_named(look.new_own),
    )


def left_out_text(look: Look) -> str:
    """Say how many sessions fall out, "" for none."""
    if not look.left_out:
        return ""
    return tr_n(
        "{n} session has no exercise left and is left out.",
        "{n} sessions have no exercise left and are left out.",
        look.left_out,
    )


def overlap_title(overlaps: Overlapping) -> str:
    """Ask what becomes of the program that is followed now."""
    return tr("“{title}” has sessions on these days", title=overlaps.title)


def overlap_text(overlaps: Overlapping, choice: Overlap, first_day: int) -> str:
    """Say what becomes of the program that is followed now."""
    if choice is Overlap.AFTER:
        return tr("“{title}” goes on as it is until its last session.", title=overlaps.title)
    return tr_n(
        "From {day} on, “{title}” leaves the calendar: {n} session of it is still to do then. "
        "What you have trained stays in your log. Undo (Ctrl+Z) brings it back.",
        "From {day} on, “{title}” leaves the calendar: {n} sessions of it are still to do then. "
        "What you have trained stays in your log. Undo (Ctrl+Z) brings them back.",
        overlaps.sessions,
        day=day_title(first_day),
        title=overlaps.title,
    )


def unknown_title(count: int) -> str:
    """Name the part with the exercises that are not known."""
    return tr_n("{n} exercise is not known here", "{n} exercises are not known here", count)


def where_text(unknown: Unknown) -> str:
    """Return where an unknown exercise is in the file."""
    if not unknown.sessions:
        where = tr("as an alternate")
    else:
        where = tr_n("in {n} session", "in {n} sessions", unknown.sessions)
    return tr("{where}, line {line}", where=where, line=unknown.line) if unknown.line else where


def settle_text(left: int) -> str:
    """Say how many exercises wait for an answer, "" for none."""
    if not left:
        return ""
    return tr_n("{n} exercise is to be settled first.", "{n} exercises are to be settled first.", left)
