"""The manual page and the completion of bash know every command and option, and no other."""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from nextrep.app.arguments import parser


def parsers(root: argparse.ArgumentParser, name: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every parser below `root`, with the words that lead to it."""
    yield name, root
    for action in root._actions:
        if isinstance(action, argparse._SubParsersAction):
            for word, sub in action.choices.items():
                yield from parsers(sub, f"{name} {word}".strip())


def options(one: argparse.ArgumentParser) -> set[str]:
    return {text for action in one._actions for text in action.option_strings if text.startswith("--")}


@pytest.fixture(scope="module")
def manual(repo: Path) -> str:
    return (repo / "installer/linux/nextrep.1").read_text(encoding="utf-8").replace("\\-", "-")


@pytest.fixture(scope="module")
def completion(repo: Path) -> str:
    return (repo / "installer/linux/nextrep.bash").read_text(encoding="utf-8")


def test_the_manual_has_every_command_and_option(manual: str) -> None:
    for name, one in parsers(parser()):
        assert name in manual.replace("\\fB", "")
        assert not {option for option in options(one) if option not in manual}, name


def test_the_manual_and_the_completion_name_no_option_that_is_none(manual: str, completion: str) -> None:
    known = set().union(*(options(one) for _name, one in parsers(parser())))
    assert set(re.findall(r"--[a-z][a-z-]+", manual)) <= known
    assert set(re.findall(r"--[a-z][a-z-]+", completion)) <= known


def completed(script: Path, *words: str) -> set[str]:
    """What bash offers for the last of `words`, with the helpers of bash-completion stood in for."""
    program = f"""
        _init_completion() {{ words=("${{COMP_WORDS[@]}}"); cword=$COMP_CWORD
            cur=${{words[cword]}}; prev=${{words[cword-1]}}; }}
        _filedir() {{ COMPREPLY+=(FILES); }}
        source '{script}'
        COMP_WORDS=(nextrep {" ".join(f"'{word}'" for word in words)}); COMP_CWORD={len(words)}
        _nextrep; printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True)
    assert not done.stderr
    return set(done.stdout.split())


@pytest.mark.skipif(not shutil.which("bash"), reason="bash completes here and nowhere else")
def test_bash_offers_the_options_of_every_command(repo: Path) -> None:
    script = repo / "installer/linux/nextrep.bash"
    for name, one in parsers(parser()):
        offered = completed(script, *name.split(), "--")
        assert offered - {"--help"} == options(one) - {"--help"}, name


@pytest.mark.skipif(not shutil.which("bash"), reason="bash completes here and nowhere else")
def test_bash_offers_commands_files_and_choices(repo: Path) -> None:
    script = repo / "installer/linux/nextrep.bash"
    assert {"import", "report", "program", "FILES"} <= completed(script, "")
    assert completed(script, "--profile", "/x", "rep") == {"report", "FILES"}
    assert completed(script, "program", "") >= {"export", "open"}
    assert completed(script, "report", "--paper", "") == {"a4", "letter"}
    assert completed(script, "import", "--unit", "k") == {"kg"}
    assert completed(script, "restore", "") == {"FILES"}
