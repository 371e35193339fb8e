"""Finding entries by their words, with SQLite's full-text index (FTS5)."""

from __future__ import annotations

from collections.abc import Sequence

from playhouse.sqlcipher_ext import SqlCipherDatabase

from nextrep.domain.journal import Entry
from nextrep.storage.base import Repository
from nextrep.storage.entries import ENTRY_COLUMNS, entry_from
from nextrep.storage.memo import Memo

_NEWEST = "ORDER BY day DESC, id DESC LIMIT ?"


class EntryWordRepository(Repository):
    """The index entry_words, and what entry_vocabulary says of it."""

    def __init__(self, database: SqlCipherDatabase) -> None:
        super().__init__(database)
        self._vocabulary: Memo[tuple[str, ...]] = Memo(database)

    def find(self, groups: Sequence[Sequence[str]], limit: int) -> list[Entry]:
        """Return the newest entries that have a word of each group, or a word that begins with it.

        Args:
            groups: at least one, each with at least one word; a word is text and never a pattern, and one
                with signs in it ("half-hearted") is found as its parts in that order.
            limit: how many entries at most.
        """
        # The full-text index gives numbers; walking the days backwards through those reads the bodies of what
        # is shown and no others. By itself SQLite reads and sorts all that were found, which takes five times
        # as long for a frequent word.
        rows = self._sql(
            f"SELECT {ENTRY_COLUMNS} FROM entry INDEXED BY entry_day"
            f" WHERE id IN (SELECT rowid FROM entry_words WHERE entry_words MATCH ?) {_NEWEST}",
            (match_of(groups), limit),
        )
        return [entry_from(row) for row in rows]

    def has(self, word: str) -> bool:
        """Tell whether an entry has the word, or one that begins with it."""
        sql = "SELECT EXISTS (SELECT 1 FROM entry_words WHERE entry_words MATCH ?)"
        return bool(self._sql(sql, (match_of([[word]]),))[0][0])

    def holding(self, part: str, limit: int) -> list[Entry]:
        """Return the newest entries that hold exactly this text.

        For signs that are no words (emoji), and for scripts that have no spaces between words.
        """
        sql = f"SELECT {ENTRY_COLUMNS} FROM entry WHERE instr(body, ?) > 0 {_NEWEST}"
        return [entry_from(row) for row in self._sql(sql, (part, limit))]

    def vocabulary(self) -> tuple[str, ...]:
        """Return every word of all entries once, folded as the index folds them."""
        return self._vocabulary.get("", self._read_vocabulary)

    def _read_vocabulary(self) -> tuple[str, ...]:
        return tuple(row[0] for row in self._sql("SELECT term FROM entry_vocabulary"))


def match_of(groups: Sequence[Sequence[str]]) -> str:
    """Return the FTS5 query for a word of each group; everything of a person's stands in quotes.

    Within quotes FTS5 knows no operators, and a quote is written twice
    (https://sqlite.org/fts5.html#fts5_strings).
    """
    return " AND ".join(f"({' OR '.join(_quoted(word) for word in group)})" for group in groups)


def _quoted(word: str) -> str:
    doubled = word.replace('"', '""')
    return f'"{doubled}" *'
