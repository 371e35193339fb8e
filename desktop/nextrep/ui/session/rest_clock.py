"""Counts the rest between two sets down. Knows no widgets."""

from __future__ import annotations

from collections.abc import Callable


class RestClock:
    """Counts a rest down. It reads the time only when asked, so being hidden or late loses nothing."""

    def __init__(self, milliseconds: Callable[[], int]) -> None:
        """Make a clock at rest; `milliseconds` is a time from any start that only goes forward."""
        self._now = milliseconds
        self._end = 0
        self._total = 0

    def start(self, seconds: float, left: float | None = None) -> None:
        """Begin a rest of `seconds`, of which `left` remain (all by default)."""
        self._total = round(seconds * 1000)
        self._end = self._now() + round((seconds if left is None else left) * 1000)

    def add(self, seconds: int) -> None:
        """Make the rest longer or (negative) shorter."""
        self._end += seconds * 1000
        self._total = max(self._total, self._end - self._now())

    def skip(self) -> None:
        """End the rest now."""
        self._end = self._now()

    def clear(self) -> None:
        """Forget the rest, as before the first one."""
        self._total = 0

    @property
    def started(self) -> bool:
        """Whether there was a rest, running or over."""
        return self._total > 0

    @property
    def running(self) -> bool:
        """Whether some rest is left."""
        return self.started and self.left_ms() > 0

    @property
    def total_s(self) -> int:
        """Length of the rest in seconds, with what was added to it."""
        return round(self._total / 1000)

    def left_ms(self) -> int:
        """Return the milliseconds left, at least 0."""
        return max(0, self._end - self._now())

    def left_s(self) -> int:
        """Return the seconds left, a begun one counted whole."""
        return -(-self.left_ms() // 1000)

    def share(self) -> float:
        """Return the share left, 0 to 1."""
        return min(1.0, self.left_ms() / self._total) if self._total else 0.0
