"""What of the libraries goes into the frozen program: lists of what may, so that nothing creeps in.

PyInstaller collects what the build machine has; 126 libraries of a desktop and 99 translations, for example.
The names here are destinations inside the bundle, with "/" on every system.
"""

from __future__ import annotations

import re

LANGUAGES: tuple[str, ...] = ()
"""Languages of Qt's own words (buttons of dialogs, menus of text fields): the program loads none yet."""

QT_MODULES = ("Core", "Gui", "Widgets", "DBus", "PrintSupport", "Svg")
"""Qt modules that Python may import."""
_QT_LIBRARIES = (*QT_MODULES, "OpenGL", "XcbQpa", "WaylandClient", "WlShellIntegration")
"""Their libraries, and those that the plugins below stand on."""

_QT_PLUGINS = re.compile(
    r"platforms/(lib)?q(xcb|wayland[-\w]*|offscreen|windows|cocoa)\b"
    r"|iconengines/(lib)?qsvgicon|imageformats/(lib)?q(svg|jpeg|ico)\b"
    r"|platforminputcontexts/|platformthemes/libqxdgdesktopportal|styles/|printsupport/"
    r"|xcbglintegrations/|wayland-shell-integration/libxdg-shell"
    r"|wayland-decoration-client/libbradient|wayland-graphics-integration-client/libqt-plugin-wayland-egl"
)
_TRANSLATION = re.compile(r"(?:^|/)translations/(\w+?)_([A-Za-z_]+)\.qm$")
_QT_LIBRARY = re.compile(r"(?:^|/)(?:lib)?Qt6(\w+?)(?:\.so|\.dll|\.framework|$)")
_PYSIDE_MODULE = re.compile(r"(?:^|/)PySide6/Qt(\w+?)\.(?:abi3\.so|pyd|so)$")

_FROM_PYTHON = re.compile(r"lib(python3|ssl|crypto|ffi|bz2|lzma|z|sqlite3|expat|mpdec|uuid)\b.*\.(so|dylib)")
"""Libraries at the top of the bundle that Python's own modules stand on. All other ones of a Linux build
machine come from the distribution where the program is installed (Depends of the package)."""
_FASTER_TWINS = re.compile(r"rapidfuzz/.*_avx2\.")
"""The same code once more for newer processors: 5 MB for a difference that nobody feels."""
_UNUSED_PICTURES = re.compile(r"pyqtgraph/(icons/peegee|colors/maps)/")
"""Its mascot in nine sizes, and colour maps (some of them CC-BY)."""
_FOR_DEVELOPERS = re.compile(
    r"\.pyi$|numpy/_core/_multiarray_tests\."
    r"|\.dist-info/(RECORD|INSTALLER|REQUESTED|WHEEL|direct_url\.json|top_level\.txt)$"
)
"""Descriptions for type checkers, tests, and what pip notes for itself. Licences and entry points stay."""
_NETWORK = re.compile(r"(?:^|/)(_ssl\.|lib(ssl|crypto)[.-]|libssl)")

HOOKS_NOT_RUN = frozenset({
    "pyi_rth_inspect", "pyi_rth_pkgutil", "pyi_rth_multiprocessing", "pyi_rth_pyqtgraph_multiprocess",
    "pyi_rth_pyside6", "pyi_rth_cryptography_openssl", "pyi_rth_enchant",
})  # fmt: skip
"""What PyInstaller would run on Linux before the program, and what takes a while: it prepares what is never
done here (starting Python once more, listing modules), and tells Qt where its plugins are, which Qt knows
from where its library lies. That one also told every program that is started from here, with Qt or not."""

EXCLUDED_MODULES = (
    # The network: an offline program that cannot speak TLS or HTTP needs no promise not to.
    "ssl", "_ssl", "_hashlib", "ftplib", "smtplib", "imaplib", "poplib", "nntplib", "telnetlib",
    "http.server", "xmlrpc", "socketserver", "wsgiref", "webbrowser", "PySide6.QtNetwork",
    # Other faces of Qt, and Python's own window kit.
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtTest", "PySide6.QtSql", "PySide6.QtXml",
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools", "PySide6.QtConcurrent",
    "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "tkinter", "PyQt5", "PyQt6", "PySide2",
    # What a program that nobody develops in has no use for.
    "doctest", "lib2to3", "IPython", "matplotlib", "scipy", "pandas", "cupy", "numba", "setuptools",
    "pkg_resources", "distutils", "curses", "readline", "pip", "ensurepip", "venv", "idlelib", "turtledemo",
    "numpy.f2py", "numpy.testing", "numpy.distutils", "pyqtgraph.examples", "pyqtgraph.opengl",
    "pyqtgraph.canvas", "pyqtgraph.flowchart", "pyqtgraph.jupyter", "pyqtgraph.console",
    "PIL.ImageTk", "PIL.ImageQt", "PIL._avif", "PIL._webp", "PIL.AvifImagePlugin", "PIL._imagingtk",
    "PIL._imagingcms", "PIL._imagingft", "PIL._imagingmath", "PIL._imagingmorph",
    # What libraries bring for work that this program never asks for: XMP, fast YAML, guessing an encoding,
    # Python's manual, spectra and polynomials (numpy loads both only when they are asked for).
    "lxml", "yaml._yaml", "charset_normalizer", "pydoc_data", "numpy.fft", "numpy.polynomial",
)  # fmt: skip


def wanted(destination: str, *, linux: bool) -> bool:
    """Return whether the file `destination` of the bundle is to be in it.

    Args:
        destination: its place in the bundle.
        linux: whether the bundle is for Linux, where a distribution brings the desktop's libraries.
    """
    name = destination.replace("\\", "/")
    if any(kind.search(name) for kind in (_NETWORK, _FASTER_TWINS, _UNUSED_PICTURES, _FOR_DEVELOPERS)):
        return False
    if "/plugins/" in name:
        return bool(_QT_PLUGINS.search(name.split("/plugins/", 1)[1]))
    if translation := _TRANSLATION.search(name):
        return translation[1] == "qtbase" and translation[2] in LANGUAGES
    if "PySide6/Qt/qml" in name or "PySide6/qml" in name or "opengl32sw" in name:
        return False
    if library := _QT_LIBRARY.search(name):
        return library[1] in _QT_LIBRARIES
    if module := _PYSIDE_MODULE.search(name):
        return module[1] in QT_MODULES
    at_the_top = "/" not in name
    return not (linux and at_the_top and ".so" in name and name.startswith("lib")) or bool(
        _FROM_PYTHON.match(name)
    )
