"""The pictures of the program that software centres show: drawn by the frozen program, with invented data."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tools.console import SetupError, say
from tools.shipping.roots import Root

PICTURES = {
    "today": "Today: what comes next, and a short check-in",
    "session": "Session: the next one, another one, or just one set",
    "trends": "Trends: training, mood and sleep on one time axis",
    "report": "A report for a doctor or therapist, seen before it is saved",
}
"""By the name of the screen, what the picture shows. The first one is shown first."""
SIZE = (1280, 800)
ADDRESS = "NEXTREP_SCREENSHOTS"
"""Variable with the address of the folder where a release puts them; only a release knows it."""
_PROFILE, _OUT = "/build/pictures-profile", "/build/pictures"


def draw_for_release(root: Root, folder: Path) -> None:
    """Draw the pictures into `folder` and say where they have to go."""
    say(f"drawing {', '.join(PICTURES)} into {folder.parent.name}/{folder.name}")
    draw(root, "/build/dist/nextrep/nextrep", folder)
    if address := os.environ.get(ADDRESS):
        say(f"they have to lie at {address} before anybody installs this")
    else:
        say(f"NO PICTURES for software centres: {ADDRESS} does not say where they will lie.")


def draw(root: Root, program: str, folder: Path) -> None:
    """Write today.png and the others into `folder`.

    Args:
        root: the bare system that the program was frozen in.
        program: the path of the frozen program inside.

    Raises:
        SetupError: the program could not draw one.
    """
    root.run("rm", "-rf", _PROFILE, _OUT)
    profile = ("--profile", _PROFILE)
    root.run(program, *profile, "demo", "--weeks", "16", "--seed", "1")
    root.run(program, *profile, "screens", _OUT, "--size", f"{SIZE[0]}x{SIZE[1]}")
    folder.mkdir(parents=True, exist_ok=True)
    for name in PICTURES:
        drawn = next(root.path(_OUT).glob(f"{name}-*.png"), None)
        if drawn is None:
            raise SetupError(f"The program drew no picture of {name}.")
        shutil.copyfile(drawn, folder / f"{name}.png")


def element(address: str) -> str:
    """Return the pictures as AppStream wants them, "" where no address is known at which they lie."""
    base = address.rstrip("/")
    if not base:
        return ""
    shots = []
    for number, (name, caption) in enumerate(PICTURES.items()):
        kind = ' type="default"' if number == 0 else ""
        image = f'<image type="source" width="{SIZE[0]}" height="{SIZE[1]}">{base}/{name}.png</image>'
        shots.append(f"<screenshot{kind}><caption>{caption}</caption>{image}</screenshot>")
    return f"<screenshots>{''.join(shots)}</screenshots>"
