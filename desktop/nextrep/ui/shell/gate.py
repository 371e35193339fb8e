"""Between the window and its profile: what is shown before it is open, while it is locked, and instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from nextrep.domain.text import tr
from nextrep.ui.runtime.context import Context

if TYPE_CHECKING:
    from nextrep.ui.shell.window import MainWindow


class Gate(QObject):
    """Lets screens be shown only of a profile that is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._stack = window.stack
        self._cover: QWidget | None = None
        self._prepare: Callable[[], Context | None] | None = None
        self._reopen: Callable[[], Context | None] | None = None

    @property
    def locked(self) -> bool:
        """Whether everything is put away, and something else is shown in its place."""
        return self._cover is not None

    @property
    def opening(self) -> bool:
        """Whether the profile is still to be opened."""
        return self._prepare is not None

    def start(self, key: str, prepare: Callable[[], Context | None]) -> None:
        """Show the window at once, and its first screen right after the first paint.

        Args:
            prepare: called in between; returns the context with the opened profile, or None when it could
                not be opened and the person was told.
        """
        self._prepare = self._reopen = prepare
        self._stack.held = True
        self._stack.wanted = (key, None)
        self._window.nav.set_current(key)
        self._stack.waiting.painted.connect(self._on_first_paint)
        self._window.show()

    def show_instead(self, page: QWidget) -> None:
        """Show a page in place of the screens, for as long as the profile cannot be opened."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._window.nav.hide()

    def go_on(self) -> None:
        """Try again to open the profile, and show the screens in place of the page that stood there."""
        page = self._stack.currentWidget()
        self._uncover()
        self._prepare = self._reopen
        self._stack.held = True
        self._window.nav.show()
        self._stack.setCurrentWidget(self._stack.waiting)
        if page is not None and page is not self._stack.waiting:
            self._stack.removeWidget(page)
            page.deleteLater()
        self._on_first_paint()

    def put_away(self, cover: QWidget) -> None:
        """Take everything of the person out of the window, and show `cover` in its place.

        What is half typed is saved first, as on going to another screen. Open dialogs are closed. What could
        be taken back cannot be any more: the steps hold words of the person.
        """
        from nextrep.ui.shell.covering import close_others  # not before the first paint

        self._stack.leave_current()
        self._window.reminders.stop()
        close_others(self._window)
        self._stack.clear()
        self._stack.context.undo.clear()
        self._uncover()
        self._cover = cover
        self._stack.held = True
        self._stack.context = replace(self._stack.context, store=None)  # type: ignore[arg-type] # nothing reads it now
        self._stack.addWidget(cover)
        self._stack.setCurrentWidget(cover)
        self._window.nav.hide()
        self._window.status.set_note("")
        self._window.status.say(tr("Locked · Everything stays on this computer"))
        self._window.status.set_lockable(on=False)

    def take_up(self, context: Context) -> None:
        """Show the screen that was shown before `put_away`, of a profile that is open again."""
        self._uncover()
        self._prepare = None
        self._window.nav.show()
        key, argument = self._stack.wanted
        self._begin(context, key or "today", argument)

    def _uncover(self) -> None:
        cover, self._cover = self._cover, None
        if cover is not None:
            self._stack.removeWidget(cover)
            cover.deleteLater()

    def _on_first_paint(self) -> None:
        if self._prepare is None:
            return
        ready = self._prepare()
        self._show_icon()
        if ready is None:
            return
        self._prepare = None
        self._begin(ready, *self._stack.wanted)

    def _show_icon(self) -> None:
        from nextrep.ui.shell.window_icon import show_icon  # not before the first paint

        show_icon(self._window)

    def _begin(self, context: Context, key: str, argument: object) -> None:
        """Show a screen of the profile that is open now."""
        self._stack.context, self._stack.held = context, False
        self._stack.go_to(key, argument)
        self._window.reminders.look()
        self._stack.preload()
