"""Whether there is a screen to open a window on: without one Qt ends the process the hard way."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def need_display(environment: Mapping[str, str], platform: str = sys.platform) -> None:
    """Make sure that a window can be shown.

    Raises:
        KnownError: this is a terminal of a Linux computer without a screen.
    """
    if platform.startswith("linux") and not any(environment.get(name) for name in _SCREENS):
        raise KnownError(
            tr("There is no screen to open a window on."),
            safe=tr("Nothing was changed."),
            next_step=tr("Start NextRep from a desktop; its commands (nextrep --help) work without one."),
        )


@contextmanager
def saying_why() -> Iterator[None]:
    """While the application is made: say in one plain line why there can be no window, and end with 1.

    Without this Qt prints a page, and aborts. What else it says meanwhile is passed on.
    """
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    said: list[str] = []

    def take(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        said.append(text)
        if kind is QtMsgType.QtFatalMsg:
            details = said if "QT_DEBUG_PLUGINS" in os.environ else []
            _tell([*details, f"nextrep: {no_window(said, os.environ)}"])
            os._exit(1)

    before = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    _tell(said)


def no_window(
    said: Sequence[str], environment: Mapping[str, str], platform: str = sys.platform
) -> KnownError:
    """Return why Qt could not begin.

    Args:
        said: what it printed.
        environment: of the process.
        platform: as `sys.platform`.
    """
    asked = environment.get("QT_QPA_PLATFORM", "")
    words = "\n".join(said)
    if "could not connect to display" in words or "Failed to create wl_display" in words:
        screen = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY") or ""
        title = tr("The screen “{name}” cannot be reached.", name=screen)
        step = tr("Start NextRep from your desktop; its commands (nextrep --help) work without one.")
    elif "Could not find the Qt platform plugin" in words and asked:
        title = tr("There is no such kind of screen: QT_QPA_PLATFORM is “{name}”.", name=asked)
        step = tr("Start NextRep without that setting.")
    elif platform.startswith("linux"):
        title = tr("A library that windows need is missing, most likely libxcb-cursor0.")
        step = tr("Install it (on Debian and Ubuntu: apt install libxcb-cursor0), then start NextRep again.")
    else:
        title = tr("NextRep could not open a window: a part of it is missing.")
        step = tr("Install NextRep again, over this one.")
    return KnownError(title, safe=tr("Nothing was changed."), next_step=step)


def _tell(lines: Sequence[str]) -> None:
    if sys.stderr is not None:
        for line in lines:
            print(line, file=sys.stderr, flush=True)
