"""Ways from one window of help to another. Each is imported when it is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nextrep.ui.runtime.context import Context

if TYPE_CHECKING:
    from nextrep.ui.safety.contacts_dialog import ContactsDialog
    from nextrep.ui.safety.plan_dialog import PlanDialog
    from nextrep.ui.safety.word_list_dialog import WordListDialog


def open_contacts(context: Context, parent: QWidget) -> ContactsDialog:
    """Open the window where country and contacts are chosen, over `parent`."""
    from nextrep.ui.safety.contacts_dialog import ContactsDialog

    dialog = ContactsDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def open_plan(context: Context, parent: QWidget) -> PlanDialog:
    """Open the plan for hard days, over `parent`."""
    from nextrep.ui.safety.plan_dialog import PlanDialog

    dialog = PlanDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def open_word_list(context: Context, parent: QWidget) -> WordListDialog:
    """Open the person's own list of words, over `parent`."""
    from nextrep.ui.safety.word_list_dialog import WordListDialog

    dialog = WordListDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
