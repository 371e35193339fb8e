"""Profiles as earlier versions left them: the newest opens each, and every row and value is still there.

They were made by those versions (docs/releasing.md). Formats 6 and 7 came in one commit with 8, so no version
ever wrote them.
"""

from __future__ import annotations

import gzip
import re
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, entry_search, journal, preferences, program, session
from nextrep.settings.table import PERSON_NAME
from nextrep.storage.database import FILE_NAME
from nextrep.storage.migrations import LATEST
from nextrep.storage.store import Store

FOLDER = Path(__file__).resolve().parents[1] / "fixtures" / "profiles"
FORMATS = sorted(int(re.findall(r"\d+", file.name)[0]) for file in FOLDER.glob("format-*.db.gz"))
NEVER_WRITTEN = {6, 7}
TODAY = datetime(2026, 11, 27, 20, 30, tzinfo=ZoneInfo("Europe/Berlin"))
Rows = dict[str, dict[tuple[object, ...], dict[str, object]]]


def rows(file: Path) -> Rows:
    """Every row of every table by its primary key."""
    found: Rows = {}
    with closing(sqlite3.connect(file)) as raw:
        raw.row_factory = sqlite3.Row
        tables = raw.execute(
            "SELECT name FROM pragma_table_list WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        for (table,) in tables:
            columns = raw.execute(f"PRAGMA table_info({table})").fetchall()
            key = [one["name"] for one in columns if one["pk"]]
            assert key
            content = raw.execute(f"SELECT * FROM {table}").fetchall()
            found[table] = {tuple(row[name] for name in key): dict(row) for row in content}
            assert len(found[table]) == len(content)
    return found


def unpacked(number: int, folder: Path) -> Path:
    folder.mkdir()
    file = folder / FILE_NAME
    file.write_bytes(gzip.decompress((FOLDER / f"format-{number}.db.gz").read_bytes()))
    return file


def test_every_format_that_another_followed_is_kept() -> None:
    assert set(FORMATS) >= set(range(1, LATEST)) - NEVER_WRITTEN


@pytest.mark.parametrize("number", FORMATS)
def test_no_row_and_no_value_of_an_earlier_version_is_lost(
    number: int, tmp_path: Path, now: datetime
) -> None:
    file = unpacked(number, tmp_path / "profile")
    before = rows(file)
    store = Store(file.parent, now=TODAY)
    assert store.problems() == []
    store.close()
    after = rows(file)
    assert sum(map(len, before.values())) > 250
    for table, kept in before.items():
        assert after[table].keys() == kept.keys(), table
        for key, row in kept.items():
            there_now = after[table][key]
            assert {name: there_now.get(name, "no such column") for name in row} == row, table


@pytest.mark.parametrize("number", FORMATS)
def test_what_was_written_then_is_read_and_found_now(number: int, tmp_path: Path) -> None:
    file = unpacked(number, tmp_path / "profile")
    store = Store(file.parent, now=TODAY)
    yesterday = TODAY.date().toordinal() - 1
    written = [entry.text for entry in journal.entries_of(store, yesterday)]
    assert [text for text in written if text.startswith("Grüße, “quoted”, 100 %\n\n") and "💪🏽" in text]
    assert [entry.day for entry, _mood in entry_search.find(store, "quoted", 5).rows] == [yesterday]
    assert preferences.read(store, PERSON_NAME) == "Nobody Ñandú"
    assert preferences.unit(store) is Unit.LB
    still_open = session.active(store)
    assert still_open is not None
    assert [block.exercise.name for block in still_open.blocks] == ["Odd lift"]
    assert program.current(store, TODAY.date().toordinal()) is not None
    lifted = [draft for draft in newest_drafts(store) if draft.note == "slow"]
    assert {draft.load for draft in lifted} == {Load(20_412, Unit.LB), Load(77_500, Unit.KG)}
    assert {(draft.reps, draft.focus) for draft in lifted} == {(7, 9)}
    store.close()


def newest_drafts(store: Store) -> list[SetDraft]:
    newest = [one.id for one in session.recent(store, 3)]
    found = [entry.draft for number in newest for entry in store.sets.of_session(number)]
    assert all(catalog.exercise_of(store, draft.exercise_id).name for draft in found)
    return found


def test_this_version_can_make_the_profile_that_the_next_one_will_need(tmp_path: Path) -> None:
    from tools import kept_profile

    target = tmp_path / "kept.db.gz"
    assert kept_profile.make(target) == []
    file = tmp_path / FILE_NAME
    file.write_bytes(gzip.decompress(target.read_bytes()))
    with closing(sqlite3.connect(file)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (LATEST,)
    assert target.stat().st_size < 30_000
