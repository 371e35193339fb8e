"""Whose work comes with the program, and under which licence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Notice:
    """One part that comes with the program.

    Attributes:
        name: of the package, or what it is.
        version: "" where it has none of its own.
        licence: its licence or licences, in a few words.
        texts: title and text of each licence and notice, as its authors wrote them.
    """

    name: str
    version: str
    licence: str
    texts: tuple[tuple[str, str], ...]
    _sought: str = field(default="", compare=False, repr=False)

    @property
    def title(self) -> str:
        """Its name, with the version where there is one."""
        return f"{self.name} {self.version}".strip()

    @property
    def whole(self) -> str:
        """All of its texts, one below the other."""
        return "\n\n".join(f"{title}\n{'─' * len(title)}\n\n{text}" for title, text in self.texts)

    @property
    def sought(self) -> str:
        """What a search looks through, in small letters."""
        return self._sought or f"{self.title} {self.licence} {self.whole}".casefold()


def ready_to_search(notice: Notice) -> Notice:
    """Return the notice with its letters made small once, rather than at each key of a search."""
    return Notice(notice.name, notice.version, notice.licence, notice.texts, notice.sought)


def matching(notices: Iterable[Notice], typed: str) -> tuple[Notice, ...]:
    """Return the notices that hold every word of `typed`; all of them for ""."""
    words = typed.casefold().split()
    return tuple(one for one in notices if all(word in one.sought for word in words))
