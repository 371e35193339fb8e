"""Dialogs for failures: what happened, what is safe, what to do next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nextrep.domain.errors import DamagedProfile, KnownError
from nextrep.domain.text import tr

if TYPE_CHECKING:
    from nextrep.ui.shell.message_dialog import MessageDialog


class DialogReporter:
    """Shows failures in dialogs over a window; a failure that repeats does not pile up."""

    def __init__(self, window: QWidget | None = None) -> None:
        self._window = window
        self._damage: Callable[[], KnownError] | None = None
        self._open: dict[str, MessageDialog] = {}

    def set_window(self, window: QWidget | None) -> None:
        """Say which window later dialogs belong to."""
        self._window = window

    def set_damage(self, damage: Callable[[], KnownError]) -> None:
        """Say what gives the words for damage that is met while the profile is open."""
        self._damage = damage

    def known(self, error: KnownError, then: Callable[[], object] | None = None) -> None:
        """Show a condition of the environment; `then` is called when the dialog is closed."""
        if isinstance(error, DamagedProfile) and self._damage is not None:
            error = self._damage()
        dialog = self._show(error.title, [error.safe, error.next_step])
        if then is not None:
            dialog.finished.connect(then)

    def user(self, message: str, field: str) -> None:  # noqa: ARG002 - the field has no place in a dialog
        """Show a message about input that had no place of its own."""
        self._show(tr("That did not work yet"), [message])

    def _show(self, title: str, paragraphs: list[str]) -> MessageDialog:
        key = "\n".join((title, *paragraphs))
        if key in self._open:
            self._open[key].raise_()
            return self._open[key]
        from nextrep.ui.shell.message_dialog import MessageDialog  # not before the first paint

        dialog = MessageDialog(title, paragraphs, self._window)
        dialog.finished.connect(self._forget_closed)
        self._open[key] = dialog
        dialog.show()
        return dialog

    def _forget_closed(self, _result: int) -> None:
        self._open = {key: dialog for key, dialog in self._open.items() if dialog.isVisible()}
