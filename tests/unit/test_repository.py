"""The repository keeps what its documents promise: locks, paths, licences, packages, no network."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

LOCKS = ("requirements.txt", "requirements-dev.txt", "requirements-audit.txt")
NETWORK_MODULES = (
    "urllib.request",
    "urllib.robotparser",
    "logging.handlers.DatagramHandler",
    "logging.handlers.HTTPHandler",
    "logging.handlers.SMTPHandler",
    "logging.handlers.SocketHandler",
    "logging.handlers.SysLogHandler",
    "multiprocessing.connection",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebSockets",
    "PySide6.QtWebEngineWidgets",
)


def pinned(lock: Path) -> dict[str, str]:
    """Name -> version of every requirement of a lock; of the newest where a system needs another."""
    found = re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", lock.read_text(encoding="utf-8"), re.MULTILINE)
    return dict(found)


def modules_imported(source: str) -> set[str]:
    """Every dotted name that a source file imports, `from a import b` as a.b."""
    names = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.parametrize("name", LOCKS)
def test_every_pin_of_a_lock_has_hashes_and_no_lock_names_an_address(repo: Path, name: str) -> None:
    text = (repo / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert {block.split("==")[0] for block in blocks} == set(pinned(repo / name))
    assert len(blocks) > 10
    bare = [block.split()[0] for block in blocks if "--hash=sha256:" not in block]
    assert not bare
    assert not re.search(r"https?:|--(extra-)?index-url|--find-links|file:", text)


def test_developers_run_the_program_with_the_very_packages_that_users_get(repo: Path) -> None:
    runtime, dev = (pinned(repo / name) for name in LOCKS[:2])
    assert runtime.items() <= dev.items()


def test_the_wheel_asks_for_no_less_than_the_lock_holds(repo: Path) -> None:
    from packaging.requirements import Requirement
    from packaging.utils import canonicalize_name

    project = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    runtime = pinned(repo / "requirements.txt")
    wanted = [Requirement(text) for text in project["dependencies"]]
    outside = [
        str(one) for one in wanted if runtime.get(canonicalize_name(one.name), "0") not in one.specifier
    ]
    assert not outside


def test_the_wheel_names_every_folder_of_the_package(repo: Path) -> None:
    settings = tomllib.loads((repo / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    top = repo / "desktop"
    folders = {path.parent for path in (top / "nextrep").rglob("*.py")}
    assert {"nextrep._data", *(".".join(folder.relative_to(top).parts) for folder in folders)} == set(
        settings["packages"]
    )
    assert not [str(folder) for folder in folders if not (folder / "__init__.py").exists()]


def test_every_path_in_the_table_of_places_exists(repo: Path) -> None:
    text = (repo / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.split("## Where do I change", 1)[1].split("\n## ", 1)[0]
    paths = re.findall(r"`([^`]+/[^`]*|[^`]+\.(?:toml|md|py|txt))`", table)
    assert len(paths) > 20
    assert not [path for path in paths if not (repo / path).exists()]


def test_every_proof_that_security_md_names_is_there(repo: Path) -> None:
    text = (repo / "SECURITY.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:tests|docs)/[^`]*|pyproject.toml)`", text)
    assert len(paths) > 10
    assert not [path for path in paths if not (repo / path).exists()]


def test_every_package_that_runs_with_the_program_has_its_licence_read(repo: Path) -> None:
    text = (repo / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in text.splitlines() if line.startswith("| ")]
    read = {name.strip() for row in rows for name in row.split(",")}
    assert not set(pinned(repo / "requirements.txt")) - read


def test_no_module_speaks_to_a_network(repo: Path) -> None:
    # An import contract forbids whole modules such as socket; it cannot see parts of modules, such as these.
    sources = sorted((repo / "desktop").rglob("*.py"))
    assert sources
    guilty = {
        str(path.relative_to(repo)): found
        for path in sources
        if (found := modules_imported(path.read_text(encoding="utf-8")).intersection(NETWORK_MODULES))
    }
    assert not guilty


def test_ci_runs_what_a_developer_runs(repo: Path) -> None:
    lines = (repo / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "exec python3 dev.py test"
    assert "python3 dev.py test" in (repo / "README.md").read_text(encoding="utf-8")
