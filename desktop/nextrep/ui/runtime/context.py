"""What every screen is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoStack

from nextrep.ui.runtime.bus import Bus
from nextrep.ui.runtime.jobs import Jobs
from nextrep.ui.runtime.machine_settings import MachineSettings
from nextrep.ui.runtime.operate import Operate
from nextrep.ui.theme.theme import Theme, current_theme

if TYPE_CHECKING:
    # Only its name, which jobs take from here: the window reaches storage through services.
    from nextrep.storage.store import Store as Store  # noqa: PLC0414


@dataclass(frozen=True, slots=True)
class Context:
    """The way from a screen to everything outside it.

    Attributes:
        store: the open profile; handed on to services, never read here.
        bus: announces changes.
        jobs: runs long work.
        operate: runs use cases that write.
        undo: the steps that can be taken back.
        now: the clock, an aware local time.
        settings_machine: settings of this computer.
    """

    store: Store
    bus: Bus
    jobs: Jobs
    operate: Operate
    undo: QUndoStack
    now: Callable[[], datetime]
    settings_machine: MachineSettings

    @property
    def theme(self) -> Theme:
        """The theme in force; ask again after a change, do not keep it."""
        return current_theme()
