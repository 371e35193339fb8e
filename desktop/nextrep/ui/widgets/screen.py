"""What every screen is: built once, refreshed when it is stale and looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nextrep.ui.theme.theme import current_theme

if TYPE_CHECKING:
    from nextrep.domain.changes import Changes
    from nextrep.ui.runtime.context import Context
    from nextrep.ui.widgets.message import InlineMessage


class Screen(QWidget):
    """Base of the screens.

    A subclass builds its widgets in `__init__` (no reading), puts them in with `set_content`, and reads its
    data in `refresh`, which is called on the first visit and after changes that concern it.

    Attributes:
        navigate: emitted with a screen key and an argument to go elsewhere.
        noted: emitted when `note` is another one.
        context: the way to everything outside the screen.
        note: what the line at the bottom says about the screen, "" for nothing.
    """

    navigate = Signal(str, object)
    noted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._stale = True
        self._message: InlineMessage | None = None
        self.note = ""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        context.bus.changed.connect(self._on_changed)

    def set_content(self, widget: QWidget) -> None:
        """Fill the screen with `widget`, usually a `ScrollPage`."""
        self._layout.addWidget(widget, 1)

    def activate(self) -> None:
        """Called each time the screen is shown; reads its data if they may have changed."""
        if self._stale:
            self._stale = False
            self.refresh()

    def deactivate(self) -> None:
        """Called before another screen is shown and before the window closes: save what is half typed."""

    def unsaved(self) -> str:
        """Try once more to save what could not be; returns what would be lost by closing, "" for nothing."""
        return ""

    def refresh(self) -> None:
        """Read the data again and show them. For subclasses."""

    def open(self, argument: object) -> None:
        """Take what another screen sent along with `navigate`, for example a date. For subclasses."""

    def concerns(self, changes: Changes) -> bool:  # noqa: ARG002 - for subclasses
        """Whether these changes alter what the screen shows; all do unless a subclass knows better."""
        return True

    def mark_stale(self) -> None:
        """Read again now if the screen is looked at, else on its next visit."""
        if self.isVisible():
            self._stale = False
            self.refresh()
        else:
            self._stale = True

    def set_note(self, note: str) -> None:
        """Have something said in the line at the bottom while this screen is shown, or nothing with ""."""
        if note != self.note:
            self.note = note
            self.noted.emit()

    def show_error(self, message: str, field: str = "") -> None:  # noqa: ARG002 - for subclasses with fields
        """Show what did not work, at the top of the screen."""
        self.show_message(message, "error")

    def show_message(self, message: str, kind: str = "info") -> None:
        """Show a line at the top of the screen; `kind` is "info", "warn" or "error"."""
        if self._message is None:
            from nextrep.ui.widgets.message import InlineMessage  # not before the first paint

            self._message = InlineMessage()
            px = current_theme().px
            self._holder = QWidget()
            inner = QVBoxLayout(self._holder)
            inner.setContentsMargins(px(24), px(12), px(24), 0)
            inner.addWidget(self._message)
            self._message.dismissed.connect(self._holder.hide)
            self._layout.insertWidget(0, self._holder)
        self._holder.show()
        self._message.show_message(message, kind)

    def clear_message(self) -> None:
        """Put the line at the top away."""
        if self._message is not None:
            self._message.clear()
            self._holder.hide()

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        if initiator is not self and self.concerns(changes):
            self.mark_stale()
