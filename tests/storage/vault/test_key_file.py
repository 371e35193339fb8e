"""The key file: written whole, read with distrust, and each thing that is wrong with it has its own words."""

import copy
import json
import os
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.errors import KnownError
from nextrep.storage.vault import header
from nextrep.storage.vault.kdf import STANDARD, Cost
from nextrep.storage.vault.key import ProfileKey
from nextrep.storage.vault.slots import Slot, SlotKind, WrongSecret, seal, unseal

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
KEY = ProfileKey(bytes(range(32)), bytes(range(16)))
PHRASE = "four plain words here"
SLOT = seal(SlotKind.PASSPHRASE, PHRASE, KEY, CHEAP)
HEADER = header.header_for(KEY, seal(SlotKind.RECOVERY, "SIGNS", KEY, CHEAP), SLOT)
DATA = header.dump(HEADER)


def said_of(data: bytes) -> str:
    with pytest.raises(KnownError) as caught:
        header.parse(data)
    assert caught.value.safe
    assert caught.value.next_step
    return caught.value.title


def changed(**parts: Any) -> bytes:
    """Return the key file with parts of the passphrase's slot changed, and no sum put right."""
    content = json.loads(DATA)
    content["slots"][0].update(parts)
    return (json.dumps(content, indent=1) + "\n").encode()


def summed_again(change: Any) -> bytes:
    """Return the key file as somebody makes it who knows how its sums are made."""
    content = json.loads(DATA)
    change(content)
    for slot in content["slots"]:
        slot["sums"] = {part: header._sum(slot[part])[:16] for part in ("kdf", "salt", "wrapped")}
    content.pop("sha256")
    return header._text({**content, "sha256": header._sum(content)})


def test_what_is_written_is_what_is_read(tmp_path: Path) -> None:
    header.write(tmp_path, HEADER)
    assert header.read(tmp_path) == HEADER
    assert [file.name for file in tmp_path.iterdir()] == ["nextrep.key"]
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / "nextrep.key").stat().st_mode) == 0o600
    assert HEADER.slot(SlotKind.PASSPHRASE) == SLOT
    assert HEADER.fits(KEY)
    assert not HEADER.fits(ProfileKey.new())
    assert KEY.secret not in DATA
    assert KEY.secret.hex().encode() not in DATA


def test_each_kind_of_damage_has_its_own_words() -> None:
    salt, kdf = "00" * 16, {"name": "argon2id", "memory_kib": 128, "passes": 1, "lanes": 1}
    found = [
        said_of(DATA[:300]),
        said_of(changed(salt=salt)),
        said_of(changed(kdf=kdf)),
        said_of(changed(wrapped="00" * 48)),
        said_of(b"not a key file"),
        said_of(summed_again(lambda content: content.update(format=2))),
    ]
    assert [words.split(":")[0] for words in found] == [
        "The key file “nextrep.key” is cut short",
        "The key file “nextrep.key” was changed",
        "The key file “nextrep.key” was changed",
        "The key file “nextrep.key” was changed",
        "The file “nextrep.key” is damaged or is not a key file.",
        "The key file of this profile was written by a newer NextRep.",
    ]
    assert "salt" in found[1]
    assert "numbers of the key derivation" in found[2]
    assert "wrapped key" in found[3]
    swapped = json.loads(DATA)
    one, two = swapped["slots"]
    one["salt"], two["salt"] = two["salt"], one["salt"]
    assert "salt" in said_of(header._text(swapped))


@pytest.mark.parametrize("length", range(0, len(DATA), 7))
def test_a_file_that_was_cut_off_anywhere_is_said_to_be_cut_short(length: int) -> None:
    assert "cut short" in said_of(DATA[:length])


def test_it_is_cut_short_without_its_very_last_byte_too() -> None:
    assert "cut short" in said_of(DATA[:-1])
    assert "cut short" in said_of(DATA[:-2])


@pytest.mark.parametrize(
    "change",
    [
        lambda slot: slot.update(salt="00" * 16),
        lambda slot: slot["kdf"].update(passes=2),
        lambda slot: slot["kdf"].update(memory_kib=72),
        lambda slot: slot.update(nonce="00" * 12),
        lambda slot: slot.update(opened_by="recovery"),
    ],
)
def test_whoever_puts_the_sums_right_too_does_not_get_past_the_cipher(change: Any) -> None:
    def one_slot(content: dict[str, Any]) -> None:
        del content["slots"][1]
        change(content["slots"][0])

    found = header.parse(summed_again(one_slot))
    with pytest.raises(WrongSecret):
        unseal(found.slots[0], PHRASE, found.profile)


def test_a_slot_of_another_profile_does_not_open() -> None:
    with pytest.raises(WrongSecret):
        unseal(SLOT, PHRASE, bytes(16))


@pytest.mark.parametrize(
    "numbers", [{"memory_kib": 2**40}, {"passes": 10**9}, {"lanes": 10**6}, {"passes": True}, {"lanes": 0}]
)
def test_what_would_bring_a_computer_down_is_not_tried(numbers: dict[str, int]) -> None:
    def ask(content: dict[str, Any]) -> None:
        content["slots"][0]["kdf"].update(numbers)

    assert "is damaged" in said_of(summed_again(ask))


def never_opens(data: bytes) -> None:
    """Try as unlocking does."""
    if data == DATA:
        return
    with suppress(KnownError, WrongSecret):
        found = header.parse(data)
        for slot in found.slots:
            assert not found.fits(unseal(slot, PHRASE, found.profile)), data


@given(st.binary(max_size=2000))
@settings(max_examples=300)
def test_no_bytes_are_a_key_file(data: bytes) -> None:
    never_opens(data)


@given(st.data())
@settings(max_examples=2000, deadline=None)
def test_a_changed_key_file_never_opens_and_never_crashes(data: st.DataObject) -> None:
    mutant = bytearray(DATA)
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(mutant)))
        cut = data.draw(st.integers(0, 30))
        mutant[start : start + cut] = data.draw(st.binary(max_size=12) | st.sampled_from(WORDS))
    never_opens(bytes(mutant))


WORDS = [
    b"0",
    b"1",
    b"null",
    b"true",
    b"{}",
    b"[]",
    b'"',
    b",",
    b"\\u0000",
    b"1e999",
    b"NaN",
    b"-1",
    b" ",
    b"\n",
]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
@settings(max_examples=1000, deadline=None)
def test_anything_in_place_of_a_part_never_opens_even_where_the_sums_are_right(data: st.DataObject) -> None:
    content = json.loads(DATA)
    del content["slots"][1]
    places: list[tuple[Any, Any]] = []

    def walk(node: Any) -> None:
        keys = range(len(node)) if isinstance(node, list) else list(node) if isinstance(node, dict) else []
        for key in keys:
            places.append((node, key))
            walk(node[key])

    content.pop("sha256")
    sums = content["slots"][0].pop("sums")
    walk(content)
    content["slots"][0]["sums"] = sums
    node, key = data.draw(st.sampled_from(range(len(places))).map(places.__getitem__))
    before = copy.deepcopy(node[key])
    node[key] = data.draw(JSON)
    if node[key] == before or (type(node[key]) is int and node[key] > 100):
        return  # large numbers of the key derivation are allowed, and slow
    try:
        never_opens(header._text({**content, "sha256": header._sum(content)}))
    except ValueError:
        return  # no text of JSON


def test_a_key_file_that_cannot_be_written_leaves_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    header.write(tmp_path, HEADER)

    def fail(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(KnownError, match="could not be written"):
        header.write(tmp_path, header.header_for(KEY, SLOT))
    monkeypatch.undo()
    assert header.read(tmp_path) == HEADER
    assert [file.name for file in tmp_path.iterdir()] == ["nextrep.key"]


def test_the_key_is_in_no_repr_and_gone_when_it_is_wiped() -> None:
    key = ProfileKey.new()
    assert key.secret.hex() not in repr(key) + str(key)
    assert key != ProfileKey.new()
    assert key == ProfileKey(key.secret, key.profile)
    key.wipe()
    with pytest.raises(ValueError):  # noqa: PT011 - it has no text
        _ = key.passphrase


def test_the_standard_is_not_cheap() -> None:
    assert (STANDARD.memory_kib, STANDARD.passes, STANDARD.lanes) == (262_144, 4, 4)
    assert isinstance(SLOT, Slot)


def test_too_little_memory_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from cryptography.hazmat.primitives.kdf import argon2

    def none_left(**_named: object) -> object:
        raise MemoryError

    monkeypatch.setattr(argon2, "Argon2id", none_left)
    with pytest.raises(KnownError, match="not enough free memory"):
        seal(SlotKind.PASSPHRASE, PHRASE, KEY, CHEAP)
