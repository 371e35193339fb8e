"""What is inside a bundle is found from its files, and nothing in it is unknown or without its licence."""

from __future__ import annotations

import inspect
import json
import marshal
import struct
from pathlib import Path

import pytest
from cyclonedx.output.xml import XmlV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.xml import XmlValidator

from tests.unit.test_repository import pinned
from tools import bill
from tools.shipping import bundle_bill, parts, targets
from tools.shipping.frozen_modules import modules_in
from tools.shipping.parts import UnknownPartError

PINS = {"numpy", "pillow", "jaraco-context", "jaraco-classes", "pyside6-essentials", "typing-extensions"}
ELF = b"\x7fELF"
QT_CORE = "_internal/PySide6/Qt/lib/libQt6Core.so.6"


def laid_out(folder: Path, files: dict[str, bytes]) -> Path:
    """A bundle with these files and the notice of the checkout."""
    notice = Path(__file__).parents[2] / "resources/licences/NOTICES.txt"
    for name, body in {
        **files,
        "_internal/resources/licences/NOTICES.txt": notice.read_bytes(),
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(body)
    return folder


def frozen(*modules: str) -> bytes:
    """A program with an archive at its end, laid out as PyInstaller does."""
    pyz_head = b"PYZ\0" + b"\0" * 4 + struct.pack("!i", 12)
    pyz = pyz_head + marshal.dumps([(name, (0, 0, 0)) for name in modules])
    name = b"PYZ.pyz\0" + b"\0" * 6
    table = struct.pack("!IIIIBc", 18 + len(name), 0, len(pyz), len(pyz), 0, b"z") + name
    length = len(pyz) + len(table) + 88
    cookie = struct.pack(
        "!8sIIII64s", b"MEI\014\013\012\013\016", length, len(pyz), len(table), 311, b"libpython"
    )
    return ELF + b" the start program " + pyz + table + cookie + b" sections that follow"


def names(found: parts.Contents) -> dict[str, str]:
    return {one.kind.name: one.version for one in found.parts}


def test_a_binary_that_nobody_named_stops_the_build_with_its_name(tmp_path: Path) -> None:
    bundle = laid_out(tmp_path, {"_internal/libstranger.so.2": ELF, "_internal/notes.txt": b"text"})
    with pytest.raises(UnknownPartError, match=r"libstranger\.so\.2") as said:
        parts.contents(bundle, PINS)
    assert "notes.txt" not in str(said.value)


def test_a_module_of_no_known_package_stops_the_build_with_its_name(tmp_path: Path) -> None:
    bundle = laid_out(tmp_path, {"nextrep": frozen("nextrep.app", "json", "stranger.deep")})
    with pytest.raises(UnknownPartError, match="stranger"):
        parts.contents(bundle, PINS)


def test_packages_are_found_in_the_archive_of_a_frozen_program_and_by_their_binaries(tmp_path: Path) -> None:
    program = frozen(
        "nextrep", "nextrep.ui", "os", "PIL.Image", "jaraco", "jaraco.context", "typing_extensions"
    )
    bundle = laid_out(tmp_path, {"nextrep": program, "_internal/numpy/_core/umath.so": ELF})
    assert "jaraco.context" in modules_in(bundle / "nextrep")
    assert parts.contents(bundle, PINS).packages == (
        "jaraco-context",
        "numpy",
        "pillow",
        "typing-extensions",
    )


def test_packages_are_found_in_a_folder_of_modules(tmp_path: Path) -> None:
    files = {
        "nextrep-files/packages/PIL/__init__.pyc": b"",
        "nextrep-files/packages/typing_extensions.py": b"",
        "nextrep-files/packages/jaraco/classes/__init__.py": b"",
        "runtime/python311.dll": b"MZ \x003.11.9\x00",
        "NextRep.exe": b"MZ",
    }
    found = parts.contents(laid_out(tmp_path, files), PINS)
    assert found.packages == ("jaraco-classes", "pillow", "typing-extensions")
    assert names(found)["CPython"] == "3.11.9"
    assert {"NextRep's start program", "MinGW-w64", "NSIS"} <= set(names(found))


def test_what_is_linked_into_a_library_is_named_with_the_version_that_its_bytes_say(tmp_path: Path) -> None:
    qt = ELF + b" Qt 6.11.3 (x86_64) \x0010.49 2026-09-28\x00"
    found = names(parts.contents(laid_out(tmp_path, {QT_CORE: qt}), PINS))
    assert found["Qt"] == "6.11.3"
    assert found["PCRE2"] == "10.49"
    assert "HarfBuzz" not in found  # of another library, which is not here


def test_a_part_that_shows_by_a_sign_is_named_only_where_the_sign_is(tmp_path: Path) -> None:
    picture = "_internal/PIL/_imaging.cpython-311-x86_64-linux-gnu.so"
    with_it = laid_out(tmp_path / "with", {picture: ELF + b"1.3.1.zlib-ng"})
    without = laid_out(tmp_path / "without", {picture: ELF})
    assert "zlib-ng" in names(parts.contents(with_it, PINS))
    assert "zlib-ng" not in names(parts.contents(without, PINS))


def test_a_library_under_the_gpl_that_pillow_might_carry_stops_the_build(tmp_path: Path) -> None:
    picture = "_internal/PIL/_imaging.cpython-311-x86_64-linux-gnu.so"
    laid_out(tmp_path, {picture: ELF + b"HAVE_LIBIMAGEQUANT"})
    assert parts.contents(tmp_path, PINS)
    laid_out(tmp_path, {picture: ELF + b"HAVE_LIBIMAGEQUANT imagequant_version"})
    with pytest.raises(UnknownPartError, match="libimagequant"):
        parts.contents(tmp_path, PINS)


def test_the_notice_speaks_for_every_part_that_any_bundle_may_have(repo: Path) -> None:
    notice = (repo / "resources/licences/NOTICES.txt").read_text(encoding="utf-8")
    every = tuple(parts.Found(kind, "", ()) for kind in parts.kinds())
    assert len(every) > 60
    assert parts.unspoken(parts.Contents(every, ("numpy",)), notice) == []


def test_a_part_that_the_notice_lacks_is_named(repo: Path, tmp_path: Path) -> None:
    bundle = laid_out(tmp_path, {QT_CORE: ELF})
    notice = bundle / "_internal/resources/licences/NOTICES.txt"
    notice.write_text(notice.read_text(encoding="utf-8").replace("double-conversion", "…"), encoding="utf-8")
    with pytest.raises(UnknownPartError, match="double-conversion"):
        bundle_bill.bundle_bill(bundle, "debian", {})
    notice.unlink()
    with pytest.raises(UnknownPartError, match=r"NOTICES\.txt"):
        bundle_bill.bundle_bill(bundle, "debian", {})


def test_every_part_belongs_to_another_that_is_there_and_names_a_licence(repo: Path) -> None:
    known = {kind.name for kind in parts.kinds()} | set(pinned(repo / "requirements.txt"))
    assert not [kind.name for kind in parts.kinds() if kind.of and kind.of not in known]
    assert not [kind.name for kind in parts.kinds() if not kind.licence and not kind.is_package]
    assert not [
        kind.name for kind in parts.kinds() if sum(map(bool, (kind.files, kind.inside, kind.beside))) != 1
    ]


def test_the_bill_of_a_bundle_is_valid_the_same_twice_and_says_who_brings_what(tmp_path: Path) -> None:
    files = {
        QT_CORE: ELF + b" Qt 6.11.3 (x86_64) ",
        "_internal/libz.so.1": ELF + b" inflate 1.2.13 Copyright",
        "_internal/numpy/_core/umath.so": ELF,
        "nextrep": frozen("nextrep"),
    }
    bundle, debian = laid_out(tmp_path, files), {"zlib1g": "1:1.2.13.dfsg-1"}
    made = bundle_bill.bundle_bill(bundle, "debian", debian)
    assert XmlValidator(SchemaVersion.V1_6).validate_str(XmlV1Dot6(made).output_as_string()) is None
    assert bill.written(made) == bill.written(bundle_bill.bundle_bill(bundle, "debian", debian))
    assert str(tmp_path) not in bill.written(made)
    said = json.loads(bill.written(made))
    there = {one["name"]: one for one in said["components"]}
    assert there["numpy"]["version"] == "2.4.6"  # not the one for Windows
    assert there["zlib"]["purl"].startswith("pkg:deb/debian/zlib1g@")
    assert there["zlib"]["version"] == "1.2.13"
    brought = {one["ref"]: one.get("dependsOn", []) for one in said["dependencies"]}
    assert there["PCRE2"]["bom-ref"] in brought[there["Qt"]["bom-ref"]]
    assert "pyqtgraph" not in there


def test_what_a_package_says_that_it_is_built_of_in_rust_is_named_under_it(tmp_path: Path) -> None:
    crate = {
        "name": "asn1",
        "version": "0.2",
        "purl": "pkg:cargo/asn1@0.2",
        "licenses": [{"expression": "MIT"}],
    }
    other = {"name": "openssl", "version": "4", "purl": "pkg:generic/openssl@4"}
    files = {
        "_internal/cryptography/_rust.so": ELF,
        "_internal/cryptography-50.dist-info/sboms/rust.cyclonedx.json": json.dumps(
            {"components": [crate, other]}
        ).encode(),
    }
    said = json.loads(bill.written(bundle_bill.bundle_bill(laid_out(tmp_path, files), "debian", {})))
    there = {one["name"]: one for one in said["components"]}
    assert there["asn1"]["licenses"] == [{"license": {"name": "MIT"}}]
    assert "openssl" not in there
    brought = {one["ref"]: one.get("dependsOn", []) for one in said["dependencies"]}
    assert there["asn1"]["bom-ref"] in brought[there["cryptography"]["bom-ref"]]


def test_a_bundle_for_windows_has_the_packages_of_windows(tmp_path: Path) -> None:
    files = {"app/numpy/_core/umath.cp311-win_amd64.pyd": b"MZ", "runtime/python311.dll": b"MZ"}
    said = json.loads(bill.written(bundle_bill.bundle_bill(laid_out(tmp_path, files), "windows", {})))
    assert [one["version"] for one in said["components"] if one["name"] == "numpy"] == ["2.1.3"]


@pytest.mark.parametrize("name", sorted(set(targets.TARGETS) - {"wheel"}))
def test_every_package_gets_a_bill_and_is_stopped_by_it(name: str) -> None:
    assert "bundle_bill(" in inspect.getsource(targets.TARGETS[name])


def test_versions_are_read_from_the_list_of_installed_packages(tmp_path: Path) -> None:
    status = tmp_path / "status"
    status.write_text(
        "Package: zlib1g\nStatus: install ok installed\nVersion: 1:1.2.13\nDescription: x\n longer\n\n"
        "Package: gone\nStatus: deinstall\n\nPackage: libffi8\nSource: libffi\nVersion: 3.4.4-1\n"
    )
    assert bundle_bill.debian_versions(status) == {"zlib1g": "1:1.2.13", "libffi8": "3.4.4-1"}
