"""Schema changes in order. Listed by hand, because a frozen program has no files to look for."""

from __future__ import annotations

from nextrep.storage.migrations import m0001_first

MIGRATIONS: tuple[tuple[str, ...], ...] = (m0001_first.STATEMENTS,)
"""Statements of version 1, 2, …; the schema version is PRAGMA user_version."""

LATEST = len(MIGRATIONS)
