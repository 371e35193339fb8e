"""Help now from everywhere: one key in every window and dialog, and the same door for links and menus.

It is made with the window, before any profile is open: until then, and where the profile cannot be read, it
shows general words. What it opens is imported when it opens.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.notice import bring_to_front, offer_in_tray

if TYPE_CHECKING:
    from nextrep.ui.safety.help_dialog import HelpDialog

HELP_KEY = "F12"
_NAME = "help_now"


class HelpDoor(QObject):
    """Opens Help now over whatever window is in front.

    Attributes:
        tray_action: the same in the menu of the icon in the tray, while there is one (clinical.md, 4.1.4).
    """

    def __init__(self, window: QWidget, context: Callable[[], Context | None]) -> None:
        """Make the door.

        Args:
            window: the main window, which owns it.
            context: returns the context; its store may not be there yet. None while nothing of the person
                may be shown.
        """
        super().__init__(window)
        self._window = window
        self._context = context
        self._dialog: HelpDialog | None = None
        self._add_key(window)
        self.tray_action = QAction(tr("Help now"), window)
        self.tray_action.triggered.connect(self._on_tray)
        offer_in_tray(self.tray_action)
        window.addAction(self.tray_action)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._on_window)

    def open(self) -> HelpDialog:
        """Open it, or bring it to the front."""
        if self._dialog is None or not isValid(self._dialog) or not self._dialog.isVisible():
            self._dialog = self._made()
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()
        return self._dialog

    def _on_tray(self) -> None:
        bring_to_front(self._window)
        self.open()

    def _made(self) -> HelpDialog:
        from nextrep.services import safety
        from nextrep.ui.safety.help_dialog import HelpDialog

        # A child of the dialog in front stays usable while that one blocks the window.
        front = QApplication.activeModalWidget() or self._window
        context = self._context()
        if context is None or context.store is None:
            return HelpDialog(safety.general_view(), front)
        try:
            return HelpDialog(safety.view(context.store), front, context)
        except KnownError:
            return HelpDialog(safety.general_view(), front)

    def _on_window(self, _window: QWindow | None) -> None:
        active = QApplication.activeWindow()
        if isinstance(active, QDialog):
            self._add_key(active)

    def _add_key(self, window: QWidget) -> None:
        if window.findChild(QShortcut, _NAME) is None:
            shortcut = QShortcut(QKeySequence(HELP_KEY), window)
            shortcut.setObjectName(_NAME)
            shortcut.activated.connect(self.open)
