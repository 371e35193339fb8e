"""The workflow files of a forge parse, name only what is there, and can do no more than they must."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools.shipping.targets import TARGETS

NAMES = ("tests", "packages", "release")


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def text(repo: Path, name: str) -> str:
    return (repo / f".github/workflows/{name}.yml").read_text(encoding="utf-8")


@pytest.fixture
def workflow(text: str) -> dict[Any, Any]:
    found: dict[Any, Any] = yaml.safe_load(text)
    return found


def steps(workflow: dict[Any, Any]) -> list[dict[str, Any]]:
    return [step for job in workflow["jobs"].values() for step in job.get("steps", [])]


def test_there_are_no_others(repo: Path) -> None:
    assert sorted(path.stem for path in (repo / ".github/workflows").iterdir()) == sorted(NAMES)


def test_it_says_at_the_top_that_nobody_ran_it(text: str) -> None:
    assert text.startswith("# NOT RUN HERE")


def test_every_action_is_pinned_by_a_commit_with_its_version_beside_it(text: str) -> None:
    used = re.findall(r"uses: (\S+)(.*)", text)
    for action, beside in used:
        if not action.startswith("./"):
            assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", action), action
            assert re.fullmatch(r" # v\d+\.\d+\.\d+", beside), action


def test_one_action_has_one_version_everywhere(repo: Path) -> None:
    pins = set()
    for name in NAMES:
        text = (repo / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
        pins |= set(re.findall(r"uses: (actions/[a-z-]+)@([0-9a-f]{40})", text))
    assert len(pins) == len({action for action, _commit in pins})


def test_it_calls_only_commands_and_targets_that_dev_py_has(repo: Path, workflow: dict[Any, Any]) -> None:
    known = set(re.findall(r'"([a-z-]+)": commands\.', (repo / "dev.py").read_text(encoding="utf-8")))
    assert len(known) > 10
    lines = "\n".join(step.get("run", "") for step in steps(workflow))
    for command, rest in re.findall(r"dev\.py ([a-z-]+)([^\n|]*)", lines):
        assert command in known, command
        if command == "build":
            assert set(rest.split()) <= {*TARGETS, "all", "--release", "--allow-missing"}, rest
    for module in re.findall(r"-m (tools\.[\w.]+)", lines):
        assert (repo / f"{module.replace('.', '/')}.py").exists()
    for path in re.findall(r"(?:packaging|resources|installer)/[\w./-]+", lines):
        assert (repo / path).exists(), path


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash to read them with")
def test_its_scripts_are_sound_shell(workflow: dict[Any, Any]) -> None:
    for job in workflow["jobs"].values():
        if job.get("defaults", {}).get("run", {}).get("shell") == "pwsh":
            continue  # nothing here can read that
        for step in job.get("steps", []):
            script = re.sub(r"\$\{\{.*?\}\}", "x", step.get("run", ""))
            done = subprocess.run(["bash", "-n"], input=script, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr


def test_nothing_but_the_draft_may_write_and_no_job_keeps_a_token_in_the_checkout(
    name: str, workflow: dict[Any, Any]
) -> None:
    assert workflow["permissions"] == {"contents": "read"}
    may = {job for job, what in workflow["jobs"].items() if "permissions" in what}
    assert may == ({"draft"} if name == "release" else set())
    for step in steps(workflow):
        if str(step.get("uses", "")).startswith("actions/checkout"):
            assert step["with"]["persist-credentials"] is False


def test_every_job_ends_by_itself(workflow: dict[Any, Any]) -> None:
    assert all("timeout-minutes" in job or "uses" in job for job in workflow["jobs"].values())


def test_nothing_for_macos_is_handed_out_and_secrets_reach_only_the_step_that_signs(repo: Path) -> None:
    text = (repo / ".github/workflows/packages.yml").read_text(encoding="utf-8")
    jobs = yaml.safe_load(text)["jobs"]
    assert not [step for step in jobs["macos"]["steps"] if "upload" in str(step.get("uses"))]
    with_secrets = [step for job in jobs.values() for step in job["steps"] if "secrets." in str(step)]
    assert [step["name"] for step in with_secrets] == ["build, compress, sign"]


def test_the_three_systems_are_tested_by_the_command_that_developers_use(repo: Path) -> None:
    jobs = yaml.safe_load((repo / ".github/workflows/tests.yml").read_text(encoding="utf-8"))["jobs"]
    systems = jobs["test"]["strategy"]["matrix"]["system"]
    assert {name.split("-")[0] for name in systems} == {"ubuntu", "windows", "macos"}
    assert jobs["test"]["steps"][-1]["run"] == "python dev.py test"
