"""A file that is damaged: looking for it beside the window, saying it, and offering to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from nextrep.app import clock
from nextrep.app.daily_backup import DailyBackup
from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.services import upkeep
from nextrep.settings.table import BACKUP_FOLDER_PLACE, WHOLE_CHECK_DAY
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.shell.window import MainWindow

if TYPE_CHECKING:
    from nextrep.app.wiring import Wiring
    from nextrep.services.rescue import Rescue
    from nextrep.services.upkeep import OpenProfile
    from nextrep.services.vault import ProfileKey

CHECK_MS = 1500
"""How long after the profile is open its file is checked: once the first screen stands."""


def damage_met(folder: Path, daily: DailyBackup) -> KnownError:
    """Note that the open profile is damaged, and return what to say: the next start offers to mend it."""
    daily.stop()  # a good backup must not make room for one of a damaged file
    upkeep.note_damage(folder)
    return KnownError(
        tr("Part of this profile cannot be read"),
        safe=tr("NextRep goes on saving, and everything on the screen was read as it is."),
        next_step=tr(
            "Close NextRep and start it again: it then reads what can be read, looks for a good"
            " backup, and lets you choose."
        ),
    )


class DamageDesk(QObject):
    """Checks the file of the open profile, and mends one that cannot be opened."""

    def __init__(self, folder: Path, wiring: Wiring, window: MainWindow) -> None:
        super().__init__(wiring)
        self._folder = folder
        self._wiring = wiring
        self._window = window
        self._opened: OpenProfile | None = None
        self._rescue: Rescue | None = None
        self._day = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CHECK_MS)
        self._timer.timeout.connect(self.check)

    def check_soon(self, opened: OpenProfile, day: int) -> None:
        """Check the file of a profile that was just opened, once the first screen stands.

        Args:
            opened: the profile.
            day: date ordinal of today.
        """
        self._opened, self._day = opened, day
        self._timer.start()

    def stop(self) -> None:
        """Check nothing any more: the profile is about to be closed."""
        self._timer.stop()
        self._opened = None

    def check(self) -> None:
        """Check the file beside the window: quickly at each start, the whole of it once a month."""
        if self._opened is None:
            return
        context = self._wiring.context
        whole = upkeep.whole_check_is_due(context.settings_machine.get(WHOLE_CHECK_DAY), self._day)
        job = _Checking(self._opened, whole=whole)
        then = self._on_whole_check if whole else self._on_check
        context.jobs.run(job, then=then, failed=_nothing_to_say, owner=self._window)

    def offer(self, key: ProfileKey | None) -> None:
        """Show what can be recovered of a profile that cannot be opened, in place of the first screen.

        Raises:
            KnownError: not even that can be read.
        """
        from nextrep.services.rescue import Rescue  # few ever see it
        from nextrep.ui.rescue.page import RescuePage

        context = self._wiring.context
        place = context.settings_machine.get(BACKUP_FOLDER_PLACE)
        self._rescue = Rescue(self._folder, key, Path(place) if place else None)
        page = RescuePage(self._rescue, context.jobs, clock.now)
        page.mended.connect(self._on_mended)
        page.left.connect(QApplication.quit)
        self._window.gate.show_instead(page)

    def close(self) -> None:
        """Let go of what was to be mended."""
        if self._rescue is not None:
            self._rescue.close()

    def _on_mended(self, kept: object) -> None:
        self._rescue = None
        if isinstance(kept, Path):
            self._window.gate.go_on()
            place = f"{kept.parent.name}/{kept.name}"
            self._window.status.say(tr("The damaged file is kept in “{folder}”.", folder=place))

    def _on_whole_check(self, well: bool) -> None:
        self._wiring.context.settings_machine.put(WHOLE_CHECK_DAY, self._day)
        self._on_check(well)

    def _on_check(self, well: bool) -> None:
        """Say what was found, if anything."""
        if not well:
            self._wiring.reporter.known(damage_met(self._folder, self._wiring.daily))


class _Checking:
    """Checks the file of a profile, on a worker."""

    def __init__(self, opened: OpenProfile, *, whole: bool) -> None:
        self._opened, self._whole = opened, whole

    def __call__(self, _progress: Progress) -> bool:
        return upkeep.check_beside(self._opened, whole=self._whole)


def _nothing_to_say(_error: BaseException) -> None:
    """What cannot be read now is said by whatever needs it."""
