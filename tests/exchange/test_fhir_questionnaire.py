"""FHIR questionnaires: every published design is read; what is wrong with a file is said with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.forms import FormFileError, FormKind
from nextrep.domain.instruments import HARM_CODE, HARM_ITEM, InstrumentKey, instrument
from nextrep.exchange.fhir_questionnaire import MAX_BYTES, read_form, read_form_file

ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
GAD2 = [item.code for item in instrument(InstrumentKey.GAD2).items]

DESIGNS = {  # title, scored as, questions, has a copyright line
    "fhir_gad7_cirg.json": (InstrumentKey.GAD7, 7, False),
    "fhir_gad7_mhc_en_US.json": (None, 7, False),
    "fhir_phq9_cirg.json": (InstrumentKey.PHQ9, 10, False),
    "fhir_phq9_lforms_r4.json": (InstrumentKey.PHQ9, 10, False),
    "fhir_phq9ish_argonaut_r4.json": (InstrumentKey.PHQ9, 10, True),
    "fhir_who5_mhc_en_US.json": (None, 5, False),
}


def option(value: int | None, words: str = "") -> dict[str, Any]:
    made: dict[str, Any] = {"valueCoding": {"code": f"c{value}", "display": words or f"Answer {value}"}}
    if value is not None:
        made["extension"] = [{"url": ORDINAL, "valueDecimal": value}]
    return made


def question(link: str, code: str = "", options: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    made: dict[str, Any] = {"linkId": link, "type": "choice", "text": f"Question {link}"}
    made["answerOption"] = [option(n) for n in range(4)] if options is None else options
    return {**made, "code": [{"system": "http://loinc.org", "code": code}]} if code else made


def file_of(*items: Any, **more: Any) -> str:
    return json.dumps({"resourceType": "Questionnaire", "title": "Mine", "item": list(items), **more})


def refused(text: str) -> list[tuple[str, str]]:
    with pytest.raises(FormFileError) as caught:
        read_form(text, "mine.json")
    assert "mine.json" in str(caught.value)
    return [(one.place, one.text) for one in caught.value.problems]


@pytest.mark.parametrize("name", DESIGNS)
def test_every_published_design_is_read(shared, name):
    form, text = read_form_file(shared / "data" / "fhir" / name)
    key, questions, rights = DESIGNS[name]
    assert (form.instrument, len(form.questions), bool(form.rights)) == (key, questions, rights)
    raw = json.loads(text)
    assert form.title == raw["title"]
    assert all(item.words and item.choices for item in form.questions)
    if key is not None:
        of = instrument(key)
        scored = [item for item in form.questions if item.number is not None]
        assert [item.number for item in scored] == [item.number for item in of.items]
        assert all([choice.value for choice in item.choices] == [0, 1, 2, 3] for item in scored)


def test_answers_alone_are_no_questionnaire(shared):
    [path] = (shared / "data" / "fhir").glob("*response*.json")
    with pytest.raises(FormFileError, match="These are answers to a questionnaire"):
        read_form_file(path)


def test_all_items_by_their_codes_make_it_scored_in_whatever_order_they_stand():
    form = read_form(file_of(question("b", GAD2[1]), question("a", GAD2[0]), question("c")), "x")
    assert form.instrument is InstrumentKey.GAD2
    assert [(item.link, item.number) for item in form.items] == [("b", 2), ("a", 1), ("c", None)]


@pytest.mark.parametrize(
    "items",
    [
        [question("a", GAD2[0])],  # one of two
        [question("a", GAD2[0]), question("b", GAD2[1], [option(n) for n in (1, 2, 3, 4)])],
        [question("a", GAD2[0]), question("b", GAD2[1], [option(None, "Word")])],
        [question("a", GAD2[0]), question("b", GAD2[1]), question("c", GAD2[1])],
        [question("a"), question("b")],
    ],
)
def test_a_questionnaire_that_is_not_known_for_certain_is_not_scored(items):
    form = read_form(file_of(*items), "x")
    assert form.instrument is None
    assert [item.number for item in form.items] == [None] * len(items)


def test_the_item_about_harm_is_known_in_any_file():
    form = read_form(file_of(question("a"), question("b", HARM_CODE)), "x")
    assert [item.number for item in form.items] == [None, HARM_ITEM]


def test_words_prefix_groups_choices_and_rights_are_as_in_the_file():
    inner = {**question("g.1", options=[{"valueString": "Often"}, {"valueInteger": 4}]), "prefix": "1."}
    group = {"linkId": "g", "type": "group", "text": "Together", "item": [inner]}
    note = {"linkId": "n", "type": "display", "_text": {"extension": [{
        "url": "http://hl7.org/fhir/StructureDefinition/rendering-xhtml",
        "valueString": "<p>Plain &amp; <b>bold</b></p>",
    }]}}  # fmt: skip
    others = [
        {"linkId": "y", "type": "boolean", "text": "Yes?"},
        {"linkId": "w", "type": "text", "text": "مرحبا 🙂"},
        {"linkId": "d", "type": "decimal", "text": "How many?"},
    ]
    form = read_form(file_of(note, group, *others, copyright="© Somebody"), "x")
    assert form.rights == "© Somebody"
    assert [(one.link, one.kind, one.depth) for one in form.items] == [
        ("n", FormKind.TEXT_ONLY, 0), ("g", FormKind.TEXT_ONLY, 0), ("g.1", FormKind.CHOICE, 1),
        ("y", FormKind.CHOICE, 0), ("w", FormKind.WORDS, 0), ("d", FormKind.NUMBER, 0),
    ]  # fmt: skip
    assert form.items[0].words == "Plain & bold"
    assert form.items[2].prefix == "1."
    assert [(one.words, one.value) for one in form.items[2].choices] == [("Often", None), ("4", 4)]
    assert form.items[4].words == "مرحبا 🙂"


def test_computed_and_hidden_items_are_left_out_with_all_that_is_in_them():
    hidden = {"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": True}
    total = {"linkId": "t", "type": "decimal", "readOnly": True, "item": [question("t.1")]}
    form = read_form(file_of(question("a"), total, {**question("h"), "extension": [hidden]}), "x")
    assert [item.link for item in form.items] == ["a"]


def test_choices_that_are_elsewhere_leave_words_and_a_note():
    item = {"linkId": "a", "type": "choice", "text": "Which?", "answerValueSet": "http://else.where/set"}
    form = read_form(file_of(item), "x")
    assert form.items[0].kind is FormKind.WORDS
    assert form.notes == ("item[0]: Its choices are not in the file, so it takes words.",)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{", "line 1, column 2"),
        ('{"resourceType":\n "Questionnaire",,}', "line 2, column 18"),
        ("[]", "resourceType"),
        ('{"resourceType": "Patient"}', "resourceType"),
        ('{"resourceType": "Questionnaire"}', "item"),
        ('{"resourceType": "Questionnaire", "item": {}}', "item"),
        ('{"resourceType": "Questionnaire", "item": [5]}', "item[0]"),
        (file_of({"type": "choice"}), "item[0].linkId"),
        (file_of(question("a"), question("a")), "item[1].linkId"),
        (file_of({"linkId": "a", "type": "group", "item": [{"linkId": "b"}]}), "item[0].item[0].type"),
        (file_of(question("a", options=[option(0), {}])), "item[0].answerOption[1]"),
        (file_of(question("a", options=[{"valueCoding": {}}])), "item[0].answerOption[0].valueCoding"),
        (file_of(question("a"), title=7), "title"),
        (file_of({**question("a"), "text": "one\x00two"}), "item[0].text"),
        (file_of({**question("a"), "text": "\ud800"}), "item[0].text"),
        (file_of({**question("a"), "text": "x" * 9000}), "item[0].text"),
        ("[" * 100_000, ""),
        ('{"a": NaN}', ""),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(text, place):
    problems = refused(text)
    assert problems[0][0] == place
    assert problems[0][1]


def test_all_problems_are_told_up_to_twenty():
    assert len(refused(file_of({"type": "choice"}, {"linkId": "b", "type": "?"}))) == 2
    assert len(refused(file_of(*[{"type": "choice"}] * 50))) == 20


def test_a_huge_or_foreign_file_is_refused(tmp_path):
    path = tmp_path / "huge.json"
    path.write_bytes(b" " * MAX_BYTES + b"{}")
    with pytest.raises(FormFileError, match="larger than 2 MB"):
        read_form_file(path)
    path.write_bytes(b'{"resourceType": "\xff"}')
    with pytest.raises(FormFileError, match="byte 19"):
        read_form_file(path)
    with pytest.raises(UserError):
        read_form_file(tmp_path / "none.json")
    deep: dict[str, Any] = question("0")
    for n in range(1, 20):
        deep = {"linkId": str(n), "type": "group", "item": [deep]}
    assert "Groups stand in more than" in refused(file_of(deep))[0][1]
    many = [question(str(n)) for n in range(501)]
    assert refused(file_of(*many))[0][0] == "item[500]"


def test_no_sentence_of_a_questionnaire_is_in_the_repository(shared, repo):
    """Item texts of the published files, in no file of ours; short labels are our own."""
    sentences = set()
    for name in DESIGNS:
        form, _text = read_form_file(shared / "data" / "fhir" / name)
        sentences |= {" ".join(item.words.casefold().split()) for item in form.questions}
    sentences = {one for one in sentences if len(one) > 15}
    assert len(sentences) > 20
    ours = [
        path for folder in ("desktop", "resources", "tests", "docs") for path in (repo / folder).rglob("*")
    ]
    for path in ours:
        if path.suffix in {".py", ".json", ".md"}:
            text = " ".join(path.read_text(encoding="utf-8").casefold().split())
            assert [one for one in sentences if one in text] == [], path
