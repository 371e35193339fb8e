"""Surfaces that hold things together."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import CardTitle


class Card(QFrame):
    """A white card with an optional title.

    Attributes:
        body: the vertical layout inside; add to it.
        title: the title label, or None.
    """

    def __init__(
        self, title: str | None = None, parent: QWidget | None = None, *, roomy: bool = False
    ) -> None:
        super().__init__(parent)
        px = current_theme().px
        margin = px(24) if roomy else px(18)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(
            margin, px(24) if roomy else px(16), margin, px(24) if roomy else px(16)
        )
        self._outer.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setSpacing(px(8))
        self._outer.addLayout(self.body)
        self._outer.addItem(QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred))
        self._filled = False
        self.title = CardTitle(title) if title is not None else None
        self._head: QHBoxLayout | None = None
        if self.title is not None:
            self._head = QHBoxLayout()
            self._head.setSpacing(px(8))
            self._head.addWidget(self.title, 1)
            self.body.addLayout(self._head)
            self.setAccessibleName(self.title.text())
        self._share_room()

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget below what is there; with `stretch` it takes the room to spare."""
        self._filled = self._filled or bool(stretch)
        self.body.addWidget(widget, stretch)
        self._share_room()

    def add_row(self, *widgets: QWidget, stretch: bool = True) -> QHBoxLayout:
        """Put widgets side by side below what is there; `stretch` keeps them to the left."""
        row = row_of(*widgets, stretch=stretch)
        self.body.addLayout(row)
        return row

    def event(self, event: QEvent) -> bool:
        """Share the room anew when the content has changed."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.Show}:
            self._share_room()
        return super().event(event)

    def _share_room(self) -> None:
        """Leave room to spare below the content, unless something in it wants to grow."""
        grows = self._filled or bool(self.body.expandingDirections() & Qt.Orientation.Vertical)
        for index, stretch in enumerate((1, 0) if grows else (0, 1)):
            if self._outer.stretch(index) != stretch:
                self._outer.setStretch(index, stretch)

    def add_corner(self, widget: QWidget) -> None:
        """Put a widget to the right of the title.

        Raises:
            ValueError: the card has no title.
        """
        if self._head is None:
            raise ValueError("a card without title has no corner")
        self._head.addWidget(widget, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Well(QFrame):
    """A quiet area inside a card, for example a cue or a question.

    Attributes:
        body: the vertical layout inside.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(px(16), px(12), px(16), px(12))
        self.body.setSpacing(px(4))


class Divider(QFrame):
    """A hairline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)


def row_of(*widgets: QWidget, stretch: bool = True, spacing: int = 12) -> QHBoxLayout:
    """Return a row of widgets, `spacing` px apart at 100 %; `stretch` keeps them to the left."""
    row = QHBoxLayout()
    row.setSpacing(current_theme().px(spacing))
    for widget in widgets:
        row.addWidget(widget)
    if stretch:
        row.addStretch(1)
    return row


def clear_layout(layout: QLayout) -> None:
    """Take everything out of a layout and delete it, to build its content anew."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
