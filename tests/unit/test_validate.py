"""What the checkers of Debian and freedesktop.org say stops a build; one that is missing is said aloud."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.console import SetupError
from tools.shipping import validate

MIME = '<mime-info xmlns="x"><mime-type type="application/x-ours"/></mime-info>'
SCHEMA = '<?xml version="1.0"?>\n<!DOCTYPE mime-info [\n<!ELEMENT mime-info (mime-type)+>\n]>\n<mime-info/>'


class FakeJudge(validate.Judge):
    """Says what a test lets each checker say."""

    def __init__(self, folder: Path, said: dict[str, tuple[int, str]], absent: set[str]) -> None:
        super().__init__(folder, None)
        self._said, self._absent = said, absent

    def has(self, checker: str) -> bool:
        return checker not in self._absent

    def path(self, _place: str) -> Path:
        schema = self.folder.parent / "freedesktop.org.xml"
        schema.write_text(SCHEMA, encoding="utf-8")
        return schema

    def ask(self, *words: object) -> tuple[int, list[str]]:
        checker = str(words[0] if words[0] != "env" else words[2])
        if checker == "update-mime-database":
            (self.folder / "mime" / "types").write_text("application/x-ours\n", encoding="utf-8")
        code, text = self._said.get(checker, (0, ""))
        return code, text.splitlines()


def judged(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    *,
    said: dict[str, tuple[int, str]] | None = None,
    absent: set[str] | None = None,
    release: bool = False,
) -> None:
    """Validate a small package."""
    for name, text in {
        "DEBIAN/control": "Package: ours\nVersion: 1\nArchitecture: all\n",
        "usr/share/applications/ours.desktop": "",
        "usr/share/metainfo/ours.metainfo.xml": "",
        "usr/share/mime/packages/ours.xml": MIME,
    }.items():
        (folder / "tree" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "tree" / name).write_text(text, encoding="utf-8")
    (folder / "check").mkdir()
    judge = FakeJudge(folder / "check", said or {}, absent or set())
    monkeypatch.setattr(validate, "_judge", lambda _checkout: judge)
    monkeypatch.setattr(validate, "_pack", lambda _tree, _package: None)
    validate.validate(folder, folder / "tree", release=release)


def test_a_package_of_which_nothing_is_said_is_fine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    judged(monkeypatch, tmp_path)


@pytest.mark.parametrize(
    ("checker", "code", "text"),
    [
        ("lintian", 0, "P: ours: repeated-path-segment lib"),
        ("lintian", 2, ""),
        ("desktop-file-validate", 0, "ours.desktop: hint: value item"),
        ("appstreamcli", 0, "I: org.ours:3: unknown-tag banana"),
        ("appstreamcli", 3, "file not found"),
        ("xmllint", 3, "Element mime-type content does not follow the DTD"),
        ("update-mime-database", 0, "Unknown type"),
    ],
)
def test_whatever_a_checker_says_stops_the_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, checker: str, code: int, text: str
) -> None:
    with pytest.raises(SetupError, match=rf"{checker}: .*({text}|it ended with {code})"):
        judged(monkeypatch, tmp_path, said={checker: (code, text)})


def test_what_is_known_to_be_no_fault_does_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    said = {
        "appstreamcli": (0, "I: org.ours:8: unknown-tag developer\n✔ Validation was successful: infos: 1"),
        "lintian": (0, "N:\nN: 59 hints overridden\nwarning: running with root privileges"),
    }
    judged(monkeypatch, tmp_path, said=said)


def test_a_missing_checker_is_said_aloud(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    judged(monkeypatch, tmp_path, absent={"lintian"})
    assert "NOT CHECKED: lintian is missing: apt-get install lintian" in capsys.readouterr().out


def test_a_release_does_not_go_out_unchecked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="apt-get install appstream"):
        judged(monkeypatch, tmp_path, absent={"appstreamcli"}, release=True)
