"""What the Debian package carries: each binary of a known part, each part with its licence in the notice."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import PySide6
import pytest

from tests.install.machines import TRIAL
from tools.notices import pinned
from tools.shipping import parts
from tools.shipping.frozen_modules import modules_in

pytestmark = TRIAL
MUST_BE_THERE = {
    "CPython", "Qt", "PCRE2", "HarfBuzz", "ICU", "SQLCipher", "SQLite", "OpenSSL", "OpenBLAS", "libgfortran",
    "libquadmath", "libjpeg-turbo", "LibTIFF", "OpenJPEG", "Zstandard", "qpdf", "libffi", "zlib", "bzip2",
    "liblzma", "Expat", "PyInstaller",
}  # fmt: skip
"""What a reader of the bill would look for."""


@pytest.fixture(scope="module")
def bundle(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the package installs."""
    out = tmp_path_factory.mktemp("contents")
    subprocess.run(["dpkg-deb", "-x", str(package), str(out)], check=True)
    return out / "usr/lib/nextrep"


def test_everything_in_the_package_is_known_and_has_its_licence_in_it(bundle: Path) -> None:
    found = parts.contents(bundle, pinned())
    there = {one.kind.name for one in found.parts}
    assert there >= MUST_BE_THERE, MUST_BE_THERE - there
    assert len(found.packages) > 20
    assert not [one.kind.name for one in found.parts if one.kind.version and not one.version]
    notice = next(bundle.rglob("licences/NOTICES.txt")).read_text(encoding="utf-8")
    assert parts.unspoken(found, notice) == []


def test_the_licences_that_qt_asks_for_lie_in_the_package_and_how_to_replace_it(bundle: Path) -> None:
    notice = next(bundle.rglob("licences/NOTICES.txt")).read_text(encoding="utf-8")
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE",
        "GNU GENERAL PUBLIC LICENSE",
        "sources of the Qt and PySide6",
    ):
        assert words in notice
    assert "How to put another build of Qt in its place" in next(bundle.rglob("licences.md")).read_text(
        "utf-8"
    )


def test_every_other_part_under_the_lgpl_lies_in_files_of_its_own(bundle: Path) -> None:
    assert (bundle / "_internal/enchant/__init__.py").is_file()
    assert not [name for name in modules_in(bundle / "nextrep") if name.partition(".")[0] == "enchant"]
    assert list((bundle / "_internal/numpy.libs").glob("libquadmath*"))


def test_another_build_of_qt_takes_the_place_of_the_one_in_the_package(bundle: Path, tmp_path: Path) -> None:
    libraries = bundle / "_internal/PySide6/Qt/lib"
    ours = Path(PySide6.__file__).parent / "Qt/lib"
    for library in libraries.glob("*.so.*"):
        shutil.copy(ours / library.name, library)
    altered = libraries / "libQt6Widgets.so.6"
    subprocess.run(["objcopy", "--remove-section", ".comment", str(altered)], check=True)
    assert altered.read_bytes() != (ours / altered.name).read_bytes()
    env = {"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [bundle / "nextrep", "--smoke", tmp_path / "out"], env=env, timeout=150, check=False
    )
    assert done.returncode == 0
    assert json.loads((tmp_path / "out/smoke.json").read_text(encoding="utf-8"))["program"]["frozen"]


def test_a_session_keeps_its_hour_where_the_system_knows_no_time_zones(bundle: Path, tmp_path: Path) -> None:
    without = 'mount -t tmpfs none /usr/share/zoneinfo; exec "$@"'
    program = [bundle / "nextrep", "--profile", tmp_path / "profile"]
    command = ["unshare", "--mount", "sh", "-c", without, "sh", *program]
    env = {"PATH": os.defpath, "LANG": "C.UTF-8", "HOME": str(tmp_path), "TZ": "Asia/Kolkata"}
    table = tmp_path / "sets.csv"
    for words in (("demo", "--weeks", "1", "--seed", "1"), ("export", "--format", "csv", table)):
        subprocess.run([*command, *words], env=env, timeout=60, check=True)
    lines = table.read_text(encoding="utf-8").splitlines()[1:]
    assert lines
    assert all("+05:30," in line for line in lines)
