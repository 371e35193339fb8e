"""Several people on one computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from nextrep.domain.errors import UserError
from nextrep.services import profiles
from tests.systems import only_for_owner


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "NextRep"
    folder.mkdir()
    return folder


def test_alone_there_is_one_profile_where_it_always_was(home: Path) -> None:
    [only] = profiles.people(home)
    assert only.folder == home
    assert list(home.iterdir()) == []


def test_each_has_a_folder_that_says_nothing(home: Path) -> None:
    sam = profiles.add(home, "  Sam  B. ")
    kim = profiles.add(sam.folder, "Kim")
    assert [one.name for one in profiles.people(kim.folder)] == ["First profile", "Sam B.", "Kim"]
    assert [one.folder.name for one in (sam, kim)] == ["2", "3"]
    assert not list(home.iterdir()), "nothing of others lies in the folder of the first"
    assert sam.folder.parent == home.with_name("NextRep profiles")
    assert only_for_owner(sam.folder)
    profiles.rename(home, "Alex")
    assert profiles.people(home)[0].name == "Alex"


@pytest.mark.parametrize("name", ["", "  ", "sam", "x" * 41])
def test_names_tell_people_apart(home: Path, name: str) -> None:
    profiles.add(home, "Sam")
    with pytest.raises(UserError) as caught:
        profiles.add(home, name)
    assert caught.value.field == "name"
    assert len(profiles.people(home)) == 2


def test_a_name_that_cannot_be_read_hides_nobody(home: Path) -> None:
    sam = profiles.add(home, "Sam")
    (sam.folder / "profile.json").write_text("[]")
    assert len(profiles.people(home)) == 2
