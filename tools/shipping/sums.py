"""The checksums of what is released."""

from __future__ import annotations

import hashlib
from pathlib import Path

SUMS = "SHA256SUMS"
SIGNATURE = f"{SUMS}.minisig"


def write_sums(folder: Path) -> Path:
    """Write SHA256SUMS over all files of `folder`, as `sha256sum --check` reads it, and return its path.

    An older signature goes: it was over other sums.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / SIGNATURE).unlink(missing_ok=True)
    files = sorted(path for path in folder.iterdir() if path.is_file() and not path.name.startswith(SUMS))
    lines = (f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files)
    target = folder / SUMS
    target.write_text("".join(lines), encoding="utf-8")
    return target
