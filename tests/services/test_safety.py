"""Help contacts and the plan for hard days: all of it is the person's to change, and to take back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from nextrep.domain.errors import UserError
from nextrep.domain.hard_days import MOST_CHARACTERS, PlanPart
from nextrep.domain.safety import ELSEWHERE
from nextrep.services import hard_days, safety
from nextrep.settings.table import COUNTRY, HARD_DAYS_PLAN, HELP
from nextrep.storage.store import Store


def test_a_new_profile_has_no_country_and_says_so(store: Store) -> None:
    assert safety.view(store) == safety.general_view()
    assert safety.country(store) == ""
    assert safety.line_choices(store) == ()


def test_every_country_can_be_chosen_and_none_is_guessed(store: Store) -> None:
    codes = [code for code, _name in safety.countries()]
    assert codes[-1] == ELSEWHERE
    assert [name for _code, name in safety.countries()][:2] == ["Australia", "Austria"]
    for code in codes:
        safety.choose_country(store, code)
        assert safety.country(store) == code
    with pytest.raises(UserError, match="not in the list"):
        safety.choose_country(store, "XX")


STEPS: list[tuple[str, Callable[[Store, datetime], object]]] = [
    ("country", lambda store, _now: safety.choose_country(store, "AT")),
    ("emergency", lambda store, _now: safety.set_emergency(store, "112")),
    ("tick", lambda store, now: safety.show_line(store, "gb-shout", now.date())),
    ("hide", lambda store, _now: safety.hide_line(store, "de-telefonseelsorge")),
    ("correct", lambda store, _now: safety.correct(store, "de-telefonseelsorge", "1234")),
    ("own lines", lambda store, _now: safety.write_own_lines(store, "My line 1\nMy line 2")),
    ("contacts", lambda store, _now: safety.write_contacts(store, "Anna 0170")),
    ("plan", lambda store, _now: hard_days.write(store, PlanPart.SIGNS, "I stop answering.")),
]


@pytest.mark.parametrize(("name", "step"), STEPS, ids=[name for name, _step in STEPS])
def test_each_change_is_taken_back_and_made_again(
    store: Store, now: datetime, name: str, step: Callable
) -> None:
    safety.choose_country(store, "DE")
    before = _kept(store)
    outcome = step(store, now)
    after = _kept(store)
    assert after != before
    assert outcome.label
    assert outcome.changes.settings
    undone = outcome.undo()
    assert _kept(store) == before
    undone.undo()
    assert _kept(store) == after
    again = step(store, now)
    assert again.undo is None  # nothing changed, so there is nothing to take back


def test_a_line_that_was_put_aside_stays_in_the_list(store: Store, now: datetime) -> None:
    safety.choose_country(store, "DE")
    safety.hide_line(store, "de-telefonseelsorge")
    assert safety.view(store).lines == ()
    (choice,) = safety.line_choices(store)
    assert not choice.shown
    safety.show_line(store, "de-telefonseelsorge", now.date())
    assert safety.view(store).lines[0].numbers[0] == "0800 111 0 111"


def test_the_shipped_number_comes_back_when_the_own_one_is_emptied(store: Store) -> None:
    safety.choose_country(store, "AT")
    safety.correct(store, "at-telefonseelsorge", "  01  23 ")
    assert safety.view(store).lines[0].numbers == ("01 23",)
    safety.correct(store, "at-telefonseelsorge", "")
    assert safety.view(store).lines[0].numbers == ("142",)


def test_own_contacts_stand_in_the_order_of_writing(store: Store) -> None:
    safety.write_contacts(store, "Ben 2\n\nAnna 1\n")
    safety.write_own_lines(store, "Student line 3")
    assert safety.view(store).contacts == ("Ben 2", "Anna 1")
    assert safety.view(store).own_lines == ("Student line 3",)


def test_what_is_too_long_is_refused_at_its_field(store: Store) -> None:
    for step, field in (
        (lambda: safety.set_emergency(store, "1" * 100), "emergency"),
        (lambda: safety.write_contacts(store, "x" * 1000), "contacts"),
        (lambda: safety.write_own_lines(store, "x\n" * 100), "own_lines"),
        (lambda: safety.correct(store, "at-telefonseelsorge", "1" * 99), "at-telefonseelsorge"),
        (lambda: hard_days.write(store, PlanPart.ALONE, "x" * (MOST_CHARACTERS + 1)), "alone"),
        (lambda: hard_days.write(store, PlanPart.ALONE, "a\0b"), "alone"),
    ):
        with pytest.raises(UserError) as refused:
            step()
        assert refused.value.field == field


def test_what_cannot_be_read_counts_as_nothing(store: Store) -> None:
    for text in ("{", "[]", '{"ticked": 3}'):
        store.settings.put(HELP, text)
        store.settings.put(HARD_DAYS_PLAN, text)
        store.settings.put(COUNTRY, "XX")
        assert safety.view(store).contacts == ()
        assert hard_days.read(store).empty or text != "{"
        assert safety.country(store) == ""


def test_the_plan_keeps_what_was_written_in_the_order_of_its_parts(store: Store) -> None:
    hard_days.write(store, PlanPart.SAFER, "Tablets: with Anna.")
    hard_days.write(store, PlanPart.SIGNS, "Short nights 🌙\nبيت")
    plan = hard_days.read(store)
    assert list(plan.texts) == [PlanPart.SIGNS, PlanPart.SAFER]
    assert plan.text(PlanPart.SIGNS) == "Short nights 🌙\nبيت"
    texts = [text for _title, text in safety.view(store).plan]
    assert texts == ["Short nights 🌙\nبيت", "Tablets: with Anna."]
    hard_days.write(store, PlanPart.SIGNS, "  \n")
    assert list(hard_days.read(store).texts) == [PlanPart.SAFER]


def _kept(store: Store) -> tuple[str, ...]:
    return tuple(store.settings.get(setting) for setting in (COUNTRY, HELP, HARD_DAYS_PLAN))
