"""One start of one window, measured from inside: when it was painted and what memory it holds.

Started by run.py as a process of its own: python probe.py bare|nextrep [PROFILE]. STARTED in the
environment is the parent's monotonic clock just before the start; all processes of a machine share it.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path

STARTED = float(os.environ["STARTED"])
SETTLE_MS = 4000


def resident_mb() -> float:
    """Resident memory of this process in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def watch(app: object) -> None:
    """Note the first paint, let things settle, say what was seen, and quit."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.seen: dict[str, float] = {}

        def eventFilter(  # noqa: N802 - Qt's name
            self, watched: QObject, event: QEvent
        ) -> bool:
            if event.type() == QEvent.Type.Paint:
                # The event that follows a paint: everything that stands in the picture is drawn.
                if not self.seen:
                    self.seen["begun"] = 1
                    QTimer.singleShot(0, self, self.painted)
                if type(watched).__name__ == "TodayScreen" and "today" not in self.seen:
                    self.seen["today"] = 1
                    QTimer.singleShot(0, self, self.filled)
            return False

        def filled(self) -> None:
            self.seen["today_ms"] = 1000 * (time.monotonic() - STARTED)

        def painted(self) -> None:
            self.seen["paint_ms"] = 1000 * (time.monotonic() - STARTED)
            self.seen["paint_mb"] = resident_mb()
            QTimer.singleShot(SETTLE_MS, self, self.settled)

        def settled(self) -> None:
            self.seen["settled_mb"] = resident_mb()
            print(json.dumps(self.seen), flush=True)
            os._exit(0)

    app.watch = Watch()  # type: ignore[attr-defined]
    app.installEventFilter(app.watch)  # type: ignore[attr-defined]


def bare() -> None:
    """A main window with three tabs and nothing in them."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QTabWidget

    app = QApplication(sys.argv[:1])
    watch(app)
    window = QMainWindow()
    tabs = QTabWidget()
    for title in ("One", "Two", "Three"):
        tabs.addTab(QLabel(title), title)
    window.setCentralWidget(tabs)
    window.resize(1280, 800)
    window.show()
    app.exec()


def nextrep(profile: str) -> None:
    """The program itself, with only its application object watched."""
    from nextrep.app.main import main

    gc.disable()  # as `main` does before it imports the window
    from nextrep.app import window

    make = window.make_application

    def make_and_watch() -> object:
        app = make()
        watch(app)
        return app

    window.make_application = make_and_watch  # type: ignore[assignment]
    main(["--profile", profile])


if __name__ == "__main__":
    bare() if sys.argv[1] == "bare" else nextrep(sys.argv[2])
