"""Encrypts a profile on a small disk with less and less room, and writes down what is said and what is there.

python full_conversion.py FOLDER, in a mount namespace of its own: `unshare --map-root-user --mount`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from nextrep.domain.errors import KnownError
from nextrep.services import vault
from tests.machine.converted import CHEAP, NOW, PHRASE, left_over, look, prepare

MIB = 1024 * 1024


def main() -> None:
    """Begin with no room at all, and add some until the profile can be encrypted."""
    disk = Path(sys.argv[1])
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "none", str(disk)], check=True)
    profile, filler = disk / "profile", disk / "filler"
    prepare(profile)
    _encrypted, whole = look(profile)
    found = []
    for room in range(0, 16 * MIB, MIB // 4):
        free = os.statvfs(disk)
        filler.write_bytes(bytes(max(free.f_bavail * free.f_frsize - room, 0)))
        said = "encrypted"
        try:
            vault.encrypt(profile, PHRASE, NOW, cost=CHEAP)
        except KnownError as error:
            said = error.title
        filler.unlink()
        encrypted, held = look(profile)
        rest = left_over(profile, converted=encrypted)
        found.append({"said": said, "encrypted": encrypted, "whole": held == whole, "rest": rest})
        if encrypted:
            break
    print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
