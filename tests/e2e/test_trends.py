"""Trends from a view of one's own to a picture of two periods, in the real window with keys and mouse."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from PySide6.QtGui import QImage

from nextrep.domain.figures import full
from nextrep.services import demo
from nextrep.settings.table import TREND_VIEWS
from nextrep.storage.store import Store
from tests.e2e.desktop import Display
from tests.e2e.person import Person

CHARTS = "Charts:"


def save_as(person: Person, target: Path) -> None:
    """Save what is drawn under a name that is typed."""
    person.tab_to("Save picture…")
    person.keys("space")
    person.see("File name:", part=True)
    person.keys("ctrl+a")
    person.write(str(target))
    person.keys("Return")
    person.until(target.exists, f"{target.name} to be there")
    person.see(f"Saved: {target}")


def axis(person: Person) -> str:
    """What the time axis says it shows."""
    return str(person.see("Time axis from", part=True)["name"])


def test_a_view_is_made_read_compared_and_saved(display: Display, tmp_path: Path) -> None:
    now = datetime.now().astimezone()  # the program in its own process has no other clock
    profile = tmp_path / "profile"
    store = Store(profile, now=now)
    demo.fill(store, 12, 1, now)
    store.close()
    with Person.start(display, profile) as person:
        person.click("Trends")
        # A panel is found by a part of its name and chosen with Enter; the view gets a name of its own.
        person.click("Choose panels")
        person.see("Search panels")
        person.write("pain")
        person.keys("Down", "Return")
        person.see("Remove Pain")
        person.click("Name of the view", kind="LineEdit")
        person.keys("ctrl+a")
        person.write("Evenings")
        person.click("Save as a new view")
        person.see("the most of a day, wherever it hurt", part=True)
        # Zoom, and read out the last day and the one before.
        whole = axis(person)
        assert whole.endswith(full(now.date()))
        person.click(CHARTS, kind="Chart", part=True)
        person.keys("plus", "plus")
        person.until(lambda: axis(person) != whole, "the charts to be closer")
        person.keys("0")
        person.until(lambda: axis(person) == whole, "the whole period")
        person.keys("Left", "Left")
        person.until(lambda: person.find("Mood ", part=True), "the values of a day")
        # The view was kept, and its pictures are of what is seen.
        save_as(person, tmp_path / "one.png")
        person.click("Comparison", kind="ComboBox")
        person.keys("Down", "Return")
        person.see("Medians of what is drawn:", part=True)
        save_as(person, tmp_path / "two.svg")
    assert QImage(str(tmp_path / "one.png")).width() > 1000
    words = list(ET.fromstring((tmp_path / "two.svg").read_text("utf-8")).itertext())
    assert words.count("Pain") == 2
    store = Store(profile, now=now)
    assert '"Evenings"' in store.settings.get(TREND_VIEWS)
    store.close()
