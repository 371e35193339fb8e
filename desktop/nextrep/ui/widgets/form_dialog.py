"""A short form over the screen: some fields, one thing to do, and messages at the fields."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from nextrep.domain.text import tr
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import PrimaryButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.fields import LabelledField, NumberField
from nextrep.ui.widgets.labels import CardTitle, Muted
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage


class FormDialog(QDialog):
    """Enter does it, Esc leaves everything as it was.

    Attributes:
        take: the button that does it.
    """

    def __init__(
        self,
        title: str,
        take: str,
        parent: QWidget | None,
        intro: str = "",
        width: int = 460,
        *,
        window: str = "",
    ) -> None:
        """Make the dialog.

        Args:
            title: its heading.
            take: the words of the button that does it.
            parent: owner.
            intro: said below the heading.
            width: in px at 100 %.
            window: title of the window where the heading names something of the person's, which has no place
                in a task bar.
        """
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(window or title)
        self._fields: dict[str, LabelledField] = {}
        self.page = ScrollPage()
        self.page.body.setSpacing(px(12))
        self.page.body.addWidget(CardTitle(title))
        if intro:
            self.page.body.addWidget(Muted(intro))
        self._problem = InlineMessage(dismissable=False)
        self.take = PrimaryButton(take)
        self.take.setDefault(True)
        self.take.clicked.connect(self.on_take)
        leave = SecondaryButton(tr("Cancel"))
        leave.clicked.connect(self.reject)
        self.foot = new_foot()
        self.foot.addStretch(1)
        self.foot.addWidget(leave)
        self.foot.addWidget(self.take)
        put_together(self, self.page, self.foot)
        self._width = px(width)

    def add_field(self, name: str, label: str, editor: QWidget, hint: str = "") -> LabelledField:
        """Add an input; messages of services about `name` are shown below it."""
        field = LabelledField(label, editor, hint)
        self._fields[name] = field
        self.page.body.addWidget(field)
        return field

    def finish(self) -> None:
        """Call when all is in: closes the form with the message line and finds its size."""
        self.page.body.addWidget(self._problem)
        self.page.body.addStretch(1)
        wanted = self.page.page.sizeHint().height() + self.foot.sizeHint().height() + current_theme().px(24)
        fit(self, self._width, max(wanted, self.page.page.heightForWidth(self._width)))
        first = next(iter(self._fields.values())).editor if self._fields else self.page.page
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, message: str, field: str = "") -> None:
        """Say what was not taken, at its field where it has one."""
        self.clear_problems()
        place = self._fields.get(field)
        if place is None:
            self._problem.show_message(message, "error")
            return
        if isinstance(place.editor, NumberField):
            place.editor.set_problem(message)
        place.set_problem(message)
        place.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page.ensureWidgetVisible(place)

    def clear_problems(self) -> None:
        """Take all messages away."""
        self._problem.clear()
        for place in self._fields.values():
            place.set_problem("")

    def committed(self) -> bool:
        """Read all number fields; returns whether all could be read, and goes to the first that could not."""
        for place in self._fields.values():
            if isinstance(place.editor, NumberField) and not place.editor.commit():
                place.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return False
        return True

    def on_take(self) -> None:
        """Do what the form is for. For subclasses."""
