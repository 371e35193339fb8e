"""Questionnaires: kept answer by answer, scored whenever they are needed, never lost, two weeks apart."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from nextrep.domain.assessments import Answer, Assessment, Way
from nextrep.domain.errors import UserError
from nextrep.domain.forms import FormFileError
from nextrep.domain.instruments import HARM_CODE, InstrumentKey, instrument
from nextrep.domain.scoring import Care
from nextrep.services import questionnaire_files as files
from nextrep.services import questionnaires
from nextrep.services.export import export
from nextrep.services.questionnaires import Subject
from nextrep.storage.store import Store
from tests.exchange.test_fhir_questionnaire import file_of, option, question

PHQ9, GAD7 = Subject(InstrumentKey.PHQ9), Subject(InstrumentKey.GAD7)


@pytest.fixture
def today(now: datetime) -> int:
    return now.date().toordinal()


def fill(store: Store, now: datetime, values: str, day: int, subject: Subject = PHQ9) -> Assessment:
    """Answer the items in their order; a point leaves one out."""
    made: Assessment | None = None
    for number, value in enumerate(values, 1):
        if value != ".":
            given = Answer(int(value), number)
            made = questionnaires.answer(
                store, subject, made.id if made else None, str(number), given, day, now
            ).value
    assert made is not None
    return made


def totals(store: Store, subject: Subject = PHQ9) -> list[int | None]:
    return [line.score.total if line.score else None for line in questionnaires.history(store, subject)]


def test_each_answer_is_kept_as_it_is_given(store: Store, now: datetime, today: int) -> None:
    first = questionnaires.answer(store, PHQ9, None, "1", Answer(2, 1), today, now).value
    assert store.assessments.get(first.id).values() == {1: 2}
    questionnaires.answer(store, PHQ9, first.id, "4", Answer(0, 4), today, now)
    kept = store.assessments.get(first.id)
    assert kept.values() == {1: 2, 4: 0}
    assert (kept.day, kept.way, kept.recorded_at) == (today, Way.FORM, now)
    assert totals(store) == [None]


def test_undo_takes_all_answers_of_a_sheet_back_and_redo_gives_them_all(
    store: Store, now: datetime, today: int
) -> None:
    first = questionnaires.answer(store, PHQ9, None, "1", Answer(2, 1), today, now)
    later = questionnaires.answer(store, PHQ9, first.value.id, "2", Answer(1, 2), today, now, step=False)
    assert (first.label, later.undo) == ("PHQ-9 of 22 Nov", None)
    assert first.undo is not None
    gone = first.undo()
    assert store.assessments.all() == []
    assert gone.undo is not None
    back = gone.undo()
    assert store.assessments.get(first.value.id).values() == {1: 2, 2: 1}
    assert back.undo is not None
    back.undo()
    assert store.assessments.all() == []


def test_a_correction_is_a_step_back_to_what_was_there(store: Store, now: datetime, today: int) -> None:
    made = fill(store, now, "111111110", today)
    corrected = questionnaires.answer(store, PHQ9, made.id, "1", Answer(3, 1), today, now)
    assert totals(store) == [10]
    assert corrected.undo is not None
    corrected.undo()
    assert totals(store) == [8]


def test_an_answer_can_be_taken_back_and_the_last_one_ends_it(
    store: Store, now: datetime, today: int
) -> None:
    made = fill(store, now, "11", today)
    left = questionnaires.answer(store, PHQ9, made.id, "1", None, today, now).value
    assert (left.id, left.values()) == (made.id, {2: 1})
    gone = questionnaires.answer(store, PHQ9, made.id, "2", None, today, now)
    assert (gone.value.id, store.assessments.all()) == (0, [])
    assert gone.undo is not None
    gone.undo()
    assert store.assessments.get(made.id).values() == {2: 1}
    assert questionnaires.answer(store, GAD7, None, "2", None, today, now).undo is None


@pytest.mark.parametrize(("number", "value"), [(1, 4), (10, 1)])
def test_what_is_not_on_the_form_is_refused_and_nothing_is_kept(
    store: Store, now: datetime, today: int, number: int, value: int
) -> None:
    with pytest.raises(UserError):
        questionnaires.answer(store, PHQ9, None, str(number), Answer(value, number), today, now)
    assert store.is_empty()


def test_the_same_one_is_filled_in_every_two_weeks_at_most_and_it_says_why(
    store: Store, now: datetime, today: int
) -> None:
    made = fill(store, now, "111111110", today - 13)
    with pytest.raises(UserError, match=r"looks back over two weeks.*from 23 Nov on") as caught:
        fill(store, now, "1", today)
    assert caught.value.field == "day"
    fill(store, now, "1", today, GAD7)
    questionnaires.move(store, made.id, today - 14, now)
    fill(store, now, "1", today)
    with pytest.raises(UserError, match="still to come"):
        fill(store, now, "1", today + 20, GAD7)


def test_totals_of_a_clinic_may_come_at_any_time(store: Store, now: datetime, today: int) -> None:
    questionnaires.record_total(store, InstrumentKey.PHQ9, today - 7, 14, now)
    kept = questionnaires.record_total(store, InstrumentKey.PHQ9, today - 3, 9, now)
    assert totals(store) == [9, 14]
    questionnaires.correct_total(store, kept.value.id, today - 2, 8, now)
    assert totals(store) == [8, 14]
    for total in (28, -1):
        with pytest.raises(UserError):
            questionnaires.record_total(store, InstrumentKey.PHQ9, today, total, now)
    with pytest.raises(UserError, match="still to come"):
        questionnaires.record_total(store, InstrumentKey.PHQ9, today + 1, 1, now)
    made = fill(store, now, "1", today, GAD7)
    with pytest.raises(UserError, match="follows from its answers"):
        questionnaires.correct_total(store, made.id, today, 3, now)


def test_deleting_can_be_undone(store: Store, now: datetime, today: int) -> None:
    made = fill(store, now, "123012301", today)
    before = store.assessments.get(made.id)
    outcome = questionnaires.delete(store, made.id)
    assert store.assessments.all() == []
    assert outcome.undo is not None
    redo = outcome.undo()
    assert store.assessments.get(made.id) == before
    assert redo.undo is not None
    redo.undo()
    assert store.assessments.all() == []
    assert store.problems() == []


def test_the_history_compares_each_with_the_one_before_and_the_first(
    store: Store, now: datetime, today: int
) -> None:
    fill(store, now, "222222210", today - 56)  # 15
    fill(store, now, "2.......0", today - 42)  # no total
    questionnaires.record_total(store, InstrumentKey.PHQ9, today - 28, 11, now)
    fill(store, now, "111111110", today)  # 8
    newest, paper, partial, first = questionnaires.history(store, PHQ9)
    assert newest.change is not None and newest.from_first is not None and paper.change is not None
    assert (newest.change.points, newest.earlier_day) == (-3, today - 28)
    assert (newest.from_first.points, newest.first_day) == (-7, today - 56)
    assert (paper.change.points, paper.from_first) == (-4, None)
    assert partial.change is None and first.change is None
    assert questionnaires.line_of(store, newest.assessment.id) == newest


def test_what_was_filled_in_before_is_due_after_two_weeks(store: Store, now: datetime, today: int) -> None:
    assert questionnaires.due(store, today) == ()
    fill(store, now, "1", today - 14)
    fill(store, now, "1", today - 1, GAD7)
    assert questionnaires.due(store, today) == ("PHQ-9",)
    shown = {one.title: one for one in questionnaires.standings(store, today)}
    assert list(shown) == ["PHQ-9", "PHQ-8", "PHQ-2", "GAD-7", "GAD-2", "WHO-5"]
    assert (shown["PHQ-9"].due, shown["PHQ-9"].next_day) == (True, None)
    assert (shown["GAD-7"].due, shown["GAD-7"].next_day) == (False, today + 13)
    assert (shown["WHO-5"].due, shown["WHO-5"].last) == (False, None)


@pytest.mark.parametrize("value", [1, 2, 3])
def test_item_9_above_0_gets_care_at_once_while_nothing_is_added_up(
    store: Store, now: datetime, today: int, value: int
) -> None:
    made = questionnaires.answer(store, PHQ9, None, "9", Answer(value, 9), today, now).value
    assert questionnaires.care_for(store, made.id) is Care.BEFORE
    assert totals(store) == [None]


def test_0_at_item_9_says_nothing(store: Store, now: datetime, today: int) -> None:
    made = fill(store, now, "000000000", today)
    assert questionnaires.care_for(store, made.id) is None


def test_a_rise_of_five_gets_the_softer_card(store: Store, now: datetime, today: int) -> None:
    fill(store, now, "100000000", today - 14)
    made = fill(store, now, "222000000", today)
    assert questionnaires.care_for(store, made.id) is Care.BESIDE


def keep(store: Store, now: datetime, path: Path, text: str) -> int:
    path.write_text(text, encoding="utf-8")
    return files.add(store, path, now).value


def test_a_file_is_kept_with_its_words_and_scored_by_its_codes(
    store: Store, now: datetime, today: int, tmp_path: Path
) -> None:
    items = [question(f"q{n}", item.code) for n, item in enumerate(instrument(InstrumentKey.GAD2).items)]
    number = keep(store, now, tmp_path / "mine.json", file_of(*items, copyright="© Somebody"))
    (tmp_path / "mine.json").unlink()
    form = files.form(store, number)
    assert (form.title, form.rights, form.instrument) == ("Mine", "© Somebody", InstrumentKey.GAD2)
    subject = Subject(form.instrument, number)
    made: int | None = None
    for item in form.items:
        given = Answer(2, item.number, item.choices[2].words)
        made = questionnaires.answer(store, subject, made, item.link, given, today, now).value.id
    assert totals(store, Subject(InstrumentKey.GAD2)) == [4]
    assert questionnaires.standings(store, today)[-1].subject == subject


def test_an_unknown_questionnaire_is_kept_unscored(
    store: Store, now: datetime, today: int, tmp_path: Path
) -> None:
    text = file_of(question("a", options=[option(None, "Often")]), {"linkId": "b", "type": "text"})
    subject = Subject(form_id=keep(store, now, tmp_path / "x.json", text))
    made = questionnaires.answer(store, subject, None, "a", Answer(None, None, "Often"), today, now).value
    questionnaires.answer(store, subject, made.id, "b", Answer(None, None, "مرحبا 🙂"), today, now)
    [line] = questionnaires.history(store, subject)
    assert line.score is None
    assert {item: one.words for item, one in line.assessment.answers.items()} == {
        "a": "Often",
        "b": "مرحبا 🙂",
    }
    fill_again = questionnaires.answer(store, subject, None, "a", Answer(None, None, "Often"), today, now)
    assert fill_again.value.id != made.id
    with pytest.raises(UserError):
        questionnaires.answer(store, subject, made.id, "b", Answer(words="x" * 20_001), today, now)


@pytest.mark.parametrize(("value", "expected"), [(0, None), (1, Care.BEFORE), (None, Care.BEFORE)])
def test_the_item_about_harm_gets_care_in_any_file(
    store: Store, now: datetime, today: int, tmp_path: Path, value: int | None, expected: Care | None
) -> None:
    number = keep(store, now, tmp_path / "x.json", file_of(question("h", HARM_CODE)))
    item = files.form(store, number).items[0]
    given = Answer(value, item.number, "words")
    made = questionnaires.answer(store, Subject(form_id=number), None, "h", given, today, now).value
    assert questionnaires.care_for(store, made.id) is expected


def test_a_file_that_is_no_longer_offered_keeps_its_answers_and_words(
    store: Store, now: datetime, today: int, tmp_path: Path
) -> None:
    text = file_of(question("a"))
    number = keep(store, now, tmp_path / "x.json", text)
    questionnaires.answer(store, Subject(form_id=number), None, "a", Answer(1), today, now)
    gone = files.set_removed(store, number, removed=True)
    assert store.questionnaires.offered() == []
    assert files.form(store, number).title == "Mine"
    assert gone.undo is not None
    gone.undo()
    assert store.questionnaires.offered() == [(number, "Mine")]
    files.set_removed(store, number, removed=True)
    assert keep(store, now, tmp_path / "again.json", text) == number
    assert store.questionnaires.offered() == [(number, "Mine")]


def test_a_bad_file_keeps_nothing(store: Store, now: datetime, tmp_path: Path) -> None:
    with pytest.raises(FormFileError):
        keep(store, now, tmp_path / "x.json", "{}")
    assert store.questionnaires.offered() == []


def test_everything_can_be_taken_out(store: Store, now: datetime, today: int, tmp_path: Path) -> None:
    fill(store, now, "11111111.", today - 20)
    questionnaires.record_total(store, InstrumentKey.WHO5, today, 48, now)
    export(store, tmp_path / "all.json", "json")
    rows = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["questionnaires"]
    dates = [(now.date() - timedelta(days=days)).isoformat() for days in (20, 0)]
    assert [(row["day"], row["questionnaire"], row["from"], row["total"]) for row in rows] == [
        (dates[0], "PHQ-9", "form", None), (dates[1], "WHO-5", "total", 48)
    ]  # fmt: skip
    assert rows[0]["answers"][0] == {"item": "1", "number": 1, "value": 1, "words": ""}


@pytest.mark.parametrize("which", [0, -1], ids=["first choices", "last choices"])
def test_every_published_design_is_answered_scored_and_taken_out_whole(
    store: Store, now: datetime, today: int, shared: Path, tmp_path: Path, which: int
) -> None:
    """Totals by the file's own values; none of its words stand here."""
    designs = [
        path for path in sorted((shared / "data" / "fhir").glob("*.json")) if "response" not in path.name
    ]
    assert designs
    for place, path in enumerate(designs):
        number = files.add(store, path, now).value
        form = files.form(store, number)
        subject, day = Subject(form.instrument, number), today - 20 * place
        made: int | None = None
        for item in form.questions:
            choice = item.choices[which]
            given = Answer(choice.value, item.number, choice.words)
            made = questionnaires.answer(store, subject, made, item.link, given, day, now).value.id
        assert made is not None
        one = store.assessments.get(made)
        reached = questionnaires.score_of(one)
        if form.instrument is None:
            assert reached is None
        else:
            of = instrument(form.instrument)
            assert reached is not None
            assert reached.total == (0 if which == 0 else of.highest)
        harm = any(item.number == 9 for item in form.questions)
        assert (questionnaires.care_for(store, made) is Care.BEFORE) is (harm and which == -1)
        export(store, tmp_path / "all.json", "json")
        record = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
        [row] = [row for row in record["questionnaires"] if row["file"] == number]
        assert {answer["item"] for answer in row["answers"]} == {item.link for item in form.questions}
        assert row["total"] == (reached.total if reached else None)
        [kept] = [kept for kept in record["questionnaire_files"] if kept["file"] == number]
        assert kept["fhir"] == json.loads(path.read_text(encoding="utf-8-sig"))
