"""One window per profile: a lock that the system releases by itself when a process dies.

The file of the lock says who holds it, for a message to whoever comes second. It also keeps two computers
apart that share a folder over a network which does not pass locks on: the holder touches the file each
minute, so a sign of life by another computer counts, and an old one is what a computer left that went down.

The libraries for this pull in asyncio, which costs a third of the start-up, so the two system calls are
made here.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr

LOCK_NAME = "in-use.lock"
ALIVE_S = 300
"""So long after its last sign of life another computer still counts as the holder: five of its minutes."""
_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a profile.

    Attributes:
        host, user: names of computer and account, "" where the system does not say.
        process: number of the process.
        since: when it was opened, as ISO text with its zone; "" where it is not known.
    """

    host: str
    user: str
    process: int
    since: str = ""


class ProfileLock:
    """Holds a profile folder for this process.

    Raises:
        KnownError: on creation, when another process holds it, here or on another computer.
        OSError: on creation, when the folder cannot be written.
    """

    def __init__(self, folder: Path, now: datetime | None = None) -> None:
        """Take the lock; `now` (aware) is what others are told."""
        self._file = folder / LOCK_NAME
        self._handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
        self._me = Holder(host_name(), _user(), os.getpid(), now.isoformat() if now else "")
        try:
            lock_handle(self._handle)
        except OSError:
            other = _read(self._handle)
            os.close(self._handle)
            raise held(other, self._me.host) from None
        other = _read(self._handle)
        if other is not None and other.host != self._me.host and self._is_alive():
            os.close(self._handle)
            raise held(other, self._me.host)
        self._write(json.dumps(asdict(self._me)))

    def beat(self) -> Holder | None:
        """Give a sign of life; returns who has taken the profile over meanwhile, None while it is ours.

        To be called each minute while a window is open. A disk that cannot be reached now says nothing.
        """
        other = _read(self._handle)
        if other is not None and (other.host, other.process) != (self._me.host, self._me.process):
            return other
        with suppress(OSError):
            os.utime(self._file)
        return None

    def release(self) -> None:
        """Let others open the profile."""
        if self._handle >= 0:
            if self.beat() is None:
                self._write("")
            os.close(self._handle)
            self._handle = -1

    def _is_alive(self) -> bool:
        """Tell whether the file was touched lately, by the clock of the disk that it is on."""
        probe = self._file.with_name(f"{LOCK_NAME}.{os.getpid()}")
        try:
            touched = self._file.stat().st_mtime
            probe.touch()
            return abs(probe.stat().st_mtime - touched) < ALIVE_S
        finally:
            probe.unlink(missing_ok=True)

    def _write(self, text: str) -> None:
        """Say who holds it; a full disk keeps nobody from holding it."""
        with suppress(OSError):
            os.ftruncate(self._handle, 0)
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, text.encode())

    def __enter__(self) -> ProfileLock:
        """Return itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Release."""
        self.release()


def held(holder: Holder | None, here: str) -> KnownError:
    """Return what to say of a profile that somebody else has open.

    Args:
        holder: who, as far as it is known.
        here: the name of this computer.
    """
    if holder is None or holder.host == here or not holder.host:
        title = tr("This profile is open in another NextRep window.")
    elif holder.user:
        title = tr(
            "This profile is open on another computer: “{host}”, by {user}.",
            host=holder.host,
            user=holder.user,
        )
    else:
        title = tr("This profile is open on another computer: “{host}”.", host=holder.host)
    safe = tr("Nothing was changed, and the other window keeps saving.")
    since = _since(holder)
    return KnownError(
        title,
        safe=f"{since} {safe}" if since else safe,
        next_step=tr("Go on in the other window, or close it and try again."),
    )


def host_name() -> str:
    """Return the name of this computer, "" where the system does not say it."""
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    else:  # noqa: RET505 - the type checker knows only so that Windows lacks it
        return os.uname().nodename


def _since(holder: Holder | None) -> str:
    try:
        at = datetime.fromisoformat(holder.since) if holder is not None and holder.since else None
    except ValueError:
        at = None
    if at is None:
        return ""
    return tr("It was opened on {day} at {time}.", day=f"{at:%Y-%m-%d}", time=f"{at:%H:%M}")


def _user() -> str:
    return next((os.environ[name] for name in ("USER", "LOGNAME", "USERNAME") if os.environ.get(name)), "")


def _read(handle: int) -> Holder | None:
    """Return who the file says holds it, None where it says nothing that makes sense.

    Through the handle that holds it: over NFS closing another one of the same file would let the lock go.
    """
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        found = json.loads(os.read(handle, _MOST_BYTES))
        return Holder(str(found["host"]), str(found["user"]), int(found["process"]), str(found["since"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """A locked byte cannot be read there, so it is none of those with the name."""

    def lock_handle(handle: int) -> None:
        """Lock an open file for this process, until the handle is closed.

        Raises:
            OSError: another process has it, or the disk knows no locks.
        """
        os.lseek(handle, _FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)  # what is written next must not make a file of a gigabyte

else:
    import fcntl

    def lock_handle(handle: int) -> None:
        """Lock an open file for this process, until the handle is closed.

        Raises:
            OSError: another process has it, or the disk knows no locks.
        """
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
