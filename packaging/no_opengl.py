"""Runs before the frozen program: stands in for PySide6.QtOpenGL, which is 9 MB that nothing here draws with.

pyqtgraph imports it for a kind of item that NextRep has none of, and looks into it only when such an item
is made.
"""

import sys
from types import ModuleType

sys.modules["PySide6.QtOpenGL"] = ModuleType("PySide6.QtOpenGL")
