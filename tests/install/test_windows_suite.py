"""The tests below the window pass under the real CPython for Windows, which runs in Wine here.

Wine is not Windows: docs/releasing.md has what it cannot prove.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.install import machines, windows_developer
from tools.commands import WINDOW_TESTS
from tools.console import SetupError, say
from tools.shipping import wine as wine_systems
from tools.shipping.wine import Wine

LEFT_OUT = {
    "tests/unit/trends/test_against_scipy.py": "SciPy needs functions of C that Wine's library lacks",
    "tests/services/test_companion_figures.py": "SciPy, as before",
}
"""What is not collected there, and why. What the tests themselves skip is in their summary."""
ONLY_IN_WINE = ("Wine says that it made a link, and made none",)
"""Reasons to skip that a real Windows would not have."""
FEWEST = 4_300
"""So many pass at least; fewer means that tests were lost on the way."""
SECONDS = 3_000
"""It took five minutes on two processors with little else to do, and twenty beside the work of others."""

pytestmark = [pytest.mark.timeout(2 * SECONDS), *machines.TRIAL]


@pytest.fixture(scope="module")
def developer(repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Wine]:
    """A Windows on which somebody is ready to work on the program."""
    try:
        with wine_systems.started(repo, "developer") as wine:
            windows_developer.set_up(wine, repo, tmp_path_factory.mktemp("windows"))
            yield wine
    except SetupError as reason:
        machines.cannot(str(reason))


def test_the_tests_below_the_window_pass_on_windows(developer: Wine, repo: Path) -> None:
    folders = sorted(
        f"tests/{folder.name}"
        for folder in (repo / "tests").iterdir()
        if folder.name not in WINDOW_TESTS and any(folder.rglob("test_*.py"))
    )
    ignored = [f"--ignore={place}" for place in LEFT_OUT]
    done = windows_developer.pytest(
        developer, "-q", "-n", "2", "--dist", "loadscope", "-p", "no:cacheprovider", "--timeout=600",
        *ignored, *folders, seconds=SECONDS,
    )  # fmt: skip
    closing = re.findall(r"^\d+ .* in [\d.]+s.*$", done.stdout, re.MULTILINE)
    assert closing, (done.stdout + done.stderr)[-3000:]
    say(f"Windows' Python: {closing[-1]}; left out: {', '.join(LEFT_OUT)}")
    skipped = sorted(set(re.findall(r"^SKIPPED .*?: (.*)$", done.stdout, re.MULTILINE)))
    for reason in skipped:
        say(f"skipped there{' (only in Wine)' if reason in ONLY_IN_WINE else ''}: {reason}")
    counts = {word: int(count) for count, word in re.findall(r"(\d+) (passed|failed|errors?)", closing[-1])}
    assert done.returncode == 0, done.stdout[-6000:]
    assert counts.keys() == {"passed"}
    assert counts["passed"] >= FEWEST


def test_what_is_left_out_is_still_there(repo: Path) -> None:
    assert all((repo / place).is_file() for place in LEFT_OUT)
