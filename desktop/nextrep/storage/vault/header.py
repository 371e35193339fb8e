"""The key file of an encrypted profile: how it is written, and read with distrust.

JSON: format, the profile's id, a check of the key, the slots, and a SHA-256 over all of that. It is no secret
without a passphrase. The sums tell damage from a wrong passphrase and name the damaged part; against a person
who changes the file and its sums, the cipher of the slots stands (docs/safekeeping.md).
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.storage import disk
from nextrep.storage.vault import errors
from nextrep.storage.vault.errors import KEY_FILE
from nextrep.storage.vault.kdf import SALT_BYTES, Cost
from nextrep.storage.vault.key import PROFILE_BYTES, ProfileKey
from nextrep.storage.vault.slots import NONCE_BYTES, WRAPPED_BYTES, Slot, SlotKind

FORMAT = 1
LARGEST = 65_536
_WHAT = "NextRep key file"
_KDF = "argon2id"


@dataclass(frozen=True, slots=True)
class KeyHeader:
    """What a key file holds.

    Attributes:
        profile: 16 bytes that name the profile.
        check: ProfileKey.check of the key in the slots.
        slots: one for each kind at most.
    """

    profile: bytes
    check: bytes
    slots: tuple[Slot, ...]

    def slot(self, kind: SlotKind) -> Slot | None:
        """Return the slot of a kind, None where there is none."""
        return next((slot for slot in self.slots if slot.kind is kind), None)

    def with_slot(self, slot: Slot) -> KeyHeader:
        """Return the header with this slot in place of the one of its kind."""
        others = tuple(one for one in self.slots if one.kind is not slot.kind)
        return replace(self, slots=tuple(sorted((*others, slot), key=lambda one: str(one.kind))))

    def fits(self, key: ProfileKey) -> bool:
        """Tell whether `key` is the one of this profile."""
        return self.profile == key.profile and self.check == key.check


def header_for(key: ProfileKey, *slots: Slot) -> KeyHeader:
    """Return the header of a key and its slots."""
    header = KeyHeader(key.profile, key.check, ())
    for slot in slots:
        header = header.with_slot(slot)
    return header


def exists(folder: Path) -> bool:
    """Tell whether there is a key file in `folder`; False where the folder cannot be looked into."""
    try:
        return (folder / KEY_FILE).exists()
    except OSError:
        return False


def read(folder: Path) -> KeyHeader:
    """Return the header of the profile in `folder`.

    Raises:
        KnownError: it is missing, cut short, changed, damaged or too new; each says what.
    """
    try:
        with (folder / KEY_FILE).open("rb") as source:
            data = source.read(LARGEST + 1)
    except FileNotFoundError:
        raise errors.key_file_missing() from None
    except OSError as error:
        raise errors.key_file_unreadable(error) from None
    return parse(data)


def write(folder: Path, header: KeyHeader) -> None:
    """Write the header so that it is there as a whole, or the one before it is, whenever the power fails.

    Raises:
        KnownError: it cannot be written; an older one is as it was.
    """
    target, aside = folder / KEY_FILE, folder / f"{KEY_FILE}.new"
    try:
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as out:
            out.write(dump(header))
            out.flush()
            os.fsync(out.fileno())
        disk.move(aside, target)
        sync_folder(folder)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise errors.cannot_write_key_file(error) from None


def sync_folder(folder: Path) -> None:
    """Make the names in a folder last, where the system has a way to ask for it."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def dump(header: KeyHeader) -> bytes:
    """Return the bytes of a key file."""
    content: dict[str, Any] = {
        "what": _WHAT,
        "format": FORMAT,
        "profile": header.profile.hex(),
        "check": header.check.hex(),
        "slots": [_slot_data(slot) for slot in header.slots],
    }
    return _text({**content, "sha256": _sum(content)})


def parse(data: bytes) -> KeyHeader:
    """Return the header in the bytes of a key file, which have to be exactly as they were written.

    Raises:
        KnownError: they are not; says what is wrong.
    """
    content = _json(data)
    if content.get("what") != _WHAT:
        raise errors.key_file_strange()
    content.pop("sha256", None)
    try:
        written = _text({**content, "sha256": _sum(content)})
        if data != written:
            raise errors.key_file_cut_short() if written.startswith(data) else _changed(content)
        if content["format"] != FORMAT:
            raise errors.key_file_newer(content["format"], FORMAT)
        return _header(content)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise errors.key_file_strange() from None


def _json(data: bytes) -> dict[str, Any]:
    """Return the object in the file, telling one that ends too early from one that never was any."""
    if len(data) > LARGEST:
        raise errors.key_file_strange()
    try:
        content = json.loads(data)
    except (ValueError, RecursionError):
        begins = _text({"what": _WHAT})[:-3]  # without the end of the object
        short = data[: len(begins)] == begins[: len(data)] and not data.rstrip().endswith(b'"\n}')
        raise (errors.key_file_cut_short() if short else errors.key_file_strange()) from None
    if not isinstance(content, dict):
        raise errors.key_file_strange()
    return content


def _header(content: dict[str, Any]) -> KeyHeader:
    slots = tuple(_slot(one) for one in content["slots"])
    if len({slot.kind for slot in slots}) != len(slots):
        raise ValueError
    return KeyHeader(_hex(content["profile"], PROFILE_BYTES), _hex(content["check"], 32), slots)


def _slot(data: dict[str, Any]) -> Slot:
    kdf = data["kdf"]
    numbers = (kdf["memory_kib"], kdf["passes"], kdf["lanes"])
    if kdf["name"] != _KDF or any(type(number) is not int for number in numbers):
        raise ValueError
    cost = Cost(*numbers)
    if not cost.possible:
        raise ValueError
    return Slot(
        SlotKind(data["opened_by"]),
        cost,
        _hex(data["salt"], SALT_BYTES),
        _hex(data["nonce"], NONCE_BYTES),
        _hex(data["wrapped"], WRAPPED_BYTES),
    )


def _hex(text: str, length: int) -> bytes:
    data = bytes.fromhex(text)
    if len(data) != length:
        raise ValueError
    return data


def _slot_data(slot: Slot) -> dict[str, Any]:
    cost = slot.cost
    data: dict[str, Any] = {
        "opened_by": str(slot.kind),
        "kdf": {"name": _KDF, "memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes},
        "salt": slot.salt.hex(),
        "nonce": slot.nonce.hex(),
        "wrapped": slot.wrapped.hex(),
    }
    return {**data, "sums": {part: _sum(data[part])[:16] for part in ("kdf", "salt", "wrapped")}}


def _changed(content: dict[str, Any]) -> KnownError:
    """Return what to say of a key file with a part that is not what its sums say."""
    words = {
        "kdf": tr("the numbers of the key derivation are not those that were written"),
        "salt": tr("the salt is not the one that was written"),
        "wrapped": tr("the wrapped key is not the one that was written"),
    }
    with suppress(ValueError, TypeError, KeyError, RecursionError, AttributeError):
        for slot in content["slots"]:
            for part, said in words.items():
                if slot["sums"][part] != _sum(slot[part])[:16]:
                    return errors.key_file_changed(said)
    return errors.key_file_changed(tr("it is not as it was written"))


def _sum(content: object) -> str:
    return hashlib.sha256(_text(content)).hexdigest()


def _text(content: object) -> bytes:
    return (json.dumps(content, indent=1) + "\n").encode("ascii")
