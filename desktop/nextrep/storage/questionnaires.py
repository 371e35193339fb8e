"""Questionnaires that the person opened from a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from nextrep.storage.base import Repository
from nextrep.storage.tables.journal import QuestionnaireRow as Q
from nextrep.storage.times import to_ms


@dataclass(frozen=True, slots=True)
class KeptFile:
    """An opened file: its number, its title, and its text as it was."""

    id: int
    title: str
    source: str


class QuestionnaireRepository(Repository):
    """Rows of questionnaire. One that was removed stays, because what was answered by it needs its words."""

    def insert(self, title: str, source: str, added_at: datetime) -> int:
        """Add a file and return its number."""
        values = {Q.title: title, Q.source: source, Q.added_at: to_ms(added_at), Q.removed: 0}
        return self._insert(Q.insert(values))

    def get(self, number: int) -> KeptFile:
        """Return one file, removed or not.

        Raises:
            KeyError: there is none of that number.
        """
        rows = self._sql("SELECT id, title, source FROM questionnaire WHERE id = ?", (number,))
        if not rows:
            raise KeyError(number)
        return KeptFile(*rows[0])

    def all(self) -> list[KeptFile]:
        """Return every file, removed or not, in the order they came."""
        return [
            KeptFile(*row) for row in self._sql("SELECT id, title, source FROM questionnaire ORDER BY id")
        ]

    def find(self, source: str) -> int | None:
        """Return the number of the file with this very text, removed or not."""
        rows = self._sql("SELECT id FROM questionnaire WHERE source = ?", (source,))
        return int(rows[0][0]) if rows else None

    def offered(self) -> list[tuple[int, str]]:
        """Return number and title of those that were not removed, in the order they came."""
        rows = self._sql("SELECT id, title FROM questionnaire WHERE removed = 0 ORDER BY id")
        return [(int(number), str(title)) for number, title in rows]

    def is_removed(self, number: int) -> bool:
        """Tell whether it is no longer offered."""
        return bool(self._sql("SELECT removed FROM questionnaire WHERE id = ?", (number,))[0][0])

    def set_removed(self, number: int, *, removed: bool) -> None:
        """Offer it no longer, or again."""
        self._change(Q.update(removed=int(removed)).where(Q.id == number))
