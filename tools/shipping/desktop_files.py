"""The files by which a Linux desktop knows the program: menu entry, description, icons, MIME types, man page.

Every package for Linux has the same ones, below usr/share or a person's own data folder.
"""

from __future__ import annotations

import gzip
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path

from tools.shipping import changelog, pictures
from tools.shipping.roots import Root
from tools.shipping.source import epoch

PACKAGE = "nextrep"
APPLICATION_ID = "org.nextrep.NextRep"


def lay_out(checkout: Path, root: Root, share: Path, version: str) -> None:
    """Put them into the folder `share`.

    Args:
        root: the bare system that the program was frozen in; it draws the icons.
    """
    files = checkout / "installer/linux"
    for folder in ("applications", "metainfo", "mime/packages", "man/man1", "bash-completion/completions"):
        (share / folder).mkdir(parents=True)
    built = datetime.fromtimestamp(epoch(checkout), UTC)
    day = f"{built:%Y-%m-%d}"
    words = {
        "@VERSION@": version,
        "@DATE@": day,
        "@RELEASE@": changelog.release_element(changelog.newest(checkout, version), day),
        "@SCREENSHOTS@": pictures.element(os.environ.get(pictures.ADDRESS, "")),
    }
    shutil.copy(files / f"{APPLICATION_ID}.desktop", share / "applications")
    shutil.copy(files / "nextrep-mime.xml", share / "mime/packages" / f"{PACKAGE}.xml")
    metainfo = _filled(files / f"{APPLICATION_ID}.metainfo.xml", words)
    (share / "metainfo" / f"{APPLICATION_ID}.metainfo.xml").write_text(metainfo, encoding="utf-8")
    shutil.copy(files / "nextrep.bash", share / "bash-completion/completions" / PACKAGE)
    zipped(share / "man/man1/nextrep.1.gz", _filled(files / "nextrep.1", words))
    _icons(checkout, root, share)


def zipped(target: Path, text: str) -> None:
    """Write `text` packed by gzip; the same text gives the same bytes."""
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _filled(file: Path, words: dict[str, str]) -> str:
    text = file.read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(word, value)
    return text


def _icons(checkout: Path, root: Root, share: Path) -> None:
    svg = checkout / "resources/icons/nextrep.svg"
    script = root.path("/build/icons.py")
    shutil.copy(checkout / "tools/shipping/icons.py", script)
    root.run(
        "/build/venv/bin/python",
        "/build/icons.py",
        "/build/nextrep/resources/icons/nextrep.svg",
        "/build/icons",
    )
    for picture in sorted(root.path("/build/icons").glob("nextrep-*.png")):
        size = picture.stem.rpartition("-")[2]
        folder = share / f"icons/hicolor/{size}x{size}/apps"
        folder.mkdir(parents=True)
        shutil.copy(picture, folder / f"{APPLICATION_ID}.png")
    scalable = share / "icons/hicolor/scalable/apps"
    scalable.mkdir(parents=True)
    shutil.copy(svg, scalable / f"{APPLICATION_ID}.svg")
    symbolic = share / "icons/hicolor/symbolic/apps"
    symbolic.mkdir(parents=True)
    shutil.copy(
        checkout / "installer/linux/nextrep-symbolic.svg", symbolic / f"{APPLICATION_ID}-symbolic.svg"
    )
