"""Writes what a build is made of, as CycloneDX 1.6: `python -m tools.bill FOLDER`.

Everything comes from files of the checkout (requirements.txt with its hashes, docs/licences.md), so that
two builds of one commit have the same bill, byte for byte: there is no time in it, and its number
follows from its content.
"""

from __future__ import annotations

import json
import re
import sys
import uuid
from pathlib import Path

from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from tools.notices import ROOT, licence_names

_BLOCK = re.compile(
    r"^(?P<name>[a-z0-9][a-z0-9._-]*)==(?P<version>\S+)(?: ; (?P<marker>[^\\\n]+))?", re.MULTILINE
)
WHERE = "nextrep:where"
"""Name of the property that says on which systems a package is used."""
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def bill(root: Path = ROOT) -> Bom:
    """Return the bill of the wheel of the checkout in `root`."""
    made = empty(root)
    assert made.metadata.component is not None
    parts = [*packages(root), *data()]
    for part in parts:
        made.components.add(part)
    made.register_dependency(made.metadata.component, parts)
    return made


def empty(root: Path) -> Bom:
    """Return a bill of the program that names no part yet."""
    made = Bom()
    made.metadata.component = Component(
        name="nextrep",
        version=version_of(root),
        type=ComponentType.APPLICATION,
        bom_ref="nextrep",
        licenses=[DisjunctiveLicense(id="MIT")],
    )
    return made


def packages(root: Path) -> list[Component]:
    """Return a component for each package of requirements.txt, of whatever platform."""
    text = (root / "requirements.txt").read_text(encoding="utf-8")
    names = licence_names()
    found = list(_BLOCK.finditer(text))
    ends = [*(match.start() for match in found[1:]), len(text)]
    return [
        _package(match, text[match.start() : end], names[match["name"]]) for match, end in zip(found, ends)
    ]


def version_of(root: Path) -> str:
    """Return the program's version."""
    text = (root / "desktop" / "nextrep" / "__init__.py").read_text(encoding="utf-8")
    return str(re.findall(r'__version__ = "([^"]+)"', text)[0])


def written(made: Bom) -> str:
    """Return a bill as JSON that says nothing of when and where it was written."""
    said = json.loads(JsonV1Dot6(made).output_as_string())
    said.pop("serialNumber", None)
    said["metadata"].pop("timestamp", None)
    text = json.dumps(said, indent=2, sort_keys=True, ensure_ascii=False)
    said["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, text)}"
    return json.dumps(said, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _package(match: re.Match[str], block: str, licence: str) -> Component:
    name, version, marker = match["name"], match["version"], match["marker"]
    purl = PackageURL("pypi", name=name, version=version)
    told = [Property(name="nextrep:hashes", value="of every file of this version in requirements.txt")]
    if marker:
        told.append(Property(name=WHERE, value=marker.strip()))
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        purl=purl,
        bom_ref=purl.to_string(),
        hashes=[
            HashType(alg=HashAlgorithm.SHA_256, content=one) for one in sorted(set(_HASH.findall(block)))
        ],
        licenses=[DisjunctiveLicense(name=licence)],
        properties=told,
    )


def data() -> list[Component]:
    """Return what others made of what lies in resources/."""
    made = (("Noto Sans", "OFL-1.1"), ("free-exercise-db", "Unlicense"))
    return [
        Component(
            name=name,
            type=ComponentType.DATA,
            bom_ref=f"data:{name}",
            licenses=[DisjunctiveLicense(id=licence)],
        )
        for name, licence in made
    ]


if __name__ == "__main__":
    target = Path(sys.argv[1]) / f"nextrep-{version_of(ROOT)}.cdx.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(written(bill()), encoding="utf-8")
    sys.stdout.write(f"{target}\n")
