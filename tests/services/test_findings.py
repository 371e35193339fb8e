"""What a period says is gathered from what was kept, and nothing heavy comes along unasked."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random

from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import CheckIn, Rating
from nextrep.domain.panels import Panel, PanelKind
from nextrep.domain.sleep import Night
from nextrep.domain.sleep_clock import night_from_clock
from nextrep.domain.training import Session, SessionState, SetDraft
from nextrep.domain.trends import caveats
from nextrep.domain.trends.said import of_outcome, plain_text, sections
from nextrep.services import catalog, demo, findings, panels, questionnaires, session, session_ratings
from nextrep.storage.store import Store

DAYS = 84


def rated_days(store: Store, now: datetime) -> int:
    """Twelve weeks of mood and anxiety, trained every third day; returns the first day."""
    random, first = Random(3), now.date().toordinal() - DAYS + 1
    sessions = []
    checkins = []
    for index in range(DAYS):
        at = now - timedelta(days=DAYS - 1 - index)
        mood = round(35 + index / 2 + random.choice((-10, 0, 10)))
        values = {Rating.MOOD: mood, Rating.ANXIETY: 40, Rating.STRESS: mood}
        checkins.append((CheckIn(first + index, values), at))
        if index % 3 == 0:
            one = Session(0, "Session", at, at, first + index, SessionState.DONE)
            sessions.append((replace(one, pleasant_before=0, pleasant_after=index % 4), f"test-{index}"))
    with store.transaction():
        store.checkins.insert_many(checkins)
        store.sessions.insert_imported(sessions)
    return first


def night(day: int, now: datetime, quality: int | None) -> Night:
    on = now.date() - timedelta(days=now.date().toordinal() - day)
    return night_from_clock(on, time(23), time(7), now.tzinfo, sol_min=30, waso_min=18, quality=quality)


def test_a_period_holds_the_outcomes_that_were_settled_in_advance(store: Store, now: datetime) -> None:
    first = rated_days(store, now)
    last = first + DAYS - 1
    found = findings.view(store, first, last)
    mood, anxiety, sleep = found.outcomes
    assert [one.outcome.key for one in found.outcomes] == ["rating:mood", "rating:anxiety", "sleep:se"]
    assert all(one.outcome.fixed for one in found.outcomes)
    assert mood.enough.logged == DAYS
    assert mood.trend.per_four is not None and mood.trend.per_four.low > 0
    assert anxiety.trend.flat and anxiety.day_after.effect is None
    assert mood.day_after.trained.n == 28 and mood.day_after.other.n == 55
    assert sleep.enough.logged == 0 and sleep.last_level is None
    assert found.around.n == 28 and found.around.same == 7 and found.around.mean is not None


def test_sleep_is_quality_only_where_more_nights_have_one(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    with store.transaction():
        store.nights.insert_many([night(today - back, now, 7 if back else None) for back in range(20)])
    nights = store.nights.between(today - 30, today)
    efficiency = findings.sleep_outcome(nights)
    assert efficiency.key == "sleep:se" and efficiency.points[0][1] == 90.0
    shown = findings.view(store, today - 30, today).outcomes[2]
    assert shown.outcome.night and shown.last_level is not None and shown.last_level.median == 90.0


def test_another_outcome_says_itself_that_it_was_chosen_after_looking(store: Store, now: datetime) -> None:
    first = rated_days(store, now)
    last = first + DAYS - 1
    stress = panels.series(store, Panel(PanelKind.RATING, str(Rating.STRESS)), first, last, None)
    found = findings.of_series(store, stress, first, last)
    assert not found.outcome.fixed
    labels = {said.key: said.label for said in of_outcome(found)}
    assert labels["trend"].startswith("Chosen after looking")
    assert labels["day_after"].startswith("Chosen after looking")


def test_scores_of_the_period_only(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    for back, total in ((90, 20), (60, 15), (1, 9)):
        questionnaires.record_total(store, InstrumentKey.PHQ9, today - back, total, now)
    questionnaires.record_total(store, InstrumentKey.GAD7, today, 5, now)
    (found,) = findings.view(store, today - 83, today).scores
    assert (found.first[1], found.latest[1], found.from_first.points) == (15, 9, -6)
    assert found.previous is None


def test_a_rating_of_one_moment_alone_is_no_pair(store: Store, now: datetime) -> None:
    number = session.start_free(store, now).value.session.id
    session_ratings.rate_before(store, number, 1, 3, now)
    session.add_exercise(store, number, catalog.by_key("push_up"))
    (block,) = session.view(store, number).blocks
    session.log_set(store, number, SetDraft(block.exercise_id, 0, reps=8), now)
    session.finish(store, number, now)
    today = now.date().toordinal()
    assert findings.view(store, today, today).around.n == 0
    session_ratings.rate_after(store, number, 3, 3, now)
    assert findings.view(store, today, today).around.differences == (2,)


def test_an_empty_profile_says_that_there_is_not_enough(store: Store, now: datetime) -> None:
    today = now.date().toordinal()
    found = findings.view(store, today - 83, today)
    for one in found.outcomes:
        assert any("not enough" in line for said in of_outcome(one) for line in said.lines)


def test_invented_data_can_be_said_from_beginning_to_end(store: Store, now: datetime) -> None:
    demo.fill(store, 16, 1, now)
    today = now.date().toordinal()
    found = findings.view(store, today - 111, today)
    parts = sections(found.outcomes, found.around, found.scores)
    assert [part.key for part in parts][:4] == ["rating:mood", "rating:anxiety", "sleep:quality", "around"]
    assert all(said.lines for part in parts for said in part.said)
    text = plain_text(parts)
    assert text.count("These are one person’s own ratings.") >= 3  # beside each figure, not once below all
    assert text.splitlines()[-1] == caveats.several()


def test_numpy_comes_only_when_something_is_reckoned(repo: Path) -> None:
    code = (
        "import sys; import nextrep.services.findings, nextrep.domain.trends.said;"
        "import nextrep.domain.trends.training_words; print('numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(repo / "desktop"), "PATH": ""},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
