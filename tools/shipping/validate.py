"""What Debian's and freedesktop.org's own checkers say of a package; anything they say stops a build.

They run in a bare system of their own, so that every build is judged by the same versions; where none can
be made, those of this machine do.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from tools.console import SetupError, say
from tools.shipping.roots import OLDEST_DEBIAN, Root, bare

CHECKERS = {
    "lintian": "lintian",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "xmllint": "libxml2-utils",
    "update-mime-database": "shared-mime-info",
}
"""By name, the package that brings it."""
_MAY_SAY = {
    "unknown-tag developer": "appstreamcli of Debian 12 is older than the element, which newer ones ask for",
}
"""What of appstreamcli's words is known, and why it is no fault; lintian's are in installer/linux."""
_MIME = "/usr/share/mime/packages/freedesktop.org.xml"
_INSIDE = "/check"
_MOST = 40
"""Findings that are told; where there are more, they have one cause."""

Run = Callable[..., "subprocess.CompletedProcess[str]"]


class Judge:
    """Runs the checkers, in a bare system or on this machine.

    Attributes:
        folder: where files lie for them on this machine.
        inside: the same place, as they see it.
    """

    def __init__(self, folder: Path, root: Root | None) -> None:
        self.folder = folder
        self.inside = Path(_INSIDE) if root else folder
        self._root = root

    def has(self, checker: str) -> bool:
        """Whether a checker can be run."""
        return self._root is not None or shutil.which(checker) is not None

    def path(self, place: str) -> Path:
        """Return where a file of the checkers' system lies on this machine."""
        return self._root.path(place) if self._root else Path(place)

    def ask(self, *words: object) -> tuple[int, list[str]]:
        """Run a checker; return its exit code and the lines that it said."""
        if self._root:
            done = self._root.attempt(*words, network=False)
        else:
            done = subprocess.run([*map(str, words)], capture_output=True, text=True, check=False)
        said = (done.stdout + done.stderr).replace(f"{self.inside}/", "").splitlines()
        return done.returncode, [line.rstrip() for line in said if line.strip()]


def validate(checkout: Path, tree: Path, *, release: bool) -> None:
    """Check the package whose files lie in `tree`, as dpkg-deb packs them.

    Args:
        release: whether a checker that is missing stops the build, too.

    Raises:
        SetupError: a checker found fault, which the text repeats, or is missing.
    """
    judge = _judge(checkout)
    say("asking lintian, desktop-file-validate, appstreamcli and the schema of MIME types")
    findings: list[str] = []
    for checker, check in _CHECKS.items():
        if judge.has(checker):
            findings += [f"  {checker}: {line}" for line in check(judge, tree)]
        else:
            _missing(checker, release=release)
    shutil.rmtree(judge.folder, ignore_errors=True)
    if findings:
        more = [f"  and {len(findings) - _MOST} more"] if len(findings) > _MOST else []
        raise SetupError("The package is not as Debian asks:\n" + "\n".join(findings[:_MOST] + more))


def _missing(checker: str, *, release: bool) -> None:
    text = f"{checker} is missing: apt-get install {CHECKERS[checker]} brings it"
    if release:
        raise SetupError(f"A release is checked by everything: {text}.")
    say(f"NOT CHECKED: {text}")


def _judge(checkout: Path) -> Judge:
    try:
        root = _root(checkout)
    except SetupError as reason:
        say(f"no bare system for the checkers, this machine's own are used: {reason}")
        root = None
    folder = root.path(_INSIDE) if root else checkout / "build" / "check"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return Judge(folder, root)


def _root(checkout: Path) -> Root:
    """Return the bare system with the checkers, which is kept for the next build."""
    kept = Root(checkout / "build" / "roots" / f"{OLDEST_DEBIAN}-checkers")
    stamp = kept.path("/etc/nextrep-checkers")
    wanted = "\n".join(CHECKERS.values())
    if not (stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted):
        say("making a bare system with the checkers (once; about a minute)")
        kept = bare(checkout, OLDEST_DEBIAN, "checkers")
        kept.install(*CHECKERS.values())
        stamp.write_text(wanted, encoding="utf-8")
    return kept


def _lintian(judge: Judge, tree: Path) -> list[str]:
    control = (tree / "DEBIAN" / "control").read_text(encoding="utf-8")
    parts = re.findall(r"^(?:Package|Version|Architecture): (.+)$", control, re.MULTILINE)
    package = f"{'_'.join(parts)}.deb"
    _pack(tree, judge.folder / package)
    words = ("--allow-root", "--display-info", "--display-experimental", "--pedantic")
    code, said = judge.ask("lintian", *words, judge.inside / package)
    told = [line for line in said if not line.startswith(("N:", "warning: running with root"))]
    return told or ([f"it ended with {code}"] if code else [])


def _pack(tree: Path, package: Path) -> None:
    # gzip at its quickest: lintian cannot read zstd, and what it looks at is the content.
    words = ["dpkg-deb", "--root-owner-group", "-Zgzip", "-z1", "-b", str(tree), str(package)]
    subprocess.run(words, capture_output=True, check=True)


def _desktop(judge: Judge, tree: Path) -> list[str]:
    found = []
    for file in sorted((tree / "usr/share/applications").glob("*.desktop")):
        shutil.copy(file, judge.folder)
        found += judge.ask("desktop-file-validate", judge.inside / file.name)[1]
    return found


def _metainfo(judge: Judge, tree: Path) -> list[str]:
    found = []
    for file in sorted((tree / "usr/share/metainfo").glob("*.metainfo.xml")):
        shutil.copy(file, judge.folder)
        code, said = judge.ask("appstreamcli", "validate", "--no-net", "--no-color", judge.inside / file.name)
        told = [line for line in said if re.match(r"[EWI]: ", line)]
        told = [line for line in told if not any(known in line for known in _MAY_SAY)]
        found += told or ([f"it ended with {code}"] if code else [])
    return found


def _mime_schema(judge: Judge, tree: Path) -> list[str]:
    doctype = judge.path(_MIME).read_text(encoding="utf-8").split("<!DOCTYPE mime-info [", 1)[1]
    schema = judge.folder / "mime.dtd"
    schema.write_text(doctype.split("]>", 1)[0], encoding="utf-8")
    found = []
    for file in sorted((tree / "usr/share/mime/packages").glob("*.xml")):
        shutil.copy(file, judge.folder)
        words = ("--noout", "--nonet", "--dtdvalid", judge.inside / schema.name)
        found += judge.ask("xmllint", *words, judge.inside / file.name)[1]
    return found


def _mime_database(judge: Judge, tree: Path) -> list[str]:
    packages = judge.folder / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(judge.path(_MIME), packages)
    names: set[str] = set()
    for file in sorted((tree / "usr/share/mime/packages").glob("*.xml")):
        shutil.copy(file, packages)
        names |= set(re.findall(r'<mime-type type="([^"]+)"', file.read_text(encoding="utf-8")))
    # Its folder is among those that programs look into, or it would say that nobody will find the types.
    place = f"XDG_DATA_DIRS={judge.inside}"
    _code, said = judge.ask("env", place, "update-mime-database", judge.inside / "mime")
    types = (packages.parent / "types").read_text(encoding="utf-8").split()
    return said + [f"{name} is not in the database" for name in sorted(names - set(types))]


_CHECKS: dict[str, Callable[[Judge, Path], list[str]]] = {
    "desktop-file-validate": _desktop,
    "appstreamcli": _metainfo,
    "xmllint": _mime_schema,
    "update-mime-database": _mime_database,
    "lintian": _lintian,
}
