"""The recovery key: shown once, to be written down or printed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QPageLayout, QPageSize, QTextDocument
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from nextrep.domain.recovery_key import RecoveryKey
from nextrep.domain.text import tr
from nextrep.ui.papers.printing import no_printer
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.labels import Body, CardTitle, Secondary
from nextrep.ui.widgets.page import ScrollPage


class RecoveryDialog(QDialog):
    """Closes when the person says that the key is kept; NextRep itself keeps no copy that it could show.

    Attributes:
        key_field: the key, to be read and copied.
        kept: the tick that lets the dialog close.
        print_button: prints it, through the system's dialog.
        not_printed: says why it cannot be.
        done_button: closes.
    """

    def __init__(self, key: RecoveryKey, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Recovery key"))
        self.setModal(True)
        self.key_field = QLineEdit(key.text)
        self.key_field.setReadOnly(True)
        self.key_field.setAccessibleName(tr("Recovery key"))
        self.key_field.setFont(current_theme().font(16))
        self.key_field.setCursorPosition(0)
        self.kept = QCheckBox(tr("I have written it down or printed it"))
        self.kept.setMinimumHeight(px(36))
        self.not_printed = Secondary("")
        self.not_printed.hide()
        self.print_button, self.done_button = SecondaryButton(tr("Print…")), PrimaryButton(tr("Close"))
        self.done_button.setEnabled(False)
        page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(CardTitle(tr("For the day the passphrase is forgotten")))
        page.body.addWidget(
            Body(
                tr(
                    "This key opens your profile without the passphrase. It is shown this once. Keep it on "
                    "paper, away from this computer; whoever has it can read everything."
                )
            )
        )
        page.body.addWidget(self.key_field)
        page.body.addWidget(
            Secondary(tr("Small letters and dashes make no difference. There are no I, O, 0 and 1 in it."))
        )
        page.body.addWidget(self.kept, 0, Qt.AlignmentFlag.AlignLeft)
        page.body.addWidget(self.not_printed)
        page.body.addStretch(1)
        foot = new_foot()
        foot.addWidget(self.print_button)
        foot.addStretch(1)
        foot.addWidget(self.done_button)
        put_together(self, page, foot)
        fit(self, px(620), px(340))
        self.kept.toggled.connect(self.done_button.setEnabled)
        self.print_button.clicked.connect(self._on_print)
        self.done_button.clicked.connect(self.accept)

    def reject(self) -> None:
        """Esc closes it only once the key is kept: it cannot be shown again."""
        if self.kept.isChecked():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The same for the button of the window."""
        if self.kept.isChecked():
            super().closeEvent(event)
        else:
            event.ignore()

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # seldom needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(tr("Recovery key"))
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(QPageLayout.Orientation.Portrait)
        missing = no_printer(printer)
        self.not_printed.setText(f"{missing.title} {missing.next_step}" if missing else "")
        self.not_printed.setVisible(missing is not None)
        if missing is not None:
            return
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._printer = printer
        dialog.accepted.connect(self._print)
        QDialog.open(dialog)  # QPrintDialog's own wants a slot by its name

    def _print(self) -> None:
        document = QTextDocument(self)
        document.setPlainText(self.paper_text())
        document.print_(self._printer)

    def paper_text(self) -> str:
        """Return what is printed; it names the program and nobody."""
        return tr(
            "NextRep: recovery key\n\n{key}\n\nIt opens the encrypted profile without its passphrase. "
            "Keep it where only you find it.",
            key=self._key.text,
        )
