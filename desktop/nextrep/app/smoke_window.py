"""One window of the smoke test, from its first paint until it is closed."""

from __future__ import annotations

import secrets
import time
from collections.abc import Generator
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from nextrep.app import smoke_lock
from nextrep.app.smoke_failed import Failed
from nextrep.app.wiring import Wiring
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Load, Unit
from nextrep.services import catalog, demo, journal, report, session
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.shell.window import MainWindow

WEEKS = 3
"""Of invented data, so that Trends has something to draw."""
LOAD_G, REPS = 62_500, 5
"""The set that is logged, in grams and repetitions."""
ANXIETY = 40
"""What is written into the check-in; 0 to 100."""
_LOOK_MS, _QUIET_LOOKS = 40, 5
"""How often it is looked whether a screen stands still, and how many such looks mean that it does."""
_FEW_COLOURS = 8
"""A picture with no more colours than this shows nothing."""


def fresh_passphrase() -> str:
    """Return a passphrase that nobody knows."""
    return secrets.token_hex(12)


class Pass(QObject):
    """Drives one window through a day.

    Args:
        folder: of the profile.
        out: where pictures and papers go.
        kind: begins their names.
        passphrase: opens the profile, None for a plain one.
        done: takes what was done, step by step, and how long it took.
    """

    def __init__(
        self, folder: Path, out: Path, kind: str, passphrase: str | None, done: dict[str, Any]
    ) -> None:
        super().__init__()
        self._out, self._kind, self._done = out, kind, done
        self._passphrase = passphrase
        self._began = 0.0
        self._wiring = Wiring(folder)
        self._window = MainWindow(self._wiring.context)
        self._wiring.serve(self._window)
        self._steps = self._day()
        self._failed: Exception | None = None
        self._quiet = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._made: Path | None = None

    def go(self) -> None:
        """Show the window, use it, close it.

        Raises:
            Failed: something was not as it should be.
            Exception: something failed.
        """
        self._began = time.monotonic()
        self._window.gate.start("today", self._wiring.open_or_refuse)
        self._timer.start()
        try:
            QApplication.exec()
        finally:
            self._timer.stop()
            self._wiring.close()
            self._window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self._done["seconds"] = round(time.monotonic() - self._began, 2)
        if self._failed is not None:
            raise self._failed
        if "closed" not in self._done:
            raise Failed("the window closed before its time")

    @property
    def _context(self) -> Context:
        return self._wiring.context

    def _look(self) -> None:
        """Take the next step once nothing moves any more."""
        there = self._window.current or smoke_lock.page_of(self._window) is not None
        ready = there and not self._context.jobs.active
        self._quiet = self._quiet + 1 if ready else 0
        if self._quiet < _QUIET_LOOKS and not self._wiring.refused:
            return
        self._quiet = 0
        try:
            if self._wiring.refused:
                raise Failed("the profile did not open")
            next(self._steps)
        except StopIteration:
            self._window.close()  # the last window ends the loop
            self._done["closed"] = not self._window.isVisible()
            self._step("closed")
            QApplication.quit()
        except Exception as error:  # noqa: BLE001 - goes out through `go`
            self._failed = error
            QApplication.quit()

    def _day(self) -> Generator[None, None, None]:
        """Do what a person does, and wait after each part until the screen stands still."""
        if self._passphrase is not None:
            yield from self._unlock_after_a_wrong_one(self._passphrase)
        self._expect("today")
        self._step("opened")
        self._done["window"] = [self._window.width(), self._window.height()]
        self._context.operate.announce(demo.fill(self._context.store, WEEKS, 1, self._context.now()), None)
        self._log_set()
        self._step("set logged")
        yield from self._visit("session")
        self._check_in()
        self._step("check-in written")
        yield from self._visit("journal")
        yield from self._visit("trends")
        self._done["trends"] = self._picture("trends")
        self._step("trends drawn")
        yield from self._visit("report")
        self._make_pdf()
        yield
        self._done["pdf"] = self._pdf()
        self._step("pdf saved")
        if self._passphrase is not None:
            yield from self._lock_and_unlock(self._passphrase)

    def _unlock_after_a_wrong_one(self, passphrase: str) -> Generator[None, None, None]:
        """Unlock as a person does who mistypes first."""
        smoke_lock.try_passphrase(self._window, f"not {passphrase}")
        yield
        smoke_lock.expect_refusal(self._window)
        self._step("wrong passphrase refused")
        smoke_lock.try_passphrase(self._window, passphrase)
        yield
        self._step("unlocked")

    def _lock_and_unlock(self, passphrase: str) -> Generator[None, None, None]:
        """Lock the window as Ctrl+L does, and come back to the screen that stood there."""
        before = self._window.current
        smoke_lock.lock(self._window)
        yield
        smoke_lock.expect_locked(self._window)
        self._step("locked")
        smoke_lock.try_passphrase(self._window, passphrase)
        yield
        self._expect(before)
        self._step("unlocked again")

    def _step(self, name: str) -> None:
        """Note that a step is done, and when: in seconds since the window was asked for."""
        took = round(time.monotonic() - self._began, 2)
        self._done.setdefault("steps", []).append({"step": name, "at": took})

    def _visit(self, key: str) -> Generator[None, None, None]:
        self._window.show_screen(key)
        yield
        self._expect(key)

    def _expect(self, key: str) -> None:
        if self._window.current != key or not self._window.isVisible():
            raise Failed(f"the screen {key} does not show; it is “{self._window.current}”")

    def _log_set(self) -> None:
        store, now, run = self._context.store, self._context.now, self._context.operate.run
        view = run(partial(session.start_free, store, now()), initiator=None)
        exercise = catalog.by_key("goblet_squat")
        if view is None:
            raise Failed("no session began")
        block = run(partial(session.add_exercise, store, view.session.id, exercise), initiator=None)
        if block is None:
            raise Failed("the session took no exercise")
        number = catalog.number_of(store, exercise)
        draft = SetDraft(number, block, load=Load(LOAD_G, Unit.KG), reps=REPS)
        entry = run(partial(session.log_set, store, view.session.id, draft, now()), initiator=None)
        if entry is None:
            raise Failed("the set was not logged")
        self._done["set"] = entry.id

    def _check_in(self) -> None:
        store, now = self._context.store, self._context.now()
        values = {"mood": 60, "anxiety": ANXIETY}
        use_case = partial(journal.check_in, store, now.date().toordinal(), values, now)
        if self._context.operate.run(use_case, initiator=None) is None:
            raise Failed("the check-in was not written")
        self._done["check_in"] = now.date().isoformat()

    def _picture(self, name: str) -> str:
        """Save what the window shows and return the file's name."""
        file = self._out / f"{self._kind}-{name}.png"
        image = self._window.grab().toImage()
        if not image.save(str(file)):
            raise Failed(f"{file.name} was not written")
        if colours(image) <= _FEW_COLOURS:
            raise Failed(f"{file.name} shows nothing")
        return file.name

    def _make_pdf(self) -> None:
        """Begin the report, on a worker as the screen does."""
        target = self._out / f"{self._kind}-report.pdf"
        self._context.jobs.run(
            _Report(self._context, target), then=self._on_pdf, failed=self._on_failed, owner=self
        )

    def _on_pdf(self, target: Path) -> None:
        self._made = target

    def _on_failed(self, error: BaseException) -> None:
        self._failed = Failed(f"the report was not made: {type(error).__name__}: {error}")

    def _pdf(self) -> str:
        if self._failed is not None:
            raise self._failed
        if self._made is None or not self._made.read_bytes().startswith(b"%PDF-"):
            raise Failed("there is no PDF")
        return self._made.name


class _Report:
    """Makes the report, on a worker."""

    def __init__(self, context: Context, target: Path) -> None:
        self._store, self._today, self._target = context.store, context.now().date(), target

    def __call__(self, _progress: Progress) -> Path:
        with self._store.on_this_thread():
            choice = report.default_choice(self._store, self._today)
            content = report.content(self._store, choice, self._today)
        report.save(report.render(content), self._target)
        return self._target


def colours(image: QImage) -> int:
    """Return how many different colours a picture has, of every seventh point of every seventh row."""
    return len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)})
