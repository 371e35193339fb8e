"""The licences of everything that comes with the program: a list, a search in all texts, and one to read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QPlainTextEdit, QVBoxLayout, QWidget

from nextrep.domain.notices import Notice, matching
from nextrep.domain.text import tr, tr_n
from nextrep.resources.notices import load_notices
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import SECONDARY, current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit
from nextrep.ui.widgets.labels import CardTitle, Muted, Secondary, Strong
from nextrep.ui.widgets.search_field import SearchField


class LicencesDialog(QDialog):
    """Reads only. What is typed is looked for in names, licences and texts; Escape puts it away.

    Attributes:
        search: the search field; arrows go to the list.
        list: the parts of the program that were found.
        licence: what the chosen one is under.
        text: the texts of the chosen one.
        found: how many were found.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        px = current_theme().px
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Licences"))
        self._notices: tuple[Notice, ...] = ()
        self._shown: tuple[Notice, ...] = ()
        self._model = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(tr("Parts of the program"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(px(160))
        self.search = SearchField(self.list, tr("Search licences"), tr("Search"))
        self.licence, self.found = Strong(""), Secondary("")
        self.licence.setWordWrap(True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(current_theme().font(SECONDARY))
        self.text.setAccessibleName(tr("Text of the licence"))
        self.close_button = SecondaryButton(tr("Close"))
        self._lay_out()
        self.search.textChanged.connect(self._on_typed)
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.close_button.clicked.connect(self.reject)
        fit(self, px(900), px(640))
        self.search.setFocus()
        context.jobs.run(_read, then=self._on_read, owner=self)

    def _lay_out(self) -> None:
        px = current_theme().px
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(24), px(20), px(24), px(16))
        layout.setSpacing(px(12))
        layout.addWidget(CardTitle(tr("Licences")))
        layout.addWidget(
            Muted(tr("NextRep stands on the work of many people. These are their licences, in their words."))
        )
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, widgets in ((left, (self.search, self.list)), (right, (self.licence, self.text))):
            column.setSpacing(px(8))
            for widget in widgets:
                column.addWidget(widget)
        body = QHBoxLayout()
        body.setSpacing(px(16))
        body.addLayout(left, 2)
        body.addLayout(right, 3)
        layout.addLayout(body, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.found, 1)
        foot.addWidget(self.close_button)
        layout.addLayout(foot)

    def _on_read(self, notices: tuple[Notice, ...]) -> None:
        self._notices = notices
        self._show()

    def _on_typed(self, _text: str) -> None:
        self._show()

    def _show(self) -> None:
        """Show what was found, and the first of it."""
        self._shown = matching(self._notices, self.search.text())
        self._model.setStringList([one.title for one in self._shown])
        self.found.setText(tr_n("{n} part", "{n} parts", len(self._shown)))
        if self._shown:
            self.list.setCurrentIndex(self._model.index(0))
        else:
            self.licence.setText(tr("No licence has these words."))
            self.text.clear()

    def _on_chosen(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not index.isValid():
            return
        notice = self._shown[index.row()]
        self.licence.setText(notice.licence)
        self.text.setPlainText(notice.whole)
        words = self.search.text().split()
        if words and self.text.find(words[0]):  # marks the first place
            self.text.centerCursor()
        else:
            self.text.moveCursor(QTextCursor.MoveOperation.Start)


def _read(progress: Progress) -> tuple[Notice, ...]:
    progress.check()
    return load_notices()
