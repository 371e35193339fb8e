"""A library that was cut off is found before it is loaded."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest

from nextrep.app.installed_files import cut_off

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ELF files are Linux's")


@pytest.fixture
def library(tmp_path: Path) -> Path:
    import _struct as some

    own = getattr(some, "__file__", None) or sys.executable
    place = tmp_path / "lib" / "some.so.1"
    place.parent.mkdir()
    shutil.copy(own, place)
    (tmp_path / "lib" / "notes.txt").write_text("no library")
    return place


def test_whole_libraries_are_let_be(library: Path) -> None:
    assert cut_off(library.parent.parent) is None


@pytest.mark.parametrize("left", [0, 20, 5000])
def test_one_that_was_cut_off_is_named(library: Path, left: int) -> None:
    library.write_bytes(library.read_bytes()[:left])
    assert cut_off(library.parent.parent) == library


def test_another_build_of_a_library_is_let_be(library: Path) -> None:
    library.write_bytes(library.read_bytes() + b"more")
    assert cut_off(library.parent.parent) is None
