"""This computer's loudspeaker: plays one short recording and lets go of the device again. Knows no Qt.

miniaudio speaks to the system's own sound service without any library beside it. Where it cannot be
imported (there is no wheel for Linux on ARM) or finds no device, nothing is heard and nothing fails.
"""

from __future__ import annotations

import logging
import sys
import threading
import time
import wave
from array import array
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

_LOG = logging.getLogger(__name__)
_BUFFER_MS = 60
_AFTERWARDS_S = 0.4
"""Silence sent after a recording: a device that is closed drops what is still on its way to the ear."""
_LOOK_S = 0.05
_PATIENCE_S = 3.0
"""How much longer than its length a recording may take, for a device that never asks for samples."""
_DEVICES = Path("/dev/snd")


def play(recording: Path, volume: float, stopped: Callable[[], bool]) -> bool:
    """Play a recording to its end; call it on a worker thread.

    Args:
        recording: a WAV file, mono, 16 bits a sample.
        volume: factor of the samples, 0 to 1.
        stopped: asked now and then; once true, the rest is not played.

    Returns:
        Whether it could be played: False without a device, without the library, or without the file.
    """
    try:
        import miniaudio

        samples, rate = _read(recording, volume)
    except (ImportError, OSError, EOFError, wave.Error) as error:
        _LOG.debug("no sound: %s", type(error).__name__)
        return False
    try:
        _send(miniaudio, samples, rate, stopped)
    except miniaudio.MiniaudioError as error:
        _LOG.debug("no sound device: %s", error)
        return False
    return True


def _read(recording: Path, volume: float) -> tuple[array[int], int]:
    """Return the samples of a recording, as loud as asked for, and how many of them make a second."""
    with wave.open(str(recording), "rb") as file:
        rate = file.getframerate()
        samples = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        samples.byteswap()
    return array("h", (round(sample * volume) for sample in samples)), rate


def _send(library: Any, samples: array[int], rate: int, stopped: Callable[[], bool]) -> None:
    over = threading.Event()
    silence = array("h", bytes(2 * round(_AFTERWARDS_S * rate)))
    stream = _stream(samples + silence, over)
    next(stream)
    deadline = time.monotonic() + len(samples) / rate + _PATIENCE_S
    with library.PlaybackDevice(
        nchannels=1,
        sample_rate=rate,
        buffersize_msec=_BUFFER_MS,
        backends=_services(library.Backend),
        app_name="NextRep",
    ) as device:
        device.start(stream)
        while not over.wait(_LOOK_S) and not stopped() and time.monotonic() < deadline:
            pass


def _stream(samples: array[int], over: threading.Event) -> Generator[array[int], int, None]:
    """Hand out as many samples as the device asks for each time, and say when all are gone."""
    wanted = yield array("h")
    at = 0
    while at < len(samples):
        part = samples[at : at + wanted]
        at += wanted
        wanted = yield part
    over.set()


def _services(backend: Any) -> list[Any]:
    """Return the sound services to try.

    Never the one that plays into nothing, which would hide that there is no device; and ALSA only where
    there is a device, because it complains to the terminal.
    """
    tried = [one for one in backend if one is not backend.NULL]
    if sys.platform.startswith("linux") and not any(_DEVICES.glob("pcm*p")):
        tried.remove(backend.ALSA)
    return tried
