"""What a screen reader would find without a name."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

NAMED_ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.ComboBox,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.Table,
    QAccessible.Role.List,
}


def nameless(widget: QWidget) -> list[str]:
    """Return the visible controls of `widget` that have no accessible name."""
    found: list[str] = []
    _walk(QAccessible.queryAccessibleInterface(widget), found)
    return found


def _walk(interface: QAccessibleInterface | None, found: list[str]) -> None:
    if interface is None or not interface.isValid() or interface.state().invisible:
        return
    if interface.role() in NAMED_ROLES and not interface.text(QAccessible.Text.Name):
        thing = interface.object()
        parent = thing.parent() if thing is not None else None
        # An editable combo box or spin box has a line edit inside, which goes by its outer name.
        if parent is None or not parent.property("accessibleName"):
            found.append(f"{interface.role()} {type(thing).__name__}")
    if interface.role() in {QAccessible.Role.Table, QAccessible.Role.List}:
        return
    for index in range(interface.childCount()):
        _walk(interface.child(index), found)
