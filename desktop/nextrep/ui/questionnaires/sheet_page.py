"""Answering: each answer is saved as it is given, and any may stay empty."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QDate, Qt, Signal

from nextrep.domain.assessments import Answer, Assessment
from nextrep.domain.forms import Form
from nextrep.domain.instruments import HARM_ITEM, instrument
from nextrep.domain.scoring import Care
from nextrep.domain.text import tr
from nextrep.services import questionnaires
from nextrep.services.questionnaires import Subject
from nextrep.ui.questionnaires.item_row import ItemRow
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.card import SafetyCard
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.card import Card
from nextrep.ui.widgets.fields import LabelledField
from nextrep.ui.widgets.labels import CardTitle, Muted, Secondary
from nextrep.ui.widgets.message import InlineMessage
from nextrep.ui.widgets.page import ScrollPage, reveal
from nextrep.ui.widgets.spin import DateBox

_EPOCH = QDate(1, 1, 1)
"""The day whose ordinal is 1."""


class SheetPage(ScrollPage):
    """One questionnaire being filled in or corrected.

    Attributes:
        ended: emitted when the keyboard has answered the last item.
        assessment: what is kept of it, None before the first answer.
        rows: its items.
        day: when it was filled in.
        care_card: the calm card below the item that opened it, None while there is none.
        care_passed: the person has been at that card and went on.
    """

    ended = Signal()

    def __init__(
        self, context: Context, subject: Subject, form: Form | None, assessment: Assessment | None
    ) -> None:
        super().__init__()
        self._context, self.subject = context, subject
        self.assessment = assessment
        self._stepped = False
        self.care_card: SafetyCard | None = None
        self.care_passed = False
        self.rows: list[ItemRow] = []
        self.message = InlineMessage(dismissable=False)
        self.day = DateBox()
        today = context.now().date().toordinal()
        self.day.setMaximumDate(_EPOCH.addDays(today - 1))
        self.day.setDate(_EPOCH.addDays((assessment.day if assessment else today) - 1))
        self._items = Card()
        self._column = self._items.body
        self._column.setSpacing(current_theme().px(12))
        self._build(form)
        self.day.dateChanged.connect(self._on_day)
        self._check_day()

    def _build(self, form: Form | None) -> None:
        body = self.body
        body.setSpacing(current_theme().px(12))
        if form is not None:
            body.addWidget(CardTitle(form.title))
            intro = tr("Each answer is saved as you give it. Any of them may stay empty.")
        else:
            assert self.subject.instrument is not None
            of = instrument(self.subject.instrument)
            body.addWidget(CardTitle(of.title))
            intro = tr(
                "Read each item on the official form and enter its answer here, 0 to {most}. The words below "
                "only name its topic. Each answer is saved as you give it, and any of them may stay empty.",
                most=of.most,
            )
        body.addWidget(Muted(intro))
        body.addWidget(LabelledField(tr("Filled in on"), self.day))
        body.addWidget(self.message)
        body.addWidget(self._items)
        if form is not None:
            self.rows = [ItemRow.of_form(item) for item in form.items]
        elif self.subject.instrument is not None:
            of = instrument(self.subject.instrument)
            self.rows = [ItemRow.of_instrument(of, item) for item in of.items]
        for row in self.rows:
            self._column.addWidget(row)
            row.given.connect(self._on_given)
            row.answered.connect(self._on_answered)
        if form is not None:
            for note in form.notes:
                body.addWidget(Secondary(note))
            if form.rights:
                body.addWidget(Secondary(form.rights))
        body.addStretch(1)
        self._show_answers()

    def focus(self) -> None:
        """Put the keyboard on the first item without an answer."""
        asking = [row for row in self.rows if row.takes()]
        kept = self.assessment.answers if self.assessment else {}
        empty = [row for row in asking if row.name not in kept]
        if asking and self._items.isEnabled():
            (empty or asking)[0].focus()
        else:
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what is kept, after an undo for example."""
        if self.assessment is not None:
            found = questionnaires.find(self._context.store, self.assessment.id)
            self.assessment, self._stepped = found, self._stepped and found is not None
        self._show_answers()
        self._check_day()

    def show_error(self, message: str, field: str = "") -> None:  # noqa: ARG002 - said above the items
        """Say why an answer was not kept."""
        self.message.show_message(message, "warn")
        reveal(self.message)

    def _show_answers(self) -> None:
        kept = self.assessment.answers if self.assessment else {}
        for row in self.rows:
            row.show_answer(kept.get(row.name))

    def _ordinal(self) -> int:
        return _EPOCH.daysTo(self.day.date()) + 1

    def _on_day(self) -> None:
        if self.assessment is None:
            self._check_day()
            return
        context = self._context
        call = partial(questionnaires.move, context.store, self.assessment.id, self._ordinal(), context.now())
        moved = context.operate.run(call, initiator=self)
        self.assessment = moved or self.assessment

    def _check_day(self) -> None:
        """Say in time that a day is too soon, before anybody has answered for nothing."""
        free = None
        if self.assessment is None:
            free = questionnaires.first_free_day(self._context.store, self.subject, self._ordinal())
        self._items.setEnabled(free is None)
        if free is not None and self.subject.instrument is not None:
            said = questionnaires.too_soon(instrument(self.subject.instrument), free)
            self.message.show_message(said)
        else:
            self.message.clear()

    def _on_given(self, name: str, answer: object) -> None:
        context = self._context
        call = partial(
            questionnaires.answer,
            context.store,
            self.subject,
            self.assessment.id if self.assessment else None,
            name,
            answer if isinstance(answer, Answer) else None,
            self._ordinal(),
            context.now(),
            step=not self._stepped,
        )
        kept = context.operate.run(call, initiator=self)
        if kept is None:
            self._show_answers()
            return
        self.message.clear()
        self.assessment = kept if kept.id else None
        self._stepped = bool(kept.id)
        self._show_care(name)

    def _show_care(self, name: str) -> None:
        """Open the calm card below the item that was just answered; it blocks nothing.

        It opens each time that item gets an answer above 0, and goes when there is none any more.
        """
        if self.assessment is None or not self.assessment.harm():
            if self.care_card is not None:
                self.care_card.hide()
            return
        row = next(one for one in self.rows if one.name == name)
        if row.number != HARM_ITEM or name not in self.assessment.answers:
            return
        if self.care_card is None:
            self.care_card = SafetyCard(self._context)
            self.care_card.went_on.connect(self._on_went_on)
            self._column.insertWidget(self._column.indexOf(row) + 1, self.care_card)
        self.care_passed = False
        self.care_card.show()
        reveal(self.care_card)

    def _on_went_on(self) -> None:
        self.care_passed = True
        if self.care_card is not None:
            self.care_card.hide()
        self.focus()

    def _on_answered(self) -> None:
        """Go on to the next item; stay where the calm card has just opened."""
        row = self.sender()
        asking = [one for one in self.rows if one.takes()]
        if self.care_card is not None and self.care_card.isVisible():
            self.care_card.on_button.setFocus(Qt.FocusReason.OtherFocusReason)
            reveal(self.care_card)
            return
        place = asking.index(row) + 1 if row in asking else len(asking)
        if place < len(asking):
            asking[place].focus()
        else:
            self.ended.emit()

    def care(self) -> Care | None:
        """Return whether the card belongs before or beside the total."""
        if self.assessment is None:
            return None
        return questionnaires.care_for(self._context.store, self.assessment.id)
