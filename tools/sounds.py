"""Makes the program's sounds from sine waves: `python3 -m tools.sounds` writes them into resources/sounds."""

from __future__ import annotations

import math
import sys
import wave
from array import array
from pathlib import Path
from typing import NamedTuple

RATE = 22_050
"""Samples a second: enough for tones below 2 kHz, and a quarter of the size of a recording in CD quality."""
_FULL = 32_767
_ATTACK_S = 0.008
"""A tone that begins at full strength would click."""


class Tone(NamedTuple):
    """One struck tone: when it begins, its pitch, how fast it fades, and how strong it is (0 to 1)."""

    at_s: float
    hertz: float
    fade_s: float
    strength: float


# Pitches of the equal-tempered scale with A4 = 440 Hz: octaves and fifths, which sound calm.
SOUNDS: dict[str, tuple[float, tuple[Tone, ...]]] = {
    "rest_over.wav": (1.5, (Tone(0.0, 523.25, 0.42, 0.34), Tone(0.22, 783.99, 0.46, 0.34))),
    "tick.wav": (0.12, (Tone(0.0, 880.0, 0.025, 0.3),)),
    "go.wav": (0.5, (Tone(0.0, 1046.5, 0.12, 0.36),)),
    "set_over.wav": (
        1.6,
        (Tone(0.0, 783.99, 0.3, 0.3), Tone(0.18, 659.26, 0.3, 0.3), Tone(0.36, 523.25, 0.45, 0.34)),
    ),
}


def samples(length_s: float, tones: tuple[Tone, ...]) -> array[int]:
    """Return the samples of some tones together, `length_s` seconds long, ending in silence."""
    count = round(length_s * RATE)
    made = array("h")
    for index in range(count):
        at = index / RATE
        value = sum(_value(tone, at - tone.at_s) for tone in tones if at >= tone.at_s)
        ending = min(1.0, (count - 1 - index) / (0.02 * RATE))
        made.append(round(value * ending * _FULL))
    return made


def _value(tone: Tone, since: float) -> float:
    """One tone with a quiet octave above it, as a struck bar has, `since` seconds after it began."""
    turn = 2 * math.pi * tone.hertz * since
    swell = min(1.0, since / _ATTACK_S)
    return (
        tone.strength * swell * math.exp(-since / tone.fade_s) * (math.sin(turn) + 0.25 * math.sin(2 * turn))
    )


def write(folder: Path) -> None:
    """Write every sound into `folder`, mono, 16 bits a sample."""
    for name, (length_s, tones) in SOUNDS.items():
        made = samples(length_s, tones)
        if sys.byteorder == "big":
            made.byteswap()
        with wave.open(str(folder / name), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(made.tobytes())


if __name__ == "__main__":
    write(Path(__file__).resolve().parent.parent / "resources" / "sounds")
