"""The safety rules of clinical.md, 4.1 and 4.2, with real keys and clicks; docs/safety.md lists them all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from nextrep.app import clock
from nextrep.domain.instruments import HARM_CODE, InstrumentKey
from nextrep.services import questionnaire_files, questionnaires, safety, word_list
from nextrep.storage.store import Store
from tests.e2e.desktop import Display
from tests.e2e.person import Person
from tests.exchange.test_fhir_questionnaire import file_of, question

CARD = "Somebody to talk to"
STRICT = "You noted thoughts of death or of hurting yourself."
ITEM_9 = "Item 9, Thoughts of dying or self-harm"
OFFLINE = "This program works offline. Nobody sees this unless you show it."
NEVER = re.compile(
    r"add up|of 27|!|\brisk|\bsevere|\bdepress|\bsuicid|\bwell done|\bcongrat|\bproud|\bstreak|\bnormal"
    r"|\bgood news|\bglad|\beverything is|\byou are safe",
    re.IGNORECASE,
)
SCREENS = ("ctrl+1", "ctrl+2", "ctrl+3", "ctrl+4", "ctrl+5", "ctrl+6", "ctrl+comma")


@contextmanager
def prepared(profile: Path) -> Iterator[tuple[Store, datetime]]:
    """A profile to fill in before the program starts."""
    now = clock.now()
    store = Store(profile, now=now)
    try:
        yield store, now
    finally:
        store.close()


def words(person: Person) -> str:
    """Everything visible, after a new look."""
    person._wait_for_new_look()
    return "\n".join(str(seen["text"]) for seen in person.all_seen())


def gone(person: Person, part: str) -> None:
    person.until(lambda: person.find(part, part=True) is None, f"“{part}” to go")


def tab_to(person: Person, name: str) -> None:
    """Press Tab until what has this name has the keyboard."""
    for _step in range(40):
        person._wait_for_new_look()
        if any(seen["focus"] and str(seen["name"]).startswith(name) for seen in person.all_seen()):
            return
        person.program.keys("Tab")
    raise AssertionError(f"Tab does not reach “{name}”")


def scroll_to(person: Person, name: str) -> None:
    """Turn the wheel on the bar of the page until what has this name is in view."""
    person.see("Day before", "Button")  # the journal is there: a wheel turned too early would go past it
    for _turn in range(30):
        person._wait_for_new_look()
        if person.find(name):
            return
        bars = [one for one in person.all_seen() if "ScrollBar" in str(one["kind"]) and one["height"] > 300]
        if bars:
            bar = max(bars, key=lambda one: one["height"])
            x, y = bar["x"] + bar["width"] // 2, bar["y"] + bar["height"] // 2
            display = person.program.display
            # Without --sync: it would wait for a mouse that is there already.
            display.xdotool("mousemove", str(x), str(y), "click", "--repeat", "3", "5")
    raise AssertionError(f"“{name}” does not come into view")


def open_sheet(person: Person, name: str) -> None:
    person.keys("ctrl+4")
    person.see("Help now", "Button")
    scroll_to(person, "Open the questionnaires")
    person.click("Open the questionnaires")
    tab_to(person, f"Fill in: {name}")
    person.keys("space")
    person.see("Filled in on", part=True)


def test_item_9_of_the_official_form_opens_the_same_card_for_1_2_and_3_and_0_says_nothing(
    display: Display, tmp_path: Path
) -> None:
    # 4.1.1, 4.1.2, 4.1.7
    profile = tmp_path / "profile"
    with prepared(profile) as (store, _now):
        safety.choose_country(store, "AT")
    with Person.start(display, profile) as person:
        open_sheet(person, "PHQ-9")
        for _item in range(8):
            person.keys("0")
        assert person.find(CARD) is None
        cards: list[set[str]] = []
        for value in ("1", "2", "3"):
            person.click(f"{ITEM_9}: {value}")
            person.see(STRICT, part=True)
            person.see("142", "Strong")
            said = words(person)
            assert not NEVER.search(said), said
            cards.append({line for line in said.split("\n") if line and not line.startswith("Saved ")})
        assert cards[0] == cards[1] == cards[2]
        person.click(f"{ITEM_9}: 0")
        gone(person, STRICT)
        assert not NEVER.search(words(person))
        person.click("Show the total")
        person.see("Your PHQ-9 answers add up to 0 of 27.")
        said = words(person)
        assert CARD not in said
        assert not NEVER.search(said.replace("add up", "").replace("of 27", ""))


def test_item_9_of_a_file_opens_the_card_before_anything_else_is_shown(
    display: Display, tmp_path: Path
) -> None:
    profile = tmp_path / "profile"
    with prepared(profile) as (store, now):
        path = tmp_path / "mine.json"
        path.write_text(file_of(question("h", HARM_CODE)), encoding="utf-8")
        questionnaire_files.add(store, path, now)
    with Person.start(display, profile) as person:
        open_sheet(person, "Mine")
        person.keys("3")
        person.see(STRICT, part=True)
        person.see(OFFLINE)
        person.click("Done")
        person.see(STRICT, part=True)
        assert "knows no published score" not in words(person)
        person.click("Go on")
        person.see("Your answers are kept.", part=True)


def test_a_second_one_within_14_days_is_not_taken_and_the_reason_is_said(
    display: Display, tmp_path: Path
) -> None:
    # 4.1.8
    profile = tmp_path / "profile"
    with prepared(profile) as (store, now):
        day = now.date().toordinal() - 5
        questionnaires.record_total(store, InstrumentKey.WHO5, day, 48, now)
    with Person.start(display, profile) as person:
        open_sheet(person, "WHO-5")
        person.see("The WHO-5 looks back over two weeks, so the next one makes sense from", part=True)
        person.see("A total from a clinic can be added at any time.", part=True)
        assert not any(seen["enabled"] for seen in person.all_seen() if seen["name"] == "Item 1, Mood: 3")
        person.click("Back")
        tab_to(person, "Fill in: WHO-5")
        person.see("Again from", part=True)


def test_help_now_is_a_key_and_a_click_away_from_every_screen(display: Display, tmp_path: Path) -> None:
    # 4.1.4
    general = "Call the emergency number where you are."
    with Person.start(display, tmp_path / "profile") as person:
        person.see("Make a plan")
        for screen in SCREENS:
            person.keys(screen)
            person.keys("F12")
            person.see(general)
            person.keys("Escape")
            gone(person, general)
            person.click("Help now")
            person.see(general)
            person.keys("Escape")
            gone(person, general)


def test_help_now_opens_from_the_questionnaires_too(display: Display, tmp_path: Path) -> None:
    with Person.start(display, tmp_path / "profile") as person:
        open_sheet(person, "PHQ-9")
        person.keys("F12")
        person.see("Call the emergency number where you are.")


def test_a_number_that_nobody_checked_is_left_out_until_the_person_ticks_it(
    display: Display, tmp_path: Path
) -> None:
    # 4.2
    profile = tmp_path / "profile"
    with prepared(profile) as (store, _now):
        safety.choose_country(store, "GB")
    with Person.start(display, profile) as person:
        person.see("Make a plan")
        person.keys("F12")
        person.see("2 numbers are left out", part=True)
        assert person.find("116 123") is None
        person.click("Show what is left out")
        person.see("Country of the help lines", "ComboBox")
        tab_to(person, "Samaritans: I have checked")
        person.keys("space")
        person.until(lambda: person.find("Checked by you in", part=True), "the tick to be kept")
        person.keys("Escape")
        gone(person, "Country of the help lines")
        person.see("1 number is left out", part=True)
        assert "116 123" in words(person).replace("\N{NO-BREAK SPACE}", " ")


def test_a_word_of_the_own_list_opens_the_softer_card_in_the_journal_and_takes_no_key(
    display: Display, tmp_path: Path
) -> None:
    # 4.1.6
    profile = tmp_path / "profile"
    with prepared(profile) as (store, _now):
        word_list.write(store, "bridge")
    with Person.start(display, profile) as person:
        person.keys("ctrl+4")
        person.see("Your words for", part=True)
        tab_to(person, "Your words for")
        person.write("A hopeless evening")
        person.see("Saved", part=True)
        assert CARD not in words(person)
        person.write(" on the bridge")
        person.see(CARD)
        person.write(" and home")
        person.see("A hopeless evening on the bridge and home", part=True)
        assert STRICT not in words(person)
