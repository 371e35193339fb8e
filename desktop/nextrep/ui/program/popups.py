"""Menus that come and go."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu


class Popups(QObject):
    """Shows one menu at a time, with its first entry marked, ready for the arrow keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._menu: QMenu | None = None

    def show(self, menu: QMenu, at: QPoint) -> None:
        """Show a menu; the one before it goes now, because a menu must not go while it hides."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = menu
        menu.popup(at)
        actions = [one for one in menu.actions() if one.isEnabled() and not one.isSeparator()]
        if actions:
            menu.setActiveAction(actions[0])
