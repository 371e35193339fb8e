"""What the buttons above the calendar open: the log sheet, the files, the exercise library."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QPushButton

from nextrep.domain.text import tr
from nextrep.ui.library.dialog import LibraryDialog
from nextrep.ui.program.plan_in_view import PlanInView
from nextrep.ui.program.popups import Popups
from nextrep.ui.runtime.context import Context
from nextrep.ui.transfer.open_dialog import open_program_file
from nextrep.ui.transfer.share_dialog import open_share
from nextrep.ui.transfer.sheet_dialog import open_sheet
from nextrep.ui.widgets.screen import Screen


class Doors(QObject):
    """Opens dialogs over the screen.

    Attributes:
        made: another program was opened from a file.
    """

    made = Signal()

    def __init__(self, context: Context, plan: PlanInView, popups: Popups, screen: Screen) -> None:
        super().__init__(screen)
        self._context, self._plan, self._popups, self._screen = context, plan, popups, screen

    def print_sheet(self) -> None:
        """Make a log sheet of the week that is looked at, or of another."""
        week = self._plan.week_of(self._plan.calendar.day())
        open_sheet(self._context, self._screen, week or None)

    def share_menu(self, button: QPushButton) -> None:
        """Offer to pass the program on, or to open one."""
        menu = QMenu(button.text(), self._screen)
        menu.setAccessibleName(button.text())
        menu.addAction(tr("Share this program, or its calendar…")).triggered.connect(self._on_share)
        menu.addAction(tr("Open a program file…")).triggered.connect(self.open_file)
        self._popups.show(menu, button.mapToGlobal(QPoint(0, button.height())))

    def open_file(self) -> None:
        """Open a program from a file that the person chooses."""
        open_program_file(self._context, self._screen).made.connect(self.made)

    def show_file(self, file: Path) -> None:
        """Show the program of a file that the person chose already."""
        dialog = open_program_file(self._context, self._screen)
        dialog.made.connect(self.made)
        dialog.load(file)

    def show_library(self) -> None:
        """Open the exercise library."""
        LibraryDialog(self._context, self._screen).open()

    def _on_share(self) -> None:
        open_share(self._context, self._screen)
