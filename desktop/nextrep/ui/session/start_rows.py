"""A way to begin a session as one line: its name, a few facts, and a quiet button."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.ui.session.controls import TallIcon, TallLink, TallMenu, below
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.labels import Secondary, Strong


class StartRow(QWidget):
    """One line; its button emits what `SessionScreen.open` takes.

    Attributes:
        asked: emitted with that argument.
        button: begins the session.
    """

    asked = Signal(object)

    def __init__(
        self,
        argument: tuple[str, int],
        title: str,
        facts: str,
        words: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        """Make the line.

        Args:
            argument: what the button asks for.
            title: name of the session.
            facts: a quieter line below it.
            words: what stands on the button, and what it is called where the line is not seen.
            parent: owner.
        """
        super().__init__(parent)
        self._argument = argument
        self.title, self.facts = Strong(title), Secondary(facts)
        self.button = TallLink(words[0])
        self.button.setAccessibleName(words[1])
        self.button.clicked.connect(self._on_clicked)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.facts)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(current_theme().px(4))
        self.row.addLayout(texts, 1)
        self.row.addWidget(self.button)

    def _on_clicked(self) -> None:
        self.asked.emit(self._argument)


class TemplateRow(StartRow):
    """A template, with a menu for its name and for its end.

    Attributes:
        rename_asked, delete_asked: emitted with the number of the template.
        more: opens the menu.
    """

    rename_asked = Signal(int)
    delete_asked = Signal(int)

    def __init__(self, number: int, title: str, facts: str, parent: QWidget | None = None) -> None:
        super().__init__(
            ("template", number), title, facts, (tr("Start"), tr("Start {title}", title=title)), parent
        )
        self._number = number
        self.more = TallIcon("more", tr("More for {title}", title=title))
        self.more.clicked.connect(self._on_more)
        self.row.addWidget(self.more)

    def _on_more(self) -> None:
        menu = TallMenu(self)
        menu.addAction(tr("Rename…")).triggered.connect(self._on_rename)
        menu.addAction(tr("Delete")).triggered.connect(self._on_delete)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self.more))
        menu.setActiveAction(menu.actions()[0])

    def _on_rename(self) -> None:
        self.rename_asked.emit(self._number)

    def _on_delete(self) -> None:
        self.delete_asked.emit(self._number)
