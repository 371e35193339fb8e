"""What goes into the program for Windows: the right packages of the lock, Python's own files unchanged."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from tools.console import SetupError
from tools.shipping import launcher, nsis, python_embed
from tools.shipping.launcher import numbers
from tools.shipping.windows_keep import Keeper
from tools.shipping.windows_wheels import lock_for_windows


def test_windows_gets_what_is_for_windows_and_nothing_of_other_systems(repo: Path) -> None:
    text = lock_for_windows((repo / "requirements.txt").read_text(encoding="utf-8"))
    pins = dict(re.findall(r"^([a-z0-9.-]+)==(\S+) ", text, re.MULTILINE))
    assert {"pywin32-ctypes", "pyside6-essentials", "sqlcipher3", "colorama", "tzdata"} <= pins.keys()
    assert not {"pyenchant", "secretstorage", "jeepney"} & pins.keys()
    assert pins["numpy"] == "2.1.3"  # the newest that the Wine of the tests runs
    assert all("--hash=sha256:" in line and ";" not in line for line in text.splitlines())


def test_a_file_of_python_that_is_not_the_pinned_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "python311.dll").write_bytes(b"as it was")
    pins = {"files": {"python311.dll": hashlib.sha256(b"as it was").hexdigest()}}
    python_embed.check(tmp_path, pins)
    (tmp_path / "python311.dll").write_bytes(b"another")
    with pytest.raises(SetupError, match=r"python311\.dll"):
        python_embed.check(tmp_path, pins)
    (tmp_path / "python311.dll").write_bytes(b"as it was")
    (tmp_path / "more.dll").touch()
    with pytest.raises(SetupError, match=r": more\.dll\."):
        python_embed.check(tmp_path, pins)


def test_the_pins_name_a_whole_python(repo: Path) -> None:
    pins = json.loads((repo / python_embed.PINS).read_text(encoding="utf-8"))
    assert {"python311.dll", "python311.zip", "vcruntime140.dll", "_ctypes.pyd"} <= pins["files"].keys()
    assert all(re.fullmatch("[0-9a-f]{64}", value) for value in [pins["archive"], *pins["files"].values()])


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("PySide6/Qt6Widgets.dll", True),
        ("PySide6/QtWidgets.pyd", True),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt6Network.dll", False),
        ("PySide6/QtNetwork.pyd", False),
        ("PySide6/plugins/tls/qschannelbackend.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/lupdate.exe", False),
        ("numpy/_core/multiarray.py", True),
        ("numpy/_core/tests/test_umath.py", False),
        ("numpy/testing/__init__.py", False),
        ("keyring-25.7.0.dist-info/entry_points.txt", True),
        ("keyring-25.7.0.dist-info/licenses/LICENSE", True),
        ("keyring-25.7.0.dist-info/RECORD", False),
        ("PIL/_webp.cp311-win_amd64.pyd", False),
        ("PIL/_imaging.cp311-win_amd64.pyd", True),
        ("pyqtgraph/examples/ExampleApp.py", False),
        ("tzdata/zoneinfo/Europe/Berlin", True),
    ],
)
def test_of_a_wheel_comes_along_what_the_program_can_use(repo: Path, name: str, *, kept: bool) -> None:
    assert Keeper(repo).of_wheel(name) is kept


@pytest.mark.parametrize(
    ("name", "kept"),
    [("ssl.pyc", False), ("ftplib.pyc", False), ("asyncio/events.pyc", False), ("sqlite3/dbapi2.pyc", True),
     ("encodings/utf_8.pyc", True), ("pydoc.pyc", True), ("pydoc_data/topics.pyc", False)],
)  # fmt: skip
def test_of_pythons_library_comes_along_what_is_used(repo: Path, name: str, *, kept: bool) -> None:
    assert Keeper(repo).of_python(name) is kept


def test_windows_takes_four_numbers_for_a_version() -> None:
    assert [numbers(text) for text in ("0.1.0", "2.3", "1.2.3rc4")] == ["0.1.0.0", "2.3.0.0", "1.2.3.0"]


def test_the_installer_takes_the_files_in_an_order_of_names(tmp_path: Path) -> None:
    for name in ("b.pyc", "a.dll", "c/x.txt", "c/$money.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert nsis.file_list(tmp_path).splitlines() == [
        r'SetOutPath "$INSTDIR\nextrep-new"',
        f'File "{tmp_path}/a.dll"',
        f'File "{tmp_path}/b.pyc"',
        r'SetOutPath "$INSTDIR\nextrep-new\c"',
        f'File "{tmp_path}/c/$$money.txt"',
        f'File "{tmp_path}/c/x.txt"',
    ]


def test_both_languages_of_the_installer_say_the_same_things(repo: Path) -> None:
    said = {}
    for language in ("english", "german"):
        text = (repo / "installer" / "windows" / f"{language}.nsh").read_text(encoding="utf-8")
        rows = re.findall(r'^!insertmacro Say (\w+) "(.*)"$', text, re.MULTILINE)
        said[language] = {name: sorted(set(re.findall(r"\$\{?\w+", words))) for name, words in rows}
    assert len(said["english"]) > 10
    assert said["english"] == said["german"]


def test_the_launcher_takes_another_build_of_qt_for_no_damage(tmp_path: Path) -> None:
    for name in launcher.ESSENTIAL:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"MZ...")
    rows = [line for line in launcher._essential(tmp_path).splitlines() if line.startswith("    {")]
    sizes = {line.split('"')[1]: line.rpartition(", ")[2] for line in rows}
    of_qt = {size for name, size in sizes.items() if "PySide6" in name}
    assert of_qt == {"0},"}, "the LGPL lets people put another build there, which has another size"
    assert {size for name, size in sizes.items() if "PySide6" not in name} == {"5},"}
