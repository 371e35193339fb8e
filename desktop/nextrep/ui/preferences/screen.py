"""Settings: the person's, the computer's, and what to do with the record as a whole."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from nextrep.domain.changes import Changes
from nextrep.domain.text import tr
from nextrep.services import preferences
from nextrep.settings.table import (
    BODY_WEIGHT_GRAMS,
    BREATH_IN_S,
    BREATH_OUT_S,
    CUES_ON,
    E1RM_FORMULA,
    EFFORT_SCALE,
    GET_READY_S,
    PACER_ON,
    PERSON_NAME,
    REST_NOTIFY,
    REST_SECONDS,
    SAFETY_NOTE_SEEN,
    SOUND_ON,
    SOUND_VOLUME,
    TEXT_SCALE,
    THEME,
    UNIT,
    Scope,
    Setting,
)
from nextrep.ui.preferences.about_card import AboutCard
from nextrep.ui.preferences.backup_card import BackupCard
from nextrep.ui.preferences.check_in_card import CheckInCard
from nextrep.ui.preferences.help_card import HelpCard
from nextrep.ui.preferences.look_card import LookCard
from nextrep.ui.preferences.owned_card import OwnedCard
from nextrep.ui.preferences.pause_card import PauseCard
from nextrep.ui.preferences.people_card import PeopleCard
from nextrep.ui.preferences.privacy_card import PrivacyCard
from nextrep.ui.preferences.record_card import RecordCard
from nextrep.ui.preferences.reminders_card import RemindersCard
from nextrep.ui.preferences.rest_card import RestSettingsCard, RestValues
from nextrep.ui.preferences.training_card import TrainingCard, TrainingValues
from nextrep.ui.preferences.writing_card import WritingCard
from nextrep.ui.runtime.context import Context
from nextrep.ui.runtime.restart import RESTART
from nextrep.ui.runtime.sound import Sound, Sounds
from nextrep.ui.theme.apply import apply_theme
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.transfer.import_dialog import open_import
from nextrep.ui.widgets.columns import Columns
from nextrep.ui.widgets.labels import PageTitle
from nextrep.ui.widgets.page import ScrollPage
from nextrep.ui.widgets.screen import Screen

_TWO_COLUMNS = 860


class PreferencesScreen(Screen):
    """Cards; everything is kept as soon as it is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.training, self.look = TrainingCard(), LookCard()
        self.owned, self.rest = OwnedCard(context), RestSettingsCard()
        self.sounds = Sounds(context, self)
        self.record, self.about, self.help = RecordCard(context), AboutCard(), HelpCard(context)
        self.writing = WritingCard(context)
        self.backups, self.people = BackupCard(context), PeopleCard(context)
        self.reminders, self.pause = RemindersCard(context), PauseCard(context)
        self.check_in = CheckInCard(context)
        self.privacy = PrivacyCard(context)
        self._page = page = ScrollPage()
        page.body.addWidget(PageTitle(tr("Settings")))
        left = (self.training, self.owned, self.check_in, self.writing, self.pause, self.people, self.about)
        right = (self.look, self.privacy, self.help, self.reminders, self.rest, self.backups, self.record)
        parts = [(_pile(*left), 1), (_pile(*right), 1)]
        page.body.addWidget(Columns(parts, _TWO_COLUMNS))
        page.body.addStretch(1)
        self.set_content(page)
        self.training.changed.connect(self._on_changed_setting)
        self.training.cues_asked.connect(self._on_cues)
        self.about.safety_button.clicked.connect(self._on_safety)
        self.about.licences_button.clicked.connect(self._on_licences)
        self.rest.changed.connect(self._on_changed_rest)
        self.rest.try_asked.connect(self._on_try)
        self.sounds.played.connect(self.rest.show_played)
        self.look.theme_chosen.connect(self._on_theme)
        self.look.scale_chosen.connect(self._on_scale)
        self.backups.restart_asked.connect(self._on_restart)
        self.people.restart_asked.connect(self._on_restart)
        self.record.import_asked.connect(self._on_import)
        self.reminders.try_asked.connect(self._on_try_reminder)
        self.privacy.wished.connect(self._on_wish)

    def concerns(self, changes: Changes) -> bool:
        """Only settings."""
        return changes.settings

    def refresh(self) -> None:
        """Show what is kept."""
        store, machine = self.context.store, self.context.settings_machine
        self.training.show_values(
            TrainingValues(
                name=preferences.read(store, PERSON_NAME),
                unit=preferences.read(store, UNIT),
                effort=preferences.read(store, EFFORT_SCALE),
                rest_seconds=preferences.read(store, REST_SECONDS),
                cues=preferences.read(store, CUES_ON),
                formula=preferences.read(store, E1RM_FORMULA),
                body_grams=preferences.read(store, BODY_WEIGHT_GRAMS),
            )
        )
        self.look.show_values(machine.get(THEME), machine.get(TEXT_SCALE))
        self._show_rest()
        self.owned.refresh()
        self.writing.refresh()
        self.reminders.refresh()
        self.backups.refresh()
        self.people.refresh()
        self.pause.refresh()
        self.privacy.refresh()

    def open(self, argument: object) -> None:
        """Go to the backups for "backup", and choose one to put back for "restore"."""
        if argument == "restore":
            self.backups.open_restore()
        if argument in {"backup", "restore"}:
            self.backups.back_up.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, self._show_record)  # once the screen is laid out

    def _on_wish(self, key: str) -> None:
        self.navigate.emit(key, None)

    def _show_record(self) -> None:
        self._page.ensureWidgetVisible(self.backups.back_up)

    def _show_rest(self) -> None:
        store, machine = self.context.store, self.context.settings_machine
        self.rest.show_values(
            RestValues(
                sound=machine.get(SOUND_ON),
                volume=machine.get(SOUND_VOLUME),
                notify=machine.get(REST_NOTIFY),
                pacer=preferences.read(store, PACER_ON),
                in_s=preferences.read(store, BREATH_IN_S),
                out_s=preferences.read(store, BREATH_OUT_S),
                ready_s=preferences.read(store, GET_READY_S),
            )
        )

    def deactivate(self) -> None:
        """Keep what is still being typed."""
        self.training.commit()
        self.owned.commit()
        self.reminders.commit()

    def _on_changed_setting(self, setting: Setting[Any], value: object) -> None:
        self.clear_message()
        change = partial(preferences.change, self.context.store, setting, value)
        if self.context.operate.run(change, initiator=self) is None:
            self.refresh()

    def _on_changed_rest(self, setting: Setting[Any], value: object) -> None:
        """Keep it where it belongs: sound and notification with this computer, the rest with the record."""
        if setting.scope is Scope.MACHINE:
            self.context.settings_machine.put(setting, value)
            self.context.settings_machine.save()
        else:
            self._on_changed_setting(setting, value)
        self._show_rest()

    def _on_cues(self) -> None:
        from nextrep.ui.cues.dialog import CueDialog  # few open it, and the screen is there sooner

        CueDialog(self.context, self).open()

    def _on_licences(self) -> None:
        from nextrep.ui.preferences.licences_dialog import LicencesDialog  # few open it

        LicencesDialog(self.context, self).open()

    def _on_safety(self) -> None:
        """Have the note shown again, and go where it stands."""
        self._on_changed_setting(SAFETY_NOTE_SEEN, False)
        self.navigate.emit("session", None)

    def _on_restart(self, coming: object) -> None:
        self.navigate.emit(RESTART, coming)

    def _on_try(self) -> None:
        self.sounds.play(Sound.REST_OVER)

    def _on_try_reminder(self) -> None:
        self.navigate.emit("reminder", None)

    def _on_theme(self, theme: str) -> None:
        self.context.settings_machine.put(THEME, theme)
        self._apply()

    def _on_scale(self, percent: int) -> None:
        self.context.settings_machine.put(TEXT_SCALE, percent)
        self._apply()

    def _apply(self) -> None:
        """Give the whole program its new look, and remember it."""
        machine = self.context.settings_machine
        machine.save()
        self.look.show_values(machine.get(THEME), machine.get(TEXT_SCALE))
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        apply_theme(app, machine.get(THEME), machine.get(TEXT_SCALE) / 100)

    def _on_import(self) -> None:
        open_import(self.context, self)


def _pile(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(current_theme().px(16))
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    return holder
