"""What stands in the window while the profile is locked: one field, and nothing of the person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from nextrep.domain.errors import KnownError, UserError
from nextrep.domain.text import tr
from nextrep.services import vault
from nextrep.services.vault import ProfileKey
from nextrep.ui.lock.middle import put_in_middle
from nextrep.ui.runtime.jobs import Jobs, Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import Muted, PageTitle
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.secret_field import SecretField


class UnlockPage(QWidget):
    """Enter unlocks. The key is worked out beside the window, which takes half a second on purpose.

    Attributes:
        unlocked: emitted with the key of the profile.
        field: the passphrase.
        recovery: the recovery key, once it is asked for.
        unlock_button: tries what was typed.
        other_button: goes from one field to the other.
        message: what was wrong where it belongs to no field.
    """

    unlocked = Signal(object)

    def __init__(
        self,
        folder: Path,
        jobs: Jobs,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        by_keyring: bool = False,
    ) -> None:
        """Make the page.

        Args:
            folder: the locked profile.
            jobs: runs the work.
            now: the clock.
            parent: owner.
            by_keyring: ask this computer's keyring first: at the start, not after a lock.
        """
        super().__init__(parent)
        self._folder, self._jobs, self._now = folder, jobs, now
        self._by_keyring = by_keyring
        self._busy = False
        self.field, self.recovery = SecretField(), QLineEdit()
        self.recovery.setPlaceholderText("XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX-XXXXX")
        self.unlock_button, self.other_button = PrimaryButton(tr("Unlock")), LinkButton("")
        self.message = InlineMessage(dismissable=False)
        self._passphrase_field = LabelledField(tr("Passphrase"), self.field)
        self._recovery_field = LabelledField(tr("Recovery key"), self.recovery)
        self._fields = QStackedWidget()
        self._wait = Muted("")
        self._lay_out()
        self.field.returnPressed.connect(self.unlock)
        self.recovery.returnPressed.connect(self.unlock)
        self.unlock_button.clicked.connect(self.unlock)
        self.other_button.clicked.connect(self._on_other)
        self._show_field(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the keyboard to the field, and ask the keyring once."""
        super().showEvent(event)
        self._focus()
        if self._by_keyring:
            self._by_keyring = False
            self._start(_ByKeyring(self._folder))

    def problem(self) -> str:
        """Return what is said to be wrong at the field that shows, "" where nothing is."""
        place = self._recovery_field if self._fields.currentIndex() == 1 else self._passphrase_field
        return place.problem() or self.message.text()

    def unlock(self) -> None:
        """Try what was typed."""
        if self._busy:
            return
        self._say_nothing()
        with_recovery = self._fields.currentIndex() == 1
        text = self.recovery.text() if with_recovery else self.field.text()
        if not text.strip():
            self._problem(
                tr("Type the recovery key.") if with_recovery else tr("Type the passphrase."),
                "recovery" if with_recovery else "passphrase",
            )
            return
        self._start(_Unlock(self._folder, text, self._now(), by_recovery=with_recovery))

    def _lay_out(self) -> None:
        px = current_theme().px
        for field in (self._passphrase_field, self._recovery_field):
            self._fields.addWidget(field)
        column = QVBoxLayout()
        column.setSpacing(px(12))
        column.addWidget(PageTitle(tr("Locked")))
        column.addWidget(Muted(tr("What you wrote here is encrypted. It opens with your passphrase.")))
        column.addWidget(self._fields)
        column.addWidget(self.message)
        row = QHBoxLayout()
        row.addWidget(self.unlock_button)
        row.addWidget(self.other_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._wait)
        put_in_middle(self, column)

    def _start(self, work: Callable[[Progress], ProfileKey | None]) -> None:
        self._set_busy(True)
        self._jobs.run(work, then=self._on_key, failed=self._on_failed, owner=self)

    def _set_busy(self, on: bool) -> None:
        self._busy = on
        self._wait.setText(tr("Checking…") if on else "")
        self.unlock_button.setEnabled(not on)

    def _on_key(self, key: ProfileKey | None) -> None:
        self._set_busy(False)
        if key is None:  # no keyring has it: the field is there
            self._focus()
            return
        self.field.wipe()
        self.recovery.clear()
        self.unlocked.emit(key)

    def _on_failed(self, error: BaseException) -> None:
        self._set_busy(False)
        if isinstance(error, UserError):
            self._problem(str(error), error.field)
        elif isinstance(error, KnownError):
            self.message.show_message(str(error), "error")
        else:
            self.message.show_message(
                tr("That did not work because of a fault in NextRep. Your record is safe."), "error"
            )
        self._focus()

    def _problem(self, text: str, field: str) -> None:
        place = self._recovery_field if field == "recovery" else self._passphrase_field
        place.set_problem(text)
        self.field.selectAll()

    def _say_nothing(self) -> None:
        self.message.clear()
        self._passphrase_field.set_problem("")
        self._recovery_field.set_problem("")

    def _on_other(self) -> None:
        self._say_nothing()
        self._show_field(1 - self._fields.currentIndex())
        self._focus()

    def _show_field(self, index: int) -> None:
        self._fields.setCurrentIndex(index)
        words = tr("Use the recovery key") if index == 0 else tr("Use the passphrase")
        self.other_button.setText(words)

    def _focus(self) -> None:
        editor = self.recovery if self._fields.currentIndex() == 1 else self.field
        editor.setFocus(Qt.FocusReason.OtherFocusReason)


@dataclass(frozen=True, slots=True)
class _Unlock:
    """A job: one try with what was typed."""

    folder: Path
    text: str
    at: datetime
    by_recovery: bool

    def __call__(self, _progress: Progress) -> ProfileKey:
        way = vault.unlock_by_recovery if self.by_recovery else vault.unlock
        return way(self.folder, self.text, self.at)

    def __repr__(self) -> str:
        """Show nothing of what was typed."""
        return "_Unlock()"


@dataclass(frozen=True, slots=True)
class _ByKeyring:
    """A job: asks this computer's keyring, which may ask the person."""

    folder: Path

    def __call__(self, _progress: Progress) -> ProfileKey | None:
        return vault.unlock_by_keyring(self.folder)
