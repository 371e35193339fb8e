"""The way to the window from anywhere. What it opens is imported when it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from nextrep.ui.evidence.dialog import EvidenceDialog


def open_evidence(parent: QWidget) -> EvidenceDialog:
    """Open what is known over `parent`.

    Raises:
        KnownError: the file of claims is missing.
    """
    from nextrep.resources.evidence import load_claims
    from nextrep.ui.evidence.dialog import EvidenceDialog

    dialog = EvidenceDialog(load_claims(), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
