"""Help now: the contacts, large, over whatever the person was doing.

It is given what it shows. Without a context (no profile open, or a locked one)
it shows that and offers no change.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QDialog, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.safety import HelpView
from nextrep.domain.text import tr
from nextrep.services import safety
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.contacts_view import ContactsView
from nextrep.ui.safety.doors import open_contacts, open_plan
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, flow_foot, put_together
from nextrep.ui.widgets.labels import PageTitle
from nextrep.ui.widgets.page import ScrollPage

_WIDTH, _HEIGHT = 760, 720
_SCROLLS = {
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class HelpDialog(QDialog):
    """Not modal: nothing waits for it. Escape puts it away.

    Attributes:
        contacts: what is shown.
        page: scrolls with the page keys, and follows Tab.
    """

    def __init__(self, view: HelpView, parent: QWidget | None = None, context: Context | None = None) -> None:
        """Make the dialog.

        Args:
            view: what to show.
            parent: window to stand over.
            context: the way to the open profile, None where there is none.
        """
        super().__init__(parent)
        px = current_theme().px
        self._context = context
        self.setModal(False)
        self.setWindowTitle(tr("Help now"))
        self.page = ScrollPage()
        self.contacts = ContactsView(large=True, changeable=context is not None)
        self.page.body.addWidget(PageTitle(tr("Help now")))
        self.page.body.addWidget(self.contacts)
        self.page.body.addStretch(1)
        self.close_button = SecondaryButton(tr("Close"))
        self.plan_button = LinkButton(tr("My plan for hard days"))
        self.change_button = LinkButton(tr("Change contacts"))
        put_together(self, self.page, flow_foot(self.close_button, self.plan_button, self.change_button))
        self.plan_button.setVisible(context is not None)
        self.change_button.setVisible(context is not None)
        self.close_button.clicked.connect(self.reject)
        self.plan_button.clicked.connect(self._on_plan)
        self.change_button.clicked.connect(self._on_change)
        self.contacts.change_asked.connect(self._on_change)
        if context is not None:
            context.bus.changed.connect(self._on_changed)
        self.contacts.show_view(view)
        fit(self, px(_WIDTH), px(_HEIGHT))
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the page keys while a button has the keyboard."""
        bar = self.page.verticalScrollBar()
        action = _SCROLLS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            bar.triggerAction(action)

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.settings and self._context is not None:
            self.contacts.show_view(safety.view(self._context.store))

    def _on_change(self) -> None:
        if self._context is not None:
            open_contacts(self._context, self)

    def _on_plan(self) -> None:
        if self._context is not None:
            open_plan(self._context, self)
