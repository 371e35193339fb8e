"""Signs our Windows programs, where whoever releases has a certificate: Authenticode by osslsigncode.

NEXTREP_SIGN_PKCS12 names a PKCS#12 file with certificate and key, NEXTREP_SIGN_PASSWORD a file with its
password, and NEXTREP_SIGN_TIME the address of a time stamp server, if one is to be asked. None of them is
ever in the repository.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from tools.console import MissingHereError, SetupError, say

CERTIFICATE, PASSWORD, TIME = "NEXTREP_SIGN_PKCS12", "NEXTREP_SIGN_PASSWORD", "NEXTREP_SIGN_TIME"


def sign(*programs: Path) -> bool:
    """Sign each program in its place and return True; say so and return False where no certificate is named.

    Raises:
        MissingHereError: a certificate is named, and osslsigncode is missing.
        SetupError: a program could not be signed.
    """
    certificate = os.environ.get(CERTIFICATE)
    if not certificate:
        names = ", ".join(one.name for one in programs)
        say(f"LEFT OUT: {names}: not signed, {CERTIFICATE} names no certificate")
        return False
    if not shutil.which("osslsigncode"):
        raise MissingHereError("osslsigncode is missing, which signs: apt-get install osslsigncode")
    words = ["-pkcs12", certificate, "-h", "sha256", "-n", "NextRep"]
    if password := os.environ.get(PASSWORD):
        words += ["-readpass", password]
    if server := os.environ.get(TIME):
        words += ["-ts", server]
    for program in programs:
        signed = program.with_suffix(".signed")
        signed.unlink(missing_ok=True)
        done = subprocess.run(
            ["osslsigncode", "sign", *words, "-in", str(program), "-out", str(signed)],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode:
            said = (done.stdout + done.stderr)[-1000:]
            raise SetupError(f"{program.name} could not be signed; osslsigncode said:\n{said}")
        signed.replace(program)
    return True
