"""Ways to read a log in tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nextrep.domain.imports import ImportedLog
from nextrep.domain.units import Unit
from nextrep.exchange.reader import read_log

Read = Callable[..., ImportedLog]


@pytest.fixture
def fixture_log(repo: Path) -> Read:
    """Read one of the small files of tests/fixtures/imports."""

    def read(name: str, unit: Unit | None = None) -> ImportedLog:
        return read_log(repo / "tests" / "fixtures" / "imports" / name, unit=unit, default_unit=Unit.KG)

    return read


@pytest.fixture
def text_log(tmp_path: Path) -> Read:
    """Read a file with the given text or bytes."""

    def read(content: str | bytes, unit: Unit | None = None, default: Unit = Unit.KG) -> ImportedLog:
        path = tmp_path / "export.csv"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read_log(path, unit=unit, default_unit=default)

    return read
