"""What CHANGELOG.md says of the version that is built: its date, and in a sentence what it is."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from tools.console import SetupError

_HEAD = re.compile(
    r"^## \[(?P<name>[^\]]+)\](?:: (?P<planned>\S+))?(?: - (?P<date>\d{4}-\d\d-\d\d))?$", re.MULTILINE
)


@dataclass(frozen=True)
class Entry:
    """The newest entry.

    Attributes:
        version: which it is about.
        date: the day it came out, YYYY-MM-DD; None as long as it has not.
        summary: its first paragraph.
    """

    version: str
    date: str | None
    summary: str


def newest(checkout: Path, version: str) -> Entry:
    """Return the newest entry.

    Args:
        version: the program's, which the entry has to be about.

    Raises:
        SetupError: it is about another one, or has no head.
    """
    text = (checkout / "CHANGELOG.md").read_text(encoding="utf-8")
    head = _HEAD.search(text)
    named = head and (head["planned"] or head["name"])
    if head is None or named != version:
        raise SetupError(
            f"CHANGELOG.md is about {named}, the program is {version}: say what changed in {version}."
        )
    summary = re.split(r"\n\s*\n|^#", text[head.end() :].strip(), maxsplit=1, flags=re.MULTILINE)[0]
    return Entry(version, head["date"], " ".join(summary.split()))


def release_element(entry: Entry, built: str) -> str:
    """Return the entry as AppStream wants it; one that is not out yet has the day it was built."""
    if entry.date is None:
        return f'<release version="{entry.version}" date="{built}" type="development"/>'
    said = (
        f"<description><p>{html.escape(entry.summary, quote=False)}</p></description>"
        if entry.summary
        else ""
    )
    return f'<release version="{entry.version}" date="{entry.date}" type="stable">{said}</release>'
