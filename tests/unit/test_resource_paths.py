"""The shipped data files are found in a checkout, in an installed wheel and in a frozen build."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import nextrep
from nextrep.domain.errors import KnownError
from nextrep.resources.paths import path

NAME = "exercises/library.json"


def _put(root: Path) -> Path:
    target = root / NAME
    target.parent.mkdir(parents=True)
    target.write_text("[]", encoding="utf-8")
    return target


def _package_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend that the package was imported from `folder`."""
    package = folder / "nextrep"
    package.mkdir(parents=True)
    monkeypatch.setattr(nextrep, "__file__", str(package / "__init__.py"))
    monkeypatch.delattr(sys, "_MEIPASS", raising=False)
    return package


def test_checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _package_at(tmp_path / "desktop", monkeypatch)
    expected = _put(tmp_path / "resources")
    assert path(NAME).samefile(expected)


def test_installed_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = _package_at(tmp_path / "site-packages", monkeypatch)
    expected = _put(package / "_data")
    assert path(NAME).samefile(expected)


def test_wheel_does_not_take_a_stray_resources_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = _package_at(tmp_path / "site-packages", monkeypatch)
    _put(tmp_path / "resources")
    expected = _put(package / "_data")
    assert path(NAME).samefile(expected)


def test_frozen_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _package_at(tmp_path / "desktop", monkeypatch)
    _put(tmp_path / "resources")
    expected = _put(tmp_path / "bundle" / "resources")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "bundle"), raising=False)
    assert path(NAME).samefile(expected)


@pytest.mark.parametrize("frozen", [False, True])
def test_missing_file_is_named_and_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, frozen: bool
) -> None:
    _package_at(tmp_path / "desktop", monkeypatch)
    if frozen:
        monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    with pytest.raises(KnownError) as caught:
        path(NAME)
    assert NAME in caught.value.title
    assert caught.value.next_step


def test_this_copy_ships_its_files() -> None:
    assert path(NAME).is_file()
