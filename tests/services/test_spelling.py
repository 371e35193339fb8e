"""Spelling with the dictionaries that a computer has, and without any."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from types import ModuleType, SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from nextrep.services import preferences, spelling
from nextrep.settings.table import OWN_WORDS
from nextrep.storage.store import Store

NOW = datetime(2026, 11, 22, 21, 0, tzinfo=ZoneInfo("Europe/Berlin"))


class EnchantError(Exception):
    """As enchant.errors.Error."""


class Dictionary:
    """Knows two words, and one that it fails at."""

    def check(self, word: str) -> bool:
        if word == "broken":
            raise EnchantError
        return word in {"sleep", "don't"}

    def suggest(self, word: str) -> list[str]:
        return [f"{word}{number}" for number in range(20)]


class Broker:
    """Has one language, and names one that it cannot open."""

    def list_languages(self) -> list[str]:
        return ["en_GB", "de_DE"]

    def request_dict(self, language: str) -> Dictionary:
        if language != "en_GB":
            raise EnchantError
        return Dictionary()


@pytest.fixture
def found_anew() -> Iterator[None]:
    spelling.installed.cache_clear()
    yield
    spelling.installed.cache_clear()


def test_a_computer_without_dictionaries_calls_no_word_wrong(
    found_anew: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "enchant", None)  # an import of it fails now
    speller = spelling.installed()
    assert speller.languages() == ()
    assert speller.unknown("en_GB", ["zzz"]) == set()
    assert speller.suggestions("en_GB", "zzz") == ()


def test_the_dictionaries_of_the_system_are_asked(found_anew: None, monkeypatch: pytest.MonkeyPatch) -> None:
    enchant, errors = ModuleType("enchant"), SimpleNamespace(Error=EnchantError)
    monkeypatch.setattr(enchant, "Broker", Broker, raising=False)
    monkeypatch.setattr(enchant, "errors", errors, raising=False)
    monkeypatch.setitem(sys.modules, "enchant", enchant)
    monkeypatch.setitem(sys.modules, "enchant.errors", errors)
    speller = spelling.installed()
    assert speller.languages() == ("de_DE", "en_GB")
    assert speller.unknown("en_GB", ["sleep", "don’t", "slep", "broken"]) == {"slep"}
    assert len(speller.suggestions("en_GB", "slep")) == spelling.MOST_SUGGESTIONS
    assert speller.unknown("de_DE", ["slep"]) == set()
    assert speller.suggestions("de_DE", "slep") == ()


def test_what_this_computer_has_answers() -> None:
    speller = spelling.installed()
    if "en_GB" not in speller.languages():
        pytest.skip("no English dictionary on this computer")
    assert speller.unknown("en_GB", ["sleep", "slepp", "don’t", "colour"]) == {"slepp"}
    assert "sleep" in speller.suggestions("en_GB", "slepp")


def test_own_words_live_in_the_profile_and_can_be_taken_back(tmp_path: Path) -> None:
    with closing(Store(tmp_path, now=NOW)) as store:
        spelling.add_own_word(store, "Mara")
        added = spelling.add_own_word(store, "tempo’d")
        assert spelling.own_words(store) == ("Mara", "tempo'd")
        back = added.undo()
        assert spelling.own_words(store) == ("Mara",)
        back.undo()
        spelling.remove_own_word(store, "Mara")
        assert preferences.read(store, OWN_WORDS) == "tempo'd"
