"""Giving a paper away: locking it with a password, and the list of what was given when."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.pdf_password import FIELD, checked_password
from nextrep.domain.shares import (
    ShareKind,
    ShareRecord,
    Shares,
    share_row,
    shares_from,
    shares_text,
    with_share,
)
from nextrep.domain.text import tr
from nextrep.services.secret_file import line_in
from nextrep.settings.table import SHARES
from nextrep.storage.store import Store

if TYPE_CHECKING:
    from nextrep.services.report import Choice

__all__ = [
    "ShareKind",
    "ShareRecord",
    "export_rows",
    "forget_shares",
    "password_from",
    "protect",
    "record_share",
    "share_of",
    "shared",
]


def protect(pdf: bytes, password: str) -> bytes:
    """Return the PDF locked: AES with 256 bits, revision 6 of the standard (ISO 32000-2, 7.6).

    Everything in it is encrypted, its title too; who has the password may do anything with it. No two results
    are the same, since encryption needs random numbers.

    Raises:
        UserError: no password of this kind can lock a PDF; `field` is "password".
    """
    # Loaded when needed: it costs more start-up than the rest of this.
    import pikepdf

    secret = checked_password(password)
    # An empty owner's password would open the file to everybody.
    lock = pikepdf.Encryption(user=secret, owner=secret, R=6, aes=True, metadata=True)
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(out, encryption=lock, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def password_from(file: Path) -> str:
    """Return the password that stands in a file, without the line's end.

    Raises:
        UserError: it cannot be read, or holds no password that can lock a PDF; `field` is "password".
    """
    return checked_password(line_in(file, field=FIELD))


def share_of(
    choice: Choice, at: datetime, kind: ShareKind, *, file_name: str = "", protected: bool = False
) -> ShareRecord:
    """Return what stands in the list for a report made of `choice` and given at `at` (aware)."""
    return ShareRecord(
        at=at,
        kind=kind,
        first=choice.first,
        last=choice.last,
        sections=choice.sections,
        entries=len(choice.entries),
        file_name=file_name,
        protected=protected,
    )


def shared(store: Store) -> Shares:
    """Return what was given, the newest last."""
    return shares_from(store.settings.get(SHARES))


def record_share(store: Store, share: ShareRecord) -> Outcome[Shares]:
    """Put one more on the list.

    There is no undo: what was given stays given. Who wants it off the list forgets it.
    """
    with store.transaction():
        kept = with_share(shared(store), share)
        store.settings.put(SHARES, shares_text(kept))
    return Outcome(kept, Changes(settings=True))


def forget_shares(store: Store, some: Shares) -> Outcome[Shares]:
    """Take some off the list."""
    before = shared(store)
    gone = tuple(share for share in before if share in some)
    kept = tuple(share for share in before if share not in gone)
    if not gone:
        return Outcome(kept)
    with store.transaction():
        store.settings.put(SHARES, shares_text(kept))
    return Outcome(
        kept,
        Changes(settings=True),
        undo=lambda: _bring_back(store, before, gone),
        label=tr("list of what was shared"),
    )


def _bring_back(store: Store, before: Shares, gone: Shares) -> Outcome[Shares]:
    """Put what was taken off back to its place; what was shared since then stays."""
    since = tuple(share for share in shared(store) if share not in before)
    whole = (*before, *since)
    with store.transaction():
        store.settings.put(SHARES, shares_text(whole))
    return Outcome(
        whole,
        Changes(settings=True),
        undo=lambda: forget_shares(store, gone),
        label=tr("list of what was shared"),
    )


def export_rows(store: Store) -> list[dict[str, Any]]:
    """Return the list for the JSON export."""
    return [share_row(share) for share in shared(store)]
