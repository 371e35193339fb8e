"""Faults of ours: what went wrong and where in the program, never what the person wrote."""

from __future__ import annotations

import sys
import traceback
from datetime import datetime
from pathlib import Path
from types import TracebackType

import nextrep

LOG = Path("logs") / "nextrep.log"
"""Where the log is inside the profile folder."""
LOG_LIMIT = 1_000_000
"""Bytes after which the log starts anew, keeping one older file."""


def fault_text(kind: type[BaseException], trace: TracebackType | None, **versions: str) -> str:
    """Describe a fault by type and place; its message and its values may quote the person.

    Args:
        kind: the exception's type.
        trace: the exception's traceback.
        versions: further parts of the program to name with their versions, as in `Qt="6.11.3"`.
    """
    parts = {"NextRep": nextrep.__version__, "Python": sys.version.split()[0], **versions}
    head = ", ".join([*(f"{name} {version}" for name, version in parts.items()), sys.platform])
    places = [
        f"  {_short(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
        if not frame.f_code.co_filename.startswith("<frozen")
    ]
    return "\n".join([head, f"{kind.__module__}.{kind.__qualname__}", *places])


def write_fault(profile: Path, text: str, at: datetime) -> bool:
    """Append a fault to the log in the profile folder; a full disk must not make things worse.

    Args:
        profile: the profile folder; where there is none, none is made.
        text: what `fault_text` returned.
        at: now, an aware time.

    Returns:
        Whether it is written.
    """
    log = profile / LOG
    try:
        log.parent.mkdir(mode=0o700, exist_ok=True)
        if log.exists() and log.stat().st_size > LOG_LIMIT:
            log.replace(log.with_suffix(".log.1"))
        log.touch(mode=0o600)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{at.isoformat(timespec='seconds')} {text}\n")
    except OSError:
        return False
    return True


def _short(filename: str) -> str:
    """Return a path from the package on: the folders before it may hold a name."""
    parts = Path(filename).parts
    if "nextrep" in parts:
        return "/".join(parts[len(parts) - 1 - parts[::-1].index("nextrep") :])
    return Path(filename).name
