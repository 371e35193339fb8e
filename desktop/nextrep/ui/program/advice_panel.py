"""What is worth a look in the week, each with its reason and what would mend it. Nothing here insists."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from nextrep.domain.advice import Advice, Severity
from nextrep.domain.text import tr, tr_n
from nextrep.services.advice import WeekAdvice
from nextrep.ui.theme.icons import pixmap
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.card import Card, Divider
from nextrep.ui.widgets.flow import FlowLayout
from nextrep.ui.widgets.labels import Body, Secondary

SHOWN_AT_ONCE = 3
"""More things than this wait behind a button, so that a busy week stays calm."""


class AdvicePanel(Card):
    """The advice on the week that is looked at.

    Attributes:
        mend_asked: emitted with a domain.advice.Fix that the person wants done.
        mend_all_asked: emitted with the name of what they want mended in all weeks.
        fine_asked: emitted with the Advice that they put aside.
        look_again_asked: they want to see again all that was put aside.
        show_asked: emitted with the id of a planned session to look at.
        week_asked: emitted with the calendar week (from 1) of the next thing to look at.
    """

    mend_asked = Signal(object)
    mend_all_asked = Signal(str)
    fine_asked = Signal(object)
    look_again_asked = Signal()
    show_asked = Signal(int)
    week_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Worth a look"), parent)
        self._shown: WeekAdvice | None = None
        self._all = False
        self._count = Secondary()
        self._items: list[AdviceItem] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._more = LinkButton("")
        self._next = LinkButton("")
        self._again = LinkButton("")
        self.add(self._count)
        self.body.addLayout(self._rows)
        foot = QWidget()
        flow = FlowLayout(foot, spacing=0)
        for button in (self._more, self._next, self._again):
            flow.addWidget(button)
        self._foot = foot
        self.add(foot)
        self._more.clicked.connect(self._on_more)
        self._next.clicked.connect(self._on_next)
        self._again.clicked.connect(self.look_again_asked)

    def show_advice(self, shown: WeekAdvice) -> None:
        """Show what there is to say; what is the same stays as it is, what was unfolded too."""
        if self._shown == shown and _fixes(self._shown) == _fixes(shown):
            return
        if self._shown is None or {one.week for one in self._shown.advice} != {
            one.week for one in shown.advice
        }:
            self._all = False
        self._shown = shown
        self._fill()

    def items(self) -> list[AdviceItem]:
        """Return what is shown, in order."""
        return [item for item in self._items if not item.isHidden()]

    def _fill(self) -> None:
        shown = self._shown
        assert shown is not None
        focus = QApplication.focusWidget()
        had_focus = focus if focus is not None and self.isAncestorOf(focus) else None
        many = shown.advice if self._all else shown.advice[:SHOWN_AT_ONCE]
        while len(self._items) < len(many):
            self._add_item()
        for index, item in enumerate(self._items):
            item.setVisible(index < len(many))
            if index < len(many):
                item.show_advice(many[index], shown.weeks.get(many[index].name, 1))
        self._say(shown, len(many))
        if had_focus is not None:
            self._keep_focus(had_focus)

    def _say(self, shown: WeekAdvice, visible: int) -> None:
        here = len({one.name for one in shown.advice if one.severity is Severity.LOOK})
        self._count.setText(_count_text(shown.look, here))
        left = len(shown.advice) - visible
        self._more.setText(tr_n("Show {n} more", "Show {n} more", left) if left else tr("Show fewer"))
        self._more.setVisible(bool(left) or (self._all and len(shown.advice) > SHOWN_AT_ONCE))
        elsewhere = shown.elsewhere if shown.look > here or not here else None
        self._next.setText(tr("Go to the next"))
        self._next.setAccessibleName(tr("Go to the next week with something to look at"))
        self._next.setVisible(elsewhere is not None)
        self._again.setText(tr_n("{n} put aside: look again", "{n} put aside: look again", shown.aside))
        self._again.setVisible(bool(shown.aside))
        buttons = (self._more, self._next, self._again)
        self._foot.setVisible(any(not one.isHidden() for one in buttons))

    def _keep_focus(self, before: QWidget) -> None:
        """Put the keyboard near where it was, if that is gone."""
        if before.isVisibleTo(self):
            return
        candidates: list[QPushButton] = [button for item in self.items() for button in item.buttons()]
        candidates += [one for one in (self._next, self._again, self._more) if not one.isHidden()]
        if candidates:
            candidates[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_item(self) -> None:
        item = AdviceItem()
        item.mend_asked.connect(self.mend_asked)
        item.mend_all_asked.connect(self.mend_all_asked)
        item.fine_asked.connect(self.fine_asked)
        item.show_asked.connect(self.show_asked)
        self._items.append(item)
        self._rows.addWidget(item)

    def _on_more(self) -> None:
        self._all = not self._all
        self._fill()

    def _on_next(self) -> None:
        if self._shown is not None and self._shown.elsewhere is not None:
            self.week_asked.emit(self._shown.elsewhere)


class AdviceItem(QFrame):
    """One thing to look at.

    Attributes:
        mend, other, everywhere, fine, why, show_it: its buttons.
    """

    mend_asked = Signal(object)
    mend_all_asked = Signal(str)
    fine_asked = Signal(object)
    show_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._advice: Advice | None = None
        self._icon, self._text, self._reason = QLabel(), Body(), Secondary()
        self._reason.hide()
        self.mend = MendButton("")
        self.other, self.everywhere = OtherButton(""), LinkButton("")
        self.why, self.show_it = LinkButton(tr("Why")), LinkButton(tr("Show"))
        self.fine = LinkButton(tr("Fine as it is"))
        self.why.setCheckable(True)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._text)
        words.addWidget(self._reason)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(4))
        column.setSpacing(px(4))
        column.addWidget(Divider())
        column.addLayout(row)
        self._mends = _row_of(self.mend, self.everywhere, self.other)
        column.addWidget(self._mends)
        column.addWidget(_row_of(self.why, self.show_it, self.fine))
        self._connect()

    def show_advice(self, advice: Advice, weeks: int) -> None:
        """Show an advice that is in so many weeks of the plan."""
        if self._advice is None or advice.name != self._advice.name:
            self.why.setChecked(False)
        self._advice = advice
        self._draw()
        self._text.setText(advice.text)
        self._reason.setText(advice.reason)
        self.setAccessibleName(advice.text)
        fixes = advice.fixes
        labels: tuple[tuple[QPushButton, str], ...] = (
            (self.mend, fixes[0].label if fixes else ""),
            (self.other, fixes[1].label if len(fixes) > 1 else ""),
            (self.everywhere, tr("In all {n} weeks", n=weeks) if fixes and weeks > 1 else ""),
        )
        for button, label in labels:
            button.setText(label)
            button.setVisible(bool(label))
        self._mends.setVisible(bool(fixes))
        self.show_it.setVisible(advice.session_id is not None)
        self.fine.setVisible(True)
        self.everywhere.setAccessibleName(
            tr("{mend}, and the same in all {n} weeks", mend=self.mend.text(), n=weeks)
        )
        for each in self._all_buttons():
            each.setAccessibleDescription(advice.text)

    def buttons(self) -> list[QPushButton]:
        """Return the buttons that it shows, in order."""
        return [button for button in self._all_buttons() if not button.isHidden()]

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._advice is not None:
            self._draw()

    def _all_buttons(self) -> tuple[QPushButton, ...]:
        return self.mend, self.everywhere, self.other, self.why, self.show_it, self.fine

    def _connect(self) -> None:
        self.mend.clicked.connect(self._on_mend)
        self.other.clicked.connect(self._on_other)
        self.everywhere.clicked.connect(self._on_everywhere)
        self.fine.clicked.connect(self._on_fine)
        self.show_it.clicked.connect(self._on_show)
        self.why.toggled.connect(self._reason.setVisible)

    def _draw(self) -> None:
        look = self._advice is not None and self._advice.severity is Severity.LOOK
        self._icon.setPixmap(pixmap("warning", "warn") if look else pixmap("info", "muted"))

    def _on_mend(self) -> None:
        if self._advice is not None and self._advice.fixes:
            self.mend_asked.emit(self._advice.fixes[0])

    def _on_other(self) -> None:
        if self._advice is not None and len(self._advice.fixes) > 1:
            self.mend_asked.emit(self._advice.fixes[1])

    def _on_everywhere(self) -> None:
        if self._advice is not None:
            self.mend_all_asked.emit(self._advice.name)

    def _on_fine(self) -> None:
        if self._advice is not None:
            self.fine_asked.emit(self._advice)

    def _on_show(self) -> None:
        if self._advice is not None and self._advice.session_id is not None:
            self.show_asked.emit(self._advice.session_id)


class MendButton(SecondaryButton):
    """The button that mends; a long label is cut where there is no room, and its tool tip has all of it."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few words."""
        return QSize(current_theme().px(96), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write as much as fits."""
        _draw_cut(self)


class OtherButton(LinkButton):
    """Another way to mend, cut in the same way."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for a few words."""
        return QSize(current_theme().px(96), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write as much as fits."""
        _draw_cut(self)


def _draw_cut(button: QPushButton) -> None:
    option = QStyleOptionButton()
    button.initStyleOption(option)
    text, missing = button.text(), button.sizeHint().width() - button.width()
    if missing > current_theme().px(4):  # a button with the focus asks for a little more than it needs
        metrics = button.fontMetrics()
        text = metrics.elidedText(
            text, Qt.TextElideMode.ElideRight, metrics.horizontalAdvance(text) - missing
        )
        option.text = text
    button.setToolTip(button.text() if text != button.text() else "")
    painter = QStylePainter(button)
    painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
    painter.end()


def _row_of(*buttons: QPushButton) -> QWidget:
    """Return buttons side by side, on further lines where there is no room."""
    row = QWidget()
    flow = FlowLayout(row, spacing=2)
    for button in buttons:
        flow.addWidget(button)
    return row


def _count_text(look: int, here: int) -> str:
    """Say how much there is to look at."""
    if not look:
        return tr("Nothing to look at. The plan fits together.")
    in_all = tr_n("{n} thing to look at in the plan", "{n} things to look at in the plan", look)
    if not here:
        return tr("{in_all}, none in this week.", in_all=in_all)
    if here == look:
        if look == 1:
            return tr("{in_all}, in this week.", in_all=in_all)
        return tr("{in_all}, all in this week.", in_all=in_all)
    return tr("{in_all}, {n} of them in this week.", in_all=in_all, n=here)


def _weeks(shown: WeekAdvice | None) -> set[int]:
    return {one.week for one in shown.advice} if shown else set()


def _fixes(shown: WeekAdvice | None) -> list[object]:
    return [one.fixes for one in shown.advice] if shown else []
