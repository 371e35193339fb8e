"""Stands in for PyInstaller's module that lets ctypes look for libraries in the bundle.

What asks ctypes for a library here names its whole path (pypdfium2), or means one of the system (pyenchant).
"""


def install() -> None:
    """Leave ctypes as it is, and unloaded."""
