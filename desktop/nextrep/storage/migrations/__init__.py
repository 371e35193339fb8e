"""Schema changes in order. Listed by hand, because a frozen program has no files to look for."""

from __future__ import annotations

from nextrep.storage.migrations import (
    m0001_first,
    m0002_planner,
    m0003_session,
    m0004_journal,
    m0005_writing,
    m0006_checkins,
    m0007_nights,
    m0008_context,
    m0009_stars,
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    m0001_first.STATEMENTS,
    m0002_planner.STATEMENTS,
    m0003_session.STATEMENTS,
    m0004_journal.STATEMENTS,
    m0005_writing.STATEMENTS,
    m0006_checkins.STATEMENTS,
    m0007_nights.STATEMENTS,
    m0008_context.STATEMENTS,
    m0009_stars.STATEMENTS,
)
"""Statements of version 1, 2, …; the schema version is PRAGMA user_version."""

LATEST = len(MIGRATIONS)
