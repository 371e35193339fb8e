"""Asks whether a package that NextRep runs with, or is made with, has a known weakness.

pip-audit does it, from a lock and an environment of its own: it brings far more than the program does,
among it what speaks to a network, and nothing of that shall lie beside the program. Only names and
versions are sent.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tools.console import SetupError, say
from tools.environment import Environment, Lock

LOCK = "requirements-audit.txt"
SHOWN = 3
"""Reasons that are shown; without a network all packages have the same one."""
CLEAN, FOUND, NOT_ASKED = 0, 1, 2


def audit(root: Path, locks: tuple[str, ...]) -> int:
    """Check the packages of some locks.

    Returns:
        0 nothing is known against them, 1 something is, 2 nobody could be asked, which is no good news.
    """
    environment = Environment(root / ".venv-audit")
    try:
        environment.ensure(Lock.read(root / LOCK))
    except SetupError as reason:
        return not_asked(str(reason))
    return max(_audit_one(environment.python, root / name) for name in locks)


def not_asked(reason: str) -> int:
    """Say so that nobody takes silence for an all-clear."""
    say("=" * 72)
    say("NOT AUDITED: it is not known whether any package has a known weakness.")
    for line in reason.strip().splitlines()[-6:]:
        say(f"  {line}")
    say("Run this again where the Python package index can be reached.")
    say("=" * 72)
    return NOT_ASKED


def _audit_one(python: Path, lock: Path) -> int:
    command = [str(python), "-I", "-m", "pip_audit", "-r", str(lock), "--require-hashes", "--disable-pip"]
    command += ["--format", "json", "--progress-spinner", "off"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return not_asked(done.stderr or done.stdout)
    return judged(lock.name, packages)


def judged(name: str, packages: list[dict[str, Any]]) -> int:
    """Say what is known of the packages of one lock, as pip-audit lists them."""
    skipped = [one for one in packages if one.get("skip_reason")]
    weak = [(one, fault) for one in packages for fault in one.get("vulns", [])]
    for one, fault in weak:
        better = ", ".join(fault.get("fix_versions", [])) or "no version yet"
        names = ", ".join([fault["id"], *fault.get("aliases", [])])
        say(f"{name}: {one['name']} {one['version']}: {names}; mended in {better}")
    for one in skipped[:SHOWN]:
        say(f"{name}: {one['skip_reason']}")
    if len(skipped) < len(packages):
        say(f"{name}: {len(packages) - len(skipped)} packages looked up, {len(weak)} known weaknesses")
    if weak:
        return FOUND
    if skipped or not packages:
        return not_asked(f"{name}: {len(skipped)} of {len(packages)} packages could not be looked up")
    return CLEAN
