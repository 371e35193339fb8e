"""Runs before the frozen program: stands in for Qt's modules of OpenGL, 9 MB that nothing here draws with.

pyqtgraph imports them for kinds of items that NextRep has none of, and looks into them only when such an item
is made; one class it derives from.
"""

import sys
from types import ModuleType

for name in ("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets"):
    sys.modules[name] = ModuleType(name)
sys.modules["PySide6.QtOpenGLWidgets"].QOpenGLWidget = type("QOpenGLWidget", (), {})
