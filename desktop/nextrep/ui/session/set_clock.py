"""Counts a timed set: some seconds to get ready, then up, for one side or one after the other. No widgets."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from nextrep.ui.runtime.sound import Sound

TICKS = 3
"""The last seconds of getting ready that are heard."""


class Phase(Enum):
    """Where a timed set stands."""

    IDLE = auto()
    READY = auto()
    RUNNING = auto()
    OTHER_SIDE = auto()
    """The first side is done, the other one has not begun."""


class SetClock:
    """Reads the time only when asked, so being hidden, late or suspended loses nothing.

    Attributes:
        phase: where the set stood when it was last looked at.
        target_s: seconds that are planned, None where nothing is.
        sides: how many sides follow each other, 1 or 2.
        done: whole seconds of the sides that are over.
    """

    def __init__(self, milliseconds: Callable[[], int]) -> None:
        """Make a clock at rest; `milliseconds` is a time from any start that only goes forward."""
        self._now = milliseconds
        self._start = 0
        self._ready_ms = 0
        self._heard = 0
        self.phase = Phase.IDLE
        self.target_s: int | None = None
        self.sides = 1
        self.done: list[int] = []

    def begin(self, ready_s: int) -> None:
        """Begin a side after `ready_s` seconds to get ready; 0 is at once."""
        self._ready_ms = ready_s * 1000
        self._start = self._now() + self._ready_ms
        self._heard = 0
        self.phase = Phase.READY

    def begin_now(self) -> None:
        """Wait no longer: the side begins with this call."""
        self._start = min(self._start, self._now())

    def look(self) -> Sound | None:
        """Note how far it is; returns what is to be heard, each sound once and of several the last."""
        if self.phase is Phase.READY and self._now() >= self._start:
            self.phase = Phase.RUNNING
        step, sound = self._step()
        if step <= self._heard:
            return None
        self._heard = step
        return sound

    def end_side(self) -> bool:
        """End the side that runs; returns whether the set is over. Less than a second does not count."""
        seconds = self.elapsed_s()
        if seconds:
            self.done.append(seconds)
        self.phase = Phase.OTHER_SIDE if 0 < len(self.done) < self.sides else Phase.IDLE
        return self.phase is Phase.IDLE

    def reset(self) -> list[int]:
        """Go back to before the set; returns the seconds of the sides that are over."""
        done, self.done = self.done, []
        self.phase = Phase.IDLE
        return done

    def ready_s(self) -> int:
        """Return the seconds left to get ready, a begun one counted whole."""
        return -(-max(0, self._start - self._now()) // 1000)

    def elapsed_s(self) -> int:
        """Return the whole seconds since the side began."""
        return max(0, self._now() - self._start) // 1000

    def share(self) -> float:
        """Return what is left of getting ready, or of the target, 0 to 1; 1 where nothing is counted down."""
        if self.phase is Phase.READY and self._ready_ms:
            return (self._start - self._now()) / self._ready_ms
        if self.phase is Phase.RUNNING and self.target_s:
            return max(0.0, 1 - (self._now() - self._start) / (self.target_s * 1000))
        return 1.0

    def _step(self) -> tuple[int, Sound | None]:
        """Return how many moments that are heard have come, and the sound of the last of them."""
        if self.phase is Phase.READY:
            step = TICKS + 1 - self.ready_s()
            return (step, Sound.TICK) if step > 0 else (0, None)
        if self.phase is not Phase.RUNNING:
            return 0, None
        if self.target_s and self.elapsed_s() >= self.target_s:
            return TICKS + 2, Sound.SET_OVER
        return TICKS + 1, Sound.GO
