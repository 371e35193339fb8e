"""The real program without a network: a first day of use works whole, and asks for no connection anywhere.

What this proves: on Linux, in the walk below, neither Python nor a library in C asked for a socket of any
family but AF_UNIX: strace sees every such call of every thread and child. It ran in a network namespace of
its own, whose only interface is a loopback that is down, so nothing could have come or gone unseen either. It
does not prove it of other walks, nor of Windows and macOS: for those stand the import rules and the walks of
tests/app/test_no_sockets.py and tests/ui/test_no_sockets.py, which see what Python does.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e import test_first_weeks as weeks
from tests.e2e.desktop import Display
from tests.e2e.person import Person

WORDS = "Zebrafink slept badly"
LOCAL = (
    r"@?/tmp/\.X11-unix/",  # the screen
    r".*/bus$",  # D-Bus: notes on the desktop, suspend, the keyring
    r".*/dbus.*",
    r"/(var/)?run/dbus/",
    r"/(var/)?run/nscd/socket$",  # glibc, when it asks for a user's home
    r".*/at-spi.*",  # screen readers
    r".*/wayland-\d+$",
)


def fence(trace: Path) -> list[str]:
    """What is put before a command so that it has no network, and every call for one is written to `trace`.

    Skips where the system allows no such namespace or has no strace.
    """
    if not sys.platform.startswith("linux"):
        pytest.skip("NO PROOF that nothing is sent: network namespaces are Linux's")
    if not shutil.which("strace"):
        pytest.skip("NO PROOF that nothing is sent: strace is not installed")
    apart = next((words for words in (["unshare", "-n"], ["unshare", "-rn"]) if allowed(words)), None)
    if apart is None:
        pytest.skip("NO PROOF that nothing is sent: this system allows no network namespace (unshare -n)")
    # -D: the program stays the process that was started, so that the window is known to be its.
    traced = ["strace", "-D", "-f", "-qq", "-e", "trace=%network", "--seccomp-bpf", "-o", str(trace)]
    if subprocess.run([*traced[:-1], os.devnull, "true"], check=False, capture_output=True).returncode:
        pytest.skip("NO PROOF that nothing is sent: this system allows no tracing (ptrace)")
    return [*apart, *traced]


def allowed(words: list[str]) -> bool:
    try:
        return subprocess.run([*words, "true"], check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


def families(trace: Path) -> set[str]:
    """The families of all sockets that were asked for."""
    return set(re.findall(r"\bsocket(?:pair)?\((\w+)", trace.read_text(errors="replace")))


def places(trace: Path) -> set[str]:
    """Where a connection was asked for."""
    text = trace.read_text(errors="replace")
    return set(re.findall(r'sun_path=(@?"[^"]+")', text)) | set(re.findall(r"inet_\w+\([^)]*\)", text))


def test_the_trace_sees_a_socket_and_the_namespace_has_no_way_out(tmp_path: Path) -> None:
    trace = tmp_path / "trace.txt"
    program = """
import socket, sys
try:
    socket.create_connection(("192.0.2.1", 9), 2)
except OSError as error:
    print(error.errno)
print(open("/proc/net/dev").read())
"""
    command = [*fence(trace), sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[0] == "101"  # the network is unreachable
    assert re.findall(r"^\s*(\w+):", done.stdout, re.MULTILINE) == ["lo"]
    assert "AF_INET" in families(trace)
    assert any("192.0.2.1" in place for place in places(trace))


def test_a_first_day_of_use_without_any_network(display: Display, tmp_path: Path) -> None:
    trace, profile, pdf = tmp_path / "trace.txt", tmp_path / "profile", tmp_path / "for-my-clinician.pdf"
    with Person.start(display, profile, before=fence(trace)) as person:
        weeks.make_a_plan(person, profile)
        weeks.log_a_session(person, profile)
        weeks.check_in(person, profile)
        write(person, profile)
        titles = person.program.titles()
        weeks.look_at_trends(person)
        weeks.save_the_report(person, pdf)
        person.keys("alt+F4")
        assert person.program.wait() == 0
    assert families(trace) == {"AF_UNIX"}
    strange = {one for one in places(trace) if not any(re.match(f'@?"{local}', one) for local in LOCAL)}
    assert not strange
    assert "NextRep" in titles
    assert not [title for title in titles if "Zebrafink" in title]
    assert not spilled(tmp_path, but={profile / "nextrep.db", *profile.glob("backups/*"), pdf})
    assert not open_to_others([profile, *profile.rglob("*"), pdf])


def write(person: Person, profile: Path) -> None:
    person.keys("ctrl+4")
    person.click("Your words for", kind="EntryEditor", part=True)
    person.write(WORDS)
    kept = [(WORDS,)]
    person.until(lambda: weeks.rows(profile, "SELECT body FROM entry") == kept, "the entry to be saved")


def spilled(folder: Path, but: set[Path]) -> list[Path]:
    """Files in which the words of the entry stand, without the test's own notes of the screen."""
    needles = [b"Zebrafink", "Zebrafink".encode("utf-16-le")]
    files = [
        path for path in folder.rglob("*") if path.is_file() and path not in but and ".seen" not in path.name
    ]
    assert len(files) > 3
    return [path for path in files if any(needle in path.read_bytes() for needle in needles)]


def open_to_others(paths: list[Path]) -> list[Path]:
    return [path for path in paths if path.stat().st_mode & 0o077]
