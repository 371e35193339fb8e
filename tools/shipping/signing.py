"""Signs the checksums of a release with minisign, and checks downloads as a person would.

The secret key never lies in the checkout: NEXTREP_MINISIGN_KEY names its file. The public one is
installer/nextrep.pub. The signed comment names the version and the commit, so that the checksums of one
version cannot stand in for those of another.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from tools.console import MissingHereError, SetupError, say
from tools.shipping.source import commit
from tools.shipping.sums import SIGNATURE, SUMS

KEY = "NEXTREP_MINISIGN_KEY"
"""Variable of the environment that names the file of the secret key."""
PASSWORD = "NEXTREP_MINISIGN_PASSWORD"  # noqa: S105 - its name, not its value
"""Variable with its password, for machines; a person types it."""
PUBLIC_KEY = "installer/nextrep.pub"
_COMMENT = re.compile(r"NextRep (?P<version>\S+), commit (?P<commit>\S+)")
_LINE = re.compile(r"(?P<sum>[0-9a-f]{64})  (?P<name>[^/\\]+)")


def sign_release(checkout: Path, folder: Path, version: str, env: Mapping[str, str] = os.environ) -> bool:
    """Sign SHA256SUMS in `folder`, or say loudly that nobody did; return whether it is signed.

    minisign asks the person for the password of the key, where the environment does not have it.

    Raises:
        SetupError: a key is named, and something stands against signing with it.
    """
    if not env.get(KEY):
        say(f"NOT SIGNED: {KEY} names no key. docs/releasing.md says how a release is signed.")
        return False
    key, public = Path(env[KEY]).expanduser().resolve(), checkout / PUBLIC_KEY
    built_from = commit(checkout)
    _assert_may_sign(checkout, folder, version, key, built_from)
    told = f"NextRep {version}, commit {built_from}"
    words = ["-S", "-s", key, "-m", folder / SUMS, "-c", f"checksums of NextRep {version}", "-t", told]
    typed = f"{env[PASSWORD]}\n" if env.get(PASSWORD) else None
    done = subprocess.run([_minisign(), *map(str, words)], input=typed, text=True, check=False)
    if done.returncode:
        raise SetupError("minisign did not sign; what it said stands above.")
    try:
        checked = check_release(folder, public, version)
    except SetupError:
        (folder / SIGNATURE).unlink()
        raise
    say(f"signed: {SIGNATURE}, commit {checked}")
    return True


def check_release(folder: Path, public: Path, version: str) -> str:
    """Check the signature in a folder of downloads, and each file there; return the commit of the build.

    Files that SHA256SUMS names and that are not there were not downloaded; at least one has to be.

    Args:
        folder: has SHA256SUMS, its signature, and what was downloaded.
        public: the file of the public key.
        version: the version that was meant to be downloaded.

    Raises:
        SetupError: anything is not as it should be; the text says what.
    """
    for needed in (folder / SUMS, folder / SIGNATURE, public):
        if not needed.is_file():
            raise SetupError(f"{needed.name} is missing, so nothing can be checked.")
    done = subprocess.run(
        [_minisign(), "-V", "-Q", "-p", str(public), "-m", str(folder / SUMS)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode:
        raise SetupError(f"{SUMS} is not what was signed. Do not use these files.")
    told = _COMMENT.fullmatch(done.stdout.strip())
    if told is None or told["version"] != version:
        raise SetupError(
            f"What was signed is “{done.stdout.strip()}”, not NextRep {version}. Do not use these files."
        )
    _check_sums(folder)
    return told["commit"]


def strangers(folder: Path, version: str) -> list[str]:
    """Return the files in a folder of results that do not carry the version in their names."""
    own = {SUMS, SIGNATURE}
    return sorted(path.name for path in folder.iterdir() if path.name not in own and version not in path.name)


def _assert_may_sign(checkout: Path, folder: Path, version: str, key: Path, built_from: str) -> None:
    if not key.is_file():
        raise SetupError(f"{KEY} names {key.name}, which is no file.")
    if key.is_relative_to(checkout.resolve()):
        raise SetupError("The secret key lies in the checkout, from where it could get out. Move it away.")
    if not (checkout / PUBLIC_KEY).is_file():
        raise SetupError(f"{PUBLIC_KEY} is missing: nobody could check the signature. See docs/releasing.md.")
    if not built_from or built_from.endswith("+"):
        raise SetupError("Files differ from the commit, or there is none: sign in a clean checkout.")
    if other := strangers(folder, version):
        raise SetupError(
            f"{', '.join(other)} in {folder.name}/ are not of version {version}. Move them away first."
        )


def _check_sums(folder: Path) -> None:
    lines = (folder / SUMS).read_text(encoding="utf-8").splitlines()
    listed = {match["name"]: match["sum"] for line in lines if (match := _LINE.fullmatch(line))}
    there = [path for path in folder.iterdir() if path.is_file() and path.name not in {SUMS, SIGNATURE}]
    unknown = [path.name for path in there if path.name not in listed]
    if unknown:
        raise SetupError(f"Nobody signed for {', '.join(sorted(unknown))}. Do not use these files.")
    if not there:
        raise SetupError(f"None of the files that {SUMS} names lies beside it.")
    changed = [path.name for path in there if _sum(path) != listed[path.name]]
    if changed:
        raise SetupError(f"Not as they were made: {', '.join(sorted(changed))}. Do not use these files.")


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _minisign() -> str:
    found = shutil.which("minisign")
    if found is None:
        raise MissingHereError("minisign is missing. On Debian: apt-get install minisign")
    return found
