"""The one application-wide signal: something in the data changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bus(QObject):
    """Announces changes.

    Attributes:
        changed: emitted on the GUI thread after a transaction, with the `Changes` and the object that
            asked for them (or None), so that it need not read again what it just wrote.
    """

    changed = Signal(object, object)
