"""Spelling: in which language the journal is checked, of those that this computer has dictionaries for."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from nextrep.domain.spelling import best_language
from nextrep.domain.text import tr
from nextrep.services import spelling
from nextrep.settings.table import SPELLING, SPELLING_AUTO, SPELLING_OFF
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.jobs import Progress
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Secondary, SmallTitle
from nextrep.ui.widgets.spin import ComboBox


class WritingCard(Card):
    """The language of spelling; what the computer has is found on a worker, when the card is first shown.

    Attributes:
        language: the choice.
        words_button: opens the list of the words that the person added.
        chosen: emitted after another language was kept.
    """

    chosen = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(tr("Writing"), parent)
        self._context = context
        self._there: tuple[str, ...] | None = None
        self.body.setSpacing(current_theme().px(8))
        self.language = ComboBox()
        self.language.setAccessibleName(tr("Check spelling in"))
        title = SmallTitle(tr("Check spelling in"))
        title.setBuddy(self.language)
        self._line = Secondary()
        self.words_button = SecondaryButton(tr("My words"))
        for widget in (title, self.language, self._line):
            self.add(widget)
        self.add_row(self.words_button)
        self.words_button.clicked.connect(self._on_words)
        self.language.currentIndexChanged.connect(self._on_chosen)
        self._show()

    def refresh(self) -> None:
        """Show what is chosen; find out what there is, the first time."""
        self._show()
        if self._there is None:
            self._context.jobs.run(_languages, then=self._on_found, owner=self)

    def _on_found(self, languages: tuple[str, ...]) -> None:
        self._there = languages
        self._show()

    def _show(self) -> None:
        there, chosen = self._there or (), self._context.settings_machine.get(SPELLING)
        options = [(SPELLING_OFF, tr("Off"))]
        if own := best_language(QLocale.system().name(), there):
            options.append((SPELLING_AUTO, tr("This computer's language ({name})", name=language_name(own))))
        options += [(tag, language_name(tag)) for tag in there]
        values = [value for value, _words in options]
        self.language.blockSignals(True)
        self.language.clear()
        for value, words in options:
            self.language.addItem(words, value)
        self.language.setCurrentIndex(values.index(chosen) if chosen in values else 0)
        self.language.blockSignals(False)
        self.language.setEnabled(bool(there))
        self._line.setText(self._words())

    def _words(self) -> str:
        if self._there is None:
            return tr("Looking for dictionaries on this computer.")
        if not self._there:
            return tr(
                "This computer has no dictionaries that NextRep can use, so spelling is not checked. "
                "On Linux they come with Enchant and Hunspell, from the system's packages."
            )
        return tr("With the dictionaries of this computer. Words you add yourself stay in your profile.")

    def _on_chosen(self, _index: int) -> None:
        machine = self._context.settings_machine
        machine.put(SPELLING, str(self.language.currentData()))
        machine.save()
        self.chosen.emit()

    def _on_words(self) -> None:
        from nextrep.ui.preferences.own_words_dialog import OwnWordsDialog  # few open it

        OwnWordsDialog(self._context, self).open()


def _languages(progress: Progress) -> tuple[str, ...]:
    progress.check()
    return spelling.installed().languages()


def language_name(tag: str) -> str:
    """Return "English (United Kingdom)" for "en_GB"; the tag itself where Qt does not know it."""
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    name = QLocale.languageToString(locale.language())
    return f"{name} ({QLocale.territoryToString(locale.territory())})" if "_" in tag else name
