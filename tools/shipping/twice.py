"""Builds the same commit a second time, as another person would, and compares: `dev.py build WHAT --twice`.

The other one has a clone in another place with a strange name, another umask, time zone and language, and its
own bare systems. What differs is listed by name.
"""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.console import SetupError, say
from tools.shipping.source import commit
from tools.shipping.targets import Workshop, make

MOST = 40
"""Differences that are listed; the rest is counted."""
_TREES = ("build/roots/bookworm-build/build/dist/nextrep", "build/deb")
"""What packages are made of, from the checkout on: a difference in one of them explains one in a package."""
_OTHER_HABITS = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4711"}
_FIXED_HERE = ("SOURCE_DATE_EPOCH", "NEXTREP_SCREENSHOTS")


def build_twice(workshop: Workshop, names: list[str]) -> None:
    """Build the targets `names` again elsewhere and compare them with those that `workshop` has made.

    Raises:
        SetupError: not everything here is committed, the second build failed, or something differs.
    """
    mark = commit(workshop.checkout)
    if not mark or mark.endswith("+"):
        raise SetupError("--twice compares two builds of one commit: commit what is changed here first.")
    with tempfile.TemporaryDirectory(prefix="nextrep-") as place:
        other = Path(place) / "zweite Werkstatt"
        _clone(workshop.checkout, other)
        say("building all of it once more, as somebody else elsewhere would")
        _build_as_somebody_else(workshop, other, names)
        found = compare_builds(workshop.checkout, other)
    if found:
        shown = [f"  {line}" for line in found[:MOST]]
        more = [f"  and {len(found) - MOST} more"] if len(found) > MOST else []
        raise SetupError("\n".join(["The same commit did not give the same files twice:", *shown, *more]))
    say("built twice, in two places: every file is the same")


def compare_builds(first: Path, second: Path) -> list[str]:
    """Return how the results of two checkouts differ: all files of the second one's dist, and the trees."""
    found = []
    for file in sorted((second / "dist").iterdir()):
        if file.is_file():
            mine = first / "dist" / file.name
            if not mine.is_file():
                found.append(f"{file.name}: only the second build has it")
            elif _sum(mine) != _sum(file):
                found.append(f"{file.name}: other content")
    for tree in _TREES:
        if (second / tree).is_dir():
            found += [f"{Path(tree).name}/{line}" for line in compare(first / tree, second / tree)]
    return found


def compare(first: Path, second: Path) -> list[str]:
    """Return how two trees differ, one line for each name: kind, mode, target of a link, or content."""
    one, other = described(first), described(second)
    found = [f"{name}: only in the first" for name in sorted(one.keys() - other.keys())]
    found += [f"{name}: only in the second" for name in sorted(other.keys() - one.keys())]
    for name in sorted(one.keys() & other.keys()):
        words = ("kind", "mode", "time", "content")
        differing = [word for word, a, b in zip(words, one[name], other[name]) if a != b]
        if differing:
            found.append(f"{name}: other {' and '.join(differing)}")
    return found


def described(tree: Path) -> dict[str, tuple[str, str, int, str]]:
    """Return for each name in `tree` its kind, mode, time, and the SHA-256 of its content or its target."""
    found = {}
    for path in tree.rglob("*"):
        seen = path.lstat()
        mode, when = f"{stat.S_IMODE(seen.st_mode):o}", int(seen.st_mtime)
        if path.is_symlink():
            says = ("link", "", when, str(path.readlink()))
        elif path.is_dir():
            says = ("folder", mode, when, "")
        else:
            says = ("file", mode, when, _sum(path))
        found[path.relative_to(tree).as_posix()] = says
    return found


def _clone(checkout: Path, other: Path) -> None:
    other.mkdir(parents=True, mode=0o700)
    done = subprocess.run(
        ["git", "clone", "--quiet", "--no-hardlinks", str(checkout), str(other)],
        umask=0o077, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SetupError(f"git could not clone this checkout; it said:\n{done.stderr[-1000:]}")
    for kept in sorted((checkout / "build" / "roots").glob("*")):
        if (
            "-" not in kept.name and "." not in kept.name
        ):  # a bare system of a release, as debootstrap made it
            target = other / "build" / "roots" / kept.name
            target.parent.mkdir(parents=True, exist_ok=True)
            subprocess.run(["cp", "-a", "--reflink=auto", str(kept), str(target)], check=True)


def _build_as_somebody_else(workshop: Workshop, other: Path, names: list[str]) -> None:
    env = {name: value for name, value in workshop.env.items() if name not in _FIXED_HERE}
    env |= {**_OTHER_HABITS, "PYTHONPATH": str(other / "desktop")}
    env |= {name: os.environ[name] for name in _FIXED_HERE if name in os.environ}
    words = [str(workshop.python), "-m", "tools.shipping.twice", *names]
    words += ["--release"] if workshop.release else []
    if subprocess.run(words, cwd=other, env=env, umask=0o077, check=False).returncode:
        raise SetupError("The second build failed; what it said stands above.")


def _sum(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def main(words: list[str]) -> int:
    """Be the somebody else: build the targets `words` in this folder, without asking the checkers again."""
    here = Path.cwd()
    workshop = Workshop(
        here, Path(sys.executable), dict(os.environ), release="--release" in words, checked=False
    )
    try:
        make(workshop, [word for word in words if word != "--release"], may_be_missing=False)
    except SetupError as reason:
        sys.stderr.write(f"[dev] {reason}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
