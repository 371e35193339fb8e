"""How soon the installed program shows its first window, beside the same from the checkout.

Both run in the bare system of the build, on the same screen, in turns, as an ordinary user, with the same
profile of invented data; so their ratio says what freezing and packing cost, however busy this machine is.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tools.shipping.roots import Root

ROUNDS = 9
_USER = "starter"
_PROGRAM = "/usr/bin/nextrep"
_SOURCE = "/build/nextrep/desktop"


@dataclass(frozen=True)
class Starts:
    """Median times until the first window showed something, in milliseconds."""

    installed: float
    checkout: float

    @property
    def ratio(self) -> float:
        """How often the second goes into the first."""
        return self.installed / self.checkout


def first_windows(checkout: Path, root: Root, package: Path) -> Starts:
    """Install `package` into the bare system `root` that it was built in, and measure there.

    Raises:
        SetupError: it cannot be installed, or one of the two shows no window.
    """
    shutil.copy(package, root.path("/root/nextrep.deb"))
    shutil.copy(checkout / "tools/shipping/first_window.py", root.path("/build/first_window.py"))
    root.install("xvfb", "/root/nextrep.deb")
    if root.attempt("id", _USER).returncode:
        root.add_user(_USER)
    # Python keeps what it compiled beside the sources: a checkout is its user's own.
    root.run("chown", "-R", _USER, _SOURCE)
    profile = f"/home/{_USER}/profile"
    root.run("rm", "-rf", profile)
    root.run(_PROGRAM, "--profile", profile, "demo", "--weeks", "12", "--seed", "1", user=_USER)
    window = ("--profile", "{profile}")
    said = root.run(
        "python3", "/build/first_window.py", ROUNDS, profile,
        _PROGRAM, *window, "--", "/build/venv/bin/python", "-m", "nextrep", *window,
        env={"PYTHONPATH": _SOURCE}, user=_USER,
    )  # fmt: skip
    installed, from_checkout = json.loads(said.splitlines()[-1])
    return Starts(median(installed), median(from_checkout))
