"""A developer's Windows, as far as Wine is one: Python, the packages of the tests, the checkout.

Without `qt` there is none among the packages, as in .venv-core: the tests below the window must do without.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.install import machines
from tools.shipping import python_embed, windows_wheels
from tools.shipping.wine import Wine

PYTHON = Wine.home / "python"
CHECKOUT = Wine.home / "work" / "nextrep"
_LOCK = "requirements-dev.txt"
_QT = frozenset({"pyside6-essentials", "shiboken6", "pyqtgraph", "pytest-qt"})
_NOT_NEEDED = frozenset(
    {
        *("ruff", "mypy", "mypy-extensions", "librt", "ast-serialize", "import-linter", "grimp", "build"),
        "scipy",  # its C code takes functions for complex numbers that Wine's C library lacks
    }
)


def set_up(wine: Wine, repo: Path, place: Path, *, qt: bool = False) -> None:
    """Put Python with its packages, and the files that git knows, on drive C.

    Args:
        wine: where.
        repo: the checkout, with whose ../shared the real input comes along.
        place: a folder for what is made on the way.
        qt: with Qt, for tests of the window.
    """
    python = place / "python"
    shutil.copytree(python_embed.fetch(repo, Path(sys.executable)), python)
    # That file keeps an embedded Python from everything around it. Who installs Python has none.
    (python / "python311._pth").unlink()
    packages = python / "Lib" / "site-packages"
    without = _NOT_NEEDED if qt else _NOT_NEEDED | _QT
    wheels = windows_wheels.fetch(
        repo, Path(sys.executable), repo / "build" / "windows" / "wheels", _LOCK, without=without
    )
    subprocess.run(
        [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-compile",
         "--no-deps", "--no-index", "--platform=win_amd64", "--python-version=3.11", "--only-binary=:all:",
         "--target", packages, *wheels],
        check=True,
    )  # fmt: skip
    wine.give(python, PYTHON)
    _give_checkout(wine, repo, place / "checkout")
    shared = repo.parent / "shared"
    if shared.is_dir():
        wine.give(shared, CHECKOUT.parent / "shared")


def _give_checkout(wine: Wine, repo: Path, copy: Path) -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=repo, capture_output=True, text=True, check=False)
    if listed.returncode:
        machines.cannot("only a checkout of git tells which files belong to it")
    for name in filter(None, listed.stdout.split("\0")):
        if (repo / name).is_file():  # a deletion may not be committed yet
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(repo / name, copy / name)
    wine.give(copy, CHECKOUT)


def pytest(wine: Wine, *words: str, seconds: int, display: str = "") -> subprocess.CompletedProcess[str]:
    """Run pytest in the checkout on drive C, with an X screen where one is named."""
    env = {"PYTHONPATH": str(CHECKOUT / "desktop"), "QT_QPA_PLATFORM": "offscreen"}
    command = (PYTHON / "python.exe", "-m", "pytest", *words)
    return wine.run(*command, seconds=seconds, env=env, cwd=CHECKOUT, display=display)
