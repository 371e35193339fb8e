"""From where to where a rating goes, and how typed figures become a value of it."""

from __future__ import annotations

from dataclasses import dataclass

from nextrep.domain.measures import TENTHS, Measure

_SEPARATORS = ".,"
_MINUS = "-−"


@dataclass(frozen=True, slots=True)
class Span:
    """The ends of a rating in tenths of its unit, the steps of its keys, and its unit ("" for none)."""

    least: int = 0
    most: int = 100
    step: int = 5
    unit: str = ""

    @classmethod
    def of(cls, measure: Measure) -> Span:
        """Return the span of a measure."""
        return cls(measure.least, measure.most, measure.step, measure.unit)

    @property
    def page(self) -> int:
        """How far Page Up and Down go."""
        return self.step * (5 if self.step == 1 else 2)

    @property
    def middle(self) -> int:
        """Where the first arrow key puts an empty rating: the least leading place to start from."""
        return self.least + (self.most - self.least) // 2 // self.step * self.step

    @property
    def ten(self) -> bool:
        """Whether it is 0 to 10 without a unit, where one digit is an answer."""
        return (self.least, self.most, self.unit) == (0, 10 * TENTHS, "")

    def stepped(self, value: int | None, step: int) -> int:
        """Return the value one `step` on, on the grid of steps and within the ends."""
        if value is None:
            return self.middle
        beyond = value - self.least
        grid = beyond // self.step if step > 0 else -(-beyond // self.step)
        return min(self.most, max(self.least, self.least + grid * self.step + step))

    def nearest(self, share: float) -> int:
        """Return the value at `share` (0 to 1) of the way, to the step; the far end is always in reach."""
        if share >= 1:
            return self.most
        way = max(0.0, share) * (self.most - self.least)
        return min(self.most, self.least + round(way / self.step) * self.step)


class TypedFigure:
    """Figures typed one after the other: "1", "5" is 15, "36.7" is 36.7."""

    def __init__(self, span: Span) -> None:
        self._span = span
        self._text = ""

    def forget(self) -> None:
        """Begin anew with the next key."""
        self._text = ""

    def takes(self, text: str) -> bool:
        """Tell whether a key belongs to a figure here."""
        span = self._span
        if len(text) != 1:
            return False
        if "0" <= text <= "9":
            return True
        return not span.ten and (text in _SEPARATORS or (text in _MINUS and span.least < 0))

    def add(self, text: str) -> int | None:
        """Take a key; returns the value in tenths, None while what was typed is none within the ends."""
        if self._span.ten:
            return int(text) * TENTHS
        for candidate in (self._text + text, text):
            value = _tenths(candidate)
            if value is None:
                continue
            self._text = candidate
            if self._span.least <= value <= self._span.most:
                return value
            if self._goes_on(value):
                return None
        return None

    def _goes_on(self, value: int) -> bool:
        """Whether more figures can bring it within the ends."""
        return 0 <= value < self._span.least or self._span.most < value <= 0


def _tenths(text: str) -> int | None:
    """Return a figure with up to one decimal in tenths, None where it is none."""
    sign = -1 if text[:1] and text[0] in _MINUS else 1
    whole, point, decimal = text.lstrip(_MINUS).replace(",", ".").partition(".")
    if len(decimal) > 1 or "." in decimal or (not whole and point):
        return None
    if not (whole or "0").isdigit() or not (decimal or "0").isdigit():
        return None
    return sign * (int(whole or "0") * TENTHS + int(decimal or "0"))
