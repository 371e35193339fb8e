"""A store in a folder of its own."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from nextrep.storage.store import Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = Store(tmp_path / "profile", now=datetime(2026, 11, 22, 12, tzinfo=UTC))
    yield opened
    opened.close()
