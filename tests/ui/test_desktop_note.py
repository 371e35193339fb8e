"""A note by the desktop's portal, over a bus of the test's own."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator

import pytest

if not sys.platform.startswith("linux"):
    pytest.skip("the notification portal is only to be had on Linux", allow_module_level=True)

from PySide6.QtCore import ClassInfo, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nextrep.ui.runtime.desktop_note import INTERFACE, PATH, SERVICE, DesktopNote
from nextrep.ui.runtime.notice import Notice
from tests.ui.holding import hold

TEXT = "A moment for NextRep, if you like."


@ClassInfo({"D-Bus Interface": INTERFACE})
class Portal(QObject):
    """What a desktop has: keeps the notes, and can click on one."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self.bus = bus
        self.notes: dict[str, dict[str, str]] = {}
        bus.registerObject(PATH, self, QDBusConnection.RegisterOption.ExportAllSlots)
        assert bus.registerService(SERVICE)

    @Slot("QString", "QVariantMap")
    def AddNotification(self, name: str, note: dict[str, str]) -> None:  # noqa: N802
        self.notes[name] = note

    @Slot("QString")
    def RemoveNotification(self, name: str) -> None:  # noqa: N802
        self.notes.pop(name)

    def click(self, name: str) -> None:
        signal = QDBusMessage.createSignal(PATH, INTERFACE, "ActionInvoked")
        signal.setArguments([name, self.notes.pop(name)["default-action"], []])
        assert self.bus.send(signal)


@pytest.fixture
def address() -> Iterator[str]:
    if shutil.which("dbus-daemon") is None:
        pytest.skip("needs dbus-daemon")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    for name in ("desktop", "program"):
        QDBusConnection.disconnectFromBus(name)
    daemon.terminate()
    daemon.wait()
    daemon.stdout.close()


@pytest.fixture
def notice(qtbot: QtBot, address: str) -> Notice:
    window = QWidget()
    hold(qtbot, window)
    bus = QDBusConnection.connectToBus(address, "program")
    return Notice(window, make_tray=lambda _parent: None, make_note=lambda parent: DesktopNote(parent, bus))


def test_it_is_shown_and_a_click_brings_the_window(qtbot: QtBot, address: str, notice: Notice) -> None:
    portal = Portal(QDBusConnection.connectToBus(address, "desktop"))
    window = notice.parent()
    assert isinstance(window, QWidget)
    notice.say(window, "NextRep", TEXT)
    qtbot.waitUntil(lambda: len(portal.notes) == 1)
    ((name, note),) = portal.notes.items()
    assert (note["title"], note["body"]) == ("NextRep", TEXT)
    with qtbot.waitSignal(notice.clicked):
        portal.click(name)
    assert window.isVisible()


def test_a_second_one_takes_the_place_of_the_first_and_goes_with_the_program(
    qtbot: QtBot, address: str, notice: Notice
) -> None:
    portal = Portal(QDBusConnection.connectToBus(address, "desktop"))
    window = notice.parent()
    assert isinstance(window, QWidget)
    notice.say(window, "NextRep", "One")
    notice.say(window, "NextRep", "Two")
    qtbot.waitUntil(lambda: [note["body"] for note in portal.notes.values()] == ["Two"])
    notice.put_away()
    qtbot.waitUntil(lambda: portal.notes == {})


def test_without_a_portal_it_is_said_to_be_unseen(qtbot: QtBot, notice: Notice) -> None:
    window = notice.parent()
    assert isinstance(window, QWidget)
    with qtbot.waitSignal(notice.unseen) as said:
        notice.say(window, "NextRep", TEXT)
    assert said.args == [TEXT]


def test_a_bus_that_is_gone_is_no_harm(qtbot: QtBot) -> None:
    window = QWidget()
    hold(qtbot, window)
    bus = QDBusConnection.connectToBus("unix:path=/nowhere", "nobody")
    notice = Notice(window, make_tray=lambda _parent: None, make_note=lambda parent: DesktopNote(parent, bus))
    unseen: list[str] = []
    notice.unseen.connect(unseen.append)
    notice.say(window, "NextRep", TEXT)
    assert unseen == [TEXT]
    QDBusConnection.disconnectFromBus("nobody")
