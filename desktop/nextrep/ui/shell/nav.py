"""The bar at the top: where the person is and where they can go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QMenu, QPushButton, QSizePolicy, QWidget

from nextrep.domain.text import tr
from nextrep.ui.screens import ScreenSpec
from nextrep.ui.theme.theme import BODY, current_theme

IMPORT, EVIDENCE, HELP = "import", "evidence", "help"
"""Keys of the entries that are no screens."""
_WIDE, _NARROW = 13, 6
"""Padding at the sides of an entry in px at 100 %, as in the style sheet."""


class Brand(QLabel):
    """The program's name."""


class NavButton(QPushButton):
    """One entry of the bar. As wide as its heavier text, so that nothing moves when it becomes current.

    Attributes:
        chosen: emitted with its key when the person presses it.
    """

    chosen = Signal(str)

    def __init__(self, key: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.key = key
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    def set_current(self, current: bool) -> None:
        """Mark it as where the person is, to the eye and to screen readers."""
        self.setCheckable(current)
        self.setChecked(current)
        self.update()  # Qt does not repaint a button that stops being checkable
        self.setAccessibleDescription(tr("current screen") if current else "")

    def set_narrow(self, narrow: bool) -> None:
        """Take less room at the sides."""
        if bool(self.property("narrow")) != narrow:
            self.setProperty("narrow", narrow)
            self.style().unpolish(self)
            self.style().polish(self)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Room for the text at its heaviest."""
        return QSize(self.width_for(narrow=bool(self.property("narrow"))), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It is cut rather than making the window wider than the display."""
        return QSize(current_theme().px(24), super().minimumSizeHint().height())

    def width_for(self, *, narrow: bool) -> int:
        """Return the width it takes."""
        theme = current_theme()
        text = QFontMetrics(theme.font(BODY, 600)).horizontalAdvance(self.text())
        return text + 2 * theme.px(_NARROW if narrow else _WIDE) + 4

    def _on_clicked(self) -> None:
        self.chosen.emit(self.key)


class NavBar(QFrame):
    """Brand, tabs and tools. What does not fit goes into "More", tools first.

    Attributes:
        chosen: emitted with the key of a screen, `IMPORT`, or one of `EVIDENCE` and `HELP`, in the menu only.
    """

    chosen = Signal(str)

    def __init__(self, screens: Sequence[ScreenSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.setAccessibleName(tr("Main navigation"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.brand = Brand("NextRep")
        self.tabs = [NavButton(spec.key, spec.title()) for spec in screens if spec.tab]
        self.tools = [NavButton(IMPORT, tr("Import"))]
        self.tools += [NavButton(spec.key, spec.title()) for spec in screens if not spec.tab]
        self.more = QPushButton(tr("More"))
        self.more.setProperty("nav", True)
        self.more.setHidden(True)
        self._menu = QMenu(self.more)
        self._menu.triggered.connect(self._on_menu)
        self.more.setMenu(self._menu)
        self._row = row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(px(16), px(7), px(16), px(7))
        row.setSpacing(px(4))
        row.addWidget(self.brand)
        self.brand.setContentsMargins(0, 0, px(20), 0)
        for button in self.tabs:
            row.addWidget(button)
        row.addStretch(1)
        for button in self.tools:
            row.addWidget(button)
        row.addWidget(self.more)
        for button in (*self.tabs, *self.tools):
            button.chosen.connect(self.chosen)

    def set_current(self, key: str) -> None:
        """Mark the entry of the screen that is shown."""
        for button in (*self.tabs, *self.tools):
            button.set_current(button.key == key)
        self._fit_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Decide anew what fits."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Decide anew what fits in another text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange}:
            self._fit_again()

    def _fit_again(self) -> None:
        """Decide anew, unless there is no width yet: with it comes `resizeEvent`."""
        if self.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
            self._fit()

    def _fit(self) -> None:
        """Give way step by step: tools into "More", narrow tabs, no brand, last tabs into "More"."""
        steps = ((False, False, True), (True, False, True), (True, True, True), (True, True, False))
        tools_away, narrow, brand = next(
            (step for step in steps if self._needed(self.tabs, *step) <= self.width()), steps[-1]
        )
        shown = list(self.tabs)
        while len(shown) > 1 and tools_away and self._needed(shown, tools_away, narrow, brand) > self.width():
            shown.remove(next(tab for tab in reversed(shown) if not tab.isChecked()))
        self.brand.setVisible(brand)
        for button in self.tabs:
            button.set_narrow(narrow)
            button.setVisible(button in shown)
        for button in self.tools:
            button.setVisible(not tools_away)
        self.more.setVisible(tools_away)
        if tools_away:
            self._fill_menu([tab for tab in self.tabs if tab not in shown] + self.tools)
        self._row.activate()  # now, rather than behind the first paint

    def _needed(self, tabs: Sequence[NavButton], tools_away: bool, narrow: bool, brand: bool) -> int:
        """Return the width that the bar needs in this form."""
        px = current_theme().px
        widths = [tab.width_for(narrow=narrow) for tab in tabs]
        widths += (
            [self.more.sizeHint().width()]
            if tools_away
            else [tool.width_for(narrow=False) for tool in self.tools]
        )
        widths += [self.brand.sizeHint().width()] if brand else []
        return sum(widths) + px(4) * len(widths) + 2 * px(16)

    def _fill_menu(self, entries: Sequence[NavButton]) -> None:
        keys = [action.data() for action in self._menu.actions()]
        if keys == [*(entry.key for entry in entries), EVIDENCE, HELP]:
            return
        self._menu.clear()
        for entry in entries:
            self._menu.addAction(entry.text()).setData(entry.key)
        self._menu.addAction(tr("What is known")).setData(EVIDENCE)
        self._menu.addAction(tr("Help now")).setData(HELP)

    def _on_menu(self, action: QAction) -> None:
        self.chosen.emit(str(action.data()))
