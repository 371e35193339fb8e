"""Bare Debian systems in folders, to build and to install in, as a machine where nobody did anything by hand.

Needs Linux, root, debootstrap and a mirror that apt can reach. The first system of a release is kept in
build/roots and copied for each use.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.console import MissingHereError, SetupError, say
from tools.shipping.mirror import CERTIFICATES_INSIDE, known_to_apt

OLDEST_DEBIAN = "bookworm"
"""What releases are built in: a program built on an older system runs on newer ones, not the other way."""
DEBOOTSTRAP_S = 240
"""How long the making of a bare system may take, in seconds: four times as long as usual."""
SCREENS = Path("/tmp/.X11-unix")  # noqa: S108 - where an X server is reached


class Root:
    """One bare system.

    Attributes:
        folder: its place on this machine.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(self, *words: object, env: dict[str, str] | None = None, user: str = "root") -> str:
        """Run a command inside and return what it printed on standard output.

        Args:
            env: variables on top of a small fixed set; nothing of this machine's is handed on.
            user: who runs it.

        Raises:
            SetupError: it did not end well; the text has the end of what it said.
        """
        done = self.attempt(*words, env=env, user=user)
        if done.returncode:
            said = (done.stdout + done.stderr)[-3000:]
            raise SetupError(f"{' '.join(map(str, words))}\nfailed in {self.folder.name}; it said:\n{said}")
        return done.stdout

    def attempt(
        self,
        *words: object,
        env: dict[str, str] | None = None,
        user: str = "root",
        seconds: int = 900,
        network: bool = True,
    ) -> subprocess.CompletedProcess[str]:
        """Run a command inside and return how it ended; see `run`.

        Args:
            seconds: how long it may take.
            network: False for one that finds no network at all, not even its own computer.
        """
        return subprocess.run(
            self._command(words, user, network=network),
            env=self._variables(user, env),
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
            timeout=seconds,
        )

    def start(
        self, *words: object, log: Path, env: dict[str, str] | None = None, user: str = "root"
    ) -> subprocess.Popen[bytes]:
        """Start a command inside, without any network, and return its process; see `run`.

        Args:
            log: takes what it prints.
        """
        with log.open("ab") as sink:
            return subprocess.Popen(
                self._command(words, user, network=False),
                env=self._variables(user, env),
                stdout=sink,
                stderr=sink,
            )

    def _variables(self, user: str, more: dict[str, str] | None) -> dict[str, str]:
        home = "/root" if user == "root" else f"/home/{user}"
        known = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "LANG": "C.UTF-8", "USER": user}
        return {**known, "DEBIAN_FRONTEND": "noninteractive", **(more or {})}

    def _command(self, words: tuple[object, ...], user: str, *, network: bool) -> list[str]:
        # The mounts belong to a namespace of their own and go with the command. Each step takes the place of
        # the one before, so that the process is the command itself.
        inside = 'set -e; umask 022; mount --bind /proc "$0/proc"; mount --bind /dev "$0/dev"; '
        if SCREENS.is_dir():
            inside += f'mkdir -p "$0{SCREENS}"; mount --bind {SCREENS} "$0{SCREENS}"; '
        inside += 'root=$0; user=$1; shift; exec chroot --userspec="$user" "$root" "$@"'
        kept = [] if network else ["--net"]
        return ["unshare", "--mount", *kept, "sh", "-c", inside, str(self.folder), user, *map(str, words)]

    def install(self, *packages: str) -> None:
        """Install Debian packages, or .deb files by their absolute path inside.

        Raises:
            SetupError: apt could not.
        """
        self.run("apt-get", "-qq", "update")
        self.run("apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages)

    def add_user(self, name: str) -> None:
        """Make an ordinary user with a home folder."""
        self.run("useradd", "--create-home", "--shell", "/bin/sh", name)

    def path(self, inside: str) -> Path:
        """Return the place on this machine of the absolute path `inside`."""
        return self.folder / inside.lstrip("/")

    def remove(self) -> None:
        """Take the whole system away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def why_not() -> str:
    """Return why no bare system can be made here, "" where one can."""
    return _lacking() if sys.platform.startswith("linux") else "bare systems are made on Linux only"


def _lacking() -> str:
    is_root: bool = sys.platform != "win32" and os.geteuid() == 0
    if not is_root:
        return "making a bare system takes root"
    absent = [name for name in ("debootstrap", "unshare", "chroot") if not shutil.which(name)]
    if absent:
        return f"{', '.join(absent)} missing: apt-get install debootstrap brings it"
    # Containers often forbid it: only trying tells.
    with tempfile.TemporaryDirectory() as place:
        probe = ["unshare", "--mount", "sh", "-c", 'mount --bind /proc "$0" && chroot / true', place]
        done = subprocess.run(probe, capture_output=True, check=False, timeout=30)
    return "" if done.returncode == 0 else "this system does not let root mount folders"


def bare(checkout: Path, suite: str, name: str) -> Root:
    """Return a fresh bare system of a Debian release.

    Args:
        checkout: whose build/roots it goes to.
        suite: the release, as "bookworm".
        name: what it is for; an older one of that name is taken away.

    Raises:
        MissingHereError: it cannot be made here.
        SetupError: debootstrap failed.
    """
    if reason := why_not():
        raise MissingHereError(f"No bare system can be made: {reason}.")
    known = kept(checkout, suite)
    root = Root(known.parent / f"{suite}-{name}")
    root.remove()
    subprocess.run(["cp", "-a", "--reflink=auto", str(known), str(root.folder)], check=True)
    shutil.copy("/etc/resolv.conf", root.path("/etc/resolv.conf"))
    mirror = known_to_apt()
    if mirror.certificates is not None:
        shutil.copy(mirror.certificates, root.path(CERTIFICATES_INSIDE))
    root.path("/etc/apt/apt.conf.d/90nextrep").write_text(
        'Acquire::Retries "3";\nAPT::Sandbox::User "root";\nDPkg::Options:: "--force-unsafe-io";\n'
        + mirror.settings()
    )
    return root


def kept(checkout: Path, suite: str) -> Path:
    """Return the folder of the bare system that others are copied from, made now if there is none yet.

    Raises:
        MissingHereError: it cannot be made here.
    """
    place = checkout / "build" / "roots"
    folder = place / suite
    if folder.is_dir():
        return folder
    say(f"making a bare system of {suite} (once; about a minute)")
    place.mkdir(parents=True, exist_ok=True)
    part = place / f"{suite}.part"
    shutil.rmtree(part, ignore_errors=True)
    mirror = known_to_apt()
    # What it mounts is mounted for it alone: ended early, it leaves no /proc behind that rmtree would enter.
    command = ["unshare", "--mount", "debootstrap", "--variant=minbase", suite, str(part)]
    command += [mirror.address] if mirror.address else []
    try:
        done = subprocess.run(
            command, env=mirror.env(), capture_output=True, text=True, check=False, timeout=DEBOOTSTRAP_S
        )
    except subprocess.TimeoutExpired:
        raise MissingHereError(f"debootstrap did not make {suite} in {DEBOOTSTRAP_S} s.") from None
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).splitlines()[-8:])
        raise MissingHereError(f"debootstrap could not make {suite}; it said:\n{said}")
    part.rename(folder)
    return folder
