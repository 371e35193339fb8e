"""A home folder and small .run files to install into it.

`id` and, where a trial needs it, `uname` and others are stand-ins at the head of PATH: the person is always
an ordinary one.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import tarfile
from pathlib import Path

from tools.shipping import run_file
from tools.shipping.desktop_files import APPLICATION_ID

MENU = f".local/share/applications/{APPLICATION_ID}.desktop"
WORKS = '#!/bin/sh\nmkdir -p "$2"\n'
FAILS = "#!/bin/sh\necho it broke; exit 1\n"
NOT_PACKED = b'#!/bin/sh\n[ "$1" = --version ] || cat\n'
"""Stands in for xz: the program of these trials is not packed."""


class Bench:
    """A home folder, and .run files to install into it."""

    def __init__(self, repo: Path, folder: Path) -> None:
        self.repo, self.folder, self.home = repo, folder, folder / "home"
        self.commands = folder / "commands"
        self.home.mkdir()
        self.commands.mkdir()
        self.pretend("id", "echo 1000")

    @property
    def tree(self) -> Path:
        return self.home / ".local/lib/nextrep"

    @property
    def env(self) -> dict[str, str]:
        """The environment of the person."""
        path = f"{self.commands}:{os.environ['PATH']}"
        return {"HOME": str(self.home), "PATH": path, "LANG": "C.UTF-8"}

    def pretend(self, command: str, does: str) -> None:
        """Put a stand-in for a command at the head of PATH."""
        (self.commands / command).write_text(f"#!/bin/sh\n{does}\n")
        (self.commands / command).chmod(0o755)

    def file(self, version: str = "1.0.0", program: str = WORKS, more: str = "one") -> Path:
        """Make a .run of this version, with one more file of this name in it."""
        tree = self.folder / f"tree-{version}"
        shutil.rmtree(tree, ignore_errors=True)
        for folder in (
            "_internal",
            "share/applications",
            "share/icons/hicolor/16x16/apps",
            "share/mime/packages",
        ):
            (tree / folder).mkdir(parents=True)
        (tree / "nextrep").write_text(program)
        (tree / "_internal" / more).write_text(version)
        (tree / "uninstall").write_text(run_file.uninstaller(self.repo))
        entry = tree / f"share/applications/{APPLICATION_ID}.desktop"
        shutil.copy(self.repo / "installer/linux" / entry.name, entry)
        run_file.add_action(entry)
        (tree / f"share/icons/hicolor/16x16/apps/{more}.png").touch()
        (tree / "share/mime/packages/nextrep.xml").write_text("<mime-info/>")
        run_file.write_lists(tree, version)
        held = io.BytesIO()
        with tarfile.open(fileobj=held, mode="w", format=tarfile.GNU_FORMAT) as tar:
            about = tarfile.TarInfo("xz")
            about.size, about.mode = len(NOT_PACKED), 0o755
            tar.addfile(about, io.BytesIO(NOT_PACKED))
        made = self.folder / f"nextrep-{version}.run"
        made.write_bytes(
            run_file.assembled(self.repo, version, held.getvalue(), run_file.archive(tree, 1), (9, 1))
        )
        return made

    def run(self, script: Path, *words: str, **env: str) -> tuple[int, str]:
        """Run a script as the person would without a terminal; return its exit code and what it said."""
        done = subprocess.run(
            ["sh", str(script), *words], env=self.env | env, capture_output=True, text=True, check=False,
            stdin=subprocess.DEVNULL, timeout=60, cwd=self.folder,
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    def there(self) -> dict[str, bytes | None]:
        """All that lies in the home folder, with what is in it."""
        return {
            str(path.relative_to(self.home)): path.read_bytes() if path.is_file() else None
            for path in self.home.rglob("*")
        }


def entry_program(text: str) -> str:
    """The program of a menu entry, read as the desktop entry specification says."""
    line = next(row for row in text.splitlines() if row.startswith("Exec="))
    value = line.removeprefix("Exec=").replace("\\\\", "\\")
    assert value.startswith('"')
    found, at = "", 1
    while value[at] != '"':
        at += value[at] == "\\"
        found += value[at]
        at += 1
    assert value[at + 1 :] == " %f"
    return found.replace("%%", "%")
