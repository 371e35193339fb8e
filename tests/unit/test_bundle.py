"""What goes into the frozen program."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tools.shipping import sums


@pytest.fixture(scope="module")
def keep(repo: Path) -> ModuleType:
    """packaging/keep.py, which is no module of a package: that folder has the name of a library."""
    assert not (repo / "packaging" / "__init__.py").exists()
    spec = importlib.util.spec_from_file_location("keep", repo / "packaging" / "keep.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtCore.abi3.so",
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "PySide6/Qt/lib/libQt6OpenGL.so.6",  # what draws on the screen stands on it
        "PySide6/Qt/lib/libicudata.so.73",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "pyqtgraph/icons/auto.png",
        "keyring-25.7.0.dist-info/entry_points.txt",  # by which keyring finds its backends
        "keyring-25.7.0.dist-info/licenses/LICENSE",
        "sqlcipher3/_sqlite3.cpython-311-x86_64-linux-gnu.so",
        "libpython3.11.so.1.0",
        "libffi.so.8",
        "resources/exercises/library.json",
    ],
)
def test_what_the_program_uses_is_in_it(keep: ModuleType, name: str) -> None:
    assert keep.wanted(name, linux=True)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/QtNetwork.abi3.so",
        "PySide6/QtOpenGL.abi3.so",
        "PySide6/Qt/lib/libQt6Network.so.6",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/plugins/networkinformation/libqnetworkmanager.so",
        "PySide6/Qt/translations/qtbase_ja.qm",
        "pyqtgraph/icons/peegee/peegee_512px.png",
        "pyqtgraph/Qt/QtCore/__init__.pyi",
        "numpy/_core/_multiarray_tests.cpython-311-x86_64-linux-gnu.so",
        "keyring-25.7.0.dist-info/RECORD",
        "PySide6/Qt/translations/qtdeclarative_de.qm",
        "lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
        "libssl.so.3",
        "libcrypto.so.3",
        "libgtk-3.so.0",
        "libxcb.so.1",
        "libstdc++.so.6",
    ],
)
def test_what_could_speak_to_a_network_and_what_the_distribution_brings_is_not(
    keep: ModuleType, name: str
) -> None:
    assert not keep.wanted(name, linux=True)


def test_places_with_the_other_slash_are_the_same(keep: ModuleType) -> None:
    assert keep.wanted(r"PySide6\plugins\platforms\qwindows.dll", linux=False)
    assert not keep.wanted(r"PySide6\plugins\tls\qschannelbackend.dll", linux=False)
    assert not keep.wanted(r"PySide6\opengl32sw.dll", linux=False)


def test_no_module_that_the_program_imports_is_shut_out(keep: ModuleType, repo: Path) -> None:
    words = "\n".join(path.read_text(encoding="utf-8") for path in (repo / "desktop").rglob("*.py"))
    used = [name for name in keep.EXCLUDED_MODULES if f"import {name}\n" in words or f"from {name} " in words]
    assert not used


def test_checksums_are_of_all_files_and_in_the_form_that_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "b.deb").write_bytes(b"")
    (tmp_path / "a.whl").write_bytes(b"abc")
    for _ in range(2):  # the sums themselves are not summed
        lines = sums.write_sums(tmp_path).read_text(encoding="utf-8").splitlines()
        assert [line[64:] for line in lines] == ["  a.whl", "  b.deb"]
        assert lines[0].startswith("ba7816bf8f01cfea")
