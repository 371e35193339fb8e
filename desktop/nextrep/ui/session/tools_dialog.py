"""Plates, warm-up and maximum, over the session: nothing here is kept unless the person takes it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QStyle, QStyleOptionTab, QTabBar, QTabWidget, QVBoxLayout, QWidget

from nextrep.domain.exercises import Exercise
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit
from nextrep.services import tools
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.controls import TARGET, TallIcon
from nextrep.ui.session.tool_fields import LiveField, TallChoice
from nextrep.ui.session.tools_maximum import MaximumPage
from nextrep.ui.session.tools_plates import PlatesPage
from nextrep.ui.session.tools_warm_up import WarmUpPage
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import row_of
from nextrep.ui.widgets.dialog_frame import fit
from nextrep.ui.widgets.labels import CardTitle

_WIDTH, _HEIGHT = 640, 560
_UNITS = (Unit.KG, Unit.LB)


class ToolsDialog(QDialog):
    """Escape puts it away; Ctrl+Tab goes from one tool to the next.

    Attributes:
        warm_ups_chosen: emitted with a list of `SuggestedSet` to put into the session; the dialog closes.
        tabs: the pages `plates`, `warm_up` and `maximum`, in this order.
        unit: the unit that all pages show and read.
    """

    warm_ups_chosen = Signal(object)

    def __init__(
        self,
        context: Context,
        exercise: Exercise,
        exercise_id: int,
        load: Load | None,
        reps: int | None,
        unit: Unit,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dialog for the set that is being done.

        Args:
            context: the way to the profile.
            exercise: what is done.
            exercise_id: its number in the log, for the last time.
            load: the load of the set; without one, the heaviest of the last time is taken.
            reps: its reps.
            unit: the unit that the exercise is lifted in.
            parent: the window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Tools"))
        known = tools.facts(context.store, exercise_id)
        if load is None and known.last is not None:
            load, reps = known.last.load, known.last.reps
        work = (load, reps)
        self.plates = PlatesPage(exercise, known.loads, load, unit)
        self.warm_up = WarmUpPage(exercise, known.loads, work, unit)
        self.maximum = MaximumPage(exercise, known.loads, work, unit, known.formula)
        self.unit = TallChoice(tr("Unit"), [str(one) for one in _UNITS], titled=False)
        self.unit.set_choice(_UNITS.index(unit))
        self.tabs = QTabWidget()
        self.tabs.setTabBar(_TallTabs())
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.setStyleSheet(f"QTabWidget::tab-bar {{ left: {current_theme().px(10)}px; }}")
        self.tabs.addTab(self.plates, tr("Plates"))
        self.tabs.addTab(self.warm_up, tr("Warm-up"))
        self.tabs.addTab(self.maximum, tr("Maximum"))
        self.close_button = TallIcon("close", tr("Close"))
        self._lay_out(exercise)
        self.unit.chosen.connect(self._on_unit)
        self.warm_up.chosen.connect(self._on_warm_ups)
        self.tabs.currentChanged.connect(self._on_tab)
        self.close_button.clicked.connect(self.close)
        px = current_theme().px
        fit(self, px(_WIDTH), px(_HEIGHT))
        self.plates.weight.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, exercise: Exercise) -> None:
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, px(8), 0, 0)
        layout.setSpacing(px(4))
        head = row_of(stretch=False, spacing=8)
        head.setContentsMargins(px(24), 0, px(12), 0)
        head.addWidget(CardTitle(exercise.name), 1)
        head.addWidget(self.unit)
        head.addWidget(self.close_button)
        layout.addLayout(head)
        layout.addWidget(self.tabs, 1)

    def _on_tab(self, place: int) -> None:
        """Begin where something is typed, unless the person goes through the tabs with the arrows."""
        page = self.tabs.widget(place)
        field = page.findChild(LiveField) if page is not None else None
        if field is not None and not self.tabs.tabBar().hasFocus():
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_unit(self, place: int) -> None:
        for page in (self.plates, self.warm_up, self.maximum):
            page.set_unit(_UNITS[place])

    def _on_warm_ups(self, chosen: object) -> None:
        self.warm_ups_chosen.emit(chosen)
        self.accept()


class _TallTabs(QTabBar):
    """Tabs 44 px high, with a ring around the one that has the keyboard."""

    def tabSizeHint(self, index: int) -> QSize:
        """At least 44 px high."""
        side = current_theme().px(TARGET)
        return super().tabSizeHint(index).expandedTo(QSize(side, side))

    def initStyleOption(self, option: QStyleOptionTab, index: int) -> None:
        """Leave out what the style draws around the words of a tab: the ring says where the keyboard is."""
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the tabs, then the ring."""
        super().paintEvent(event)
        if not self.hasFocus():
            return
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("primary"), 2))
        place = QRectF(self.tabRect(self.currentIndex())).adjusted(2, 4, -2, -4)
        painter.drawRoundedRect(place, theme.px(6), theme.px(6))
        painter.end()
