"""Sliders for what is asked, in groups. Each change is handed on a moment after it settles."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nextrep.domain.measures import RATINGS, Measure, end_words
from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import SmallTitle
from nextrep.ui.widgets.page import reveal
from nextrep.ui.widgets.rating import RatingSlider
from nextrep.ui.widgets.rating_span import Span

SETTLE_MS = 400
"""A slider that has not moved for this long has settled; a drag is one change, not twenty."""

Group = tuple[str, Sequence[Measure]]
"""A heading ("" for none) and the measures below it."""
Keep = Callable[[dict[str, int | None]], Mapping[str, int] | None]
"""Keeps what was changed; returns all values that are kept now, None where it could not."""


class RatingSheet(QWidget):
    """The answers to one check-in; any may stay empty.

    Attributes:
        sliders: by key of the measure, in the order of the screen.
    """

    def __init__(self, keep: Keep, anchor: QWidget, parent: QWidget | None = None) -> None:
        """Make an empty sheet.

        Args:
            keep: is called with what was changed.
            anchor: takes the focus and comes before the sliders for Tab, whenever they are built.
            parent: owner.
        """
        super().__init__(parent)
        self._keep, self._anchor = keep, anchor
        self._subject: object = None
        self._kept: dict[str, int] = {}
        self._measures: dict[str, Measure] = {}
        self._groups: list[tuple[str, tuple[Measure, ...]]] = []
        self.sliders: dict[str, RatingSlider] = {}
        self._titles: list[SmallTitle] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.flush)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(current_theme().px(6))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus)

    def show_answers(self, subject: object, groups: Sequence[Group], values: Mapping[str, int]) -> None:
        """Show a check-in. What the person is just changing on the same `subject` stays."""
        waiting = self.waiting() if subject == self._subject else {}
        self._subject = subject
        self._kept = dict(values)
        self._ask(groups)
        for key, slider in self.sliders.items():
            if key not in waiting:
                slider.setValue(self._kept.get(key))

    def rename(self, subject: object) -> None:
        """Take what is shown for another subject from now on: what was new has been kept."""
        self._subject = subject

    def waiting(self) -> dict[str, int | None]:
        """Return the answers on screen that are not kept."""
        return {
            key: slider.value()
            for key, slider in self.sliders.items()
            if slider.value() != self._kept.get(key)
        }

    def flush(self) -> None:
        """Keep now what has not settled yet."""
        self._timer.stop()
        waiting = self.waiting()
        kept = self._keep(waiting) if waiting else None
        if kept is not None:
            self._kept = dict(kept)

    def focus(self) -> bool:
        """Bring the keyboard to the first slider; returns whether there is one."""
        first = next(iter(self.sliders.values()), None)
        if first is not None:
            first.track.setFocus(Qt.FocusReason.ShortcutFocusReason)
            reveal(first)
        return first is not None

    def hideEvent(self, event: QHideEvent) -> None:
        """Lose nothing when the screen or the window goes away."""
        self.flush()
        super().hideEvent(event)

    def _ask(self, groups: Sequence[Group]) -> None:
        """Build what is not there yet; a slider that is asked as before stays, with the keyboard on it."""
        wanted = [(title, tuple(measures)) for title, measures in groups if measures]
        if wanted == self._groups:
            return
        self._groups = wanted
        while self._layout.takeAt(0) is not None:
            pass
        for heading in self._titles:
            heading.hide()
            heading.deleteLater()
        self._titles = []
        measures = {one.key: one for _title, group in wanted for one in group}
        self._drop(measures)
        self.sliders = {key: self.sliders.get(key) or self._slider(one) for key, one in measures.items()}
        self._measures = measures
        for title, group in wanted:
            if title:
                heading = SmallTitle(title)
                heading.setContentsMargins(0, current_theme().px(10), 0, 0)
                self._titles.append(heading)
                self._layout.addWidget(heading)
            for one in group:
                self._layout.addWidget(self.sliders[one.key])
        self._set_tab_order()

    def _drop(self, measures: Mapping[str, Measure]) -> None:
        """Take sliders away whose measure is not asked any more, or is another one now."""
        for key, before in self._measures.items():
            if measures.get(key) != before:
                slider = self.sliders.pop(key)
                slider.hide()
                slider.deleteLater()

    def _slider(self, measure: Measure) -> RatingSlider:
        low, high = end_words(measure)
        color = measure.key if measure.key in RATINGS else "primary"
        slider = RatingSlider(measure.title, low, high, color, self, span=Span.of(measure))
        slider.track.setAccessibleDescription(tr("{low} to {high}", low=low, high=high))
        slider.valueChanged.connect(self._on_moved)
        return slider

    def _set_tab_order(self) -> None:
        before = self._anchor  # Qt passes over a widget here that takes no focus, such as this one
        for slider in self.sliders.values():
            QWidget.setTabOrder(before, slider.track)
            before = slider.track

    def _on_moved(self, _value: object) -> None:
        self._timer.start()

    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Settle what was changed as soon as the person turns to something else."""
        if new is not old and any(old is slider.track for slider in self.sliders.values()):
            self.flush()
