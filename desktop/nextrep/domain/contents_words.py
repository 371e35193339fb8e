"""How the contents of a profile are said, and how two of them differ."""

from __future__ import annotations

from datetime import date

from nextrep.domain.contents import Contents
from nextrep.domain.days import listed
from nextrep.domain.figures import full
from nextrep.domain.text import tr, tr_n


def contents_text(contents: Contents) -> str:
    """Return for example "12 sessions, 210 sets, 40 check-ins and 31 nights, the last of 21 Nov 2026"."""
    words = _counts(contents)
    if not words:
        return tr("Nothing is recorded in it.")
    if contents.last_day is None:
        return tr("{counts}.", counts=listed(words))
    last = full(date.fromordinal(contents.last_day))
    return tr("{counts}, the latest of {day}.", counts=listed(words), day=last)


def more_in(one: Contents, other: Contents) -> str:
    """Return what `one` has more of than `other`, "" for nothing."""
    return listed(
        _counts(
            Contents(
                *(
                    max(0, mine - theirs)
                    for mine, theirs in (
                        (one.sessions, other.sessions),
                        (one.sets, other.sets),
                        (one.check_ins, other.check_ins),
                        (one.nights, other.nights),
                        (one.entries, other.entries),
                        (one.questionnaires, other.questionnaires),
                    )
                )
            )
        )
    )


def _counts(contents: Contents) -> list[str]:
    parts = (
        (contents.sessions, tr_n("{n} session", "{n} sessions", contents.sessions)),
        (contents.sets, tr_n("{n} set", "{n} sets", contents.sets)),
        (contents.check_ins, tr_n("{n} check-in", "{n} check-ins", contents.check_ins)),
        (contents.nights, tr_n("{n} night", "{n} nights", contents.nights)),
        (contents.entries, tr_n("{n} journal entry", "{n} journal entries", contents.entries)),
        (
            contents.questionnaires,
            tr_n("{n} questionnaire", "{n} questionnaires", contents.questionnaires),
        ),
    )
    return [words for count, words in parts if count]
