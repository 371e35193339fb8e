"""The installer for Windows under Wine: by hand and silently, upgraded, set back, hindered, removed.

It takes minutes; see machines.py. What Wine cannot prove stands in docs/releasing.md.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from tests.e2e.desktop import Display, until
from tests.install.machines import TRIAL, cannot, picture_place
from tests.install.windows import (
    ENTRY,
    KIND,
    LINK,
    PLACE,
    PROFILE,
    UNINSTALLER,
    Machine,
    small_drive,
)  # fmt: skip
from tools.console import MissingHereError, SetupError
from tools.shipping import nsis, python_embed, signcode, targets, wine
from tools.shipping.targets import Workshop
from tools.shipping.wine import Wine

pytestmark = TRIAL
OF_WINDOWS = re.compile(
    r"api-ms-win-.*|(advapi32|authz|bcrypt|bcryptprimitives|comdlg32|crypt32|d3d(9|11|12|compiler_47)|dwmapi|dwrite|dxgi"
    r"|gdi32|icuuc|imm32|iphlpapi|kernel32|mpr|msvcrt|netapi32|ntdll|ole32|oleaut32|rpcrt4|setupapi|shell32|shlwapi"
    r"|uiautomationcore|user32|userenv|uxtheme|version|winmm|ws2_32|wtsapi32)\.dll|winspool\.drv"
)
"""Libraries that Windows 10 has of its own."""
RUNNING, NEWER_THERE, NO_SPACE, NOT_WRITABLE, DAMAGED = 3, 4, 5, 6, 73


@pytest.fixture(scope="module")
def installer(request: pytest.FixtureRequest, repo: Path) -> Path:
    """The installer, made now; NEXTREP_WINDOWS_SETUP names one made of what is in build/windows."""
    if given := os.environ.get("NEXTREP_WINDOWS_SETUP"):
        return Path(given).absolute()
    workshop: Workshop = request.getfixturevalue("workshop")
    try:
        return targets.windows(workshop)
    except MissingHereError as reason:
        cannot(str(reason))


@pytest.fixture(scope="module")
def newer_installer(installer: Path, repo: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same program as version 99."""
    target = tmp_path_factory.mktemp("newer") / "newer-setup.exe"
    return nsis.pack(repo, repo / "build" / "windows" / "stage", "99.0.0", target, "off")


@pytest.fixture
def machine(repo: Path, display: Display) -> Iterator[Machine]:
    """A machine on which nothing was ever installed."""
    try:
        system = wine.fresh(repo, "trial")
    except MissingHereError as reason:
        cannot(str(reason))
    yield Machine(system, display, repo)
    system.stop()
    system.root.remove()


def test_a_person_installs_uses_upgrades_goes_back_repairs_and_removes(
    machine: Machine, installer: Path, newer_installer: Path
) -> None:
    assert machine.install(installer) == 0
    assert machine.there(LINK)
    entry = machine.registry(ENTRY)
    assert entry["InstallLocation"] == str(PLACE)
    assert int(entry["EstimatedSize"], 16) > 50_000
    assert machine.registry(rf"{KIND}\shell\open\command") == {"(Default)": rf'"{PLACE}\NextRep.exe" "%1"'}
    installed = machine.tree()
    found = machine.smoke(PLACE, "smoke")
    print(found)
    assert found["program"]["platform"] == "windows"
    assert found["program"]["frozen"]
    assert machine.tree() == installed, "the program writes nothing beside itself"

    made = machine.wine.run(PLACE / "nextrep-cli.exe", "demo", "--weeks", "2", "--seed", "1")
    assert made.returncode == 0, made.stderr
    profile = machine.tree(PROFILE)
    assert "nextrep.db" in profile

    stale = machine.wine.path(PLACE / "nextrep-files" / "of-an-older-version.pyc")
    stale.touch()
    assert machine.install(newer_installer) == 0
    assert machine.registry(ENTRY)["DisplayVersion"] == "99.0.0"
    upgraded = machine.tree()
    assert upgraded.keys() == installed.keys(), "nothing of the older version is left"
    assert machine.tree(PROFILE) == profile

    assert machine.install(installer) == NEWER_THERE
    assert (machine.tree(), machine.registry(ENTRY)["DisplayVersion"]) == (upgraded, "99.0.0")
    assert machine.install(installer, "/OLDER") == 0
    assert machine.tree() == installed
    assert machine.wine.run(PLACE / "nextrep-cli.exe", "check").returncode == 0

    for damaged in ("packages/PySide6/Qt6Core.dll", "program/nextrep/app/main.pyc", "python311.zip"):
        machine.wine.path(PLACE / "nextrep-files" / damaged).unlink()
        assert machine.wine.run(PLACE / "nextrep-cli.exe", "check").returncode == DAMAGED
    with machine.beside(PLACE / "NextRep.exe") as run:
        machine.page("damaged")
        machine.press("Return")
        assert run.result(60).returncode == DAMAGED
    assert machine.install(installer) == 0
    assert machine.tree() == installed

    machine.uninstall()
    until(lambda: not machine.there(PLACE), 30, "the folder to go")
    assert not machine.there(LINK)
    assert not machine.registry(ENTRY)
    assert not machine.registry(rf"{KIND}\shell\open\command")
    assert machine.tree(PROFILE) == profile


def test_while_it_runs_it_is_neither_replaced_nor_removed(
    machine: Machine, installer: Path, newer_installer: Path
) -> None:
    assert machine.install(installer) == 0
    whole = machine.tree()
    with machine.beside(PLACE / "NextRep.exe"):
        until(lambda: machine.display.windows("NextRep"), 120, "the window")
        assert machine.install(newer_installer) == RUNNING
        assert machine.run(PLACE / UNINSTALLER, "/S", f"_?={PLACE}") == RUNNING
        assert machine.tree() == whole
    # Something else has hold of a folder: what was renamed before is renamed back.
    files = machine.wine.path(PLACE / "nextrep-files")
    os.chown(files, 0, 0)
    assert machine.install(newer_installer) == RUNNING
    assert machine.tree() == whole
    assert machine.registry(ENTRY)["DisplayVersion"] != "99.0.0"


def test_a_folder_with_spaces_and_letters_of_three_scripts(machine: Machine, installer: Path) -> None:
    place = Wine.home / "Meine Übungen" / "Программы 训练"
    assert machine.install(installer, into=place) == 0
    assert machine.there(place / "NextRep.exe")
    assert not machine.there(PLACE)
    made = machine.wine.run(place / "nextrep-cli.exe", "demo", "--weeks", "2", "--seed", "1")
    assert made.returncode == 0, made.stderr
    with machine.beside(place / "NextRep.exe"):
        picture = picture_place(machine.checkout, "windows-letters")
        until(lambda: machine.seen("^NextRep$", picture), 120, "the window")
    (machine.wine.path(place) / "mine.txt").write_text("of the person")
    machine.uninstall(place)
    assert machine.tree(place).keys() == {"mine.txt"}


def test_without_room_or_rights_nothing_is_changed(
    machine: Machine, installer: Path, newer_installer: Path
) -> None:
    small, closed = Wine.home / "small", Wine.home / "closed"
    with small_drive(machine, small, 60):
        assert machine.install(installer, into=small / "NextRep") == NO_SPACE
        assert not machine.tree(small)
    with small_drive(machine, small, 300):
        assert machine.install(installer, into=small / "NextRep") == 0
        whole = machine.tree(small)
        assert machine.install(newer_installer) == NO_SPACE
        assert machine.tree(small) == whole
        machine.uninstall(small / "NextRep")
    machine.wine.path(closed).mkdir()  # by root, and closed to others
    assert machine.install(installer, into=closed / "NextRep") == NOT_WRITABLE
    assert not machine.registry(ENTRY)


@pytest.mark.parametrize(
    ("language", "title", "remove"),
    [
        ("", "NextRep Setup", "NextRep Uninstall"),
        ("de_DE.UTF-8", "Installation von NextRep", "Deinstallation"),
    ],
)
def test_the_wizard_is_clicked_through_by_keyboard(
    machine: Machine, installer: Path, language: str, title: str, remove: str
) -> None:
    tag = language[:2] or "en"
    with machine.beside(machine.put(installer), language=language):
        until(lambda: machine.display.windows(title), 60, f"the window {title!r}")
        shown = machine.page(f"{tag}-1-welcome")
        for page in ("2-licence", "3-folder"):
            machine.press("Return")
            shown = machine.page(f"{tag}-{page}", shown)
        machine.press("Return")
        until(lambda: machine.registry(ENTRY), 300, "the end of the installation")
        machine.page(f"{tag}-4-finish", shown)
        machine.press("Return")
        picture = picture_place(machine.checkout, f"windows-{tag}-5-started")
        until(lambda: machine.seen("^NextRep$", picture), 120, "the program that the last page starts")
    with machine.beside(PLACE / UNINSTALLER, language=language):
        until(lambda: machine.display.windows(remove), 60, f"the window {remove!r}")
        shown = machine.page(f"{tag}-6-remove")
        machine.press("Return")
        until(lambda: not machine.there(PLACE / UNINSTALLER), 240, "the end of the uninstaller")
        machine.page(f"{tag}-7-removed", shown)
        machine.press("Return")
        until(lambda: not machine.display.windows(remove), 30, "its window to close")
    assert not machine.there(PLACE)
    assert machine.there(PROFILE)


def test_no_library_is_asked_for_that_is_neither_in_the_program_nor_in_windows(
    installer: Path, repo: Path
) -> None:
    tree = repo / "build" / "windows" / "stage"
    binaries = [path for path in tree.rglob("*") if path.suffix in {".exe", ".dll", ".pyd"}]
    there = {path.name.lower() for path in binaries}
    said = subprocess.run(
        ["x86_64-w64-mingw32-objdump", "-p", *binaries], capture_output=True, text=True, check=True
    )
    asked = {name.lower() for name in re.findall(r"DLL Name: (\S+)", said.stdout)}
    assert len(binaries) > 80
    assert not {name for name in asked - there if not OF_WINDOWS.fullmatch(name)}


def test_whoever_has_a_certificate_signs_with_it(
    installer: Path, repo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "NextRep.exe"
    shutil.copy(repo / "build" / "windows" / "stage" / "NextRep.exe", program)
    assert python_embed.signer(program) == ""
    for name, value in certificate(tmp_path, "NextRep on trial").items():
        monkeypatch.setenv(name, str(value))
    assert signcode.sign(program)
    assert python_embed.signer(program) == "NextRep on trial"
    changed = bytearray(program.read_bytes())
    changed[0x400] ^= 1
    program.write_bytes(changed)
    with pytest.raises(SetupError, match="changed after it was signed"):
        python_embed.signer(program)


def certificate(folder: Path, owner: str) -> dict[str, Path]:
    """Make a certificate that nobody trusts, and return the variables that name it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, owner),
        x509.NameAttribute(NameOID.COMMON_NAME, owner),
    ])  # fmt: skip
    today = datetime.now(UTC)
    made = (
        x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(1).not_valid_before(today).not_valid_after(today + timedelta(days=2))
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.CODE_SIGNING]), critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    closed = serialization.BestAvailableEncryption(b"secret")
    archive, password = folder / "trial.p12", folder / "password"
    archive.write_bytes(pkcs12.serialize_key_and_certificates(b"trial", key, made, None, closed))
    password.write_text("secret", encoding="utf-8")
    return {signcode.CERTIFICATE: archive, signcode.PASSWORD: password}


def test_the_same_tree_gives_the_same_installer(installer: Path, repo: Path, tmp_path: Path) -> None:
    tree = repo / "build" / "windows" / "stage"
    first = nsis.pack(repo, tree, "1.0.0", tmp_path / "first" / "nextrep.exe", "off")
    (repo / "build" / "windows" / "launcher" / "side.bmp").touch()  # as another build would draw it
    again = nsis.pack(repo, tree, "1.0.0", tmp_path / "again" / "nextrep.exe", "off")
    assert subprocess.run(["cmp", first, again], check=False).returncode == 0
