"""Fetches the packages of the lock as Windows gets them."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from tools.console import SetupError, say

LOCK = "requirements.txt"
WINDOWS = {
    "implementation_name": "cpython", "implementation_version": "3.11.9", "os_name": "nt",
    "platform_machine": "AMD64", "platform_python_implementation": "CPython", "platform_release": "10",
    "platform_system": "Windows", "platform_version": "", "python_full_version": "3.11.9",
    "python_version": "3.11", "sys_platform": "win32", "extra": "",
}  # fmt: skip
"""What the conditions of a lock are read with; pip itself reads them for the system that it runs on."""
_PIN = re.compile(r"^(?P<pin>[A-Za-z0-9._-]+==[^\s;]+)(?:\s*;\s*(?P<marker>[^\\\n]+))?")
_HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def fetch(
    checkout: Path, python: Path, into: Path, lock_file: str = LOCK, *, without: Collection[str] = ()
) -> list[Path]:
    """Fetch the wheels that a lock names for 64-bit Windows into `into` and return them, by name.

    Args:
        python: an interpreter with pip, which knows the way to the package index.
        lock_file: the lock, in the checkout.
        without: names of packages that are not wanted.

    Raises:
        SetupError: pip could not.
    """
    # The environment has the library that reads conditions; whoever runs this may not.
    asked = [str(python), "-m", __name__, str(checkout / lock_file), *without]
    text = subprocess.run(asked, cwd=checkout, capture_output=True, text=True, check=True).stdout
    into.mkdir(parents=True, exist_ok=True)
    say(f"fetching {len(re.findall('==', text))} packages for Windows")
    with tempfile.TemporaryDirectory(prefix="nextrep-wheels-") as folder:
        lock = Path(folder) / LOCK
        lock.write_text(text, encoding="utf-8")
        done = subprocess.run(
            [str(python), "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps",
             "--only-binary=:all:", "--platform=win_amd64", "--python-version=3.11", "--implementation=cp",
             "--abi=cp311", "--abi=abi3", "--abi=none", "--require-hashes", "-r", str(lock),
             "--dest", str(into)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    if done.returncode:
        raise SetupError(f"pip could not fetch the packages for Windows; it said:\n{done.stderr[-2000:]}")
    wanted = {_wheel_start(pin) for pin in re.findall(r"^\S+==\S+", text, re.MULTILINE)}
    return sorted(path for path in into.glob("*.whl") if _wheel_start(path.name) in wanted)


def lock_for_windows(text: str, without: Collection[str] = ()) -> str:
    """Return a lock without what Windows does not get or nobody wants, and without conditions."""
    from packaging.markers import Marker

    kept = []
    for block in re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE):
        pin = _PIN.match(block)
        wanted = pin and pin["pin"].partition("==")[0] not in without
        if pin and wanted and (pin["marker"] is None or Marker(pin["marker"].strip()).evaluate(WINDOWS)):
            kept.append(" ".join([pin["pin"], *_HASH.findall(block)]) + "\n")
    return "".join(kept)


def _wheel_start(name: str) -> tuple[str, str]:
    """Return the name and version in a wheel's file name or a pin, in one spelling."""
    package, version = re.split(r"==", name, maxsplit=1) if "==" in name else name.split("-")[:2]
    return re.sub(r"[-_.]+", "-", package).lower(), version


if __name__ == "__main__":
    print(lock_for_windows(Path(sys.argv[1]).read_text(encoding="utf-8"), sys.argv[2:]), end="")
