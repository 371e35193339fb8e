"""The trial of the Debian package in every run of the tests: when it runs, and how it is ended."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools import quick_trial
from tools.console import MissingHereError, SetupError
from tools.ending import end_tree
from tools.shipping.mirror import Mirror, first_debian
from tools.steps import Steps


class FakeSteps(Steps):
    """Remembers what would be run."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.ran: list[tuple[list[object], dict[str, str], float | None]] = []

    def pytest(
        self, _title: str, command: list[object], env: dict[str, str], *, limit: float | None = None
    ) -> None:
        self.ran.append((command, env, limit))


@pytest.fixture
def steps(tmp_path: Path) -> FakeSteps:
    return FakeSteps(tmp_path)


def run(steps: FakeSteps, *, minutes: float, tmp_path: Path) -> None:
    quick_trial.run(steps, tmp_path, Path(sys.executable), {}, time.monotonic() - 60 * minutes)


def test_with_time_and_all_that_it_needs_it_runs_and_has_five_minutes(
    steps: FakeSteps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(quick_trial, "missing", lambda _root: "")
    run(steps, minutes=13.5, tmp_path=tmp_path)
    ((command, env, limit),) = steps.ran
    assert env["NEXTREP_INSTALL"] == "1"
    assert "installed_used_purged and bookworm" in command
    assert limit is not None and 290 < limit <= 300
    assert steps.summary() == 0
    assert "LEFT OUT" not in capsys.readouterr().out


def test_all_of_it_ends_within_its_twenty_minutes(
    steps: FakeSteps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(quick_trial, "missing", lambda _root: "")
    run(steps, minutes=15.5, tmp_path=tmp_path)
    ((_command, _env, limit),) = steps.ran
    assert limit is not None and 200 < limit <= 210


def test_when_the_other_tests_took_too_long_it_is_left_out_loudly(
    steps: FakeSteps, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(steps, minutes=16.1, tmp_path=tmp_path)
    assert steps.ran == []
    assert steps.summary() == 0
    assert capsys.readouterr().out.count("LEFT OUT") == 2  # at once, and beside what was done


@pytest.mark.parametrize("error", [MissingHereError("no mirror"), SetupError("no mirror")])
def test_where_no_bare_system_can_be_made_it_is_left_out_and_says_why(
    steps: FakeSteps,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: SetupError,
) -> None:
    def fail(*_words: object) -> Path:
        raise error

    monkeypatch.setattr(quick_trial.sys, "platform", "linux")
    monkeypatch.setattr(quick_trial.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(quick_trial.debian, "ensure", lambda **_what: None)
    monkeypatch.setattr(quick_trial, "why_not", lambda: "")
    monkeypatch.setattr(quick_trial, "kept", fail)
    run(steps, minutes=1, tmp_path=tmp_path)
    assert steps.ran == []
    assert "no mirror" in capsys.readouterr().out


def test_without_root_nothing_is_installed_for_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quick_trial.os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setattr(quick_trial.debian, "ensure", lambda **_what: pytest.fail("asked apt"))
    assert quick_trial.missing(tmp_path)


PARENT = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"], start_new_session=True)
print(child.pid, flush=True)
time.sleep(60)
"""
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="bare systems are Linux's")


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@linux_only
def test_ending_a_program_ends_what_it_started_even_in_a_session_of_its_own() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        end_tree(parent.pid)
        assert parent.wait(timeout=30) == -signal.SIGKILL
    deadline = time.monotonic() + 30
    while alive(child):
        assert time.monotonic() < deadline
        os.sched_yield()


@linux_only
def test_a_step_that_takes_too_long_is_ended_and_left_out_loudly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps = Steps(tmp_path)
    steps.pytest("a trial", [sys.executable, "-c", PARENT], dict(os.environ), limit=1)
    assert steps.summary() == 0
    said = capsys.readouterr().out
    assert said.count("LEFT OUT: a trial") == 1
    assert said.count("ended after 1 s") == 2  # at once, and beside what was done


def test_a_bare_system_comes_from_the_mirror_that_apt_uses_and_not_from_a_source_beside_it() -> None:
    targets = (
        "Debian|Debian-Security|main|http://one.invalid/security/\n"
        "Other|Other|main|http://two.invalid/\n"
        "Debian|Debian|main|http://three.invalid/debian/\n"
    )
    assert first_debian(targets) == "http://three.invalid/debian/"
    assert first_debian("Ubuntu|Ubuntu|main|http://four.invalid/ubuntu/\n") == ""


def test_a_system_behind_a_proxy_is_told_of_it() -> None:
    mirror = Mirror("http://three.invalid/debian/", "http://proxy.invalid:8000")
    assert mirror.env()["http_proxy"] == "http://proxy.invalid:8000"
    assert 'Acquire::http::Proxy "http://proxy.invalid:8000";' in mirror.settings()
    assert Mirror().settings() == ""


def test_a_step_that_fails_within_its_time_has_failed(tmp_path: Path) -> None:
    steps = Steps(tmp_path)
    steps.pytest("a trial", [sys.executable, "-c", "import sys; sys.exit(1)"], dict(os.environ), limit=60)
    assert steps.summary() == 1
