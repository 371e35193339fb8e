"""The notice holds the text of every licence of what comes with the program, and can be searched."""

from __future__ import annotations

from pathlib import Path

import pytest

from nextrep.domain.notices import Notice, matching
from nextrep.resources.notices import load_notices
from tests.unit.test_repository import pinned

# Which part of the notice speaks for each folder of resources/. A new folder has to find its place here.
BUNDLED = {
    "crisis": "NextRep",
    "cues": "NextRep",
    "evidence": "NextRep",
    "exercises": "Exercise facts",
    "fonts": "Noto Sans",
    "icons": "NextRep",
    "licences": "NextRep",
    "programs": "NextRep",
    "prompts": "NextRep",
    "quiet": "NextRep",
    "sounds": "NextRep",
    "themes": "NextRep",
}


@pytest.fixture(scope="module")
def notices() -> tuple[Notice, ...]:
    return load_notices()


def test_every_package_that_is_shipped_has_its_licence_with_its_text(
    repo: Path, notices: tuple[Notice, ...]
) -> None:
    there = {one.name: one for one in notices}
    for name, version in pinned(repo / "requirements.txt").items():
        assert there[name].version == version, f"{name}: python3 dev.py notices"
        assert there[name].licence
        assert any(len(text) > 300 for _title, text in there[name].texts), name


def test_everything_that_lies_in_the_resources_is_spoken_for(repo: Path, notices: tuple[Notice, ...]) -> None:
    folders = {folder.name for folder in (repo / "resources").iterdir() if folder.is_dir()}
    assert folders == set(BUNDLED)
    for name in set(BUNDLED.values()):
        [part] = [one for one in notices if one.name.startswith(name)]
        assert part.texts


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("pyside6-essentials", "GNU LESSER GENERAL PUBLIC LICENSE"),
        ("pyside6-essentials", "GNU GENERAL PUBLIC LICENSE"),
        ("pyside6-essentials", "Independent JPEG Group"),
        ("sqlcipher3", "ZETETIC LLC"),
        ("sqlcipher3", "Apache License"),
        ("cryptography", "openssl"),
        ("numpy", "libgfortran"),
        ("pywin32-ctypes", "Enthought"),
        ("Noto Sans, the font", "SIL OPEN FONT LICENSE"),
        ("Exercise facts, partly after free-exercise-db", "released into the public domain"),
        ("LOINC codes, and the questionnaires", "Regenstrief Institute"),
    ],
)
def test_what_a_licence_asks_to_be_said_is_said(notices: tuple[Notice, ...], part: str, words: str) -> None:
    [found] = [one for one in notices if one.name == part]
    assert words in found.whole


def test_the_texts_name_no_place_of_the_computer_on_which_they_were_collected(
    notices: tuple[Notice, ...],
) -> None:
    assert not [one.name for one in notices if "site-packages" in one.whole and one.name != "numpy"]
    assert not [one.name for one in notices if str(Path.home()) + "/" in one.whole]


def test_a_search_finds_words_of_names_and_texts_in_any_case(notices: tuple[Notice, ...]) -> None:
    assert [one.name for one in matching(notices, "zetetic")] == ["sqlcipher3"]
    assert [one.name for one in matching(notices, "CFFI libffi")][:1] == ["cffi"]
    assert matching(notices, "") == notices
    assert matching(notices, "zetetic nowhere-at-all") == ()
