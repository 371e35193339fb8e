"""Where this computer's apt gets Debian from, so that bare systems get it from there as well.

A machine for tests may reach one mirror only, or everything by a proxy.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_TARGETS = "$(ORIGIN)|$(LABEL)|$(COMPONENT)|$(REPO_URI)"
_CERTIFICATES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")


@dataclass(frozen=True)
class Mirror:
    """A mirror of Debian.

    Attributes:
        address: for debootstrap; "" for its own choice.
        proxy: what it is reached by; "" for none.
        certificates: the file that an https mirror is checked with; None where none is needed.
    """

    address: str = ""
    proxy: str = ""
    certificates: Path | None = None

    def env(self) -> dict[str, str]:
        """Return the environment of debootstrap."""
        return {**os.environ, **({"http_proxy": self.proxy, "https_proxy": self.proxy} if self.proxy else {})}

    def settings(self) -> str:
        """Return the lines for apt inside a system that was made from it."""
        lines = [f'Acquire::{kind}::Proxy "{self.proxy}";' for kind in ("http", "https") if self.proxy]
        if self.certificates is not None:
            lines.append(f'Acquire::https::CAInfo "{CERTIFICATES_INSIDE}";')
        return "".join(f"{line}\n" for line in lines)


CERTIFICATES_INSIDE = "/etc/apt/mirror.crt"
"""Where a system that was made from an https mirror keeps what checks it; a bare one has none of its own."""


def known_to_apt() -> Mirror:
    """Return the mirror that apt uses here; without an address where none can be found."""
    address = first_debian(_said("apt-get", "indextargets", "--format", _TARGETS, "Created-By: Packages"))
    proxy = _said("apt-config", "dump", "--format", "%v%n", "Acquire::http::Proxy").strip()
    proxy = proxy or os.environ.get("http_proxy", "")
    safe = address.startswith("https:")
    bundles = [Path(name) for name in _CERTIFICATES if Path(name).is_file()] if safe else []
    return Mirror(address, "" if proxy == "DIRECT" else proxy, bundles[0] if bundles else None)


def first_debian(targets: str) -> str:
    """Return the address of the first mirror of Debian itself among apt's sources, "" where there is none.

    Args:
        targets: a line for each: origin, label, component and address, between bars.
    """
    for line in targets.splitlines():
        origin, _, rest = line.partition("|")
        label, _, rest = rest.partition("|")
        component, _, address = rest.partition("|")
        if (origin, label, component) == ("Debian", "Debian", "main") and address.startswith("http"):
            return address
    return ""


def _said(*command: str) -> str:
    if not shutil.which(command[0]):
        return ""
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return done.stdout if done.returncode == 0 else ""
