"""The FHIR companion by the rules of FHIR: another reader takes it, and it says no more than it may."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.assessments import Answer, Assessment, Way
from nextrep.domain.companion import Answered, Companion, Trained, strength_days
from nextrep.domain.instruments import InstrumentKey, all_instruments, instrument
from nextrep.domain.journal import Rating, scale_of
from nextrep.domain.scoring import score, score_of_total
from nextrep.domain.series import Series
from nextrep.domain.sleep import Night
from nextrep.exchange import fhir_codes
from nextrep.exchange.fhir_export import bundle

ZONE = ZoneInfo("Europe/Berlin")
MONDAY = date(2026, 11, 2).toordinal()
AT = datetime(2026, 11, 3, 18, 30, tzinfo=ZONE)
LOINC_USED = {
    "93832-4", "73985-4", "55411-3", "82291-6", "29463-7", "44261-6", "55758-7", "70274-6",
}  # fmt: skip
"""Those of clinical.md 2.1 and 3.1 that an observation here may have."""


def filled(key: InstrumentKey, value: int = 1, *, without: tuple[int, ...] = ()) -> Answered:
    """An official form with the same answer everywhere, but for the items left empty."""
    of = instrument(key)
    values = {item.number: value for item in of.items if item.number not in without}
    answers = {str(number): Answer(value, number) for number in values}
    one = Assessment(1, MONDAY, AT, Way.FORM, key, answers=answers)
    return Answered(one, of.title, score(of, values))


def paper(key: InstrumentKey, total: int) -> Answered:
    one = Assessment(2, MONDAY + 1, AT, Way.TOTAL, key, total=total)
    return Answered(one, instrument(key).title, score_of_total(instrument(key), total))


def file(answers: dict[str, Answer]) -> Answered:
    return Answered(Assessment(3, MONDAY, AT, Way.FILE, None, 1, answers=answers), "Mine", None, "ab" * 32)


def night(**said: Any) -> Night:
    return Night(MONDAY, ZONE, **said)


def whole_night() -> Night:
    bed = datetime(2026, 11, 1, 23, 0, tzinfo=ZONE)
    return night(
        into_bed_at=bed,
        sol_min=15,
        awakenings=2,
        waso_min=20,
        out_of_bed_at=bed + timedelta(hours=8),
        quality=6,
    )


def everything() -> Companion:
    rated = tuple(
        Series(str(rating), scale_of(rating).title, "", ((MONDAY, 6.5), (MONDAY + 1, 0.0)))
        for rating in Rating
    )
    return Companion(
        MONDAY, MONDAY + 27, "A. B.", "0.1.0",
        answered=(*(filled(of.key) for of in all_instruments()), paper(InstrumentKey.GAD7, 9)),
        ratings=rated,
        nights=(whole_night(), replace(whole_night(), day=MONDAY + 1, waso_min=None, awakenings=None),
                night(quality=0)),
        sessions=(Trained(1, MONDAY + 1, AT, 2710, 12, 7, -1, 3, "Private title", (("Squat", 3),)),),
        weights=((MONDAY, 81_500),),
    )  # fmt: skip


def resources(companion: Companion, kind: str = "") -> list[dict[str, Any]]:
    found = [entry["resource"] for entry in json.loads(bundle(companion))["entry"]]
    return [one for one in found if kind in ("", one["resourceType"])]


def observed(companion: Companion, code: str) -> list[dict[str, Any]]:
    return [one for one in resources(companion, "Observation") if one["code"]["coding"][0]["code"] == code]


def test_another_reader_takes_it_whole() -> None:
    known = pytest.importorskip("fhir.resources.R4B.bundle", reason="fhir.resources is not installed")
    for companion in (everything(), Companion(MONDAY, MONDAY)):
        data = json.loads(bundle(companion))
        read = known.Bundle.model_validate(data)
        assert read.type == "collection"
        assert len(read.entry) == len(data["entry"])
        again = json.loads(read.model_dump_json(exclude_none=True))
        assert {one["fullUrl"] for one in again["entry"]} == {one["fullUrl"] for one in data["entry"]}


def test_every_reference_leads_to_something_in_the_bundle() -> None:
    data = json.loads(bundle(everything()))
    names = [entry["fullUrl"] for entry in data["entry"]]
    assert len(names) == len(set(names))
    text = json.dumps(data)
    found = {part.split('"')[0] for part in text.split('"reference": "')[1:]}
    assert found
    assert found <= set(names)
    assert all(entry["fullUrl"] == f"urn:uuid:{entry['resource']['id']}" for entry in data["entry"])


def test_the_same_companion_gives_the_same_bytes_and_other_content_other_names() -> None:
    one = everything()
    assert bundle(one) == bundle(everything())
    other = replace(one, weights=((MONDAY, 81_600),))
    assert json.loads(bundle(one))["id"] != json.loads(bundle(other))["id"]


def test_no_code_is_made_up() -> None:
    found = resources(everything())
    own = {concept["code"] for concept in found[-1]["concept"]}
    assert found[-1]["resourceType"] == "CodeSystem"
    for one in (one for one in found if one["resourceType"] == "Observation"):
        concepts = [one["code"], *(part["code"] for part in one.get("component", ()))]
        for coding in (coding for concept in concepts for coding in concept["coding"]):
            if coding["system"] == fhir_codes.LOINC:
                assert coding["code"] in LOINC_USED
            elif coding["system"] == fhir_codes.LOCAL:
                assert coding["code"] in own


def test_the_notice_of_loinc_is_in_every_bundle_in_the_words_of_the_licence(repo: Path) -> None:
    licences = (repo / "docs" / "licences.md").read_text(encoding="utf-8")
    assert fhir_codes.LOINC_NOTICE in " ".join(licences.split())
    (device,) = resources(Companion(MONDAY, MONDAY, app_version="0.1.0"), "Device")
    assert fhir_codes.LOINC_NOTICE in [note["text"] for note in device["note"]]
    assert device["version"] == [{"value": "0.1.0"}]
    assert device["deviceName"][0]["name"] == "NextRep"


def test_the_person_has_a_name_or_none_and_no_identifier() -> None:
    (patient,) = resources(everything(), "Patient")
    assert set(patient) == {"resourceType", "id", "name"}
    assert patient["name"] == [{"text": "A. B."}]
    (nobody,) = resources(Companion(MONDAY, MONDAY), "Patient")
    assert set(nobody) == {"resourceType", "id"}


@pytest.mark.parametrize("name", ["é" * 60, "😀", "שלום", "a\x00b", "\ud800x", '"}]'])
def test_any_name_makes_a_bundle(name: str) -> None:
    (patient,) = resources(Companion(MONDAY, MONDAY, name), "Patient")
    assert patient["name"] == [{"text": name.replace("\ud800", "?")}]


def test_answers_have_loincs_codes_and_the_total_is_derived_from_them() -> None:
    companion = Companion(MONDAY, MONDAY, answered=(filled(InstrumentKey.PHQ9, 3),))
    (response,) = resources(companion, "QuestionnaireResponse")
    assert response["questionnaire"] == "http://loinc.org/q/44249-1"
    assert response["authored"] == "2026-11-02"
    assert [item["linkId"] for item in response["item"]][-1] == "/44260-8"
    values = [item["answer"][0]["valueCoding"] for item in response["item"]]
    assert {value["code"] for value in values} == {"LA6571-9"}
    assert {value["extension"][0]["valueDecimal"] for value in values} == {3}
    assert not any("display" in value for value in values)
    (total,) = observed(companion, "44261-6")
    assert total["valueQuantity"]["value"] == 27
    assert total["derivedFrom"] == [{"reference": f"urn:uuid:{response['id']}"}]


def test_an_item_left_empty_is_not_there_and_a_total_says_how_it_came_about() -> None:
    companion = Companion(
        MONDAY, MONDAY,
        answered=(filled(InstrumentKey.GAD7, 2, without=(7,)), filled(InstrumentKey.PHQ9, 2, without=(9,)),
                  paper(InstrumentKey.PHQ2, 0)),
    )  # fmt: skip
    gad, phq = resources(companion, "QuestionnaireResponse")
    assert (len(gad["item"]), len(phq["item"])) == (6, 8)
    assert "mean of the others" in observed(companion, "70274-6")[0]["note"][0]["text"]
    assert not observed(companion, "44261-6")
    (eight,) = observed(companion, "total-phq-8")
    assert eight["valueQuantity"]["value"] == 16
    assert "PHQ-9" in eight["note"][0]["text"]
    (total,) = observed(companion, "55758-7")
    assert total["valueQuantity"]["value"] == 0
    assert "derivedFrom" not in total


def test_words_of_an_opened_file_and_what_was_typed_stay_with_the_person() -> None:
    answers = {
        "a": Answer(2, None, "Some words"),
        "h": Answer(1, 9, "Other words"),
        "t": Answer(None, None, "typed"),
    }
    companion = Companion(MONDAY, MONDAY, answered=(file(answers),))
    (response,) = resources(companion, "QuestionnaireResponse")
    assert [(item["linkId"], item["answer"]) for item in response["item"]] == [
        ("a", [{"valueInteger": 2}]), ("h", [{"valueInteger": 1}])
    ]  # fmt: skip
    assert response["questionnaire"].startswith("urn:uuid:")
    assert response["meta"]["tag"][0]["code"] == "SUBSETTED"
    assert b"words" not in bundle(companion).replace(fhir_codes.LOINC_NOTICE.encode(), b"")
    assert b"typed" not in bundle(companion)


def test_a_night_with_what_it_was_worked_out_from() -> None:
    first, at_most, part = observed(everything(), "93832-4")
    assert first["valueQuantity"] == {
        "value": 445, "unit": "minutes", "system": "http://unitsofmeasure.org", "code": "min"
    }  # fmt: skip
    assert first["effectivePeriod"] == {
        "start": "2026-11-01T23:00:00+01:00", "end": "2026-11-02T07:00:00+01:00"
    }  # fmt: skip
    parts = {one["code"]["coding"][0]["code"]: one["valueQuantity"]["value"] for one in first["component"]}
    assert parts == {
        "timeInBed": 480, "latencyToSleepOnset": 15, "wakeAfterSleepOnset": 20, "numberOfAwakenings": 2,
        "sleepEfficiencyPercentage": 92.7, "sleepQuality": 6,
    }  # fmt: skip
    assert at_most["valueQuantity"]["comparator"] == "<="
    assert "valueQuantity" not in part
    assert part["dataAbsentReason"]["coding"][0]["code"] == "unknown"
    assert [one["valueQuantity"]["value"] for one in part["component"]] == [0]


def test_sessions_ratings_and_weight() -> None:
    companion = everything()
    (session,) = observed(companion, "73985-4")
    (length,) = observed(companion, "55411-3")
    assert session["hasMember"] == [{"reference": f"urn:uuid:{length['id']}"}]
    assert length["valueQuantity"]["value"] == 45.1667
    assert [part["valueQuantity"]["value"] for part in session["component"]] == [7, -1, 3]
    assert [one["valueQuantity"]["value"] for one in observed(companion, "rating-anxiety")] == [6.5, 0]
    (days,) = observed(companion, "82291-6")
    assert (days["valueQuantity"]["value"], days["valueQuantity"]["code"]) == (1, "d/wk")
    assert observed(companion, "29463-7")[0]["valueQuantity"]["value"] == 81.5
    assert b"Private title" not in bundle(companion)


def test_only_whole_weeks_with_a_session_have_strength_days() -> None:
    days = [MONDAY - 3, MONDAY, MONDAY, MONDAY + 2, MONDAY + 14]
    assert strength_days(days, MONDAY - 3, MONDAY + 16) == ((MONDAY, 2.0),)


def test_an_instant_before_there_were_time_zones_is_written_all_the_same() -> None:
    old = datetime(1880, 1, 1, 12, tzinfo=ZONE)
    companion = Companion(MONDAY, MONDAY, sessions=(Trained(1, MONDAY, old, None, 0),))
    assert observed(companion, "73985-4")[0]["effectiveDateTime"].endswith("+00:00")
