"""docs/safety.md names for each rule where it is built and a test; both have to be there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

PROOF = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PLACE = re.compile(r"`((?:ui|domain|services|reports|resources)/[\w/.]+)`")


def _rows(repo: Path) -> list[list[str]]:
    text = (repo / "docs/safety.md").read_text(encoding="utf-8")
    cells = [line.strip("|").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return [row for row in cells if row[0].strip() not in {"rule", "---"}]


def test_every_rule_has_a_proof_that_there_is(repo: Path) -> None:
    rows = _rows(repo)
    assert len(rows) > 30
    for rule, _place, proofs in rows:
        named = PROOF.findall(proofs)
        assert named, rule
        for file, test in named:
            tree = ast.parse((repo / file).read_text(encoding="utf-8"))
            tests = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
            assert test in tests, f"{rule}: {file}::{test}"


def test_every_place_is_there(repo: Path) -> None:
    for rule, place, _proofs in _rows(repo):
        for path in PLACE.findall(place):
            root = repo if path.startswith("resources") else repo / "desktop/nextrep"
            assert (root / path).exists(), f"{rule}: {path}"
