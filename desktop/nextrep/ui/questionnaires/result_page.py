"""What the answers add up to: the total, its published band, the change, each with its source."""

from __future__ import annotations

from nextrep.domain.instruments import instrument
from nextrep.domain.score_words import change_lines, direction_text, only_a_professional, score_lines
from nextrep.domain.scoring import Care
from nextrep.domain.text import tr
from nextrep.services.questionnaires import Line
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.card import SafetyCard
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.labels import Body, Muted, Secondary, SmallTitle, Strong
from nextrep.ui.widgets.page import ScrollPage


class ResultPage(ScrollPage):
    """One total in words. Nothing on it praises, warns or names anything about the person.

    Attributes:
        care_card: the softer card, None where there is none.
    """

    def __init__(self, context: Context, title: str, line: Line, care: Care | None) -> None:
        super().__init__()
        card = Card(title)
        self.body.addWidget(card)
        key = line.assessment.instrument
        if key is None or line.score is None:
            kept = tr("Your answers are kept. NextRep knows no published score for this questionnaire.")
            card.add(Body(kept))
        else:
            of = instrument(key)
            first, *others = score_lines(of, line.score)
            card.add(Strong(first))
            for text in others:
                card.add(Body(text))
            card.add(Secondary(direction_text(of)))
            if line.change is not None and line.earlier_day is not None:
                card.add(SmallTitle(tr("Since the last one")))
                for text in change_lines(line.change, line.earlier_day):
                    card.add(Body(text))
            if line.from_first is not None and line.first_day is not None:
                card.add(SmallTitle(tr("Since the first one")))
                for text in change_lines(line.from_first, line.first_day):
                    card.add(Body(text))
            card.add(Muted(only_a_professional()))
        self.care_card: SafetyCard | None = None
        if care is Care.BESIDE:
            self.care_card = SafetyCard(context, soft=True)
            self.care_card.went_on.connect(self.care_card.hide)
            self.body.addWidget(self.care_card)
        self.body.addStretch(1)
