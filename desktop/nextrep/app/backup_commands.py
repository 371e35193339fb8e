"""Backups on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path

from nextrep.app import clock, unlocking
from nextrep.domain.days import day_title
from nextrep.domain.text import tr, tr_n
from nextrep.services import backups, restoring
from nextrep.services.restoring import BackupLook
from nextrep.storage.store import Store


def back_up(store: Store, given: str | None) -> int:
    """Make a backup: in a folder, as a file, or in the profile's own folder where nothing is given.

    Raises:
        KnownError: it cannot be written there.
    """
    out = Path(given).expanduser() if given is not None else None
    if out is not None and out.is_dir():
        out = out / backups.file_name(clock.now())
    made = backups.make(store, clock.now(), file=out)
    print(tr("Backup written and checked: {path}", path=made.path))
    if not made.outside:
        print(tr("It lies on the same disk as the profile. Keep another one elsewhere too."))
    return 0


def restore(folder: Path, options: argparse.Namespace) -> int:
    """Put a backup in the place of the profile in `folder`, or only say what is in it.

    Raises:
        UserError: it is locked, and the passphrase is wrong or was not given.
        KnownError: it is no backup, is damaged or of a newer NextRep, or another window has the profile.
    """
    file, now = Path(options.file).expanduser(), clock.now()
    found = restoring.look(folder, file, now.tzinfo)
    key = None
    if found.about.encrypted:
        key = restoring.unlock(folder, file, unlocking.passphrase(file, options), now)
        found = restoring.look(folder, file, now.tzinfo, key)
    for line in _lines(found):
        print(line)
    if options.dry_run:
        return 0
    kept = restoring.restore(folder, file, now, key)
    print(tr("It is in place now."))
    if kept is not None:
        print(tr("What was there before is kept in “{folder}”.", folder=kept))
    return 0


def _lines(found: BackupLook) -> list[str]:
    """Say what is in a backup."""
    at = found.about.made_at
    lines = [
        tr(
            "Backup of {day}, {time}, {kind}.",
            day=day_title(at.date().toordinal(), with_year=True),
            time=f"{at:%H:%M}",
            kind=found.about.kind.title(),
        )
    ]
    if found.inside is not None:
        lines.append(
            tr(
                "In it: {sessions}, {check_ins}, {entries}.",
                sessions=tr_n("{n} session", "{n} sessions", found.inside.sessions),
                check_ins=tr_n("{n} day with a check-in", "{n} days with a check-in", found.inside.check_ins),
                entries=tr_n("{n} entry", "{n} entries", found.inside.entries),
            )
        )
    return lines
