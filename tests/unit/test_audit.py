"""The check for known weaknesses never takes silence for an all-clear."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from tools import audit
from tools.console import SetupError
from tools.environment import Environment

CLEAN = {"name": "alpha", "version": "1.0", "vulns": []}
FAULT = {"id": "PYSEC-1", "aliases": ["CVE-1"], "fix_versions": ["1.1"]}


def test_a_known_weakness_is_named_with_the_version_that_mends_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.judged("lock", [CLEAN, {**CLEAN, "name": "beta", "vulns": [FAULT]}]) == audit.FOUND
    said = capsys.readouterr().out
    assert "beta 1.0: PYSEC-1, CVE-1; mended in 1.1" in said
    assert "2 packages looked up, 1 known weaknesses" in said


def test_nothing_known_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit.judged("lock", [CLEAN]) == audit.CLEAN
    assert "NOT AUDITED" not in capsys.readouterr().out


@pytest.mark.parametrize("packages", [[], [CLEAN, {"name": "beta", "skip_reason": "not found"}]])
def test_what_could_not_be_looked_up_is_no_all_clear(
    packages: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert audit.judged("lock", packages) == audit.NOT_ASKED
    assert "NOT AUDITED" in capsys.readouterr().out


def test_without_a_network_it_says_so_loudly(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / audit.LOCK).write_text("", encoding="utf-8")
    monkeypatch.setattr(Environment, "ensure", lambda *_: None)
    failed = subprocess.CompletedProcess([], 1, "", "ConnectionError: nobody there")
    monkeypatch.setattr(audit.subprocess, "run", lambda *_, **__: failed)
    assert audit.audit(tmp_path, ("requirements.txt", "requirements-dev.txt")) == audit.NOT_ASKED
    assert "ConnectionError: nobody there" in capsys.readouterr().out


def test_an_environment_that_cannot_be_made_is_said_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise SetupError("The packages could not be installed")

    (tmp_path / audit.LOCK).write_text("", encoding="utf-8")
    monkeypatch.setattr(Environment, "ensure", fail)
    assert audit.audit(tmp_path, ("requirements.txt",)) == audit.NOT_ASKED
    assert "could not be installed" in capsys.readouterr().out
