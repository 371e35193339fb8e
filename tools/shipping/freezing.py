"""Freezes the program in a bare system of the oldest supported Debian, so that it runs on all newer ones."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from tools.console import SetupError, say
from tools.debian import QT_LIBRARIES
from tools.environment import Lock
from tools.shipping import icu_data
from tools.shipping.roots import OLDEST_DEBIAN, Root, bare
from tools.shipping.settled import settle
from tools.shipping.source import commit, copied, epoch

SOURCES = ("desktop", "resources", "packaging", "docs/licences.md", "LICENSE", "requirements.txt")
"""What of the checkout a build reads."""
_INSIDE = "/build/nextrep"
_LOCKS = ("requirements.txt", "packaging/requirements-build.txt")
_GLIBC = (
    *(f"manylinux_2_{minor}_x86_64" for minor in (36, 34, 28, 27, 26, 24, 17, 12, 5)),
    *(f"manylinux{year}_x86_64" for year in ("2014", "2010", "1")),
)
"""Wheels that run on the oldest supported Debian (glibc 2.36)."""
_STRIPPED = (
    "libpython3.*", "python3.*/lib-dynload/*.so", "sqlcipher3/*.so", "_miniaudio.*.so", "pypdfium2_raw/*.so",
    "pikepdf.libs/libqpdf-*", "PIL/*.so", "pillow.libs/*",
    "cryptography/hazmat/bindings/*.so", "PySide6/Qt/lib/libicu[iu]*", "numpy/*/*.so",
    "_cffi_backend.*.so",
)  # fmt: skip
"""What is far smaller without its symbols. Not numpy.libs: stripping broke those in a trial."""


def freeze(checkout: Path, python: Path = Path(sys.executable)) -> tuple[Path, Root]:
    """Build the frozen program and return its folder, and the bare system that it was built in.

    The same commit gives the same files: times, hash seed and places are fixed.

    Args:
        python: an interpreter with pip, which fetches the packages of the locks.

    Raises:
        SetupError: something is missing here, or the build failed.
    """
    root = bare(checkout, OLDEST_DEBIAN, "build")
    say("installing the build tools into it")
    libraries = {names[-1] for names in QT_LIBRARIES.values()}
    root.install("python3", "python3-venv", "libpython3.11", "binutils", "icu-devtools", *sorted(libraries))
    _copy_sources(checkout, root)
    for lock in _LOCKS:
        fetch(python, checkout / lock, root.path("/build/wheels"))
    say("installing the packages of the lock into it")
    root.run("python3", "-m", "venv", "/build/venv")
    wheels = ["--no-index", "--find-links", "/build/wheels", "--require-hashes", "--no-deps", "--quiet"]
    locks = [word for lock in _LOCKS for word in ("-r", f"{_INSIDE}/{lock}")]
    root.run("/build/venv/bin/python", "-m", "pip", "--disable-pip-version-check", "install", *wheels, *locks)
    say("freezing")
    root.run(
        "/build/venv/bin/python", "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN",
        "--distpath", "/build/dist", "--workpath", "/build/work", f"{_INSIDE}/packaging/nextrep.spec",
        env={"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(epoch(checkout)),
             "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    for pattern in _STRIPPED:
        root.run("sh", "-c", f"strip --strip-unneeded /build/dist/nextrep/_internal/{pattern}")
    libraries_of_qt = root.path("/build/dist/nextrep/_internal/PySide6/Qt/lib")
    for library in libraries_of_qt.glob("libicudata.so.*"):
        icu_data.shrink(root, f"/{library.relative_to(root.folder)}")
    frozen = root.path("/build/dist/nextrep")
    settle(frozen, epoch(checkout), frozenset({frozen / "nextrep"}))
    return frozen, root


def _copy_sources(checkout: Path, root: Root) -> None:
    for name in SOURCES:
        copied(checkout / name, root.path(f"{_INSIDE}/{name}"))
    built = {"commit": commit(checkout), "at": epoch(checkout)}
    root.path(f"{_INSIDE}/resources/build.json").write_text(json.dumps(built) + "\n", encoding="utf-8")


def fetch(python: Path, lock: Path, into: Path) -> None:
    """Fetch the wheels of a lock for the bare system with this machine's pip, which knows the package index.

    Raises:
        SetupError: pip could not.
    """
    into.mkdir(parents=True, exist_ok=True)
    say(f"fetching {len(Lock.read(lock).pins)} packages of {lock.name}")
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps",
               "--only-binary=:all:", "--python-version=3.11", "--implementation=cp", "--require-hashes",
               "--dest", str(into)]  # fmt: skip
    command += [f"--platform={name}" for name in _GLIBC]
    done = subprocess.run([*command, "-r", str(lock)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetupError(f"pip could not fetch the packages of {lock}; it said:\n{done.stderr[-2000:]}")
