"""A rating that can also be empty, which is never the same as 0. Most go from 0 to 10."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import IconButton
from nextrep.ui.widgets.labels import Secondary, SmallTitle, Strong
from nextrep.ui.widgets.rating_span import Span
from nextrep.ui.widgets.rating_track import RatingTrack, shown_value

__all__ = ["RatingSlider", "shown_value"]

TEN = Span()


class RatingSlider(QWidget):
    """A named rating with the words for its two ends.

    Values are whole tenths, so 0 to 100 are shown as 0 to 10; None is empty.
    Keys: arrows step (by 0.5 on 0 to 10), Page Up and Down step further, a digit sets it, and figures one
    after the other where the scale is another one; Delete clears it, Home and End go to the ends.

    Attributes:
        valueChanged: emitted with the new value (int or None) when the person changes it, not by `setValue`.
        track: the part that takes the focus.
    """

    valueChanged = Signal(object)  # noqa: N815 - named as Qt names its own

    def __init__(
        self,
        name: str,
        low: str = "",
        high: str = "",
        color: str = "primary",
        parent: QWidget | None = None,
        *,
        span: Span = TEN,
    ) -> None:
        """Make an empty rating.

        Args:
            name: what is rated, for example "Mood".
            low: word for the low end.
            high: word for the high end.
            color: role of `Tokens` that paints it.
            parent: owner.
            span: from where to where it goes.
        """
        super().__init__(parent)
        px = current_theme().px
        self._name, self._color = name, color
        self.track = RatingTrack(name, color, span)
        self._value_label = Strong(wrap=False)
        self._scale_label = SmallTitle(span.unit or tr("/ {most}", most=shown_value(span.most)), wrap=False)
        self._clear = IconButton("close", tr("Clear {name}", name=name))
        self._clear.setProperty("small", True)
        self._clear.setIconSize(QSize(px(14), px(14)))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does the same from the keyboard
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        label = Strong(name, wrap=False)
        label.setBuddy(self.track)
        head = QHBoxLayout()
        head.setSpacing(px(4))
        head.addWidget(label)
        head.addStretch(1)
        for widget in (self._clear, self._value_label, self._scale_label):
            head.addWidget(widget)
        ends = QHBoxLayout()
        ends.addWidget(Secondary(low, wrap=False))
        ends.addStretch(1)
        ends.addWidget(Secondary(high, wrap=False))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(1))
        layout.addLayout(head)
        layout.addWidget(self.track)
        layout.addLayout(ends)
        self.setFocusProxy(self.track)
        self.track.edited.connect(self._on_edited)
        self._clear.clicked.connect(self.track.clear)
        self._show()

    def value(self) -> int | None:
        """Return the rating in tenths, or None where empty."""
        return self.track.rating()

    def setValue(self, value: int | None) -> None:
        """Set the rating without telling anyone.

        Raises:
            ValueError: it is not None or within the ends.
        """
        self.track.set_rating(value)
        self._show()

    def setToolTip(self, text: str) -> None:
        """Explain the rating, also to screen readers."""
        super().setToolTip(text)
        self.track.setAccessibleDescription(text)

    def changeEvent(self, event: QEvent) -> None:
        """Colour the value anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._show()

    def _on_edited(self) -> None:
        self._show()
        self.valueChanged.emit(self.value())

    def _show(self) -> None:
        value = self.value()
        self._value_label.setText(shown_value(value))
        palette = self._value_label.palette()
        self._clear.setVisible(value is not None)
        self._scale_label.setVisible(value is not None)
        palette.setColor(
            QPalette.ColorRole.WindowText, current_theme().color("muted" if value is None else self._color)
        )
        self._value_label.setPalette(palette)
