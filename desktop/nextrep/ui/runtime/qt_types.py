"""Room for the types of Qt, made before a worker defines any.

On Python 3.11 PySide finds what it knows of a type in one hash table, and looks there without Python's lock
whenever Qt asks an object for its meta-object. The table moves when it grows. A screen that a worker imports
defines types, so it grew beside a window that was being painted: one start in a hundred or so ended in a
segmentation fault (PySide 6.11.3, MetaObjectBuilder::update). From Python 3.12 on there is no such table.
"""

from __future__ import annotations

import gc
import sys
from functools import cache

from shiboken6 import Shiboken

PASSING = 2_400
"""Puts the table beyond 2,357 types, where it grows to hold 5,087. The program knows some 120 when its window
stands, and 1,260 once every screen and pyqtgraph are imported; PySide may keep the passing ones in it."""


@cache
def make_room() -> None:
    """Let the table grow now, once; call it in the window's thread before a worker defines types of Qt.

    It is done by defining empty types and letting go of them: the table never gets smaller. Takes some 13 ms.
    """
    if sys.version_info >= (3, 12):
        return
    collecting = gc.isenabled()
    gc.disable()  # so that all of them are young when they go, and nothing else is searched
    try:
        passing = [type(f"Passing{number}", (Shiboken.Object,), {}) for number in range(PASSING)]
        passing.clear()
        gc.collect(0)
    finally:
        if collecting:
            gc.enable()
