"""A store in a folder of its own, and a clock that stands."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from nextrep.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 22, 9, 30, tzinfo=BERLIN)


@pytest.fixture
def store(tmp_path: Path, now: datetime) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=now)
    yield opened
    opened.close()
