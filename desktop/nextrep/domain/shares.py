"""The list of what was given away: what, of which days, and when; never where to or to whom."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from nextrep.domain.report_sections import ReportSection
from nextrep.domain.text import tr

MOST_SHARES = 1000
"""Older ones leave the list first."""
_LONGEST_NAME = 200


class ShareKind(StrEnum):
    """How something was given."""

    SAVED = "saved"
    PRINTED = "printed"
    COMPANION = "companion"
    """Saved as data for another program."""


@dataclass(frozen=True, slots=True)
class ShareRecord:
    """One time that something was given.

    Attributes:
        at: when, with its zone.
        first, last: the days that it was about, both included.
        sections: what was in it.
        entries: how many journal entries were in it.
        file_name: name of the file without its folder, "" for a print.
        protected: it needs a password to be read.
    """

    at: datetime
    kind: ShareKind
    first: date
    last: date
    sections: frozenset[ReportSection] = frozenset()
    entries: int = 0
    file_name: str = ""
    protected: bool = False


Shares = tuple[ShareRecord, ...]


def kind_title(kind: ShareKind) -> str:
    """Return how something was given, as in a list."""
    return {
        ShareKind.SAVED: tr("Report saved"),
        ShareKind.PRINTED: tr("Report printed"),
        ShareKind.COMPANION: tr("Data saved"),
    }[kind]


def with_share(shares: Sequence[ShareRecord], share: ShareRecord) -> Shares:
    """Return the list with one more, the newest last; of its file only the name is kept."""
    bare = share.file_name.replace("\\", "/").rpartition("/")[2][:_LONGEST_NAME]
    kept = ShareRecord(
        share.at, share.kind, share.first, share.last, share.sections, share.entries, bare, share.protected
    )
    return (*shares, kept)[-MOST_SHARES:]


def share_row(share: ShareRecord) -> dict[str, Any]:
    """Return one as it stands in the profile and in the JSON export."""
    return {
        "at": share.at.isoformat(timespec="seconds"),
        "kind": str(share.kind),
        "from": share.first.isoformat(),
        "to": share.last.isoformat(),
        "sections": [str(section) for section in ReportSection if section in share.sections],
        "entries": share.entries,
        "file": share.file_name,
        "password": share.protected,
    }


def shares_text(shares: Sequence[ShareRecord]) -> str:
    """Return the list as the text that a setting keeps, "" for none."""
    return json.dumps([share_row(share) for share in shares], ensure_ascii=False) if shares else ""


def shares_from(text: str) -> Shares:
    """Return the list of such a text; what cannot be read in it is left out."""
    found: list[ShareRecord] = []
    with suppress(ValueError, TypeError):
        for row in json.loads(text or "[]"):
            with suppress(ValueError, TypeError, KeyError, AttributeError):
                found.append(_share(row))
    return tuple(found)


def _share(row: dict[str, Any]) -> ShareRecord:
    at = datetime.fromisoformat(row["at"])
    if at.tzinfo is None:
        raise ValueError(row["at"])
    known = {str(section): section for section in ReportSection}
    return ShareRecord(
        at,
        ShareKind(row["kind"]),
        date.fromisoformat(row["from"]),
        date.fromisoformat(row["to"]),
        frozenset(known[key] for key in row["sections"] if key in known),
        int(row["entries"]),
        str(row["file"]),
        bool(row["password"]),
    )
