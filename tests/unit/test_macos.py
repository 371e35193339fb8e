"""What is written for macOS parses and agrees with the rest; nobody has run it."""

from __future__ import annotations

import plistlib
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.systems import needs_sh
from tools.shipping.source import version_of


@pytest.fixture
def info(repo: Path) -> dict[str, object]:
    """Info.plist as the spec file fills it in."""
    text = (repo / "installer/macos/Info.plist").read_text(encoding="utf-8")
    found: dict[str, object] = plistlib.loads(text.replace("@VERSION@", version_of(repo)).encode())
    return found


def test_it_names_the_program_as_the_other_systems_do(repo: Path, info: dict[str, object]) -> None:
    assert info["CFBundleIdentifier"] == "org.nextrep.NextRep"
    assert (repo / f"installer/linux/{info['CFBundleIdentifier']}.desktop").exists()
    assert info["CFBundleShortVersionString"] == info["CFBundleVersion"] == version_of(repo)
    assert re.fullmatch(r"\d+(\.\d+){0,2}", str(info["CFBundleVersion"])), "Apple takes up to three numbers"
    spec = (repo / "packaging/nextrep.spec").read_text(encoding="utf-8")
    assert f'name="{info["CFBundleExecutable"]}"' in spec
    assert str(info["CFBundleIconFile"]) in spec
    assert f'bundle_identifier="{info["CFBundleIdentifier"]}"' in spec


def test_program_files_have_the_type_that_they_have_elsewhere(repo: Path, info: dict[str, object]) -> None:
    [document], [kind] = info["CFBundleDocumentTypes"], info["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    tags = kind["UTTypeTagSpecification"]
    mime = (repo / "installer/linux/nextrep-mime.xml").read_text(encoding="utf-8")
    assert [f"*.{ending}" for ending in tags["public.filename-extension"]] == ["*.nextrep"]
    assert 'pattern="*.nextrep"' in mime
    assert all(f'type="{name}"' in mime for name in tags["public.mime-type"])


def test_it_asks_for_no_network_no_microphone_and_nothing_else_of_the_person(info: dict[str, object]) -> None:
    assert not [
        key for key in info if key.endswith("UsageDescription") or "Transport" in key or "Bonjour" in key
    ]


def test_the_oldest_macos_is_the_one_that_qt_s_files_in_the_lock_ask_for(
    repo: Path, info: dict[str, object]
) -> None:
    qt = re.search(
        r"^pyside6-essentials==6\.11\.", (repo / "requirements.txt").read_text("utf-8"), re.MULTILINE
    )
    assert qt, "another Qt may ask for another macOS: look at the name of its wheel"
    assert info["LSMinimumSystemVersion"] == "13.0"


def test_the_hardened_runtime_lets_people_replace_qt_and_lifts_no_other_rule(repo: Path) -> None:
    with (repo / "installer/macos/entitlements.plist").open("rb") as file:
        assert plistlib.load(file) == {"com.apple.security.cs.disable-library-validation": True}


@needs_sh
def test_the_script_that_signs_is_sound_shell_and_names_files_that_are_there(repo: Path) -> None:
    script = repo / "installer/macos/package.sh"
    assert subprocess.run(["sh", "-n", str(script)], check=False).returncode == 0
    if shutil.which("shellcheck"):
        done = subprocess.run(["shellcheck", str(script)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
    text = script.read_text(encoding="utf-8")
    assert "entitlements.plist" in text
    inside, outside = text.index('sign "$framework"'), text.index('plist" "$app"')
    assert inside < outside, "what is inside is signed first"


@pytest.mark.parametrize("name", ["Info.plist", "entitlements.plist", "package.sh", "README.md"])
def test_every_file_says_that_nobody_ran_it(repo: Path, name: str) -> None:
    text = (repo / "installer/macos" / name).read_text(encoding="utf-8").lower()
    assert "never run" in text


def test_the_spec_file_is_sound_python(repo: Path) -> None:
    compile((repo / "packaging/nextrep.spec").read_text(encoding="utf-8"), "nextrep.spec", "exec")
