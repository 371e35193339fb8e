"""Asking for a file through the system's own dialog; the window goes on working meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QWidget


def documents() -> str:
    """Return the person's folder for documents."""
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def to_open(title: str, kinds: list[str], folder: str, parent: QWidget) -> QFileDialog:
    """Return a dialog that asks for a file that is there; connect its `fileSelected` and open it.

    Args:
        title: of the dialog.
        kinds: what files are shown, each ending with its patterns: "Programs (*.nextrep)".
        folder: where to begin; where the last one ended if "".
        parent: owner.
    """
    dialog = _dialog(title, folder, parent)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(kinds)
    return dialog


def to_save(title: str, kinds: str | list[str], name: str, folder: str, parent: QWidget) -> QFileDialog:
    """Return a dialog that asks where a file shall go; connect its `fileSelected` and open it.

    Args:
        title: of the dialog.
        kinds: what files are shown, each ending with its pattern: "PDF files (*.pdf)".
        name: suggested name; its ending is given to names without one.
        folder: where to begin; where the last one ended if "".
        parent: owner.
    """
    dialog = _dialog(title, folder, parent)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([kinds] if isinstance(kinds, str) else kinds)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.selectFile(name)
    return dialog


def to_choose_folder(title: str, folder: str, parent: QWidget) -> QFileDialog:
    """Return a dialog that asks for a folder; connect its `fileSelected` and open it.

    Args:
        title: of the dialog.
        folder: where to begin; where the last one ended if "".
        parent: owner.
    """
    dialog = _dialog(title, folder, parent)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def dropped_file(event: QDropEvent) -> Path | None:
    """Return the one file of this computer that is dragged or dropped; None for anything else."""
    urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
    return Path(urls[0].toLocalFile()) if len(urls) == 1 else None


def _dialog(title: str, folder: str, parent: QWidget) -> QFileDialog:
    dialog = QFileDialog(parent, title, folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
