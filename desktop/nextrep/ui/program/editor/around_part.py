"""What stands around the sets: warm-up, superset, what may stand in, words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QLineEdit, QWidget

from nextrep.domain.prescription import MAX_NOTE_CHARS, MAX_WARM_UPS
from nextrep.domain.text import tr
from nextrep.domain.training import Target
from nextrep.ui.program.editor.keys_field import KeysField
from nextrep.ui.program.editor.part import Part, flow_of
from nextrep.ui.runtime.context import Context
from nextrep.ui.widgets.spin import ComboBox, SpinBox

_LETTERS = "ABCDEF"


class AroundPart(Part):
    """What most exercises leave as it is."""

    def __init__(
        self, context: Context, title_of: Callable[[str], str], parent: QWidget | None = None
    ) -> None:
        """Make the part; `title_of` gives the name of an exercise by its key."""
        super().__init__(tr("Around it"), parent)
        self.warm_up = SpinBox(0, MAX_WARM_UPS, 0)
        self.superset = ComboBox()
        self.superset.addItem(tr("None"), "")
        for letter in _LETTERS:
            self.superset.addItem(letter, letter)
        self.superset.setToolTip(tr("Exercises with the same letter are done in turn; the rest comes after."))
        self.alternates = KeysField(context, tr("Alternates"), title_of)
        self.cue, self.note = QLineEdit(), QLineEdit()
        for line in (self.cue, self.note):
            line.setMaxLength(MAX_NOTE_CHARS)
        warm_up = self.labelled("warm_up", tr("Warm-up sets"), self.warm_up, width=120)
        superset = self.labelled("superset", tr("Superset"), self.superset, width=110)
        self.body.addWidget(flow_of(warm_up, superset))
        self.body.addWidget(
            self.labelled("cue", tr("What to feel"), self.cue, tr("A cue for each set: notice the breath."))
        )
        self.body.addWidget(self.labelled("note", tr("Note"), self.note))
        hint = tr("What may stand in when the equipment is taken; the preferred first.")
        self.body.addWidget(self.labelled("alternates", tr("Alternates"), self.alternates, hint))
        self.warm_up.valueChanged.connect(self.on_changed)
        self.superset.currentIndexChanged.connect(self.on_changed)
        self.alternates.changed.connect(self.on_changed)
        self.cue.textEdited.connect(self.on_changed)
        self.note.textEdited.connect(self.on_changed)

    def show_target(self, target: Target) -> None:
        """Show the rest of what is asked."""
        details = target.details
        self.warm_up.setValue(details.warm_up)
        if self.superset.findData(details.superset) < 0:
            self.superset.addItem(details.superset, details.superset)
        self.superset.setCurrentIndex(self.superset.findData(details.superset))
        self.alternates.set_keys(details.alternates)
        self.cue.setText(details.cue)
        self.note.setText(details.note)

    def read(self, target: Target) -> Target:
        """Take the rest over."""
        details = replace(
            target.details,
            warm_up=self.warm_up.value(),
            superset=str(self.superset.currentData()),
            alternates=self.alternates.keys(),
            cue=self.cue.text().strip(),
            note=self.note.text().strip(),
        )
        return replace(target, details=details)
