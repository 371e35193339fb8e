"""Whether tests may make disks of their own here; not every system lets everybody."""

from __future__ import annotations

import shutil
import subprocess

ALONE = ["unshare", "--map-root-user", "--mount"]


def may_mount() -> bool:
    """Whether a small disk can be made in a mount namespace."""
    if not shutil.which("unshare"):
        return False
    probe = [*ALONE, "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(probe, capture_output=True, check=False).returncode == 0
