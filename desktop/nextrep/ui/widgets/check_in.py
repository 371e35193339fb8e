"""How the person is: ratings and the night before. Each change is on disk a moment after it settles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nextrep.domain.journal import CheckIn, Rating, scale_of
from nextrep.domain.sleep import Night
from nextrep.domain.text import tr
from nextrep.services import journal
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.day_text import time_text
from nextrep.ui.widgets.labels import Secondary, Strong
from nextrep.ui.widgets.rating import RatingSlider
from nextrep.ui.widgets.screen import Screen
from nextrep.ui.widgets.sleep_form import SleepForm

SETTLE_MS = 400
"""A slider that has not moved for this long has settled; a drag is one change, not twenty."""


class CheckInForm(QWidget):
    """Some of the ratings of one day, and the night before it.

    Attributes:
        kept: emitted after something was written.
        saved_line: says when that was; the screen places it.
        sleep: the night.
    """

    kept = Signal()

    def __init__(
        self,
        screen: Screen,
        ratings: Sequence[Rating],
        parent: QWidget | None = None,
        *,
        quality: bool = False,
    ) -> None:
        """Make an empty form.

        Args:
            screen: writes in its name.
            ratings: which ones are asked, in this order; the others of the day are left alone.
            parent: owner.
            quality: whether the quality of the night is asked too.
        """
        super().__init__(parent)
        px = current_theme().px
        self._screen = screen
        self._day = 0
        self._kept_values: dict[Rating, int] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._save_ratings)
        self.saved_line = Secondary(tr("Saved as you go."), wrap=False)
        self.sliders: dict[Rating, RatingSlider] = {}
        self.sleep = SleepForm(screen, quality=quality)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(6))
        for rating in ratings:
            scale = scale_of(rating)
            slider = RatingSlider(scale.title, scale.low, scale.high, str(rating))
            slider.valueChanged.connect(self._on_moved)
            self.sliders[rating] = slider
            layout.addWidget(slider)
        self._night_title = Strong(tr("Last night"))
        layout.addWidget(self._night_title)
        layout.addWidget(self.sleep)
        self.sleep.kept.connect(self._on_kept)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def show_day(self, day: int, checkin: CheckIn | None, night: Night | None, *, today: bool) -> None:
        """Show a day. What the person is just changing on the same day stays."""
        values = dict(checkin.values) if checkin else {}
        waiting = self._waiting() if day == self._day else {}
        if day != self._day:
            self.saved_line.setText(tr("Saved as you go."))
        self._day = day
        self._kept_values = values
        for rating, slider in self.sliders.items():
            if rating not in waiting:
                slider.setValue(values.get(rating))
        self._night_title.setText(tr("Last night") if today else tr("The night before"))
        self.sleep.show_night(day, night)

    def flush(self) -> None:
        """Keep now what has not settled yet."""
        self._save_ratings()
        self.sleep.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the screen or the window goes away."""
        self.flush()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Settle before an undo, so that it takes back what the person sees last."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
        ):
            self._save_ratings()
        return super().event(event)

    def _waiting(self) -> dict[Rating, int | None]:
        """Return the ratings on screen that are not kept."""
        return {
            rating: slider.value()
            for rating, slider in self.sliders.items()
            if slider.value() != self._kept_values.get(rating)
        }

    def _on_moved(self, _value: object) -> None:
        self._timer.start()

    def _save_ratings(self) -> None:
        self._timer.stop()
        waiting = self._waiting()
        if not waiting:
            return
        context = self._screen.context
        call = partial(journal.rate, context.store, self._day, waiting, context.now())
        kept = context.operate.run(call, initiator=self._screen)
        if kept is not None:
            self._kept_values = dict(kept.values)
            self._on_kept()

    def _on_kept(self) -> None:
        self.saved_line.setText(tr("Saved {time}", time=time_text(self._screen.context.now())))
        self.kept.emit()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Settle what was changed as soon as the person turns to something else."""
        sliders = [slider.track for slider in self.sliders.values()]
        if old in sliders and new is not old:
            self._save_ratings()
