"""A report from choosing to a locked file, by the keyboard but for the first click."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pikepdf
import pytest

from nextrep.services import demo
from nextrep.storage.store import Store
from tests.e2e.desktop import Display
from tests.e2e.person import Person

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=ZoneInfo("Europe/Berlin"))


def test_a_report_is_chosen_seen_locked_and_saved(display: Display, tmp_path: Path) -> None:
    profile, target = tmp_path / "profile", tmp_path / "for-my-trainer.pdf"
    store = Store(profile, now=NOW)
    demo.fill(store, 12, 1, NOW)
    store.close()
    with Person.start(display, profile) as person:
        person.keys("ctrl+6")
        person.click("For: Physiotherapist or trainer", kind="")
        person.tab_to("Lock the PDF with a password")
        person.keys("space")
        person.write("blue door 7")
        person.keys("Tab")
        person.write("blue door 7")
        person.tab_to("Save PDF")
        person.keys("space")
        person.see("File name:", part=True)
        person.keys("ctrl+a")
        person.write(str(target))
        person.keys("Return")
        person.until(target.exists, "the PDF to be there")
        person.see("Saved with a password:", part=True)
    with pikepdf.open(target, password="blue door 7") as document:
        assert document.encryption.R == 6
        assert len(document.pages) >= 1


def test_a_report_is_printed_through_the_systems_dialog(display: Display, tmp_path: Path) -> None:
    profile, target = tmp_path / "profile", tmp_path / "printed.pdf"
    store = Store(profile, now=NOW)
    demo.fill(store, 12, 1, NOW)
    store.close()
    with Person.start(display, profile) as person:
        person.keys("ctrl+6")
        person.tab_to("Print…")
        person.keys("space")
        person.see("Output file:", part=True)
        person.keys("alt+f", "ctrl+a")
        person.write(str(target))
        person.keys("Return")
        person.see("pages printed to", part=True)
    with pikepdf.open(target) as document:
        assert len(document.pages) == 3
        assert float(document.pages[0].mediabox[3]) == pytest.approx(842, abs=1)
