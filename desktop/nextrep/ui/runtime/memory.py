"""Keeping Python's search for garbage from stopping the window."""

from __future__ import annotations

import gc

THRESHOLDS = (10_000, 20, 20)
"""Objects made before the young ones are searched, and rounds before the older ones are. With Python's own
(700, 10, 10) every second edit of a long plan meets a search of some milliseconds (benchmarks/planner.py)."""


def settle() -> None:
    """Take what is there by now, modules above all, out of every later search; call it once all is loaded."""
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
