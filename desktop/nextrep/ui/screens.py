"""Which screens there are. Each is imported on its first visit, so one stands before the first paint."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable
from dataclasses import dataclass

from nextrep.domain.text import tr
from nextrep.ui.widgets.screen import Screen


@dataclass(frozen=True, slots=True)
class ScreenSpec:
    """One screen.

    Attributes:
        key: its name in `navigate`.
        title: gives its name for the person, in their language.
        target: "module:Class".
        shortcut: key sequence that opens it.
        tab: whether it stands among the tabs.
    """

    key: str
    title: Callable[[], str]
    target: str
    shortcut: str
    tab: bool = True

    def loaded(self) -> bool:
        """Whether its module is there; one that a worker still imports would make the window wait."""
        module = sys.modules.get(self.target.partition(":")[0])
        return module is not None and not getattr(module.__spec__, "_initializing", False)

    def load(self) -> type[Screen]:
        """Import the class.

        Raises:
            TypeError: the target is not a screen.
        """
        module, _, name = self.target.partition(":")
        found = getattr(importlib.import_module(module), name)
        if not (isinstance(found, type) and issubclass(found, Screen)):
            raise TypeError(f"{self.target} is not a screen")
        return found


def _today() -> str:
    return tr("Today")


def _program() -> str:
    return tr("Program")


def _session() -> str:
    return tr("Session")


def _journal() -> str:
    return tr("Journal")


def _trends() -> str:
    return tr("Trends")


def _report() -> str:
    return tr("Report")


def _preferences() -> str:
    return tr("Settings")


SCREENS: tuple[ScreenSpec, ...] = (
    ScreenSpec("today", _today, "nextrep.ui.today.screen:TodayScreen", "Ctrl+1"),
    ScreenSpec("program", _program, "nextrep.ui.program.screen:ProgramScreen", "Ctrl+2"),
    ScreenSpec("session", _session, "nextrep.ui.session.screen:SessionScreen", "Ctrl+3"),
    ScreenSpec("journal", _journal, "nextrep.ui.journal.screen:JournalScreen", "Ctrl+4"),
    ScreenSpec("trends", _trends, "nextrep.ui.trends.screen:TrendsScreen", "Ctrl+5"),
    ScreenSpec("report", _report, "nextrep.ui.report.screen:ReportScreen", "Ctrl+6"),
    ScreenSpec(
        "preferences", _preferences, "nextrep.ui.preferences.screen:PreferencesScreen", "Ctrl+,", tab=False
    ),
)
