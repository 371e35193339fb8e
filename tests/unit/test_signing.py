"""What is released is signed, and what was changed on its way, or is of another version, is refused."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.systems import needs_git
from tools import commands
from tools.console import MissingHereError, SetupError
from tools.shipping import signing, targets
from tools.shipping.sums import SIGNATURE, SUMS, write_sums

needs_minisign = pytest.mark.skipif(not shutil.which("minisign"), reason="minisign is not installed")
DEB, BILL = "nextrep_1.2.3_amd64.deb", "nextrep-1.2.3-debian.cdx.json"


def made_key(folder: Path) -> Path:
    """A throw-away key without a password, and its public half beside it."""
    folder.mkdir(parents=True, exist_ok=True)
    key = folder / "throwaway.key"
    words = ["minisign", "-G", "-W", "-f", "-p", str(folder / "throwaway.pub"), "-s", str(key)]
    subprocess.run(words, check=True, capture_output=True)
    return key


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clean checkout whose public key is that of `key`, with two results in dist."""
    checkout = tmp_path / "checkout"
    (checkout / "installer").mkdir(parents=True)
    (checkout / "dist").mkdir()
    (checkout / "dist" / DEB).write_bytes(b"a package")
    (checkout / "dist" / BILL).write_bytes(b"{}")
    monkeypatch.setattr(signing, "commit", lambda _checkout: "abcdef0123")
    return checkout


@pytest.fixture
def key(tmp_path: Path, checkout: Path) -> Path:
    key = made_key(tmp_path / "safe")
    shutil.copy(key.with_suffix(".pub"), checkout / signing.PUBLIC_KEY)
    return key


def signed(checkout: Path, key: Path, version: str = "1.2.3") -> Path:
    """The folder of results, its checksums written and signed."""
    write_sums(checkout / "dist")
    assert signing.sign_release(checkout, checkout / "dist", version, {signing.KEY: str(key)})
    return checkout / "dist"


@needs_minisign
def test_a_signed_release_is_found_whole_and_says_its_commit(checkout: Path, key: Path) -> None:
    dist = signed(checkout, key)
    assert signing.check_release(dist, checkout / signing.PUBLIC_KEY, "1.2.3") == "abcdef0123"
    assert "NextRep 1.2.3, commit abcdef0123" in (dist / SIGNATURE).read_text(encoding="utf-8")
    (dist / BILL).unlink()  # not everything has to be downloaded
    assert signing.check_release(dist, checkout / signing.PUBLIC_KEY, "1.2.3")


@needs_minisign
def test_a_changed_file_is_refused_by_its_name(checkout: Path, key: Path) -> None:
    dist = signed(checkout, key)
    (dist / DEB).write_bytes(b"another package")
    with pytest.raises(SetupError, match=DEB):
        signing.check_release(dist, checkout / signing.PUBLIC_KEY, "1.2.3")
    write_sums(dist)  # who changes the sums as well takes the signature away
    with pytest.raises(SetupError, match=SIGNATURE):
        signing.check_release(dist, checkout / signing.PUBLIC_KEY, "1.2.3")


@needs_minisign
def test_changed_sums_beside_an_old_signature_are_refused(checkout: Path, key: Path) -> None:
    dist = signed(checkout, key)
    sums = (dist / SUMS).read_text(encoding="utf-8")
    (dist / SUMS).write_text(sums.replace("a", "b"), encoding="utf-8")
    with pytest.raises(SetupError, match="not what was signed"):
        signing.check_release(dist, checkout / signing.PUBLIC_KEY, "1.2.3")


@needs_minisign
def test_another_version_is_refused_though_its_signature_is_good(checkout: Path, key: Path) -> None:
    dist = signed(checkout, key)
    with pytest.raises(SetupError, match=r"not NextRep 1\.2\.4"):
        signing.check_release(dist, checkout / signing.PUBLIC_KEY, "1.2.4")


@needs_minisign
def test_a_file_that_nobody_signed_for_is_refused(checkout: Path, key: Path) -> None:
    dist = signed(checkout, key)
    (dist / "extra-1.2.3.exe").write_bytes(b"MZ")
    with pytest.raises(SetupError, match=r"Nobody signed for extra-1\.2\.3\.exe"):
        signing.check_release(dist, checkout / signing.PUBLIC_KEY, "1.2.3")


def test_the_password_goes_to_minisign_alone(
    checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = {}

    def run(words: list[str], **how: object) -> subprocess.CompletedProcess[str]:
        heard[words[1]] = how.get("input")
        return subprocess.CompletedProcess(words, 0, "NextRep 1.2.3, commit abcdef0123\n", "")

    write_sums(checkout / "dist")
    (checkout / "dist" / SIGNATURE).write_text("signed")
    (checkout / signing.PUBLIC_KEY).write_text("public")
    key = tmp_path / "a.key"
    key.write_text("secret")
    monkeypatch.setattr(signing.subprocess, "run", run)
    monkeypatch.setattr(signing.shutil, "which", lambda name: name)
    env = {signing.KEY: str(key), signing.PASSWORD: "pass phrase"}
    assert signing.sign_release(checkout, checkout / "dist", "1.2.3", env)
    assert heard == {"-S": "pass phrase\n", "-V": None}


@needs_minisign
def test_another_person_s_key_is_refused(checkout: Path, key: Path, tmp_path: Path) -> None:
    stranger = made_key(tmp_path / "elsewhere")
    write_sums(checkout / "dist")
    with pytest.raises(SetupError, match="not what was signed"):
        signing.sign_release(checkout, checkout / "dist", "1.2.3", {signing.KEY: str(stranger)})
    assert not (checkout / "dist" / SIGNATURE).exists()


@needs_minisign
def test_a_release_is_signed_only_with_a_key_from_outside_in_a_clean_checkout_of_its_version(
    checkout: Path, key: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_sums(checkout / "dist")

    def refused(words: str, named: Path = key, version: str = "1.2.3") -> None:
        with pytest.raises(SetupError, match=words):
            signing.sign_release(checkout, checkout / "dist", version, {signing.KEY: str(named)})
        assert not (checkout / "dist" / SIGNATURE).exists()

    refused("no file", key.with_name("none.key"))
    refused("not of version", version="1.2.4")
    inside = checkout / "my.key"
    shutil.copy(key, inside)
    refused("lies in the checkout", inside)
    monkeypatch.setattr(signing, "commit", lambda _checkout: "abcdef0123+")
    refused("clean checkout")
    (checkout / signing.PUBLIC_KEY).unlink()
    refused("nobody could check")


def test_without_a_key_nothing_is_signed_and_that_is_said(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_sums(checkout / "dist")
    assert not signing.sign_release(checkout, checkout / "dist", "1.2.3", {})
    assert "NOT SIGNED" in capsys.readouterr().out


@needs_git
def test_no_secret_key_can_be_committed(repo: Path) -> None:
    names = ["minisign.key", "nextrep.key", "installer/nextrep.sec", "certificate.p12"]
    done = subprocess.run(
        ["git", "check-ignore", *names], cwd=repo, capture_output=True, text=True, check=False
    )
    assert done.stdout.split() == names
    words = "encrypted secret key|PRIVATE KEY-----$"
    found = subprocess.run(
        ["git", "grep", "-lE", f"({words})", "--", ".", ":!tests/unit/test_signing.py"],
        cwd=repo, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert found.stdout == ""


class Bench:
    """A workshop in which nothing is made."""


def test_what_cannot_be_made_here_ends_the_build_or_is_said_and_left_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = []

    def missing(_workshop: object) -> None:
        raise MissingHereError("making a bare system takes root")

    monkeypatch.setattr(targets, "TARGETS", {"wheel": lambda _workshop: made.append("wheel"), "deb": missing})
    with pytest.raises(SetupError, match=r"(?s)deb cannot be made here: .*takes root.*--allow-missing"):
        targets.make(Bench(), ["deb", "wheel"], may_be_missing=False)
    assert not made
    assert targets.make(Bench(), ["deb", "wheel"], may_be_missing=True) == [
        "deb: making a bare system takes root"
    ]
    assert made == ["wheel"]
    assert "LEFT OUT: deb" in capsys.readouterr().out


def test_what_fails_ends_the_build_even_where_something_may_be_missing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_workshop: object) -> None:
        raise SetupError("dpkg-deb failed")

    monkeypatch.setattr(targets, "TARGETS", {"deb": broken})
    with pytest.raises(SetupError, match="dpkg-deb failed"):
        targets.make(Bench(), ["deb"], may_be_missing=True)


def test_build_and_verify_say_what_they_take(repo: Path) -> None:
    with pytest.raises(SetupError, match="--allow-missing"):
        commands.build(repo, ["deb", "--quickly"])
    with pytest.raises(SetupError, match="FOLDER"):
        commands.verify(repo, [])
