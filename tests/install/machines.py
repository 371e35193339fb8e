"""Bare machines for trials of what people install, and how they are used and looked at from outside.

A trial makes a machine, installs on it as a person would, and starts the program there. It takes minutes,
root and a mirror of Debian, so it runs where it is asked for: `python3 dev.py test --install`.
"""

from __future__ import annotations

import hashlib
import json
import lzma
import os
import re
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtGui import QImage

from tests.e2e.desktop import Display, until
from tools.shipping import roots, run_file
from tools.shipping.roots import Root

PERSON = "ann"
"""Who uses a machine: an ordinary user."""
PROFILE = f"/home/{PERSON}/.local/share/NextRep"
DEBIANS = ("bookworm", "trixie")
"""Releases that the packages are made for: Debian 12 and 13."""
TRIAL = [
    pytest.mark.timeout(1800),
    pytest.mark.skipif(
        not os.environ.get("NEXTREP_INSTALL"),
        reason="LEFT OUT, it takes minutes: python3 dev.py test --install makes and installs packages",
    ),
]
"""The `pytestmark` of every module of trials."""
_COOKIE, _COOKIE_LENGTH = b"MEI\014\013\012\013\016", 88
"""What PyInstaller ends its archive with; the length of the archive follows the first eight bytes."""
_FEW_COLOURS = 8
"""A screen with no more colours than this shows nothing."""
_EMPTY_SHARE = 0.95
"""Nor does one of which that much has one colour."""


def cannot(reason: str) -> NoReturn:
    """End a trial that cannot be made here: it fails, unless the caller of dev.py said --allow-missing."""
    if os.environ.get("NEXTREP_ALLOW_MISSING"):
        pytest.skip(f"LEFT OUT: {reason}")
    pytest.fail(reason)


def fresh(checkout: Path, suite: str, name: str) -> Root:
    """Return a bare machine of a Debian release, with the ordinary user `PERSON` and nothing else."""
    if reason := roots.why_not():
        cannot(f"no bare machine can be made: {reason}")
    machine = roots.bare(checkout, suite, name)
    machine.add_user(PERSON)
    return machine


def put(machine: Root, package: Path) -> str:
    """Copy a package to root's folder and return its place inside."""
    inside = f"/root/{package.name}"
    shutil.copy(package, machine.path(inside))
    return inside


def install(machine: Root, package: Path) -> float:
    """Install a .deb with apt, with all that it needs, and return the seconds that it took."""
    began = time.monotonic()
    machine.install(put(machine, package))
    return time.monotonic() - began


def sums(folder: Path) -> dict[str, str]:
    """What lies below a folder, and the SHA-256 of each file."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def picture_place(checkout: Path, name: str) -> Path:
    """Where a picture of a screen is kept for people to look at: build/pictures/install/NAME.png."""
    folder = checkout / "build" / "pictures" / "install"
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{name}.png"


def picture_of_something(display: Display, picture: Path) -> bool:
    """Save what the screen shows and return whether its middle half shows anything.

    A window stands before its screen is painted: a frame, a menu, or a word on an empty page are not enough.
    """
    display.picture(picture)
    image = QImage(str(picture))
    wide, high = image.width(), image.height()
    points = ((x, y) for x in range(wide // 4, wide * 3 // 4, 3) for y in range(high // 4, high * 3 // 4, 3))
    colours = Counter(image.pixel(x, y) for x, y in points)
    return len(colours) > _FEW_COLOURS and max(colours.values()) < _EMPTY_SHARE * colours.total()


def smoke(
    machine: Root,
    display: Display,
    picture: Path,
    *,
    user: str = PERSON,
    program: Sequence[str] = ("nextrep",),
    env: Mapping[str, str] | None = None,
) -> dict[str, object]:
    """Run the smoke test without any network, look at the screen meanwhile, and return its record.

    Args:
        picture: takes what the screen showed; see `picture_place`.
        user: an ordinary user of the machine, with a home below /home.
        program: how it is started there.
        env: variables on top of DISPLAY; HOME says where the record goes as well.
    """
    variables = {"DISPLAY": display.name, **(env or {})}
    out = f"{variables.get('HOME', f'/home/{user}')}/smoke"
    words = ("timeout", "300", *program, "--smoke", out)
    with ThreadPoolExecutor(1) as beside:
        run = beside.submit(machine.attempt, *words, env=variables, user=user, network=False)

        def seen() -> bool:
            shown = bool(display.windows("NextRep"))
            return run.done() or (shown and picture_of_something(display, picture))

        until(seen, 120, "a window with something in it")
        ended = run.result()
    record = machine.path(f"{out}/smoke.json")
    assert record.exists(), ended.stdout + ended.stderr
    found: dict[str, object] = json.loads(record.read_text(encoding="utf-8"))
    assert (ended.returncode, found["why"]) == (0, ""), found
    assert not ended.stdout
    assert picture.exists(), "the program was done before anybody saw its window"
    return found


def renumbered(package: Path, version: str, folder: Path) -> Path:
    """Return a package with the same files and another version, made in `folder`.

    The archive inside the program is moved by a few bytes, as it is by every real change of the program: one
    that runs while it is replaced must not read from the new file what it knew of the old one.
    """
    tree = folder / f"tree-{version}"
    _dpkg_deb("-R", package, tree)
    control = tree / "DEBIAN" / "control"
    lines = control.read_text(encoding="utf-8").splitlines(keepends=True)
    changed = [f"Version: {version}\n" if line.startswith("Version:") else line for line in lines]
    control.write_text("".join(changed), encoding="utf-8")
    _move_archive(tree / "usr/lib/nextrep/nextrep")
    target = folder / f"nextrep_{version}_amd64.deb"
    _dpkg_deb("--root-owner-group", "-Zzstd", "-z1", "-b", tree, target)
    shutil.rmtree(tree)
    return target


def renumbered_run(checkout: Path, installer: Path, version: str, folder: Path) -> Path:
    """Return a .run with the same files and another version, made in `folder`; see `renumbered`."""
    tree, whole = folder / f"tree-{version}", installer.read_bytes()
    subprocess.run(["sh", str(installer), "--quiet", "--extract-only", str(tree)], check=True, timeout=300)
    (tree / "installation/version").write_text(f"{version}\n")
    _move_archive(tree / "nextrep")
    facts = dict(re.findall(r"^([A-Z_]+)='(\d+)'$", whole[:4096].decode(errors="replace"), re.MULTILINE))
    begin = int(facts["TOOLS_AT"]) - 1
    tools = whole[begin : begin + int(facts["TOOLS_SIZE"])]
    packed = lzma.compress(run_file.archive(tree, 0), preset=0)
    target = folder / f"nextrep-{version}-x86_64.run"
    room = (int(facts["NEEDED_KB"]), int(facts["INSTALLED_MB"]))
    target.write_bytes(run_file.assembled(checkout, version, tools, packed, room))
    shutil.rmtree(tree)
    return target


def _move_archive(program: Path) -> None:
    """Put bytes before the archive that PyInstaller appended; its loader counts from the end of the file."""
    whole = program.read_bytes()
    cookie = whole.rindex(_COOKIE)
    length = int.from_bytes(whole[cookie + 8 : cookie + 12], "big")
    begin = cookie + _COOKIE_LENGTH - length
    program.write_bytes(whole[:begin] + bytes(4096) + whole[begin:])


def _dpkg_deb(*words: object) -> None:
    done = subprocess.run(
        ["dpkg-deb", *map(str, words)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
