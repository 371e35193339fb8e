"""Keeping Python's search for garbage from stopping the window."""

from __future__ import annotations

import gc
import linecache

THRESHOLDS = (10_000, 20, 20)
"""Objects made before the young ones are searched, and rounds before the older ones are. With Python's own
(700, 10, 10) every second edit of a long plan meets a search of some milliseconds (benchmarks/planner.py)."""


def settle() -> None:
    """Take what is there by now, modules above all, out of every later search; call it once all is loaded.

    PySide looks into the source of each module that is imported, and Python keeps those lines: 20 MB of them,
    which are read again where a traceback wants them.
    """
    drop_source_lines()
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)


def drop_source_lines() -> None:
    """Let go of the lines of source that Python keeps, while nobody imports anything."""
    linecache.clearcache()
