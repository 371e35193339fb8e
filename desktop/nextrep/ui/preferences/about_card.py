"""What this program is, and what it stands on."""

from __future__ import annotations

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QWidget

import nextrep
from nextrep.domain.text import tr
from nextrep.resources.build_info import build_commit
from nextrep.ui.evidence.door import open_evidence
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Body, Secondary, Strong


def _version() -> str:
    commit = build_commit()
    if not commit:
        return tr("NextRep {version}", version=nextrep.__version__)
    return tr("NextRep {version}, built from {commit}", version=nextrep.__version__, commit=commit)


class AboutCard(Card):
    """Version, purpose, licences.

    Attributes:
        safety_button: asks for the note before the first session once more.
        evidence_button: opens what is known.
        licences_button: asks for the licences of all parts.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("About"), parent)
        self.body.setSpacing(current_theme().px(6))
        self.version = Strong(_version())
        texts = (
            Body(
                tr(
                    "Not a medical device; no diagnosis. It complements treatment and never replaces it. "
                    "It works without any network."
                )
            ),
            Secondary(tr("MIT licence. Font: Noto Sans, SIL Open Font License 1.1.")),
            Secondary(
                tr(
                    "Built with Qt {qt} and PySide6 {pyside} (LGPL 3), which other builds may replace, "
                    "and SQLCipher (© ZETETIC LLC, BSD). The licences of all parts are below.",
                    qt=qVersion(),
                    pyside=PySide6.__version__,
                )
            ),
            Secondary(
                # The LOINC licence asks for this notice in these words.
                tr(
                    "This material contains content from LOINC (http://loinc.org). LOINC is copyright © "
                    "Regenstrief Institute, Inc. and the Logical Observation Identifiers Names and Codes "
                    "(LOINC) Committee and is available at no cost under the license at "
                    "http://loinc.org/license. LOINC® is a registered United States trademark of "
                    "Regenstrief Institute, Inc."
                )
            ),
            Secondary(
                tr(
                    "PHQ and GAD questionnaires: © Pfizer Inc., developed by Drs. Spitzer, Williams, Kroenke "
                    "and colleagues. WHO-5: World Health Organization. No sentence of them is in NextRep; "
                    "the labels of their items are our own."
                )
            ),
        )
        for label in (self.version, *texts):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.add(label)
        self.safety_button = LinkButton(tr("When to ask a professional, when to stop"))
        self.safety_button.setToolTip(tr("Shows the note of the first session again, on the Session page."))
        self.add_row(self.safety_button)
        self.evidence_button = LinkButton(tr("What is known about training and the mind"))
        self.evidence_button.clicked.connect(self._on_evidence)
        self.add_row(self.evidence_button)
        self.licences_button = LinkButton(tr("Licences of all parts"))
        self.add_row(self.licences_button)

    def _on_evidence(self) -> None:
        open_evidence(self)
