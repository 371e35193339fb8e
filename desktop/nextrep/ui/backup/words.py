"""Backups in words."""

from __future__ import annotations

from datetime import datetime, tzinfo

from nextrep.domain.text import tr, tr_n
from nextrep.services.backups import BackupFile
from nextrep.services.restoring import BackupLook, Inside
from nextrep.ui.widgets.day_text import day_text, short_day_text, time_text

_KB, _MB = 1_000, 1_000_000


def when_words(at: datetime, today: int, zone: tzinfo | None) -> str:
    """Return when a backup was made, in the time of `zone`: "Sat 21 Nov, 21:30"."""
    local = at.astimezone(zone)
    day = local.date().toordinal()
    if day == today:
        return tr("today, {time}", time=time_text(local))
    return tr("{day}, {time}", day=short_day_text(day, today), time=time_text(local))


def size_words(size: int) -> str:
    """Return a size in bytes as "1.3 MB"."""
    if size < _MB:
        return tr("{n} kB", n=max(1, round(size / _KB)))
    return tr("{n} MB", n=f"{size / _MB:.1f}")


def line_words(one: BackupFile, today: int, zone: tzinfo | None) -> str:
    """Return one line of the list of backups."""
    parts = [when_words(one.about.made_at, today, zone), one.about.kind.title(), size_words(one.size)]
    if one.about.encrypted:
        parts.append(tr("locked"))
    return " · ".join(parts)


def look_words(found: BackupLook, today: int, zone: tzinfo | None) -> list[str]:
    """Return what is in a backup, a paragraph each."""
    made = tr(
        "Made: {when}, {kind}.",
        when=when_words(found.about.made_at, today, zone),
        kind=found.about.kind.title(),
    )
    return [made] if found.inside is None else [made, inside_words(found.inside, today)]


def inside_words(inside: Inside, today: int) -> str:
    """Return what a profile holds: "34 sessions, 120 days with a check-in, …"."""
    if inside.first_day is None or inside.last_day is None:
        return tr("Nothing is recorded in it yet.")
    return tr(
        "In it: {sessions}, {check_ins} and {entries}, from {first} to {last}.",
        sessions=tr_n("{n} session", "{n} sessions", inside.sessions),
        check_ins=tr_n("{n} day with a check-in", "{n} days with a check-in", inside.check_ins),
        entries=tr_n("{n} journal entry", "{n} journal entries", inside.entries),
        first=day_text(inside.first_day, today),
        last=day_text(inside.last_day, today),
    )
