"""What `dev.py build` makes: one function for each thing that people download."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from tools.console import MissingHereError, SetupError, call, say
from tools.shipping import figures, pictures
from tools.shipping.roots import Root
from tools.shipping.settled import settle
from tools.shipping.source import copied, epoch, version_of

WHEEL_SOURCES = ("pyproject.toml", "README.md", "LICENSE", "docs", "desktop", "resources")
"""What of the checkout the wheel is made of."""


class Workshop:
    """One call of `dev.py build`.

    Attributes:
        checkout: what is built.
        python: an interpreter with pip, which fetches the packages.
        env: for programs of the checkout.
        release: compress as far as it goes.
        checked: hold packages against the rules of Debian, and measure their start; the trial in every test
            run has no time for it.
    """

    def __init__(
        self,
        checkout: Path,
        python: Path,
        env: dict[str, str],
        *,
        release: bool = False,
        checked: bool = True,
    ) -> None:
        self.checkout = checkout
        self.python = python
        self.env = env
        self.release = release
        self.checked = checked

    @property
    def out(self) -> Path:
        """Where the results go."""
        return self.checkout / "dist"

    @cached_property
    def version(self) -> str:
        """The program's version."""
        return version_of(self.checkout)

    @cached_property
    def frozen(self) -> tuple[Path, Root]:
        """The frozen program for Linux, made once for all packages, and the bare system that it lies in."""
        from tools.shipping.freezing import freeze

        return freeze(self.checkout, self.python)


def wheel(workshop: Workshop) -> None:
    """Build the wheel, and beside it the bill of its parts.

    Raises:
        SetupError: a step failed.
    """
    root = workshop.checkout
    # From a copy: files of an earlier build would be taken into the wheel, and so would the rights of ours.
    source = root / "build" / "wheel"
    shutil.rmtree(source, ignore_errors=True)
    for name in WHEEL_SOURCES:
        copied(root / name, source / name)
    when = epoch(root)
    settle(source, when)
    env = {**workshop.env, "SOURCE_DATE_EPOCH": str(when), "PYTHONHASHSEED": "0"}
    _call(
        workshop.python,
        "-m",
        "build",
        "--quiet",
        "--wheel",
        "--no-isolation",
        "--outdir",
        workshop.out,
        source,
        env=env,
    )
    _call(workshop.python, "-m", "tools.bill", workshop.out, env=workshop.env, cwd=root)


def deb(workshop: Workshop) -> Path:
    """Make the Debian package and say how it came out; return its path.

    Raises:
        SetupError: something is missing here, or a step failed.
    """
    from tools.shipping.deb import build_deb
    from tools.shipping.start_time import first_windows
    from tools.shipping.validate import validate

    began = time.monotonic()
    frozen, root = workshop.frozen
    say("packing")
    package = build_deb(
        workshop.checkout, frozen, root, workshop.version, workshop.out, release=workshop.release
    )
    bundle_bill(workshop, frozen, "debian", root)
    if workshop.release:
        pictures.draw_for_release(root, workshop.out / "screenshots")
    if workshop.checked:
        validate(workshop.checkout, workshop.checkout / "build" / "deb", release=workshop.release)
    took = time.monotonic() - began
    figures.report(
        package,
        workshop.checkout / "build" / "deb" / "usr",
        took,
        limit_mb=figures.DEB_MB,
        release=workshop.release,
    )
    if workshop.checked:
        starts = first_windows(workshop.checkout, root, package)
        figures.report_start(starts.installed, starts.checkout, steady=starts.steady)
    return package


def run_file(workshop: Workshop) -> Path:
    """Make the .run, which installs for one person, and say how it came out; return its path.

    Raises:
        SetupError: something is missing here, or a step failed.
    """
    from tools.shipping.run_file import build_run, staged

    began = time.monotonic()
    frozen, root = workshop.frozen
    say("packing")
    made = build_run(
        workshop.checkout, frozen, root, workshop.version, workshop.out, release=workshop.release
    )
    tree = staged(workshop.checkout)
    bundle_bill(workshop, tree, "run", root)
    figures.report(made, tree, time.monotonic() - began, limit_mb=None, release=workshop.release)
    return made


def rpm(workshop: Workshop) -> Path:
    """Make the .rpm, which nobody could install here, and say how it came out; return its path.

    Raises:
        SetupError: something is missing here, or a step failed.
    """
    from tools.shipping.rpm import build_rpm, staged

    began = time.monotonic()
    frozen, root = workshop.frozen
    say("packing")
    made = build_rpm(
        workshop.checkout, frozen, root, workshop.python, workshop.version, workshop.out,
        release=workshop.release,
    )  # fmt: skip
    bundle_bill(workshop, frozen, "rpm", root)
    figures.report(made, staged(root), time.monotonic() - began, limit_mb=None, release=workshop.release)
    say("  NOT INSTALLED HERE: its list of files and its requirements were read, no more")
    return made


def windows(workshop: Workshop) -> Path:
    """Make the installer for Windows and say how it came out; return its path.

    Raises:
        MissingHereError: a tool that makes it is missing here.
        SetupError: a step failed.
    """
    from tools.shipping import launcher, nsis, python_embed, signcode, windows_stage
    from tools.shipping.source import epoch

    began = time.monotonic()
    checkout, python = workshop.checkout, workshop.python
    nsis.need_tools()
    embedded = python_embed.fetch(checkout, python, must_be_signed=workshop.release)
    tree = windows_stage.stage(checkout, python, embedded)
    ours = launcher.add_launchers(checkout, tree, workshop.version, python)
    signcode.sign(*ours)
    windows_stage.settle(tree, epoch(checkout))
    bundle_bill(workshop, tree, "windows")
    say("packing")
    target = workshop.out / f"nextrep-{workshop.version}-windows-setup.exe"
    nsis.pack(checkout, tree, workshop.version, target, "lzma" if workshop.release else "zlib")
    signcode.sign(target)
    seconds = time.monotonic() - began
    figures.report(target, tree, seconds, limit_mb=figures.SETUP_MB, release=workshop.release)
    return target


def bundle_bill(workshop: Workshop, bundle: Path, name: str, root: Root | None = None) -> None:
    """Write the bill of what is in a bundle beside its package.

    Args:
        bundle: the folder that is installed.
        name: what the package is for: "debian", "windows".
        root: the bare Debian that it was made in, whose versions the bill then names.

    Raises:
        SetupError: a binary is of no known part, or its licence is not in the bundle's notice.
    """
    status = [root.path("/var/lib/dpkg/status")] if root else []
    command = [workshop.python, "-m", "tools.shipping.bundle_bill", bundle, name, workshop.out, *status]
    _call(*command, env=workshop.env, cwd=workshop.checkout)


TARGETS: dict[str, Callable[[Workshop], object]] = {
    "wheel": wheel, "deb": deb, "run": run_file, "rpm": rpm, "windows": windows,
}  # fmt: skip
"""By the word that `dev.py build` takes; "all" is all of them."""


def make(workshop: Workshop, names: list[str], *, may_be_missing: bool) -> list[str]:
    """Make the targets of these names; return those left out because this computer cannot make them.

    Args:
        may_be_missing: whether to say so and go on, as --allow-missing does.

    Raises:
        SetupError: a target could not be made; the text names it.
    """
    os.umask(0o022)  # everybody may read what people install, whatever the one who builds is used to
    left_out = []
    for name in names:
        try:
            TARGETS[name](workshop)
        except MissingHereError as reason:  # noqa: PERF203 - each takes minutes
            if not may_be_missing:
                raise SetupError(
                    f"{name} cannot be made here: {reason}\n--allow-missing leaves out what cannot be made."
                ) from reason
            left_out.append(f"{name}: {reason}")
    for line in left_out:
        say(f"LEFT OUT: {line}")
    return left_out


def _call(*command: object, env: dict[str, str] | None = None, cwd: Path | None = None) -> None:
    if call(*command, env=env, cwd=cwd):
        raise SetupError(f"{' '.join(map(str, command[:4]))} failed; what it said stands above.")
