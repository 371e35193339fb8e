"""Settings of what waits and sounds: rest, sound, notification, the pace of breathing, getting ready."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from nextrep.domain.text import tr
from nextrep.settings.table import (
    BREATH_IN_S,
    BREATH_OUT_S,
    GET_READY_S,
    PACER_ON,
    REST_NOTIFY,
    SOUND_ON,
    SOUND_VOLUME,
    Setting,
)
from nextrep.ui.preferences.choice import Choice
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import SecondaryButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import Secondary
from nextrep.ui.widgets.spin import SpinBox

_ON, _OFF = "on", "off"
_VOLUME_STEP = 10


@dataclass(frozen=True, slots=True)
class RestValues:
    """What the card shows, each with the range of its setting."""

    sound: bool
    volume: int
    notify: bool
    pacer: bool
    in_s: int
    out_s: int
    ready_s: int


class RestSettingsCard(Card):
    """Each setting is kept at once.

    Attributes:
        changed: emitted with a setting and its new value.
        try_asked: the person wants to hear a sound.
    """

    changed = Signal(object, object)
    try_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Rest and breath"), parent)
        px = current_theme().px
        self.body.setSpacing(px(12))
        self.sound = _on_off(SOUND_ON, tr("When the rest is over, and around a timed set."))
        self.volume = _spin(SOUND_VOLUME, tr(" %"), _VOLUME_STEP)
        self.try_button = SecondaryButton(tr("Try the sound"))
        self.answer = Secondary()
        self.answer.hide()
        self.notify = _on_off(REST_NOTIFY, tr("By tray or desktop, while another window is in front."))
        self.pacer = _on_off(PACER_ON, tr("A ring that widens and narrows, with a word for each breath."))
        self.breath_in = _spin(BREATH_IN_S, tr(" s"))
        self.breath_out = _spin(BREATH_OUT_S, tr(" s"))
        self.ready = _spin(GET_READY_S, tr(" s"))
        self._lay_out()
        self.sound.chosen.connect(self._on_sound)
        self.notify.chosen.connect(self._on_notify)
        self.pacer.chosen.connect(self._on_pacer)
        self.try_button.clicked.connect(self.try_asked)
        self.volume.valueChanged.connect(self._on_volume)
        self.breath_in.valueChanged.connect(self._on_in)
        self.breath_out.valueChanged.connect(self._on_out)
        self.ready.valueChanged.connect(self._on_ready)

    def _lay_out(self) -> None:
        self.add(self.sound)
        row = _fields(LabelledField(tr("Volume"), self.volume))
        row.insertWidget(1, self.try_button, 0, Qt.AlignmentFlag.AlignBottom)
        self.body.addLayout(row)
        self.add(self.answer)
        self.add(self.notify)
        self.add(self.pacer)
        self.body.addLayout(
            _fields(
                LabelledField(tr("Breathe in"), self.breath_in),
                LabelledField(tr("Breathe out"), self.breath_out),
            )
        )
        hint = tr("Between the key and the start of a timed set. 0 starts it at once.")
        self.add(LabelledField(tr("Get ready"), self.ready, hint))
        self.add(Secondary(tr("Sound, volume and notification are kept for this computer only.")))

    def show_values(self, values: RestValues) -> None:
        """Show what is kept."""
        self.sound.set_value(_ON if values.sound else _OFF)
        self.notify.set_value(_ON if values.notify else _OFF)
        self.pacer.set_value(_ON if values.pacer else _OFF)
        for box, value in (
            (self.volume, values.volume),
            (self.breath_in, values.in_s),
            (self.breath_out, values.out_s),
            (self.ready, values.ready_s),
        ):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)
        self.volume.setEnabled(values.sound)
        self.try_button.setEnabled(values.sound and values.volume > 0)
        for box in (self.breath_in, self.breath_out):
            box.setEnabled(values.pacer)

    def show_played(self, heard: bool) -> None:
        """Say whether a sound could be played."""
        self.answer.setText("" if heard else tr("No sound device was found. The timers stay silent."))
        self.answer.setVisible(not heard)

    def _on_sound(self, value: str) -> None:
        self.changed.emit(SOUND_ON, value == _ON)

    def _on_notify(self, value: str) -> None:
        self.changed.emit(REST_NOTIFY, value == _ON)

    def _on_pacer(self, value: str) -> None:
        self.changed.emit(PACER_ON, value == _ON)

    def _on_volume(self, value: int) -> None:
        self.changed.emit(SOUND_VOLUME, value)

    def _on_in(self, value: int) -> None:
        self.changed.emit(BREATH_IN_S, value)

    def _on_out(self, value: int) -> None:
        self.changed.emit(BREATH_OUT_S, value)

    def _on_ready(self, value: int) -> None:
        self.changed.emit(GET_READY_S, value)


def _on_off(setting: Setting[bool], hint: str) -> Choice:
    return Choice(setting.title(), [(_ON, tr("On")), (_OFF, tr("Off"))], hint)


def _spin(setting: Setting[Any], suffix: str, step: int = 1) -> SpinBox:
    """Return a field over the range of a setting, which it is named after."""
    low, high = setting.low or 0, setting.high or 0
    box = SpinBox(low, high, setting.default, suffix, name=setting.title())
    box.setSingleStep(step)
    box.setKeyboardTracking(False)
    box.setObjectName(setting.key)
    box.setMaximumWidth(current_theme().px(140))
    return box


def _fields(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(current_theme().px(12))
    for field in fields:
        row.addWidget(field, 0)
    row.addStretch(1)
    return row
