"""The plan for hard days: written by the person, kept as they go, printed on one page."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.hard_days import PlanPart, part_hint, part_title
from nextrep.domain.text import tr
from nextrep.services import hard_days
from nextrep.settings.table import HARD_DAYS_PLAN
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.plan_paper import PlanPaper
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, flow_foot, put_together
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import Muted, PageTitle, Secondary
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.settling_text import SettlingText
from nextrep.ui.widgets.undo_link import UndoLink

_WIDTH, _HEIGHT = 720, 760
_TEXT_HEIGHT = 92


class PlanDialog(QDialog):
    """Six texts, each of which may stay empty.

    Attributes:
        texts: by part.
        undo_link: takes the last step back.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self._context = context
        self.setWindowTitle(HARD_DAYS_PLAN.title())
        self._message = InlineMessage()
        self._page = page = ScrollPage()
        page.body.setSpacing(px(12))
        page.body.addWidget(PageTitle(HARD_DAYS_PLAN.title()))
        intro = tr("Written on a calmer day, read on a hard one. Every part may stay empty.")
        page.body.addWidget(Muted(intro))
        page.body.addWidget(self._message)
        self.texts: dict[PlanPart, SettlingText] = {}
        self._fields: dict[PlanPart, LabelledField] = {}
        for part in PlanPart:
            text = SettlingText()
            text.setObjectName(f"plan {part}")
            text.setFixedHeight(px(_TEXT_HEIGHT))
            text.settled.connect(self._on_settled)
            text.left.connect(self._on_settled)
            self.texts[part] = text
            self._fields[part] = LabelledField(part_title(part), text, part_hint(part))
            page.body.addWidget(self._fields[part])
        page.body.addWidget(Secondary(tr("Kept as you go, in your record on this computer.")))
        page.body.addStretch(1)
        self.print_button = SecondaryButton(tr("Print or save as PDF…"))
        self.close_button = SecondaryButton(tr("Close"))
        self.undo_link = UndoLink(context.undo, self)
        put_together(self, page, flow_foot(self.close_button, self.print_button, self.undo_link))
        fit(self, px(_WIDTH), px(_HEIGHT))
        self.print_button.clicked.connect(self._on_print)
        self.close_button.clicked.connect(self.accept)
        context.bus.changed.connect(self._on_changed)
        self.refresh()
        self.texts[PlanPart.SIGNS].setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what is kept; what is being typed stays."""
        plan = hard_days.read(self._context.store)
        for part, text in self.texts.items():
            if not text.changed() and text.toPlainText() != plan.text(part):
                text.show_text(plan.text(part))

    def done(self, result: int) -> None:
        """Keep what is still being typed."""
        self._on_settled()
        super().done(result)

    def show_error(self, message: str, field: str = "") -> None:
        """Say what was not taken, at its part."""
        if field in set(PlanPart):
            place = self._fields[PlanPart(field)]
            place.set_problem(message)
            self._page.ensureWidgetVisible(place)
        else:
            self._message.show_message(message, "error")

    def _on_settled(self) -> None:
        for part, text in self.texts.items():
            if not text.changed():
                continue
            text.hold()
            self._fields[part].set_problem("")
            write = partial(hard_days.write, self._context.store, part, text.toPlainText())
            if self._context.operate.run(write, initiator=self) is not None:
                text.mark_saved()

    def _on_changed(self, changes: Changes, _initiator: object) -> None:
        if changes.settings:
            self.refresh()

    def _on_print(self) -> None:
        self._on_settled()
        paper = PlanPaper(self._context, self)
        paper.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        paper.open()
