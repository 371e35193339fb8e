"""The page that stands in place of the first screen while the profile is damaged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.contents import Recovered
from nextrep.domain.errors import KnownError
from nextrep.domain.text import tr
from nextrep.services.rescue import Copy, Offer, Rescue
from nextrep.ui.rescue.words import backup_lines, backup_title, fuller_is_backup, recovered_lines
from nextrep.ui.runtime.jobs import Jobs, Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Body, Muted, PageTitle
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.progress import ProgressPanel

WIDEST = 760
"""Widest the page's text gets, px at 100 %."""


class RescuePage(ScrollPage):
    """Reads what can be read beside the window, then lets the person choose.

    Attributes:
        mended: emitted with the folder that keeps the damaged file, once a whole file is in its place.
        left: emitted when the person leaves everything as it is.
    """

    mended = Signal(object)
    left = Signal()

    def __init__(
        self, rescue: Rescue, jobs: Jobs, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rescue, self._jobs, self._now = rescue, jobs, now
        self._offer = Offer(None, None)
        self.page.setMaximumWidth(current_theme().px(WIDEST))
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.heading = PageTitle(tr("Part of this profile cannot be read"))
        self.body.addWidget(self.heading)
        self.body.addWidget(
            Body(
                tr(
                    "The file with your record is damaged. A disk or an interrupted copy does that; it is"
                    " nothing you did in NextRep. The damaged file stays untouched whatever you choose here:"
                    " it goes into the folder “kept” of the profile."
                )
            )
        )
        self.message = InlineMessage(dismissable=False)
        self.progress = ProgressPanel(tr("Reading everything that can still be read"), cancellable=False)
        self.body.addWidget(self.message)
        self.body.addWidget(self.progress)
        self.choices: list[PrimaryButton | SecondaryButton] = []
        self.leave_button = SecondaryButton(tr("Leave everything as it is, and close"))
        self.leave_button.clicked.connect(self._on_leave)
        self.body.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._jobs.run(
            self._read,
            then=self._on_read,
            failed=self._on_failed,
            owner=self,
            progress=self.progress.set_progress,
        )

    def _read(self, progress: Progress) -> Offer:
        return self._rescue.prepare(self._now(), progress.report)

    def _on_read(self, offer: Offer) -> None:
        self._offer = offer
        self.progress.hide()
        prefer_backup = fuller_is_backup(offer)
        place = self.body.indexOf(self.leave_button)
        cards = [
            self._recovered_card(offer.recovered, main=not prefer_backup),
            self._backup_card(offer.backup, offer.recovered, main=prefer_backup),
        ]
        for card in reversed(cards):
            self.body.insertWidget(place, card)
        if self.choices:
            self.choices[1 if prefer_backup and len(self.choices) > 1 else 0].setFocus()

    def _recovered_card(self, found: Recovered | None, *, main: bool) -> Card:
        if found is None:
            return _card(tr("What could be recovered"), [tr("Nothing in the file can be read any more.")])
        card = _card(tr("What could be recovered"), recovered_lines(found, self._offer.altered))
        self._offer_button(card, tr("Go on with what was recovered"), self._on_recovered, main=main)
        return card

    def _backup_card(self, copy: Copy | None, found: Recovered | None, *, main: bool) -> Card:
        if copy is None:
            return _card(tr("No backup"), [tr("There is no backup of this profile here that is whole.")])
        card = _card(backup_title(copy), backup_lines(copy, found))
        self._offer_button(card, tr("Go on with this backup"), self._on_backup, main=main)
        return card

    def _offer_button(self, card: Card, text: str, slot: Callable[[], None], *, main: bool) -> None:
        button = PrimaryButton(text) if main else SecondaryButton(text)
        button.clicked.connect(slot)
        card.add_row(button)
        self.choices.append(button)

    def _on_recovered(self) -> None:
        self._choose(self._put_recovered)

    def _on_backup(self) -> None:
        self._choose(self._put_backup)

    def _choose(self, work: Callable[[Progress], Path]) -> None:
        self._enable(False)
        self.progress.set_text(tr("Putting it in place"))
        self.progress.set_progress(0, 0)
        self.progress.show()
        self._jobs.run(work, then=self._on_done, failed=self._on_failed, owner=self)

    def _put_recovered(self, _progress: Progress) -> Path:
        return self._rescue.use_recovered(self._now())

    def _put_backup(self, _progress: Progress) -> Path:
        if self._offer.backup is None:
            raise ValueError("there is no backup")
        return self._rescue.use_backup(self._offer.backup, self._now())

    def _on_done(self, kept: Path) -> None:
        self.progress.hide()
        self._rescue.close()
        self.mended.emit(kept)

    def _on_failed(self, error: BaseException) -> None:
        """Say what is in the way; the damaged file is as it was."""
        self.progress.hide()
        self._enable(True)
        if isinstance(error, KnownError):
            self.message.show_message(str(error), "error")
        else:
            self.message.show_message(
                tr("That did not work. The damaged file is as it was; starting NextRep again may help."),
                "error",
            )

    def _on_leave(self) -> None:
        self._rescue.close()
        self.left.emit()

    def _enable(self, on: bool) -> None:
        for button in (*self.choices, self.leave_button):
            button.setEnabled(on)


def _card(title: str, lines: list[str]) -> Card:
    card = Card(title)
    for number, line in enumerate(lines):
        card.add(Muted(line) if number else Body(line))
    return card
