"""The shipped sounds are short, soft, begin and end in silence, and are what their script makes."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

import pytest

from tools import sounds

HALF_A_SECOND = sounds.RATE // 2


def read(file: Path) -> array[int]:
    with wave.open(str(file)) as opened:
        assert (opened.getnchannels(), opened.getsampwidth(), opened.getframerate()) == (1, 2, sounds.RATE)
        return array("h", opened.readframes(opened.getnframes()))


@pytest.mark.parametrize("name", sorted(sounds.SOUNDS))
def test_a_sound_is_soft_and_does_not_click(repo: Path, name: str) -> None:
    samples = read(repo / "resources" / "sounds" / name)
    assert len(samples) < 2 * sounds.RATE
    assert max(map(abs, samples)) < 0.7 * 32_767
    assert samples[0] == samples[-1] == 0


def test_a_tick_is_over_before_the_next_one(repo: Path) -> None:
    assert len(read(repo / "resources" / "sounds" / "tick.wav")) < HALF_A_SECOND


def test_the_shipped_sounds_are_what_the_script_makes(repo: Path, tmp_path: Path) -> None:
    sounds.write(tmp_path)
    shipped = {file.name for file in (repo / "resources" / "sounds").glob("*.wav")}
    assert shipped == set(sounds.SOUNDS)
    for name in shipped:
        made, kept = read(tmp_path / name), read(repo / "resources" / "sounds" / name)
        assert len(made) == len(kept)
        # Sines of another computer may differ in their last digit.
        assert max(abs(one - other) for one, other in zip(made, kept, strict=True)) <= 1
