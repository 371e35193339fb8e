"""Ending a program with everything that it started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path


def end_tree(pid: int) -> None:
    """Kill a process and all that descend from it, whatever groups and sessions they made for themselves.

    Where there is no /proc, only the process itself; Windows has a command for it.
    """
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(pid)], capture_output=True, check=False)
    else:
        stopped: set[int] = set()
        # Who is stopped starts nobody any more; once a round finds nobody new, all are known.
        while new := {pid, *_below(pid)} - stopped:
            for one in new:
                _send(one, signal.SIGSTOP)
            stopped |= new
        for one in stopped:
            _send(one, signal.SIGKILL)


def _below(pid: int) -> set[int]:
    children: dict[int, list[int]] = {}
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError, ValueError, IndexError):  # it ended meanwhile
            # The name, in brackets, may hold anything; state and parent follow its last bracket.
            parent = int(status.read_text(errors="replace").rpartition(")")[2].split()[1])
            children.setdefault(parent, []).append(int(status.parent.name))
    found: set[int] = set()
    waiting = [pid]
    while waiting:
        for child in children.get(waiting.pop(), []):
            found.add(child)
            waiting.append(child)
    return found


def _send(pid: int, what: signal.Signals) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.kill(pid, what)
