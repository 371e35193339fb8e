"""Proves a build by using it: the real window on a fresh encrypted and a fresh plain profile.

`nextrep --smoke OUT` does in each what a person does on a day, at the lock too, looks at what that left on
the disk, and writes each step and its time to OUT/smoke.json. It says nothing on its output, so that nobody
who stops reading can keep it running.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication

import nextrep
from nextrep.app import clock, smoke_checks
from nextrep.app.smoke_window import Pass, fresh_passphrase
from nextrep.app.window import make_application
from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.services import vault
from nextrep.ui.theme.apply import apply_theme

SECONDS = 120
"""How long all of it may take before it is ended."""
FILE = "smoke.json"


def run_smoke(out: Path, seconds: float = SECONDS) -> int:
    """Use a profile of each kind below `out`; return 0 only if all went as it should, else 1.

    Raises:
        UserError: there is something in `out` already, or it cannot be written to.
    """
    _make_ready(out)
    record: dict[str, Any] = {"good": False, "why": "", "program": _program(), "profiles": {}}
    watchdog = threading.Timer(seconds, _end_it, (out, record, seconds))
    watchdog.daemon = True
    watchdog.start()
    began = time.monotonic()
    try:
        app = make_application()
        apply_theme(app)
        record["program"]["platform"] = QGuiApplication.platformName()
        for kind in ("encrypted", "plain"):
            _use(out, kind, record)
        record["good"] = True
    except Exception as error:  # noqa: BLE001 - whatever it is, the record has it
        record["why"] = f"{type(error).__name__}: {error}"
    finally:
        watchdog.cancel()
    record["seconds"] = round(time.monotonic() - began, 2)
    _write(out, record)
    return 0 if record["good"] else 1


def _use(out: Path, kind: str, record: dict[str, Any]) -> None:
    """Use one profile, and look at what it left.

    Raises:
        Exception: something was not as it should be.
    """
    folder, done = out / kind, record["profiles"].setdefault(kind, {})
    passphrase = None
    if kind == "encrypted":
        passphrase = fresh_passphrase()
        vault.create(folder, passphrase, clock.now()).key.wipe()
    Pass(folder, out, kind, passphrase, done).go()
    smoke_checks.check_left(folder, passphrase, done)


def _program() -> dict[str, Any]:
    """Return what was tried, and where."""
    return {
        "version": nextrep.__version__,
        "frozen": bool(getattr(sys, "frozen", False)),
        "python": platform.python_version(),
        "qt": qVersion(),
        "system": platform.platform(),
    }


def _make_ready(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        full = any(out.iterdir())
    except OSError as error:
        why = error.strerror or str(error)
        raise UserError(tr("“{folder}” cannot be written to: {why}.", folder=out, why=why)) from None
    if full:
        raise UserError(tr("“{folder}” is not empty. Name a new folder.", folder=out))


def _write(out: Path, record: dict[str, Any]) -> None:
    """Write the record; whoever finds none knows that it did not go well."""
    with suppress(OSError, KnownError):
        (out / FILE).write_text(json.dumps(record, indent=2) + "\n", encoding="utf-8")


def _end_it(out: Path, record: dict[str, Any], seconds: float) -> None:
    """End the process, wherever it hangs."""
    _write(out, {**record, "good": False, "why": f"it was not done after {seconds:g} s"})
    os._exit(1)
