"""What this program is, and what it stands on."""

from __future__ import annotations

import platform

import PySide6
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QWidget

import nextrep
from nextrep.domain.figures import full
from nextrep.domain.text import tr
from nextrep.resources.build_info import build_commit, build_day
from nextrep.ui.evidence.door import open_evidence
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Body, Secondary, Strong


def _version() -> str:
    commit, day = build_commit(), build_day()
    if not commit:
        return tr("NextRep {version}", version=nextrep.__version__)
    if day is None:
        return tr("NextRep {version}, built from {commit}", version=nextrep.__version__, commit=commit)
    return tr(
        "NextRep {version}, built from {commit} of {day}",
        version=nextrep.__version__,
        commit=commit,
        day=full(day),
    )


def _updating() -> str:
    """Return how a newer version gets here: NextRep has no network and never looks."""
    return tr(
        "New versions come from where you got this one; NextRep never looks for them. To update, close "
        "NextRep and install the newer file over this one. Your record stays where it is, and a backup of it "
        "is made before its format changes. Only the newest version gets corrections."
    )


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
            Secondary(_updating()),
            Secondary(tr("MIT licence. Font: Noto Sans, SIL Open Font License 1.1.")),
            Secondary(
                tr(
                    "Built with Python {python}, Qt {qt} and PySide6 {pyside} (LGPL 3), and SQLCipher "
                    "(© ZETETIC LLC, BSD). Other builds of Qt and PySide6 may replace them; the file "
                    "licences.md that came with the program says how. The licences of all parts are below.",
                    python=platform.python_version(),
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
