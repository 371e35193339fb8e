"""What goes into the program for Windows: the right packages of the lock, Python's own files unchanged."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest

from tools.console import SetupError
from tools.shipping import python_embed
from tools.shipping.windows_wheels import lock_for_windows


def test_windows_gets_what_is_for_windows_and_nothing_of_other_systems(repo: Path) -> None:
    text = lock_for_windows((repo / "requirements.txt").read_text(encoding="utf-8"))
    pins = dict(re.findall(r"^([a-z0-9.-]+)==(\S+) ", text, re.MULTILINE))
    assert {"pywin32-ctypes", "pyside6-essentials", "sqlcipher3", "colorama", "tzdata"} <= pins.keys()
    assert not {"pyenchant", "secretstorage", "jeepney"} & pins.keys()
    assert pins["numpy"] == "2.1.3"  # the newest that the Wine of the tests runs
    assert all("--hash=sha256:" in line and ";" not in line for line in text.splitlines())


def test_a_file_of_python_that_is_not_the_pinned_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "python311.dll").write_bytes(b"as it was")
    pins = {"files": {"python311.dll": hashlib.sha256(b"as it was").hexdigest()}}
    python_embed.check(tmp_path, pins)
    (tmp_path / "python311.dll").write_bytes(b"another")
    with pytest.raises(SetupError, match=r"python311\.dll"):
        python_embed.check(tmp_path, pins)
    (tmp_path / "python311.dll").write_bytes(b"as it was")
    (tmp_path / "more.dll").touch()
    with pytest.raises(SetupError, match=r": more\.dll\."):
        python_embed.check(tmp_path, pins)


def test_the_pins_name_a_whole_python(repo: Path) -> None:
    pins = json.loads((repo / python_embed.PINS).read_text(encoding="utf-8"))
    assert {"python311.dll", "python311.zip", "vcruntime140.dll", "_ctypes.pyd"} <= pins["files"].keys()
    assert all(re.fullmatch("[0-9a-f]{64}", value) for value in [pins["archive"], *pins["files"].values()])
