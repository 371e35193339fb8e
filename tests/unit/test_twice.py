"""Two builds of one commit are compared name by name, and what differs is said."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tools.console import SetupError
from tools.shipping import twice
from tools.shipping.settled import settle
from tools.shipping.targets import Workshop


def tree(folder: Path) -> Path:
    """A small tree: a program, a file below a folder, a link."""
    (folder / "lib").mkdir(parents=True)
    (folder / "program").write_text("#!", encoding="utf-8")
    (folder / "lib" / "data").write_text("1", encoding="utf-8")
    (folder / "link").symlink_to("lib/data")
    settle(folder, 1_700_000_000, frozenset({folder / "program"}))
    return folder


def test_the_same_files_are_the_same_whoever_made_them(tmp_path: Path) -> None:
    one = tree(tmp_path / "one")
    before = os.umask(0o077)
    try:
        other = tree(tmp_path / "other")
    finally:
        os.umask(before)
    assert twice.compare(one, other) == []
    assert (other / "program").stat().st_mode & 0o777 == 0o755
    assert (other / "lib" / "data").stat().st_mode & 0o777 == 0o644


def test_every_kind_of_difference_is_named(tmp_path: Path) -> None:
    one, other = tree(tmp_path / "one"), tree(tmp_path / "other")
    (one / "mine").touch()
    (other / "yours").touch()
    (other / "program").chmod(0o644)
    (other / "link").unlink()
    (other / "link").symlink_to("elsewhere")
    (other / "lib" / "data").write_text("2", encoding="utf-8")
    for path in (other / "link", other / "lib" / "data"):
        os.utime(path, (1_700_000_000, 1_700_000_000), follow_symlinks=False)
    os.utime(other / "lib", (1, 1))
    assert twice.compare(one, other) == [
        "mine: only in the first",
        "yours: only in the second",
        "lib: other time",
        "lib/data: other content",
        "link: other content",
        "program: other mode",
    ]


def test_packages_are_compared_and_then_what_they_are_made_of(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for place, text in ((one, "1"), (other, "2")):
        for name in ("dist/a.deb", "build/deb/usr/file"):
            (place / name).parent.mkdir(parents=True)
            (place / name).write_text(text, encoding="utf-8")
        settle(place / "build" / "deb", 1)
    (other / "dist" / "b.whl").touch()
    (one / "dist" / "from-another-day.deb").touch()
    found = twice.compare_builds(one, other)
    assert found == [
        "a.deb: other content",
        "b.whl: only the second build has it",
        "deb/usr/file: other content",
    ]


def test_what_is_not_committed_cannot_be_built_twice(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="commit what is changed"):
        twice.build_twice(Workshop(tmp_path, Path("python3"), {}), ["deb"])
