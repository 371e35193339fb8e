"""The program's sounds, as loud as this computer's settings say, beside the window."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from nextrep.domain.errors import KnownError
from nextrep.resources.paths import path
from nextrep.settings.table import SOUND_ON, SOUND_VOLUME
from nextrep.ui.runtime import sound_device
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress

_LOG = logging.getLogger(__name__)


class Sound(StrEnum):
    """A sound, named as its file in resources/sounds."""

    REST_OVER = "rest_over"
    TICK = "tick"
    GO = "go"
    SET_OVER = "set_over"


class Sounds(QObject):
    """Plays sounds. A call returns at once; where there is no sound device, nothing happens.

    Attributes:
        played: emitted with whether a sound could be played, once it is over.
    """

    played = Signal(bool)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def play(self, sound: Sound) -> None:
        """Play a sound, unless sounds are off or their volume is 0."""
        settings = self._context.settings_machine
        percent = settings.get(SOUND_VOLUME)
        if settings.get(SOUND_ON) and percent:
            self._context.jobs.run(_Play(sound, loudness(percent)), then=self._on_played, owner=self)

    def _on_played(self, heard: bool) -> None:
        self.played.emit(heard)


def loudness(percent: int) -> float:
    """Return the factor of the samples for a volume of 0 to 100.

    The square of the share: the ear hears steps of a straight one crowded at the quiet end.
    """
    return (percent / 100) ** 2


@dataclass(frozen=True, slots=True)
class _Play:
    """Plays one sound on a worker thread."""

    sound: Sound
    volume: float

    def __call__(self, progress: Progress) -> bool:
        try:
            recording = path(f"sounds/{self.sound}.wav")
        except KnownError:
            _LOG.debug("the sound %s is missing", self.sound)
            return False
        return sound_device.play(recording, self.volume, lambda: progress.cancelled)
