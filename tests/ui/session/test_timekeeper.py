"""The timers are heard, say so outside the window, and follow the settings."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from nextrep.services import preferences
from nextrep.settings.table import BREATH_IN_S, GET_READY_S, PACER_ON, REST_NOTIFY
from nextrep.storage.store import Store
from nextrep.ui.runtime.context import Context
from nextrep.ui.session.rest import RestCard
from nextrep.ui.session.rest_clock import RestClock
from nextrep.ui.session.set_timer import SetTimer
from nextrep.ui.session.timekeeper import Timekeeper
from tests.ui.fixtures_ui import NOON, make_context


class Kept:
    """Both cards under one clock, with a list in place of the notification."""

    def __init__(self, qtbot, context: Context) -> None:
        self.now = 0
        self.context = context
        self.rest, self.timer = RestCard(), SetTimer()
        self.rest.clock = RestClock(lambda: self.now)
        for card in (self.rest, self.timer):
            qtbot.addWidget(card)
        self.keeper = Timekeeper(context, self.rest, self.timer)
        self.said: list[str] = []
        self.keeper.notice.say = lambda _window, _title, text: self.said.append(text)

    def rest_ends(self) -> None:
        self.rest.start(60)
        self.now += 60_000
        self.rest.update_clock()


@pytest.fixture
def kept(qtbot, tmp_path: Path) -> Iterator[Kept]:
    store = Store(tmp_path / "profile", now=NOON)
    context, _ = make_context(tmp_path, store)
    yield Kept(qtbot, context)
    context.undo.clear()
    store.close()


def test_the_end_of_a_rest_is_heard_and_said_while_another_program_is_in_front(kept, sounds_heard):
    kept.rest_ends()
    assert sounds_heard == ["rest_over"]
    assert kept.said == ["The rest is over"]


def test_it_is_not_said_where_the_person_looks_already(kept, sounds_heard, qtbot):
    kept.rest.show()
    kept.rest.activateWindow()
    qtbot.waitUntil(kept.rest.isActiveWindow)
    kept.rest_ends()
    assert sounds_heard == ["rest_over"]
    assert kept.said == []


def test_it_is_not_said_where_the_person_does_not_want_it(kept, sounds_heard):
    kept.context.settings_machine.put(REST_NOTIFY, False)
    kept.rest_ends()
    assert sounds_heard == ["rest_over"]
    assert kept.said == []


def test_a_rest_that_was_skipped_makes_no_sound(kept, sounds_heard):
    kept.rest.start(60)
    kept.rest.skip.click()
    assert sounds_heard == []
    assert kept.said == []


def test_a_timed_set_is_heard(kept, sounds_heard):
    kept.timer.get_ready_s = 0
    kept.timer.toggle()
    kept.timer.cancel()
    assert sounds_heard == ["go"]


def test_the_settings_are_followed_as_soon_as_they_change(kept):
    store, run = kept.context.store, kept.context.operate.run
    kept.rest.start(60)
    assert kept.rest.breathing.text() == "4 in · 6 out"
    run(partial(preferences.change, store, BREATH_IN_S, 5), initiator=None)
    assert kept.rest.breathing.text() == "5 in · 6 out"
    run(partial(preferences.change, store, PACER_ON, False), initiator=None)
    assert kept.rest.line.text() == "Resting"
    run(partial(preferences.change, store, GET_READY_S, 12), initiator=None)
    assert kept.timer.get_ready_s == 12
    assert "12 s" in kept.timer.hint.text()
    kept.rest.clear()
