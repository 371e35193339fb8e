"""How soon the installed program shows its first window, beside the same from the checkout.

Both run in the bare system of the build, on the same screen, in turns, as an ordinary user, with the same
profile of invented data; so their ratio says what freezing and packing cost, however busy this machine is.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from tools.shipping.roots import Root

ROUNDS, BATCHES = 9, 3
"""Starts of each in one batch, and how many batches are made at most while the times lie far apart."""
_STEADY = 0.25
"""How far the middle half of the times may spread, as a part of the median, on a machine that is not busy."""
_USER = "starter"
_PROGRAM = "/usr/bin/nextrep"
_SOURCE = "/build/nextrep/desktop"


@dataclass(frozen=True)
class Starts:
    """Median times until the first window showed something, in milliseconds.

    Attributes:
        steady: whether the times of each lie close together; on a busy machine they do not.
    """

    installed: float
    checkout: float
    steady: bool = True

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
    installed: list[float] = []
    from_checkout: list[float] = []
    steady = False
    for _batch in range(BATCHES):
        said = root.run(
            "python3", "/build/first_window.py", ROUNDS, profile,
            _PROGRAM, *window, "--", "/build/venv/bin/python", "-m", "nextrep", *window,
            env={"PYTHONPATH": _SOURCE}, user=_USER,
        )  # fmt: skip
        for times, more in zip((installed, from_checkout), json.loads(said.splitlines()[-1])):
            times.extend(more)
        steady = is_steady(installed) and is_steady(from_checkout)
        if steady:
            break
    return Starts(median(installed), median(from_checkout), steady)


def is_steady(times: list[float]) -> bool:
    """Return whether times lie close enough together for their median to say something."""
    low, middle, high = quantiles(times, n=4)
    return high - low <= _STEADY * middle
