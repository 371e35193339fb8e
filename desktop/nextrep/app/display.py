"""Whether there is a screen to open a window on: without one Qt would end the process the hard way."""

from __future__ import annotations

import sys
from collections.abc import Mapping

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
