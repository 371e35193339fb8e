"""What trials of installing share: what is tried, made once, and a screen to see it on."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.install import machines
from tools.shipping import roots, targets
from tools.shipping.roots import Root
from tools.shipping.targets import Workshop


@pytest.fixture(scope="session")
def display() -> Iterator[object]:
    """A virtual screen with a window manager, on a display number that nobody else uses."""
    from tests.e2e.desktop import Display

    absent = [name for name in ("Xvfb", "openbox", "xdotool") if not shutil.which(name)]
    if absent:
        machines.cannot(f"no screen can be made: {', '.join(absent)} missing")
    with Display.start() as screen:
        yield screen


@pytest.fixture(scope="session")
def workshop(repo: Path) -> Workshop:
    """One call of `dev.py build` for the whole run, so that the program is frozen once for all packages."""
    if reason := roots.why_not():
        machines.cannot(f"nothing can be built here: {reason}")
    quick = bool(os.environ.get("NEXTREP_QUICK_TRIAL"))
    return Workshop(repo, Path(sys.executable), dict(os.environ), checked=not quick)


@pytest.fixture(scope="session")
def package(request: pytest.FixtureRequest) -> Path:
    """The Debian package, made now; NEXTREP_DEB names one that is made already."""
    if given := os.environ.get("NEXTREP_DEB"):
        return Path(given).absolute()
    return targets.deb(request.getfixturevalue("workshop"))


@pytest.fixture(scope="session")
def newer_package(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same program as a package of version 99."""
    return machines.renumbered(package, "99.0.0", tmp_path_factory.mktemp("newer"))


@pytest.fixture(params=machines.DEBIANS)
def bare_machine(request: pytest.FixtureRequest, repo: Path) -> Iterator[Root]:
    """A bare machine of each Debian in turn, with the ordinary user ann and nothing installed."""
    machine = machines.fresh(repo, request.param, "trial")
    yield machine
    machine.remove()
