"""Makes the .run: one file that installs the program for whoever runs it, without an administrator.

It is a shell script with two archives behind it: a small one with xz, which not every Linux has, and the
program packed by xz. The script checks the sum of the whole file before it writes anything. It is our own and
not makeself's, because it has to bring xz, to name folders with spaces, and to try the new program before the
old one goes. The same tree gives the same bytes.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import tarfile
from pathlib import Path

from tools.console import SetupError
from tools.shipping import desktop_files
from tools.shipping.desktop_files import APPLICATION_ID, PACKAGE
from tools.shipping.elf_needs import PROMISED, libraries_needed
from tools.shipping.library_tables import LibraryTables
from tools.shipping.roots import Root
from tools.shipping.source import epoch

CARRIED = (
    "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-image.so.0", "libxcb-keysyms.so.1",
    "libxcb-render-util.so.0", "libxcb-util.so.1",
)  # fmt: skip
"""Libraries that a window needs and that many desktops lack; docs/releasing.md says which."""
_LIBRARIES = "/usr/lib/x86_64-linux-gnu"
_SCRIPTS = ("common.sh", "checks.sh", "install.sh", "placing.sh")
_START = '\nmain "$@"; exit\n'
"""One line, at the end: a script that was cut off does nothing."""
_QUICK = ("-0", "-T2")
_SMALL = ("--x86", "--lzma2=preset=9", "-T2", "--block-size=96MiB")
"""How xz packs; with two threads always, because one thread gives other bytes."""
_TRIAL_KB = 40_000
"""Room for the trial of the new program, on top of its size."""
_ACTION = """Actions=remove;

[Desktop Action remove]
Name=Remove NextRep
Name[de]=NextRep entfernen
Exec=@UNINSTALL@ --ask
"""


def build_run(checkout: Path, frozen: Path, root: Root, version: str, out: Path, *, release: bool) -> Path:
    """Write nextrep-VERSION-x86_64.run into `out` and return its path.

    Args:
        frozen: the frozen program, inside `root`.
        root: the bare system it was built in, which has the libraries that come along.
        release: pack as far as it goes (a minute or two), not quickly.

    Raises:
        SetupError: a tool could not do its part.
    """
    root.install("xz-utils")
    tree = staged(checkout)
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(frozen, tree, symlinks=True)
    for library in CARRIED:
        shutil.copy(root.path(f"{_LIBRARIES}/{library}").resolve(), tree / "_internal" / library)
    (tree / "uninstall").write_text(uninstaller(checkout), encoding="utf-8")
    desktop_files.lay_out(checkout, root, tree / "share", version)
    add_action(tree / f"share/applications/{APPLICATION_ID}.desktop")
    write_lists(tree, version, _packages(root, frozen))
    when = epoch(checkout)
    packed = _packed(root, archive(tree, when), _SMALL if release else _QUICK)
    tools = _tools(root, when)
    out.mkdir(parents=True, exist_ok=True)
    target = out / f"{PACKAGE}-{version}-x86_64.run"
    target.write_bytes(assembled(checkout, version, tools, packed, _room(tree)))
    target.chmod(0o755)
    return target


def staged(checkout: Path) -> Path:
    """Return the folder where what the .run installs is put together."""
    return checkout / "build" / "run" / PACKAGE


def uninstaller(checkout: Path) -> str:
    """Return the script that removes what the .run installed."""
    return _script(checkout, "common.sh", "uninstall.sh") + _START


def assembled(checkout: Path, version: str, tools: bytes, program: bytes, room: tuple[int, int]) -> bytes:
    """Return the whole file: script, `tools` (a tar), `program` (a tar packed by xz).

    Args:
        room: what the installed program takes on a disk, in kB, and in MB as people are told.
    """
    facts = {
        "VERSION": version,
        "GLIBC": PROMISED["libc6"],
        "NEEDED_KB": room[0] + _TRIAL_KB,
        "INSTALLED_MB": room[1],
        "PACKED_AS": f"{PACKAGE}-{version}-x86_64.run",
        "PACKAGE_FOR_ALL": f"{PACKAGE}_{version}_amd64.deb",
        "TOOLS_SIZE": len(tools),
    }
    code = _script(checkout, *_SCRIPTS).removeprefix("#!/bin/sh\n")
    first = f"#!/bin/sh\nSUM={'0' * 64}\n"
    script = ""
    for _ in range(4):  # the script says how long it is itself
        begin = len((first + script).encode()) + 1
        places = {"TOOLS_AT": begin, "PROGRAM_AT": begin + len(tools)}
        lines = [f"{name}='{value}'\n" for name, value in (facts | places).items()]
        script = "".join(lines) + code + _START
    body = script.encode() + tools + program
    return f"#!/bin/sh\nSUM={hashlib.sha256(body).hexdigest()}\n".encode() + body


def _script(checkout: Path, *names: str) -> str:
    """Return scripts as one, without what only people and shellcheck read at their heads."""
    folder = checkout / "installer/linux/run"
    texts = [(folder / name).read_text(encoding="utf-8") for name in names]
    return "#!/bin/sh\n" + "\n".join(text.partition("\n\n")[2] for text in texts)


def add_action(entry: Path) -> None:
    """Give the menu entry full paths, which the installer fills in, and a way to remove the program."""
    text = entry.read_text(encoding="utf-8")
    if text.count("[") - text.count("[de]") != 1 or f"Exec={PACKAGE} " not in text:
        raise SetupError(f"{entry.name} is not as the .run takes it: one group, and Exec={PACKAGE} ....")
    entry.write_text(text.replace(f"Exec={PACKAGE} ", "Exec=@PROGRAM@ ") + _ACTION, encoding="utf-8")


def write_lists(tree: Path, version: str, packages: str = "") -> None:
    """Write down what the tree has, for the uninstaller.

    Args:
        packages: see `_packages`.
    """
    share = tree / "share"
    ours = [path for path in sorted(tree.rglob("*")) if path != share and share not in path.parents]
    folders = [path for path in ours if path.is_dir() and not path.is_symlink()]
    menu = sorted(path for path in share.rglob("*") if path.is_file())
    lists = tree / "installation"
    lists.mkdir()
    (lists / "files").write_text(_lines(tree, [path for path in ours if path not in folders]))
    (lists / "folders").write_text(_lines(tree, folders[::-1]))
    (lists / "menu").write_text(_lines(share, menu))
    (lists / "packages").write_text(packages)
    (lists / "version").write_text(f"{version}\n")


def _lines(base: Path, paths: list[Path]) -> str:
    return "".join(f"{path.relative_to(base)}\n" for path in paths)


def _packages(root: Root, frozen: Path) -> str:
    """Return a line for each library that the system must have: its name, and Debian's package of it."""
    tables = LibraryTables(root)
    names = [name for name in libraries_needed(root, frozen) if name not in CARRIED]
    return "".join(f"{name} {tables.oldest(name, ())[0]}\n" for name in names)


def archive(tree: Path, when: int) -> bytes:
    """Return the tree as a tar in which nothing depends on who builds it when."""
    held = io.BytesIO()
    programs = (tree / PACKAGE, tree / "uninstall")
    with tarfile.open(fileobj=held, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for path in sorted(tree.rglob("*")):
            about = tar.gettarinfo(path, str(path.relative_to(tree)))
            if about.islnk():
                raise SetupError(f"{path} is a second name of another file; a .run has none.")
            _settle(about, when, runs=about.isdir() or path in programs)
            if about.isreg():
                with path.open("rb") as file:
                    tar.addfile(about, file)
            else:
                tar.addfile(about)
    return held.getvalue()


def _tools(root: Root, when: int) -> bytes:
    """Return a tar with xz and its library, as Debian has them."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode="w", format=tarfile.GNU_FORMAT) as tar:
        for name, place in (("liblzma.so.5", "/lib/x86_64-linux-gnu/liblzma.so.5"), ("xz", "/usr/bin/xz")):
            content = root.path(root.run("realpath", place).strip()).read_bytes()
            about = tarfile.TarInfo(name)
            about.size = len(content)
            _settle(about, when, runs=True)
            tar.addfile(about, io.BytesIO(content))
    return held.getvalue()


def _settle(about: tarfile.TarInfo, when: int, *, runs: bool) -> None:
    about.uid = about.gid = 0
    about.uname = about.gname = ""
    about.mtime = when
    about.mode = 0o755 if runs else 0o644


def _packed(root: Root, tar: bytes, how: tuple[str, ...]) -> bytes:
    """Return a tar packed by the xz of the bare system, whose version the oldest Debian settles."""
    place = root.path("/build/program.tar")
    place.write_bytes(tar)
    root.run("xz", "--force", "--quiet", *how, "/build/program.tar")
    packed = place.with_suffix(".tar.xz")
    content = packed.read_bytes()
    packed.unlink()
    return content


def _room(tree: Path) -> tuple[int, int]:
    """Return what the tree takes, in kB of a disk with blocks of 4 kB, and in MB."""
    sizes = [path.lstat().st_size for path in tree.rglob("*")]
    return sum(-(-size // 4096) * 4 for size in sizes), round(sum(sizes) / 1_000_000)
