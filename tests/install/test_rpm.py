"""The .rpm, read by rpm. It is not installed: there is no Fedora to be had here (docs/releasing.md)."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.install.machines import TRIAL, cannot
from tools.shipping import targets

pytestmark = TRIAL


@pytest.fixture(scope="module")
def package(request: pytest.FixtureRequest) -> Path:
    """The .rpm, made now; NEXTREP_RPM names one that is made already."""
    if not shutil.which("rpm"):
        cannot("no .rpm can be read: rpm is missing")
    if given := os.environ.get("NEXTREP_RPM"):
        return Path(given).absolute()
    return targets.rpm(request.getfixturevalue("workshop"))


def asked(package: Path, *what: str) -> str:
    """What rpm says of the package."""
    done = subprocess.run(
        ["rpm", "--query", "--package", *what, str(package)], capture_output=True, text=True, check=True
    )
    return done.stdout


def test_it_is_what_it_says(package: Path) -> None:
    words = asked(package, "--queryformat", "%{NAME} %{ARCH} %{LICENSE} %{BUILDHOST}|%{SUMMARY}")
    assert words.startswith("nextrep x86_64 MIT AND LGPL-3.0-only nextrep|")
    subprocess.run(["rpm", "--checksig", "--nosignature", str(package)], check=True, capture_output=True)


def test_it_runs_nothing_when_it_comes_or_goes(package: Path) -> None:
    assert not asked(package, "--scripts", "--triggers")


def test_it_asks_for_libraries_and_for_no_package_by_name(package: Path) -> None:
    needed = asked(package, "--requires").split("\n")
    libraries = [line for line in needed if line and not line.startswith("rpmlib(")]
    assert all(line.endswith("(64bit)") for line in libraries), libraries
    assert {"libxcb-cursor.so.0()(64bit)", "libc.so.6(GLIBC_2.36)(64bit)"} <= set(libraries)
    assert not [line for line in libraries if line.startswith(("libQt6", "libpython", "libssl", "libcurl"))]


def test_its_files_lie_where_the_debian_package_has_them(package: Path) -> None:
    files = asked(package, "--list").splitlines()
    for name in (
        "/usr/bin/nextrep",
        "/usr/lib/nextrep/nextrep",
        "/usr/lib/nextrep/_internal/resources/licences/NOTICES.txt",
        "/usr/share/applications/org.nextrep.NextRep.desktop",
        "/usr/share/metainfo/org.nextrep.NextRep.metainfo.xml",
        "/usr/share/mime/packages/nextrep.xml",
        "/usr/share/man/man1/nextrep.1.gz",
        "/usr/share/licenses/nextrep/LICENSE",
    ):
        assert name in files
    assert not {"/usr", "/usr/bin", "/usr/lib", "/usr/share", "/usr/share/applications"} & set(files)
    assert not [name for name in files if "libxcb-cursor" in name]  # the distribution has it


def test_everything_is_roots_and_nobody_else_may_write(package: Path) -> None:
    rows = asked(
        package, "--queryformat", "[%{FILEMODES:perms} %{FILEUSERNAME} %{FILEGROUPNAME} %{FILENAMES}\n]"
    )
    for row in rows.splitlines():
        mode, user, group, _name = row.split(" ", 3)
        assert (user, group) == ("root", "root"), row
        assert mode in ("drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x") or mode.startswith("l"), row
