"""Sleep and the lock of the session, as Linux says them, over a bus of the test's own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("D-Bus is only to be had on Linux", allow_module_level=True)

# A process of its own: Qt finds the buses once, by the environment.
_WATCH = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from nextrep.ui.runtime.absence import AbsenceWatch

app = QCoreApplication([])
other = QDBusConnection.connectToBus(sys.argv[1], "logind")
assert other.registerService("org.freedesktop.login1")
watch = AbsenceWatch()
watch.left.connect(lambda: print("left", flush=True))
watch.start()
LOGIND, SAVER = "org.freedesktop.login1", "org.freedesktop.ScreenSaver"
says = [
    ("woken", f"/{LOGIND.replace('.', '/')}", f"{LOGIND}.Manager", "PrepareForSleep", [False]),
    ("sleeping", f"/{LOGIND.replace('.', '/')}", f"{LOGIND}.Manager", "PrepareForSleep", [True]),
    ("locking", "/org/freedesktop/login1/session/_31", f"{LOGIND}.Session", "Lock", []),
    ("saver off", "/org/freedesktop/ScreenSaver", SAVER, "ActiveChanged", [False]),
    ("saver on", "/org/freedesktop/ScreenSaver", SAVER, "ActiveChanged", [True]),
]

def say():
    if not says:
        app.quit()
        return
    word, path, interface, name, arguments = says.pop(0)
    print(word, flush=True)
    message = QDBusMessage.createSignal(path, interface, name)
    message.setArguments(arguments)
    other.send(message)

timer = QTimer()
timer.setInterval(300)
timer.timeout.connect(say)
timer.start()
app.exec()
"""


def test_what_the_system_says_is_heard() -> None:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        env = {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address, "DBUS_SESSION_BUS_ADDRESS": address}
        heard = subprocess.run(
            [sys.executable, "-c", _WATCH, address],
            env=env, capture_output=True, text=True, check=True, timeout=60,
        )  # fmt: skip
    finally:
        daemon.terminate()
        daemon.wait(timeout=10)
        assert daemon.stdout is not None
        daemon.stdout.close()
    said = ["woken", "sleeping", "left", "locking", "left", "saver off", "saver on", "left"]
    assert heard.stdout.split("\n")[:-1] == said
