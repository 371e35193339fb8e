"""Which Debian packages the binaries ask for, from which version on, and what stops a build."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from tools.console import SetupError
from tools.shipping import elf_needs
from tools.shipping.debian_versions import order

LIBC = """\
libc.so.6 libc6 #MINVER#
| libc6 (>> 2.36), libc6 (<< 2.37)
* Build-Depends-Package: libc6-dev
 GLIBC_2.36@GLIBC_2.36 2.36
 arc4random_buf@GLIBC_2.36 2.36
 free@GLIBC_2.2.5 2.2.5
"""
SIDE = "libX.so.1 libx1 #MINVER#\n old@Base 0\n new@Base 2:1.10~rc1\n"
SHLIBS = "udeb: libplain 4 libplain4-udeb (>= 9)\nlibplain 4 libplain4 (>= 1.0.9)\n"


class FakeRoot:
    """Answers as a bare system would that has three libraries."""

    def __init__(self, folder: Path, said: str) -> None:
        self.folder, self._said = folder, said
        info = folder / "var/lib/dpkg/info"
        info.mkdir(parents=True)
        (info / "libc6:amd64.symbols").write_text(LIBC, encoding="utf-8")
        (info / "libx1:amd64.symbols").write_text(SIDE, encoding="utf-8")
        (info / "libplain4:amd64.shlibs").write_text(SHLIBS, encoding="utf-8")

    def path(self, inside: str) -> Path:
        return self.folder / inside.lstrip("/")

    def run(self, *_words: str) -> str:
        return self._said


def binary(*libraries: str, symbols: tuple[str, ...] = (), versions: tuple[str, ...] = ()) -> str:
    """What objdump says of a binary that needs these."""
    taken = "".join(f"0000000000000000      DF *UND*\t0000000000000000 {symbol}\n" for symbol in symbols)
    wanted = "".join(f"    0x09691a75 0x00 02 {version}\n" for version in versions)
    needed = "".join(f"  NEEDED               {name}\n" for name in libraries)
    head = "/build/dist/nextrep/_internal/libours.so.1:     file format elf64-x86-64\n\nDynamic Section:\n"
    return f"{head}{needed}\nVersion References:\n  required from libc.so.6:\n{wanted}\n{taken}"


def found(folder: Path, said: str) -> list[str]:
    frozen = folder / "nextrep"
    (frozen / "_internal").mkdir(parents=True)
    (frozen / "_internal" / "libours.so.1").touch()
    return elf_needs.packages_needed(FakeRoot(folder, said), frozen)


def test_each_package_is_asked_for_from_the_version_that_has_all_symbols(tmp_path: Path) -> None:
    said = binary("libc.so.6", "libX.so.1", symbols=("(GLIBC_2.2.5) free", " old")) + binary(
        "libX.so.1", "libours.so.1", "libplain.so.4", "libwayland-client.so.0", symbols=(" new", " ours")
    )
    # What lies in the bundle asks for nothing; libwayland is recommended, because one plugin asks for it.
    assert found(tmp_path, said) == ["libc6 (>= 2.2.5)", "libplain4 (>= 1.0.9)", "libx1 (>= 2:1.10~rc1)"]


def test_a_library_of_which_old_symbols_are_taken_may_have_any_version(tmp_path: Path) -> None:
    assert found(tmp_path, binary("libX.so.1", symbols=(" old",))) == ["libx1"]


def test_a_version_without_a_symbol_counts_too(tmp_path: Path) -> None:
    assert found(tmp_path, binary("libc.so.6", versions=("GLIBC_2.36",))) == ["libc6 (>= 2.36)"]


def test_a_newer_system_than_promised_stops_the_build_and_names_the_binary(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(elf_needs.PROMISED, "libc6", "2.35")
    with pytest.raises(
        SetupError, match=r"libc6 2\.36 because of arc4random_buf.* in libours\.so\.1.* 2\.35"
    ):
        found(tmp_path, binary("libc.so.6", symbols=("(GLIBC_2.36) arc4random_buf",)))


def test_a_library_that_no_package_brings_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"libours\.so\.1 needs libstray\.so\.3"):
        found(tmp_path, binary("libc.so.6", "libstray.so.3"))


def test_the_promise_is_the_one_of_the_documents(repo: Path) -> None:
    text = (repo / "docs" / "releasing.md").read_text(encoding="utf-8")
    assert f"glibc {elf_needs.PROMISED['libc6']}" in text
    assert f"libstdc++ of GCC {elf_needs.PROMISED['libstdc++6']}" in text


def test_versions_stand_in_the_order_of_dpkg() -> None:
    rising = [
        "",
        "0",
        "1.0~rc1",
        "1.0",
        "1.0-1",
        "1.0a",
        "1.0+b",
        "1.2",
        "1.10",
        "2.36-9",
        "2.36-9+deb12u9",
        "1:0.1",
    ]
    assert all(order(one) < order(other) for one, other in itertools.pairwise(rising))
