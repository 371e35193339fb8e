"""The wheel holds all that the program needs, and what it holds works away from the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

SOURCE = ("pyproject.toml", "README.md", "LICENSE", "docs", "desktop", "resources")


@pytest.fixture(scope="module")
def wheel(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from a copy of the tree, so that nothing is left in the checkout."""
    source, out = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("dist")
    for name in SOURCE:
        if (repo / name).is_dir():
            shutil.copytree(
                repo / name, source / name, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
            )
        else:
            shutil.copy(repo / name, source / name)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout[-2000:] + built.stderr[-2000:]
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def test_every_file_of_the_tree_is_in_the_wheel(repo: Path, unpacked: Path) -> None:
    def files(folder: Path, pattern: str) -> set[str]:
        return {path.relative_to(folder).as_posix() for path in folder.rglob(pattern) if path.is_file()}

    assert files(repo / "resources", "*") == files(unpacked / "nextrep" / "_data", "*")
    assert files(repo / "desktop" / "nextrep", "*.py") == files(unpacked / "nextrep", "*.py")


def test_the_shipped_files_are_found_away_from_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    ask = "from nextrep.resources.paths import path; print(path('exercises/library.json'))"
    env = {**os.environ, "PYTHONPATH": str(unpacked)}
    told = subprocess.run(
        [sys.executable, "-c", ask], env=env, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert Path(told.stdout.strip()).is_relative_to(unpacked)


def test_the_command_starts_away_from_the_checkout(unpacked: Path, tmp_path: Path) -> None:
    ask = (
        "import sys; from nextrep.app.main import main; sys.argv = ['nextrep', '--version']; sys.exit(main())"
    )
    env = {**os.environ, "PYTHONPATH": str(unpacked)}
    told = subprocess.run(
        [sys.executable, "-c", ask], env=env, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert "0.1.0" in told.stdout
