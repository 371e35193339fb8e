"""Questionnaires in the FHIR companion: answers as QuestionnaireResponses, totals as Observations of them.

No sentence of a questionnaire is written, neither questions nor answers: items have their codes, answers
theirs and what they count. Answers in words stay with the person; a response without them says that it is not
whole (the tag SUBSETTED).
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID, uuid5

from nextrep.domain.assessments import Answer, Assessment, Way
from nextrep.domain.companion import Answered
from nextrep.domain.instruments import Instrument, InstrumentKey, instrument
from nextrep.domain.scoring import Score
from nextrep.exchange.fhir_codes import ANSWER_CODES, LOINC, Json, category, local, loinc, points
from nextrep.exchange.fhir_times import day_text

Add = Callable[[Json], str]

_FILES = UUID("5b0a3b3e-6f0c-5c1d-8a35-0d1c0b8f7e21")
_ORDINAL = "http://hl7.org/fhir/StructureDefinition/ordinalValue"
_SUBSETTED = {
    "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue",
    "code": "SUBSETTED",
    "display": "subsetted",
}
_WITH_LOINC_ANSWERS = frozenset(InstrumentKey) - {InstrumentKey.WHO5}


def answer_resources(answered: Answered, patient: str, add: Add, observe: Add) -> None:
    """Add the answers, where there are any, and the total, where there is one."""
    response = ""
    if answered.one.answers:
        response = add(_response(answered, patient))
    score = answered.score
    for found in (score, score.instead if score else None):
        if found is not None and found.total is not None:
            observe(_total(answered, found, response))


def _response(answered: Answered, patient: str) -> Json:
    one = answered.one
    of = instrument(one.instrument) if one.instrument else None
    items = [item for link, answer in _in_order(one, of) if (item := _item(link, answer, one, of))]
    what: Json = {"resourceType": "QuestionnaireResponse"}
    if len(items) < len(one.answers):
        what["meta"] = {"tag": [_SUBSETTED]}
    name = _canonical_of(answered, of)
    what |= {"questionnaire": name} if name else {}
    what |= {"status": "completed", "subject": {"reference": patient}, "authored": day_text(one.day)}
    what |= {"author": {"reference": patient}, "source": {"reference": patient}}
    return what | ({"item": items} if items else {})


def _canonical_of(answered: Answered, of: Instrument | None) -> str:
    """Return the name of the questionnaire: of the opened file, else LOINC's; "" where it has none."""
    if answered.form_digest:
        return uuid5(_FILES, answered.form_digest).urn
    return f"{LOINC}/q/{of.panel_code}" if of and of.panel_code else ""


def _in_order(one: Assessment, of: Instrument | None) -> list[tuple[str, Answer]]:
    """Return the answers in the order of the official form; those of a file as they were kept."""
    if of is None:
        return list(one.answers.items())
    return sorted(one.answers.items(), key=lambda pair: pair[1].number or 0)


def _item(link: str, answer: Answer, one: Assessment, of: Instrument | None) -> Json | None:
    if answer.value is None:
        return None
    item = of.item(answer.number) if of and answer.number else None
    if item and item.code and one.way is Way.FORM:
        link = f"/{item.code}"  # as LOINC's own FHIR form names it
    what: Json = {"linkId": link}
    if item:
        what["text"] = item.label
    return what | {"answer": [_value(answer.value, scored=item is not None, of=of)]}


def _value(value: int, *, scored: bool, of: Instrument | None) -> Json:
    if of is None or not scored or of.key not in _WITH_LOINC_ANSWERS:
        return {"valueInteger": value}
    worth = {"url": _ORDINAL, "valueDecimal": value}
    return {"valueCoding": {"extension": [worth], "system": LOINC, "code": ANSWER_CODES[value]}}


def _total(answered: Answered, found: Score, response: str) -> Json:
    of = instrument(found.key)
    named = of.title if found.key is answered.one.instrument else answered.title
    code = loinc(of.total_code, f"{of.title} total") if of.total_code else local(f"total-{of.key}")
    what: Json = {
        "category": category("survey"),
        "code": code,
        "effectiveDateTime": day_text(answered.one.day),
    }
    what["valueQuantity"] = points(found.total or 0)
    if response:
        what["derivedFrom"] = [{"reference": response}]
    notes = []
    if answered.one.way is Way.TOTAL:
        notes.append("Total as the person took it from paper; its answers are not known.")
    if found.prorated:
        notes.append("Missing answers count as the mean of the others.")
    if found.key is not answered.one.instrument:
        notes.append(f"From the items that it shares with the {named}, which has no total.")
    return what | ({"note": [{"text": text} for text in notes]} if notes else {})
