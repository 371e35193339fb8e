"""Giving a template its name: when it is made, and later."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from nextrep.domain.session_template import MAX_TITLE_CHARS, SessionTemplate
from nextrep.domain.text import tr
from nextrep.services import session_templates
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.form_dialog import FormDialog


class TemplateDialog(FormDialog):
    """One field.

    Attributes:
        name: the field.
    """

    def __init__(self, context: Context, template: SessionTemplate, parent: QWidget | None) -> None:
        super().__init__(tr("Name of the template"), tr("Save"), parent)
        self._context, self._id = context, template.id
        self.name = QLineEdit(template.title)
        self.name.setMaxLength(MAX_TITLE_CHARS)
        self.add_field("title", tr("Name"), self.name)
        self.finish()
        self.name.selectAll()

    def on_take(self) -> None:
        """Keep the name."""
        call = partial(session_templates.rename, self._context.store, self._id, self.name.text())
        if self._context.operate.run(call, initiator=self) is not None:
            self.accept()
