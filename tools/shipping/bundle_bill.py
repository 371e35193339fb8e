"""Writes what is inside a bundle, as CycloneDX 1.6, and stops where that is not known or not spoken for.

    python -m tools.shipping.bundle_bill BUNDLE NAME OUT [STATUS]

BUNDLE is the folder that is installed, NAME what the package is for ("debian"), OUT where the bill goes, and
STATUS the list of installed packages of the Debian in which it was made (var/lib/dpkg/status).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from cyclonedx.model import Property
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import DisjunctiveLicense
from packageurl import PackageURL
from packaging.markers import Marker

from tools import bill
from tools.notices import ROOT, pinned
from tools.shipping.parts import Contents, Found, UnknownPartError, contents, unspoken


def bundle_bill(bundle: Path, name: str, debian: dict[str, str]) -> Bom:
    """Return the bill of a bundle.

    Args:
        bundle: the folder that is installed.
        name: what its package is for.
        debian: versions of Debian packages by name, for the libraries that come from them; may be empty.

    Raises:
        UnknownPartError: a file is of no known part, or a licence is not in the bundle's notice.
    """
    found = contents(bundle, pinned())
    assert_spoken_for(bundle, found)
    made = bill.empty(ROOT)
    assert made.metadata.component is not None
    made.metadata.component.properties.add(Property(name="nextrep:package", value=name))
    packages = [one for one in bill.packages(ROOT) if one.name in found.packages and _meant(one, found)]
    parts = [(one, _component(one, debian)) for one in found.parts if not one.kind.is_package]
    brought = [(one.kind.of, component) for one, component in parts] + crates(bundle)
    data = bill.data()
    for component in (*packages, *(component for _of, component in brought), *data):
        made.components.add(component)
    top = [component for of, component in brought if not of]
    made.register_dependency(made.metadata.component, [*packages, *data, *top])
    for carrier in made.components:
        made.register_dependency(carrier, [part for of, part in brought if of == carrier.name])
    return made


def crates(bundle: Path) -> list[tuple[str, Component]]:
    """Return what packages say themselves that they are built of in Rust, each with the name of its package.

    Only a package whose own bill (PEP 770) lies in the bundle says so; what is compiled shows no names.
    """
    found: list[tuple[str, Component]] = []
    for file in sorted(bundle.rglob("*.dist-info/sboms/*.json")):
        package = file.parents[1].name.partition("-")[0]
        named = json.loads(file.read_text(encoding="utf-8")).get("components", [])
        mine = [one for one in named if str(one.get("purl", "")).startswith("pkg:cargo/")]
        found += [(package, _crate(package, one)) for one in mine]
    return found


def _crate(package: str, said: dict[str, Any]) -> Component:
    licences = [
        one.get("expression") or one.get("license", {}).get("id", "") for one in said.get("licenses", [])
    ]
    name, version = str(said["name"]), str(said.get("version", ""))
    purl = PackageURL("cargo", name=name, version=version)
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        purl=purl,
        bom_ref=f"{package}:{purl.to_string()}",
        licenses=[DisjunctiveLicense(name=" AND ".join(filter(None, licences)))],
        properties=[Property(name="nextrep:said-by", value=f"the bill in {package}")],
    )


def assert_spoken_for(bundle: Path, found: Contents) -> None:
    """Make sure that the notice which lies in a bundle has the licence of every part of it.

    Raises:
        UnknownPartError: there is no notice, or it lacks some.
    """
    notice = next(bundle.rglob("licences/NOTICES.txt"), None)
    if notice is None:
        raise UnknownPartError("The bundle has no resources/licences/NOTICES.txt.")
    if missing := unspoken(found, notice.read_text(encoding="utf-8")):
        raise UnknownPartError("The notice in the bundle does not speak for:\n  " + "\n  ".join(missing))


def debian_versions(status: Path) -> dict[str, str]:
    """Return the version of each Debian package that a list of installed packages names."""
    text = status.read_text(encoding="utf-8", errors="replace")
    return dict(re.findall(r"^Package: (\S+)\n(?:.+\n)*?Version: (\S+)$", text, re.MULTILINE))


def _meant(package: Component, found: Contents) -> bool:
    """Return whether a line of requirements.txt is the one for the system that the bundle is for."""
    windows = any(file.endswith((".dll", ".pyd")) for one in found.parts for file in one.files)
    here = {"python_full_version": "3.11.0", "python_version": "3.11", "platform_machine": "x86_64"}
    here["sys_platform"] = "win32" if windows else "linux"
    where = [str(told.value) for told in package.properties if told.name == bill.WHERE]
    return all(Marker(text).evaluate({**here, "extra": ""}) for text in where)


def _component(found: Found, debian: dict[str, str]) -> Component:
    kind = found.kind
    told = [Property(name="nextrep:file", value=file) for file in found.files]
    if kind.inside:
        told.append(Property(name="nextrep:linked-into", value="the files named"))
    purl = None
    if kind.debian in debian:
        purl = PackageURL("deb", namespace="debian", name=kind.debian, version=debian[kind.debian])
    return Component(
        name=kind.name,
        version=found.version or None,
        type=ComponentType.LIBRARY,
        purl=purl,
        bom_ref=f"part:{kind.of}:{kind.name}",
        licenses=[DisjunctiveLicense(name=kind.licence)],
        properties=told,
    )


def main(words: list[str]) -> int:
    """Write one bill and return 0, or say what is not known or not spoken for and return 1."""
    bundle, name, out = Path(words[0]), words[1], Path(words[2])
    debian = debian_versions(Path(words[3])) if words[3:] else {}
    try:
        made = bundle_bill(bundle, name, debian)
    except UnknownPartError as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    target = out / f"nextrep-{bill.version_of(ROOT)}-{name}.cdx.json"
    out.mkdir(parents=True, exist_ok=True)
    target.write_text(bill.written(made), encoding="utf-8")
    sys.stdout.write(f"{target.name}: {len(made.components)} parts\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
