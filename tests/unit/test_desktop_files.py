"""What software centres and packages are told: the release, the pictures, whose each file is."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tools.console import SetupError
from tools.shipping import changelog, debian_copyright, pictures


def entry(folder: Path, head: str) -> changelog.Entry:
    text = f"# Changelog\n\nWhat changed.\n\n{head}\n\nMore <of> it,\nand better.\n\n### Added\n- A thing.\n"
    (folder / "CHANGELOG.md").write_text(text, encoding="utf-8")
    return changelog.newest(folder, "1.2.0")


def test_a_release_has_the_day_and_the_words_of_the_changelog(tmp_path: Path) -> None:
    found = ET.fromstring(changelog.release_element(entry(tmp_path, "## [1.2.0] - 2027-01-31"), "2027-02-02"))
    assert found.attrib == {"version": "1.2.0", "date": "2027-01-31", "type": "stable"}
    assert found.findtext("description/p") == "More <of> it, and better."


def test_what_is_not_out_yet_is_said_to_be_in_the_making(tmp_path: Path) -> None:
    found = ET.fromstring(changelog.release_element(entry(tmp_path, "## [Unreleased]: 1.2.0"), "2027-02-02"))
    assert found.attrib == {"version": "1.2.0", "date": "2027-02-02", "type": "development"}
    assert not list(found)


@pytest.mark.parametrize("head", ["## [1.1.0] - 2027-01-31", "## [Unreleased]: 1.3.0", "## News"])
def test_a_version_that_the_changelog_does_not_begin_with_is_not_built(tmp_path: Path, head: str) -> None:
    with pytest.raises(SetupError, match=r"the program is 1\.2\.0"):
        entry(tmp_path, head)


def test_the_changelog_of_this_checkout_is_about_this_version(repo: Path) -> None:
    import nextrep

    assert changelog.newest(repo, nextrep.__version__).summary


def test_every_picture_has_its_address_size_and_words() -> None:
    found = ET.fromstring(pictures.element("https://pictures.invalid/1.2.0/"))
    assert [one.get("type") for one in found] == ["default", None, None, None]
    image = found.find("screenshot/image")
    assert image is not None
    assert image.attrib == {"type": "source", "width": "1280", "height": "800"}
    assert image.text == "https://pictures.invalid/1.2.0/today.png"
    assert all(one.findtext("caption") for one in found)
    assert pictures.element("") == ""


def test_the_copyright_file_names_the_files_of_each_part(repo: Path, tmp_path: Path) -> None:
    inside = tmp_path / "_internal"
    (inside / "numpy.libs").mkdir(parents=True)
    (inside / "libexpat.so.1").write_bytes(b"\x7fELF expat_2.5.0")
    (inside / "numpy.libs" / "libquadmath-96973f99.so.0.0.0").write_bytes(b"\x7fELF")
    text = debian_copyright.copyright_text(repo, tmp_path, "usr/lib/ours")
    stanzas = text.split("\n\n")
    expat = next(one for one in stanzas if "libexpat" in one)
    assert " usr/lib/ours/_internal/libexpat.so.1\n" in expat
    assert "License: MIT" in expat
    assert "NOTICES.txt" in expat
    licences = {line.removeprefix("License: ") for line in text.splitlines() if line.startswith("License: ")}
    told = {
        one.partition("\n")[0].removeprefix("License: ") for one in stanzas if one.startswith("License: ")
    }
    assert licences - told == {"Expat"}, "every licence has its text or says where that is"
    assert "/usr/share/common-licenses/LGPL" in text
