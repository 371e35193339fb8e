"""A profile that another process holds."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_HOLD = (
    "import sys, pathlib; from nextrep.storage.lock import ProfileLock;"
    "lock = ProfileLock(pathlib.Path(sys.argv[1])); print('held', flush=True); sys.stdin.read()"
)


@contextmanager
def held_by_another(folder: Path) -> Iterator[None]:
    """Have a process hold the profile during the body, and kill it then: it leaves its sign behind."""
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ, PYTHONPATH=os.pathsep.join(sys.path)),
    ) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline().strip() == "held"
            yield
        finally:
            other.kill()
            other.wait()
