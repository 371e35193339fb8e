"""What the page about a damaged profile says."""

from __future__ import annotations

from nextrep.domain.contents import Recovered
from nextrep.domain.contents_words import contents_text, more_in
from nextrep.domain.figures import full
from nextrep.domain.text import tr, tr_n
from nextrep.services.rescue import Copy, Offer


def recovered_lines(found: Recovered, altered: int = 0) -> list[str]:
    """Say in numbers what was recovered and what not."""
    lines = [contents_text(found.contents)]
    if found.bad_pages:
        lines.append(
            tr_n(
                "{n} of {pages} parts of the file cannot be read as it should.",
                "{n} of {pages} parts of the file cannot be read as they should.",
                found.bad_pages,
                pages=found.pages,
            )
        )
    if found.log_hurt:
        lines.append(tr("The log with what was saved last is damaged too; some of that may be missing."))
    if altered > found.bad_pages:
        lines.append(
            tr_n(
                "{n} part can be read and is not as NextRep saved it: a figure or letter may be another.",
                "{n} parts can be read and are not as NextRep saved them: figures or letters may be others.",
                altered - found.bad_pages,
            )
        )
    lines.append(_missing(found.missing, damaged=bool(found.bad_pages) or found.log_hurt))
    if found.leftovers:
        lines.append(
            tr_n(
                "{n} row can be read but lost what it belongs to: it is kept as text beside it.",
                "{n} rows can be read but lost what they belong to: they are kept as text beside it.",
                found.leftovers,
            )
        )
    return lines


def backup_lines(copy: Copy, found: Recovered | None) -> list[str]:
    """Say what is in the backup, and what it has that was not recovered."""
    lines = [contents_text(copy.contents), tr("What was recorded after it was made is not in it.")]
    if found is not None:
        more, less = more_in(copy.contents, found.contents), more_in(found.contents, copy.contents)
        if more:
            lines.append(tr("It has more than what was recovered: {what}.", what=more))
        if less:
            lines.append(tr("What was recovered has more than it: {what}.", what=less))
        if not more and not less:
            lines.append(tr("It has as much as what was recovered."))
    return lines


def backup_title(copy: Copy) -> str:
    """Name the backup by its day and time."""
    return tr("The backup of {day}, {time}", day=full(copy.made_at.date()), time=f"{copy.made_at:%H:%M}")


def fuller_is_backup(offer: Offer) -> bool:
    """Tell whether the backup has all that was recovered, and more."""
    if offer.backup is None:
        return False
    if offer.recovered is None:
        return True
    here, there = offer.recovered.contents, offer.backup.contents
    return bool(more_in(there, here)) and not more_in(here, there)


def _missing(missing: int, *, damaged: bool) -> str:
    if missing:
        return tr_n(
            "{n} row is known to be missing; there may be more that nothing knows of.",
            "{n} rows are known to be missing; there may be more that nothing knows of.",
            missing,
        )
    if damaged:
        return tr("Nothing is known to be missing; there may be rows that nothing knows of.")
    return tr("Every row that was found could be read.")
