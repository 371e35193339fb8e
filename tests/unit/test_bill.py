"""What a build is made of, as other programs read it: whole, valid, and the same each time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from cyclonedx.exception import MissingOptionalDependencyException
from cyclonedx.output.xml import XmlV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from cyclonedx.validation.xml import XmlValidator

from tests.unit.test_repository import pinned
from tools import bill


def test_every_package_of_the_lock_is_in_it_with_its_hashes(repo: Path) -> None:
    said = json.loads(bill.written(bill.bill(repo)))
    libraries = [one for one in said["components"] if one["type"] == "library"]
    packages = {one["name"]: one for one in libraries}
    assert {name: one["version"] for name, one in packages.items()} == pinned(repo / "requirements.txt")
    lock = (repo / "requirements.txt").read_text(encoding="utf-8")
    hashes = [one["content"] for part in libraries for one in part["hashes"]]
    assert set(hashes) == set(re.findall(r"sha256:([0-9a-f]{64})", lock))
    assert packages["pyyaml"]["purl"] == f"pkg:pypi/pyyaml@{packages['pyyaml']['version']}"
    assert all(one["licenses"] for one in said["components"])
    wanted = {"ref": "nextrep", "dependsOn": sorted(one["bom-ref"] for one in said["components"])}
    assert wanted in said["dependencies"]


def test_it_says_nothing_of_when_and_where_it_was_written(repo: Path) -> None:
    first, again = bill.written(bill.bill(repo)), bill.written(bill.bill(repo))
    assert first == again
    assert "timestamp" not in first
    assert str(repo) not in first


def test_it_is_what_cyclonedx_says_it_must_be(repo: Path) -> None:
    made = bill.bill(repo)
    assert XmlValidator(SchemaVersion.V1_6).validate_str(XmlV1Dot6(made).output_as_string()) is None
    try:
        problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill.written(made))
    except MissingOptionalDependencyException:
        pytest.skip("as XML it is valid; the validator of JSON needs jsonschema, which is not installed")
    assert problem is None
