"""What Python's wheels expect of a Linux system, installed by apt-get where it is missing.

On other systems, and where apt-get cannot be used, the person is told what is missing.
"""

from __future__ import annotations

import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.console import SetupError, call, on_terminal, say

# What is missing, by the name a person would look for, and the packages that bring it, best first.
Needs = dict[str, list[str]]

# Shared library -> its package, the newest name first (Debian 13 and Ubuntu 24.04 renamed some to ...t64).
QT_LIBRARIES = {
    "libEGL.so.1": ["libegl1"],
    "libGL.so.1": ["libgl1"],
    "libX11-xcb.so.1": ["libx11-xcb1"],
    "libX11.so.6": ["libx11-6"],
    "libbrotlidec.so.1": ["libbrotli1"],
    "libdbus-1.so.3": ["libdbus-1-3"],
    "libfontconfig.so.1": ["libfontconfig1"],
    "libfreetype.so.6": ["libfreetype6"],
    "libglib-2.0.so.0": ["libglib2.0-0t64", "libglib2.0-0"],
    "libxcb-cursor.so.0": ["libxcb-cursor0"],
    "libxcb-icccm.so.4": ["libxcb-icccm4"],
    "libxcb-image.so.0": ["libxcb-image0"],
    "libxcb-keysyms.so.1": ["libxcb-keysyms1"],
    "libxcb-randr.so.0": ["libxcb-randr0"],
    "libxcb-render-util.so.0": ["libxcb-render-util0"],
    "libxcb-shape.so.0": ["libxcb-shape0"],
    "libxcb-sync.so.1": ["libxcb-sync1"],
    "libxcb-util.so.1": ["libxcb-util1"],
    "libxcb-xfixes.so.0": ["libxcb-xfixes0"],
    "libxcb-xkb.so.1": ["libxcb-xkb1"],
    "libxkbcommon-x11.so.0": ["libxkbcommon-x11-0"],
    "libxkbcommon.so.0": ["libxkbcommon0"],
}
# Command -> its package: a virtual display with a window manager and a hand for it, readers of PDF files,
# what writes down each call for a socket, and what signs a release.
TEST_COMMANDS = {
    "Xvfb": ["xvfb"],
    "openbox": ["openbox"],
    "xdotool": ["xdotool"],
    "pdftotext": ["poppler-utils"],
    "qpdf": ["qpdf"],
    "strace": ["strace"],
    "minisign": ["minisign"],
}
# Command -> its package, for making bare systems and packages; and what debootstrap knows Debian by.
BARE_COMMANDS = {
    "debootstrap": ["debootstrap"],
    "unshare": ["util-linux"],
    "chroot": ["coreutils"],
    "dpkg-deb": ["dpkg"],
}
DEBIAN_KEYS = Path("/usr/share/keyrings/debian-archive-keyring.gpg")
VENV = "Python's venv"
_LINKER_CACHE = Path("/etc/ld.so.cache")


def ensure(*, venv: bool = False, qt: bool = False, tests: bool = False, bare: bool = False) -> None:
    """Make sure that this system has what is asked for, with one call of apt-get for all of it.

    Args:
        venv: Python can make virtual environments; Debian keeps that in a package of its own.
        qt: a window can be opened.
        tests: a window can be driven without a screen, and PDF files can be read.
        bare: bare systems of Debian can be made, and packages for them.

    Raises:
        SetupError: something is missing and cannot be installed from here.
    """

    def missing() -> Needs:
        found = _missing_venv() if venv else {}
        if sys.platform.startswith("linux"):
            found |= (_missing_libraries() | _missing_font()) if qt else {}
            found |= _missing_commands(TEST_COMMANDS) if tests else {}
            found |= (_missing_commands(BARE_COMMANDS) | _missing_keys()) if bare else {}
        return found

    install(missing)


def _missing_venv() -> Needs:
    importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return {}
    return {VENV: [f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python3-venv"]}


def _missing_libraries() -> Needs:
    # Reading the linker's cache costs a millisecond, loading two dozen libraries tens: only in doubt.
    try:
        cache = _LINKER_CACHE.read_bytes()
    except OSError:
        cache = b""
    unsure = (name for name in QT_LIBRARIES if name.encode() + b"\0" not in cache)
    return {name: QT_LIBRARIES[name] for name in unsure if not _loads(name)}


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _missing_font() -> Needs:
    places = [Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"]
    for place in places:
        for _folder, _folders, files in os.walk(place):
            if any(name.endswith((".ttf", ".otf", ".ttc")) for name in files):
                return {}
    return {"a font": ["fonts-dejavu-core"]}


def _missing_commands(commands: Needs) -> Needs:
    return {name: packages for name, packages in commands.items() if not shutil.which(name)}


def _missing_keys() -> Needs:
    return {} if DEBIAN_KEYS.is_file() else {"the keys of Debian": ["debian-archive-keyring"]}


def install(find_missing: Callable[[], Needs]) -> None:
    """Install what `find_missing` finds, and look again.

    Raises:
        SetupError: it is still missing. The text has the command to run by hand.
    """
    missing = find_missing()
    if not missing:
        return
    what = ", ".join(missing)
    own_python = str(Path(sys.executable).resolve()).startswith("/usr/bin/")
    if VENV in missing and not own_python:
        raise SetupError(f"{sys.executable} was built without venv or ensurepip. Use another Python.")
    if not shutil.which("apt-get"):
        debian_names = " ".join(names[-1] for names in missing.values())
        raise SetupError(
            f"This system lacks {what}.\n"
            "Install them with its package manager and run this again.\n"
            f"Debian's names of the packages: {debian_names}"
        )
    say(f"this system lacks {what}")
    fresh = not _have_lists()
    if fresh:
        _apt("update")
    chosen = _choose(missing)
    if not all(chosen) and not fresh:
        fresh = _apt("update")
        chosen = _choose(missing)
    packages = [best or names[-1] for best, names in zip(chosen, missing.values())]
    words = ["install", "--yes", "--no-install-recommends", *packages]
    # Old package lists name files that the mirror no longer has: a failure earns one update and one more try.
    done = _apt(*words) or (not fresh and _apt("update") and _apt(*words))
    if not done or find_missing():
        sudo, whose = ("sudo ", "") if shutil.which("sudo") else ("", " as root")
        command = f"{sudo}apt-get install --no-install-recommends {' '.join(packages)}"
        raise SetupError(
            f"That could not be installed from here. Run this once{whose}, then try again:\n"
            f"  {sudo}apt-get update && {command}"
        )


def _have_lists() -> bool:
    return any("_Packages" in name.name for name in Path("/var/lib/apt/lists").glob("*"))


def _choose(missing: Needs) -> list[str]:
    """Return for each need the first package that apt knows, or ""."""
    return [next(filter(_known, names), "") for names in missing.values()]


def _known(package: str) -> bool:
    return call("apt-cache", "show", "--quiet=2", package, quiet=True) == 0


def _apt(*words: str) -> bool:
    """Run apt-get with the rights it needs and return whether it worked."""
    command = ["apt-get", "--quiet", *words]
    if sys.platform == "win32" or os.geteuid() != 0:
        if not shutil.which("sudo"):
            return False
        # Without a terminal nobody can type a password, and sudo must not wait for one.
        ask = [] if sys.stdin and sys.stdin.isatty() else ["--non-interactive"]
        command = ["sudo", *ask, "env", "DEBIAN_FRONTEND=noninteractive", *command]
    say("running: " + " ".join(command))
    env = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    try:
        return (
            subprocess.run(
                command, env=env, check=False, stdout=None if on_terminal() else subprocess.DEVNULL
            ).returncode
            == 0
        )
    except OSError:
        return False
