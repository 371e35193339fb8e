"""What the keys of the charts mean."""

from __future__ import annotations

from PySide6.QtCore import Qt

from nextrep.domain.series import Bin
from nextrep.domain.series_words import days_of, start_of
from nextrep.ui.charts.span import Span

_CLOSER, _WIDER = 0.7, 1 / 0.7
_ZOOM = {
    Qt.Key.Key_Plus: _CLOSER,
    Qt.Key.Key_Equal: _CLOSER,
    Qt.Key.Key_Minus: _WIDER,
    Qt.Key.Key_Underscore: _WIDER,
}
_STRIDE = {Bin.DAY: 7, Bin.WEEK: 4, Bin.MONTH: 12}
"""With Shift: a week of days, about a month of weeks, a year of months."""
_PAGE = 0.8
"""Part of the days in view by which a page key moves them."""


def looked_at(key: Qt.Key, span: Span, day: int | None) -> Span | None:
    """Return the days that a key wants to see, None where it is none of those keys; `day` is the cursor."""
    if key in _ZOOM:
        return span.zoomed(_ZOOM[key], day)
    if key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
        return span.panned((_PAGE if key == Qt.Key.Key_PageDown else -_PAGE) * span.days)
    return Span.whole(span.first, span.last) if key == Qt.Key.Key_0 else None


def gone_to(key: Qt.Key, span: Span, day: int | None, bin_: Bin, *, far: bool) -> int | None:
    """Return the day to which a key moves the cursor, None where it is none of those keys.

    Args:
        key: which.
        span: the period, and the days in view.
        day: where the cursor is, None for nowhere: Left and Right then begin at the end.
        bin_: over which days the values speak: one step goes from value to value.
        far: whether Shift is held.
    """
    if key == Qt.Key.Key_Home:
        return span.first
    if key == Qt.Key.Key_End or (key in {Qt.Key.Key_Left, Qt.Key.Key_Right} and day is None):
        return span.last
    if day is None or key not in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
        return None
    for _step in range(_STRIDE[bin_] if far else 1):
        start = start_of(bin_, day)
        day = start + days_of(bin_, start) if key == Qt.Key.Key_Right else start - 1
    return day


def middle_of(bin_: Bin, day: int, span: Span) -> int:
    """Return the day of the period at which the value that speaks for `day` is drawn."""
    start = start_of(bin_, day)
    return min(max(start + (days_of(bin_, start) - 1) // 2, span.first), span.last)
