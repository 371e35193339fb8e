"""Several people on one computer."""

from __future__ import annotations

from pathlib import Path

import pytest

from nextrep.domain.errors import UserError
from nextrep.services import profiles


def test_alone_there_is_one_profile_where_it_always_was(tmp_path: Path) -> None:
    [only] = profiles.people(tmp_path)
    assert only.folder == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_each_has_a_folder_that_says_nothing(tmp_path: Path) -> None:
    sam = profiles.add(tmp_path, "  Sam  B. ")
    kim = profiles.add(sam.folder, "Kim")
    assert [one.name for one in profiles.people(kim.folder)] == ["First profile", "Sam B.", "Kim"]
    assert [one.folder.name for one in (sam, kim)] == ["2", "3"]
    assert sam.folder.stat().st_mode & 0o777 == 0o700
    profiles.rename(tmp_path, "Alex")
    assert profiles.people(tmp_path)[0].name == "Alex"


@pytest.mark.parametrize("name", ["", "  ", "sam", "x" * 41])
def test_names_tell_people_apart(tmp_path: Path, name: str) -> None:
    profiles.add(tmp_path, "Sam")
    with pytest.raises(UserError) as caught:
        profiles.add(tmp_path, name)
    assert caught.value.field == "name"
    assert len(profiles.people(tmp_path)) == 2


def test_a_name_that_cannot_be_read_hides_nobody(tmp_path: Path) -> None:
    sam = profiles.add(tmp_path, "Sam")
    (sam.folder / "profile.json").write_text("[]")
    assert len(profiles.people(tmp_path)) == 2
