"""The screens of the window: each is imported and made at its first visit, and kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedWidget, QWidget

from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.screens import ScreenSpec
from nextrep.ui.shell.waiting import FailedPage, WaitingPage
from nextrep.ui.widgets.screen import Screen

if TYPE_CHECKING:
    from nextrep.ui.shell.preloading import Preloading


class ScreenStack(QStackedWidget):
    """Shows one screen, or the page that waits for one.

    Attributes:
        shown: emitted with the key of a screen once it is shown.
        placed: emitted when a screen stands, before the keyboard goes there.
        turned: emitted with the key of the screen that is on its way or there.
        navigate: emitted with the key and the argument of what a screen wants to be shown.
        noted: emitted when the screen that is shown has something to say about itself.
        context: what new screens are given.
        held: while there is no open profile no screen is shown; the one asked for last comes afterwards.
        wanted: key and argument of the screen that was asked for last.
        waiting: the page that waits.
    """

    shown = Signal(str)
    placed = Signal()
    turned = Signal(str)
    navigate = Signal(str, object)
    noted = Signal()

    def __init__(self, context: Context, screens: Sequence[ScreenSpec]) -> None:
        super().__init__()
        self.context = context
        self.held = False
        self.wanted: tuple[str, object] = ("", None)
        self._specs = {spec.key: spec for spec in screens}
        self._screens: dict[str, Screen] = {}
        self._current = ""
        self._preloading: Preloading | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.waiting = WaitingPage()
        self.addWidget(self.waiting)

    @property
    def current(self) -> str:
        """Key of the screen that is shown, "" before the first."""
        return self._current

    def context_now(self) -> Context:
        """Return what new screens are given now."""
        return self.context

    def screen_of(self, key: str) -> Screen | None:
        """Return a screen that was visited, else None."""
        return self._screens.get(key)

    def go_to(self, key: str, argument: object = None) -> None:
        """Go to a screen; `argument` goes to its `open`.

        Raises:
            KeyError: there is no such screen.
        """
        spec = self._specs[key]
        self.wanted = (key, argument)
        if self.held:
            return  # the screen asked for last comes once the profile is open
        if key in self._screens or spec.loaded():
            self._show_wanted(spec.load())
            return
        self.turned.emit(key)
        self.waiting.begin(spec.title())
        self.setCurrentWidget(self.waiting)
        self._make_room()
        self.context.jobs.run(_Loading(spec), then=self._show_wanted, failed=self._on_load_failed, owner=self)

    def _make_room(self) -> None:
        from nextrep.ui.runtime.qt_types import make_room  # not before the first paint

        make_room()

    def note(self) -> str:
        """Return what the screen that is shown has to say about itself."""
        screen = self._screens.get(self._current)
        return screen.note if screen is not None else ""

    def unsaved(self) -> Iterator[tuple[Screen, str, str]]:
        """Go through the screens that cannot keep something now, with their keys and what that is."""
        for key, screen in self._screens.items():
            if lost := screen.unsaved():
                yield screen, key, lost

    def leave_current(self) -> None:
        """Let the current screen put down what is half done."""
        screen = self._screens.get(self._current)
        if screen is not None:
            screen.deactivate()

    def clear(self) -> None:
        """Throw all screens away; the one that was shown comes first afterwards."""
        for screen in self._screens.values():
            self.removeWidget(screen)
            screen.deleteLater()
        self._screens = {}
        if self._current:  # else something is still on its way, such as a file from the start
            self.wanted = (self._current, None)
        self._current = ""

    def rebuild(self) -> None:
        """Throw the screens away and make the current one anew, with the keyboard where it was."""
        self.leave_current()
        key = self._current
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus is not None else ""
        kept = {one: screen for one, screen in self._screens.items() if screen.unsaved()}
        for one, screen in self._screens.items():
            if one not in kept:
                self.removeWidget(screen)
                screen.deleteLater()
        self._screens = kept
        self._current = ""
        if key:
            self.go_to(key)
        control = self._screens[key].findChild(QWidget, name) if name and key in self._screens else None
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._scroll_to_focus)

    def preload(self) -> None:
        """Import the other screens beside the window, soon after the first paint, for quick first visits."""
        from nextrep.ui.shell.preloading import Preloading  # not before the first paint

        if self._preloading is None:
            self._preloading = Preloading(tuple(self._specs.values()), self.context.jobs, self)
        self._preloading.start()

    def stop_preloading(self) -> None:
        """Import nothing beside the window any more."""
        if self._preloading is not None:
            self._preloading.stop()

    def _show_wanted(self, screen_class: type[Screen]) -> None:
        """Show the screen that was asked for last; an import that ends late must not take the person away."""
        key, argument = self.wanted
        spec = self._specs[key]
        if self.held or not spec.loaded() or spec.load() is not screen_class:
            return  # locked meanwhile, or another screen was asked for, which is on its way
        screen = self._screens.get(key)
        try:
            if screen is None:
                screen = screen_class(self.context, self)
                screen.navigate.connect(self.navigate)
                screen.noted.connect(self.noted)
                self.addWidget(screen)
                self._screens[key] = screen
            if key != self._current:
                self.leave_current()
            self._current = key
            self.setCurrentWidget(screen)
            screen.activate()
            if argument is not None:
                screen.open(argument)
            self.placed.emit()
            self._focus_content(screen)
        finally:
            self.waiting.end()
            self.turned.emit(self._current)
        self.shown.emit(key)

    def _focus_content(self, screen: Screen) -> None:
        """Bring the keyboard to the screen, so that Tab finds its first field, unless it chose one itself."""
        self.setAccessibleName(self._specs[self._current].title())
        focus = QApplication.focusWidget()
        if focus is None or not screen.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_load_failed(self, _error: BaseException) -> None:
        """Say so in place; the crash hook has the details."""
        key, _ = self.wanted
        self.waiting.end()
        page = FailedPage(self._specs[key].title())
        self.addWidget(page)
        self.setCurrentWidget(page)
        self._current = ""

    def _scroll_to_focus(self) -> None:
        """Bring what has the keyboard into view, once the screen is laid out."""
        around: QWidget | None = self.window().focusWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(self.window().focusWidget())


class _Loading:
    """Imports one screen, on a worker."""

    def __init__(self, spec: ScreenSpec) -> None:
        self._spec = spec

    def __call__(self, _progress: Progress) -> type[Screen]:
        return self._spec.load()
