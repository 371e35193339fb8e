"""The dialog of questionnaires: the list, a sheet, the calm card where it belongs, the total, the history."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from nextrep.domain.assessments import Assessment, Way
from nextrep.domain.changes import Changes
from nextrep.domain.forms import FormFileError
from nextrep.domain.instruments import instrument
from nextrep.domain.scoring import Care
from nextrep.domain.text import tr
from nextrep.services import questionnaire_files as files
from nextrep.services import questionnaires
from nextrep.services.questionnaires import Subject
from nextrep.ui.questionnaires.form_files import FormFiles
from nextrep.ui.questionnaires.history_page import HistoryPage
from nextrep.ui.questionnaires.list_page import ListPage
from nextrep.ui.questionnaires.result_page import ResultPage
from nextrep.ui.questionnaires.sheet_page import SheetPage
from nextrep.ui.questionnaires.total_dialog import TotalDialog
from nextrep.ui.runtime.context import Context
from nextrep.ui.safety.card import SafetyCard
from nextrep.ui.theme.theme import current_theme
from nextrep.ui.widgets.buttons import LinkButton, PrimaryButton, SecondaryButton
from nextrep.ui.widgets.dialog_frame import fit, new_foot, put_together
from nextrep.ui.widgets.page import ScrollPage

_WIDTH, _HEIGHT = 680, 640


def open_questionnaires(context: Context, parent: QWidget) -> QuestionnairesDialog:
    """Open the dialog over `parent`."""
    dialog = QuestionnairesDialog(context, parent)
    dialog.open()
    return dialog


class QuestionnairesDialog(QDialog):
    """Leads through questionnaires. What is answered is saved already; leaving loses nothing.

    Attributes:
        list_page: what it begins with. files: brings questionnaires in from files.
        sheet: the sheet being filled in, None while there is none.
        history: the history in view, None while there is none.
        result_page: the total in view, None while there is none.
        care_page_card: the calm card that comes before a total, None while it is not in view.
        back_button, next_button, open_button, close_button: below every page, as far as they apply.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.sheet: SheetPage | None = None
        self.history: HistoryPage | None = None
        self.result_page: ResultPage | None = None
        self.care_page_card: SafetyCard | None = None
        self._subject, self._number = Subject(), 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Questionnaires"))
        self.list_page = ListPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list_page)
        self.open_button = LinkButton(tr("Open a questionnaire file…"))
        self.back_button = SecondaryButton(tr("Back"))
        self.next_button = PrimaryButton(tr("Show the total"))
        self.close_button = SecondaryButton(tr("Close"))
        foot = new_foot()
        foot.addWidget(self.open_button)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.next_button)
        put_together(self, self._pages, foot)
        self.files = FormFiles(context, self.list_page.message, self)
        self._connect()
        px = current_theme().px
        fit(self, px(_WIDTH), px(_HEIGHT))
        self.show_list()

    def _connect(self) -> None:
        self.list_page.fill_asked.connect(self.fill_in)
        self.list_page.total_asked.connect(self.add_total)
        self.list_page.history_asked.connect(self.show_history)
        self.list_page.remove_asked.connect(self.files.remove)
        self.open_button.clicked.connect(self.files.ask)
        self.files.changed.connect(self.show_list)
        self.back_button.clicked.connect(self.show_list)
        self.close_button.clicked.connect(self.accept)
        self.next_button.clicked.connect(self._on_next)
        self._context.bus.changed.connect(self._on_changed)

    def show_list(self) -> None:
        """Show all questionnaires."""
        self.list_page.show_standings(
            questionnaires.standings(self._context.store, self._today()), self._today()
        )
        self._turn_to(self.list_page)
        self.list_page.focus()

    def fill_in(self, subject: object) -> None:
        """Show a sheet to fill in; that of today is gone on with."""
        if isinstance(subject, Subject):
            self._open_sheet(subject, questionnaires.of_day(self._context.store, subject, self._today()))

    def add_total(self, subject: object) -> TotalDialog | None:
        """Ask for a total from paper."""
        if not isinstance(subject, Subject) or subject.instrument is None:
            return None
        dialog = TotalDialog(self._context, subject.instrument, self)
        dialog.kept.connect(self._on_total)
        dialog.open()
        return dialog

    def show_history(self, subject: object) -> None:
        """Show all there is of one questionnaire."""
        if not isinstance(subject, Subject):
            return
        self._subject = subject
        lines = questionnaires.history(self._context.store, subject)
        page = HistoryPage(self._title(subject), lines, self._today())
        page.correct_asked.connect(self.correct)
        page.delete_asked.connect(self._on_delete)
        self._turn_to(page)
        self.history = page
        page.focus()

    def correct(self, assessment_id: int) -> None:
        """Show what was kept, to correct it."""
        one = questionnaires.find(self._context.store, assessment_id)
        if one is None:
            return
        if one.way is Way.TOTAL and one.instrument is not None:
            dialog = TotalDialog(self._context, one.instrument, self, one)
            dialog.kept.connect(self._on_total)
            dialog.open()
            return
        self._open_sheet(Subject(one.instrument, one.form_id), one)

    def show_error(self, message: str, field: str = "") -> None:
        """Say what was not taken, where it was asked for."""
        if self.sheet is not None:
            self.sheet.show_error(message, field)
        else:
            self.list_page.message.show_message(message, "warn")

    def _open_sheet(self, subject: Subject, one: Assessment | None) -> None:
        form = None
        if subject.form_id is not None:
            try:
                form = files.form(self._context.store, subject.form_id)
            except FormFileError as error:
                self.list_page.message.show_message(str(error), "warn")
                return
        self._subject = subject
        page = SheetPage(self._context, subject, form, one)
        page.ended.connect(self.next_button.setFocus)
        self._turn_to(page)
        self.sheet = page
        scored = subject.instrument is not None
        self.next_button.setText(tr("Show the total") if scored else tr("Done"))
        self.next_button.show()
        page.focus()

    def _on_next(self) -> None:
        """Go on from a sheet: the calm card first where it belongs, then the total."""
        sheet = self.sheet
        if sheet is None:
            return
        if sheet.assessment is None:
            sheet.show_error(tr("There are no answers yet. Close leaves everything as it is."))
            return
        if sheet.care() is Care.BEFORE and not sheet.care_passed:
            self._show_care()
        else:
            self._show_result()

    def _show_care(self) -> None:
        assert self.sheet is not None and self.sheet.assessment is not None
        self._number = self.sheet.assessment.id
        page = ScrollPage()
        card = SafetyCard(self._context)
        card.went_on.connect(self._on_care_passed)
        page.body.addWidget(card)
        page.body.addStretch(1)
        self._turn_to(page)
        self.care_page_card = card
        card.on_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_care_passed(self) -> None:
        self.show_result(self._number)

    def _show_result(self) -> None:
        assert self.sheet is not None and self.sheet.assessment is not None
        self.show_result(self.sheet.assessment.id)

    def show_result(self, assessment_id: int) -> None:
        """Show what an assessment adds up to."""
        store = self._context.store
        line = questionnaires.line_of(store, assessment_id)
        care = questionnaires.care_for(store, assessment_id)
        page = ResultPage(self._context, self._title(self._subject), line, care)
        self._turn_to(page)
        self.result_page = page
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_total(self, assessment_id: int) -> None:
        one = questionnaires.find(self._context.store, assessment_id)
        if one is not None:
            self._subject = Subject(one.instrument)
            self.show_result(assessment_id)

    def _on_delete(self, assessment_id: int) -> None:
        call = partial(questionnaires.delete, self._context.store, assessment_id)
        if self._context.operate.run(call, initiator=self) is not None:
            self.show_history(self._subject)

    def _on_changed(self, changes: Changes, initiator: object) -> None:
        """Show what is there after an undo or a change made elsewhere."""
        own = initiator is not None and (initiator is self or initiator is self.sheet)
        if not changes.assessments or own:
            return
        shown = self._pages.currentWidget()
        if shown is self.sheet and self.sheet is not None:
            self.sheet.refresh()
        elif shown is self.history:
            self.show_history(self._subject)
        else:
            self.show_list()

    def _turn_to(self, page: QWidget) -> None:
        """Show a page and let go of the one before; the list stays."""
        before = self._pages.currentWidget()
        if page is not self.list_page:
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if before is not None and before is not self.list_page and before is not page:
            self._pages.removeWidget(before)
            before.deleteLater()
        self.sheet = self.history = self.result_page = self.care_page_card = None
        listed = page is self.list_page
        self.open_button.setVisible(listed)
        self.back_button.setVisible(not listed)
        self.next_button.hide()

    def _title(self, subject: Subject) -> str:
        if subject.instrument is not None:
            return instrument(subject.instrument).title
        return files.title_of(self._context.store, subject.form_id or 0)

    def _today(self) -> int:
        return self._context.now().date().toordinal()
