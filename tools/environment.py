"""Virtual environments in the checkout, made from the hash-pinned locks and kept whole.

A stamp inside the environment says which Python, which place and which locks it was made from, and what its
package folder held then. No stamp means that an installation did not reach its end: such an environment is
made anew, because pip takes a half-unpacked package for an installed one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.console import SetupError, call, on_terminal, say

WINDOWS = os.name == "nt"
_PIN = re.compile(r"^([A-Za-z0-9._-]+)==", re.MULTILINE)


class Lock:
    """A list of packages with versions and hashes, in pip's style.

    Attributes:
        name: file name, which tells one lock of an environment from another.
        text: its content.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @classmethod
    def read(cls, path: Path) -> Lock:
        """Read a lock from the checkout."""
        return cls(path.name, path.read_text(encoding="utf-8"))

    @property
    def pins(self) -> list[str]:
        """The names it pins, as written."""
        return _PIN.findall(self.text)

    @property
    def digest(self) -> str:
        """A fingerprint of its content."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def without(self, name: str, packages: set[str]) -> Lock:
        """Return a lock called `name` that lacks `packages` (lower case) and their hashes."""
        blocks = re.split(r"^(?=[A-Za-z0-9])", self.text, flags=re.MULTILINE)
        return Lock(name, "".join(block for block in blocks if block.split("==")[0].lower() not in packages))


class Environment:
    """One virtual environment.

    Attributes:
        home: its folder.
        python: its interpreter, which exists after `ensure`.
    """

    def __init__(self, home: Path) -> None:
        self.home = home
        self.python = home / ("Scripts/python.exe" if WINDOWS else "bin/python")
        self._stamp = home / "nextrep-stamp.json"

    def ensure(self, lock: Lock) -> None:
        """Make sure that everything `lock` names is installed, doing nothing where it is.

        Raises:
            SetupError: the environment cannot be made, or a package cannot be had.
        """
        if self.is_ready(lock):
            return
        with _alone():
            if self.is_ready(lock):
                return
            stamp = self._read_stamp()
            # A package that left the lock would stay behind, so a changed lock starts from nothing.
            if not stamp or lock.name in stamp["locks"] or not self._runs():
                self._create()
                stamp = {"base": self._base(), "locks": {}, "entries": []}
            self._stamp.unlink(missing_ok=True)
            self._install(lock)
            stamp["locks"][lock.name] = lock.digest
            stamp["entries"] = sorted(self._names())
            self._write_stamp(stamp)

    def is_ready(self, lock: Lock) -> bool:
        """Whether `ensure` would have nothing to do."""
        stamp = self._read_stamp()
        return bool(stamp) and stamp["locks"].get(lock.name) == lock.digest

    def mend(self) -> None:
        """Compare every installed file's presence and size with its package's record; forget a damaged one.

        The next `ensure` then makes the environment anew.
        """
        if not self._stamp.exists():
            return
        if not self._runs():
            self._stamp.unlink()
            return
        damaged = subprocess.run(
            [str(self.python), "-I", "-c", _FIND_DAMAGE], capture_output=True, text=True, check=False
        )
        if damaged.returncode or damaged.stdout.strip():
            names = ", ".join(damaged.stdout.split()) or "its Python"
            say(f"{self.home.name} is damaged ({names})")
            self._stamp.unlink()

    def _base(self) -> str:
        return f"{sys.version} {_interpreter().resolve()} {self.home}"

    def _names(self) -> set[str]:
        """Names in the package folder, without Python's caches, which come and go."""
        version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
        packages = self.home / ("Lib" if WINDOWS else f"lib/{version}") / "site-packages"
        return {path.name for path in packages.iterdir()} - {"__pycache__"}

    def _read_stamp(self) -> dict[str, Any]:
        try:
            stamp: dict[str, Any] = json.loads(self._stamp.read_text(encoding="utf-8"))
            whole = stamp["base"] == self._base() and self._names().issuperset(stamp["entries"])
        except (OSError, ValueError, KeyError, TypeError):
            return {}
        return stamp if whole and self.python.exists() else {}

    def _write_stamp(self, stamp: dict[str, Any]) -> None:
        part = self._stamp.with_suffix(".part")
        part.write_text(json.dumps(stamp, indent=1), encoding="utf-8")
        part.replace(self._stamp)

    def _runs(self) -> bool:
        return self.python.exists() and call(self.python, "-I", "-c", "import pip", quiet=True) == 0

    def _create(self) -> None:
        if self.home.exists():
            say(f"{self.home.name} is incomplete, or from another Python or lock: making it anew")
            try:
                shutil.rmtree(self.home)
            except OSError as error:
                raise SetupError(
                    f"{self.home} cannot be removed ({error.strerror}).\n"
                    "Close the programs that use it, remove the folder, and run this again."
                ) from None
        say(f"making {self.home.name} with Python {sys.version.split()[0]}")
        if call(_interpreter(), "-m", "venv", self.home):
            raise SetupError(f"Python could not make {self.home}; it says why above.")

    def _install(self, lock: Lock) -> None:
        written = self.home / lock.name
        written.write_text(lock.text, encoding="utf-8")
        say(f"installing {len(lock.pins)} packages into {self.home.name} (once; this may take a minute)")
        command = [self.python, "-I", "-m", "pip", "install", "--require-hashes", "--only-binary=:all:"]
        command += ["--no-deps", "--no-input", "--disable-pip-version-check", "-r", written]
        if not on_terminal():
            command.append("--quiet")
        # A person's own pip setting for user installs has no place in an environment.
        if call(*command, env=dict(os.environ, PIP_USER="0")):
            raise SetupError(
                "The packages could not be installed; pip says why above. What is needed: a way to the\n"
                "Python package index, and Python 3.11 to 3.14 on a 64-bit system; "
                f"this is {sys.version.split()[0]}."
            )


def _interpreter() -> Path:
    """The Python that environments are made from, also when dev.py runs inside one of them."""
    return Path(getattr(sys, "_base_executable", "") or sys.executable)


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """Let only one dev.py of this checkout install at a time; on Windows, trust that two are rare."""
    if sys.platform == "win32":
        yield
    else:
        import fcntl

        with Path(__file__).open(encoding="utf-8") as door:
            try:
                fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                say("waiting for another dev.py that is installing here")
                fcntl.flock(door, fcntl.LOCK_EX)
            yield


_FIND_DAMAGE = """
import importlib.metadata as m, os
for d in m.distributions():
    for f in d.files or ():
        if f.name.endswith(".pyc"):
            continue
        try:
            size = os.stat(f.locate()).st_size
        except OSError:
            size = -1
        if size < 0 or (f.size is not None and size != f.size):
            print(d.metadata["Name"])
            break
"""
