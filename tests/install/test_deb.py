"""The Debian package in a bare system: installed, used by an ordinary user, purged, installed again.

Takes minutes, root and a mirror of Debian, so it runs where it is asked for: `python3 dev.py test --install`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.e2e.desktop import Display, until
from tools.shipping import roots, targets
from tools.shipping.roots import OLDEST_DEBIAN, Root

ASKED = bool(os.environ.get("NEXTREP_INSTALL"))
MAY_BE_MISSING = bool(os.environ.get("NEXTREP_ALLOW_MISSING"))
pytestmark = [
    pytest.mark.timeout(1800),
    pytest.mark.skipif(
        not ASKED,
        reason="LEFT OUT, it takes minutes: python3 dev.py test --install makes and installs a package",
    ),
]
PROFILE = "/home/ann/.local/share/NextRep"


@pytest.fixture(scope="module")
def package(repo: Path) -> Path:
    """The package, made now; NEXTREP_DEB names one that is made already."""
    if reason := roots.why_not():
        (pytest.skip if MAY_BE_MISSING else pytest.fail)(f"no package can be tried here: {reason}")
    if given := os.environ.get("NEXTREP_DEB"):
        return Path(given)
    return targets.deb(targets.Workshop(repo, Path(sys.executable), dict(os.environ)))


@pytest.fixture
def machine(repo: Path, package: Path) -> Iterator[Root]:
    """A bare system with the package and the user ann."""
    machine = roots.bare(repo, OLDEST_DEBIAN, "test")
    shutil.copy(package, machine.path("/root/nextrep.deb"))
    began = time.monotonic()
    machine.install("/root/nextrep.deb")
    print(f"installed in {time.monotonic() - began:.0f} s")
    machine.add_user("ann")
    yield machine
    machine.remove()


def sums(folder: Path) -> dict[str, str]:
    """What lies below a folder, and the SHA-256 of each file."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def smoke(machine: Root, display: Display, picture: Path) -> dict[str, object]:
    """Run the smoke test as ann, without any network, and look at the screen meanwhile."""
    words = ("timeout", "150", "nextrep", "--smoke", "/home/ann/smoke")
    env = {"DISPLAY": display.name}
    with ThreadPoolExecutor(1) as beside:
        run = beside.submit(machine.attempt, *words, env=env, user="ann", network=False)
        until(lambda: run.done() or display.windows("NextRep"), 60, "the window")
        time.sleep(0.5)  # for the picture only
        display.picture(picture)
        ended = run.result()
    record = machine.path("/home/ann/smoke/smoke.json")
    assert record.exists(), ended.stdout + ended.stderr
    found: dict[str, object] = json.loads(record.read_text(encoding="utf-8"))
    assert (ended.returncode, found["why"]) == (0, ""), found
    assert not ended.stdout
    return found


def assert_nothing_ran(machine: Root) -> None:
    """No maintainer scripts: nothing can touch a home folder when the package comes or goes."""
    kept = {path.name for path in machine.path("/var/lib/dpkg/info").glob("nextrep.*")}
    assert kept == {"nextrep.list", "nextrep.md5sums"}
    assert not machine.run("dpkg", "--verify", "nextrep").strip()


def test_a_person_installs_uses_purges_and_installs_again(machine: Root, tmp_path: Path) -> None:
    assert_nothing_ran(machine)
    with Display.start() as display:
        found = smoke(machine, display, tmp_path / "screen.png")
        print(json.dumps(found))
        assert found["program"]["frozen"]
        assert found["program"]["platform"] == "xcb"
        machine.run("nextrep", "demo", "--weeks", "2", "--seed", "1", user="ann")
        before = sums(machine.path(PROFILE))
        assert "nextrep.db" in before

        machine.run("apt-get", "-qq", "purge", "--yes", "nextrep")
        assert not machine.path("/usr/lib/nextrep").exists()
        assert not machine.path("/usr/bin/nextrep").is_symlink()
        assert sums(machine.path(PROFILE)) == before

        machine.install("/root/nextrep.deb")
        assert machine.attempt("nextrep", "check", user="ann").returncode == 0
        assert "sets written" in machine.run(
            "nextrep", "export", "--format", "csv", "/home/ann/a.csv", user="ann"
        )
