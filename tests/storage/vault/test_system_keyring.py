"""The system's keyring: used where there is one, calm where there is none."""

import base64
import sys
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail, null

from nextrep.domain.errors import KnownError
from nextrep.services import vault
from nextrep.services.vault import Cost
from nextrep.storage.vault import system_keyring
from tests.services.test_vault import NOW, PHRASE


class Memory:
    """A keyring of the system, as a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.broken = False

    def get_password(self, service: str, name: str) -> str | None:
        self._check()
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, text: str) -> None:
        self._check()
        self.kept[service, name] = text

    def delete_password(self, service: str, name: str) -> None:
        self._check()
        del self.kept[service, name]

    def _check(self) -> None:
        if self.broken:
            raise RuntimeError("the bus is gone")


Memory.__module__ = "keyring.backends.SecretService"


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Memory:
    ring = Memory()
    monkeypatch.setattr(keyring, "get_keyring", lambda: ring)
    return ring


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def made(folder: Path) -> vault.NewVault:
    return vault.create(folder, PHRASE, NOW, cost=Cost(64, 1, 1))


def test_it_keeps_the_key_until_it_is_told_to_forget(
    folder: Path, made: vault.NewVault, ring: Memory
) -> None:
    assert vault.has_keyring()
    assert vault.unlock_by_keyring(folder) is None
    vault.remember(folder, made.key)
    assert vault.unlock_by_keyring(folder) == made.key
    vault.change_passphrase(folder, made.key, "another good one", cost=Cost(64, 1, 1))
    assert vault.unlock_by_keyring(folder) == made.key
    vault.forget(folder)
    vault.forget(folder)
    assert vault.unlock_by_keyring(folder) is None
    with pytest.raises(KnownError, match="another profile"):
        vault.remember(folder, vault.ProfileKey.new())
    vault.remember(folder, made.key)
    vault.decrypt(folder, made.key, NOW)
    assert ring.kept == {}


def test_what_it_gives_is_checked(folder: Path, made: vault.NewVault, ring: Memory) -> None:
    for text in ("not base64 ✓", "c2hvcnQ=", "", base64.b64encode(bytes(32)).decode()):
        ring.kept["NextRep", made.key.profile.hex()] = text
        assert vault.unlock_by_keyring(folder) is None


def test_a_keyring_that_fails_is_said_calmly(folder: Path, made: vault.NewVault, ring: Memory) -> None:
    ring.broken = True
    assert vault.unlock_by_keyring(folder) is None
    for step in (lambda: vault.remember(folder, made.key), lambda: vault.forget(folder)):
        with pytest.raises(KnownError, match="does not answer") as caught:
            step()
        assert "passphrase opens the profile as before" in caught.value.safe


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, object])
def test_without_one_of_the_system_nothing_is_kept(
    folder: Path, made: vault.NewVault, monkeypatch: pytest.MonkeyPatch, backend: type
) -> None:
    monkeypatch.setattr(keyring, "get_keyring", backend)
    assert not system_keyring.available()
    with pytest.raises(KnownError, match="does not answer"):
        vault.remember(folder, made.key)
    assert vault.unlock_by_keyring(folder) is None
    vault.forget(folder)


@pytest.mark.skipif(sys.platform != "win32", reason="asks the keyring of Windows itself")
def test_windows_keeps_it_on_this_computer_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from win32ctypes.pywin32 import win32cred

    monkeypatch.setattr(system_keyring, "SERVICE", "NextRep (a test)")
    key = vault.ProfileKey.new()
    system_keyring.keep(key)
    try:
        assert system_keyring.find(key.profile) == key
        kept = win32cred.CredRead("NextRep (a test)", win32cred.CRED_TYPE_GENERIC)
        assert kept["Persist"] == 2  # CRED_PERSIST_LOCAL_MACHINE
    finally:
        system_keyring.forget(key.profile)
    assert system_keyring.find(key.profile) is None
