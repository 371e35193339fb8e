"""Whatever is done, in whatever order: taking it back gives what was, doing it again gives what is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nextrep.domain.changes import Outcome
from nextrep.domain.day_topics import Topic
from nextrep.domain.errors import UserError
from nextrep.domain.events import Event, EventKind
from nextrep.domain.exercises import Equipment, Exercise, Measure, Pattern
from nextrep.domain.imports import ImportedLog, ImportedSession, ImportedSet
from nextrep.domain.journal import Rating
from nextrep.domain.measures import Measure as CheckInMeasure
from nextrep.domain.measures import Rhythm
from nextrep.domain.plan_exercises import Scope
from nextrep.domain.prescription import (
    LoadPlan,
    LoadRule,
    PlannedKind,
    PlannedSet,
    Progression,
    ProgressionRule,
    TargetDetails,
)
from nextrep.domain.program import Answers, PlannedState, Prescription, SkipReason
from nextrep.domain.reminders import ReminderKind
from nextrep.domain.shared_program import SharedProgram, SharedSession
from nextrep.domain.sleep import Night
from nextrep.domain.sleep_clock import night_from_clock
from nextrep.domain.training import Effort, EffortScale, SetDraft, SetKind, Target
from nextrep.domain.units import Load, Unit, load_of
from nextrep.services import bin as trash
from nextrep.services import (
    catalog,
    day_context,
    events,
    journal,
    library,
    library_editing,
    measures,
    moments,
    opening,
    plan_editing,
    plan_weeks,
    preferences,
    program,
    reminders,
    session,
    session_exercises,
    session_past,
    session_ratings,
    session_templates,
    tracking,
    transfer,
)
from nextrep.services.handover import Overlap
from nextrep.services.opening import Instead
from nextrep.services.session_source import FREE, Source, SourceKind
from nextrep.settings.table import (
    ASKED,
    BODY_WEIGHT_GRAMS,
    PERSON_NAME,
    QUIET_FROM,
    QUIET_TO,
    REMINDERS_SHOWN,
    REST_SECONDS,
    TRACKING_PAUSES,
)
from nextrep.storage.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
TOKYO = ZoneInfo("Asia/Tokyo")
START = datetime(2026, 11, 22, 9, 30, tzinfo=BERLIN)
Step = Callable[["Person"], Outcome[Any]]

# What the person can see of the record. Numbers of rows that nothing refers to are left out, as are
# exercises that are not used and programs that were taken back: neither shows anywhere.
_SEEN = (
    (
        "SELECT id, title, started_at, started_zone, ended_at, ended_zone, day, state, planned_id,"
        " duration_s, note, pleasant_before, activated_before, pleasant_after, activated_after,"
        " rated_before_at, rated_after_at, effort, origin, origin_key, body_g"
        " FROM session ORDER BY id"
    ),
    (
        "SELECT session_id, block, exercise_id, note, sets, reps_low, reps_high, seconds, rir_low, rir_high,"
        " rest_s, details, skipped FROM session_exercise ORDER BY session_id, block"
    ),
    "SELECT * FROM workset ORDER BY id",
    "SELECT kind, title, day, deleted_at, data FROM bin ORDER BY deleted_at, kind, data",
    "SELECT * FROM template ORDER BY id",
    "SELECT DISTINCT e.* FROM exercise e JOIN workset w ON w.exercise_id = e.id ORDER BY e.id",
    (
        "SELECT id, key, name, own, measure, facts, favourite, hidden, note, cue, merged_into, unit"
        " FROM exercise WHERE own OR favourite OR hidden OR note <> '' OR cue <> '' OR unit IS NOT NULL"
        " ORDER BY key"
    ),
    "SELECT p.* FROM program g JOIN planned p ON p.program_id = g.id WHERE g.current = 1 ORDER BY p.id",
    (
        "SELECT x.planned_id, x.position, x.exercise_id, x.sets, x.reps_low, x.reps_high, x.seconds,"
        " x.rir_low, x.rir_high, x.rest_s, x.details FROM program g JOIN planned p ON p.program_id = g.id"
        " JOIN planned_exercise x ON x.planned_id = p.id WHERE g.current = 1"
        " ORDER BY x.planned_id, x.position"
    ),
    "SELECT weeks, title, start_day, paused_on, answers FROM program WHERE current = 1",
    (
        "SELECT q.first_day, q.last_day FROM program g JOIN pause q ON q.program_id = g.id"
        " WHERE g.current = 1 ORDER BY q.first_day"
    ),
    (
        "SELECT c.day, c.recorded_at, c.recorded_zone, r.measure, r.value FROM checkin c"
        " LEFT JOIN rating r ON r.checkin_id = c.id ORDER BY c.day, r.measure"
    ),
    (
        "SELECT m.*, r.measure, r.value FROM moment m LEFT JOIN moment_rating r ON r.moment_id = m.id"
        " ORDER BY m.id, r.measure"
    ),
    "SELECT * FROM measure ORDER BY id",
    "SELECT * FROM night ORDER BY day",
    "SELECT * FROM entry ORDER BY id",
    "SELECT d.day, t.name FROM day_tag d JOIN tag t ON t.id = d.tag_id ORDER BY d.day, t.name",
    "SELECT * FROM day_fact ORDER BY day, fact",
    "SELECT * FROM pain ORDER BY day, place",
    "SELECT * FROM body_weight ORDER BY day",
    "SELECT * FROM event ORDER BY id",
)


class Person:
    """Someone who does things at random, with an undo stack as the window has it."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store = store
        self.random = Random(seed)
        self.now = START
        self.steps: list[Callable[[], Outcome[Any]]] = []
        self.done = 0
        self.seen = [self.look()]

    def look(self) -> list[Any]:
        rows = [self.store.sets._sql(query) for query in _SEEN]
        return [
            *rows,
            [preferences.read(self.store, one) for one in (PERSON_NAME, REST_SECONDS, BODY_WEIGHT_GRAMS)],
            [preferences.read(self.store, one) for one in (TRACKING_PAUSES, REMINDERS_SHOWN, ASKED)],
            reminders.wishes(self.store, self.now.date().toordinal()),
        ]

    def do(self, step: Step) -> None:
        self.now += timedelta(minutes=7)
        try:
            outcome = step(self)
        except (UserError, IndexError):  # not possible now, which changes nothing
            assert self.look() == self.seen[self.done]
            return
        if outcome.undo is None:
            assert self.look() == self.seen[self.done]
            return
        self.steps[self.done :] = [outcome.undo]
        self.done += 1
        self.seen[self.done :] = [self.look()]

    def undo(self) -> None:
        if self.done:
            self.done -= 1
            self._turn(self.done)

    def redo(self) -> None:
        if self.done < len(self.steps):
            self._turn(self.done)
            self.done += 1

    def _turn(self, place: int) -> None:
        outcome = self.steps[place]()
        assert outcome.undo is not None
        self.steps[place] = outcome.undo

    def pick(self, some: Any) -> Any:
        found = list(some)
        if not found:
            raise IndexError
        return found[self.random.randrange(len(found))]

    def session(self) -> int:
        open_one = self.store.sessions.active()
        if open_one is not None and self.random.random() < 0.8:
            return open_one.id
        return int(self.pick(self.store.sessions.done()).id)

    def set(self) -> Any:
        return self.pick(self.store.sets.of_session(self.session()))

    def draft(self, exercise_id: int, block: int) -> SetDraft:
        r = self.random
        return SetDraft(
            exercise_id,
            block,
            kind=r.choice(list(SetKind)),
            load=r.choice((None, load_of(r.randint(1, 200), Unit.KG), load_of("62.25", Unit.LB))),
            reps=r.randint(0, 20),
            effort=r.choice((None, Effort(EffortScale.RPE, 85))),
            focus=r.choice((None, 0, 7)),
            note=r.choice(("", "felt well")),
        )

    def planned(self) -> Any:
        current = self.store.programs.current()
        return self.pick(self.store.programs.planned_of(current.id) if current else [])

    def exercise(self) -> Any:
        own = [entry.exercise for entry in library.view(self.store).find("", library.Facets(own=True))]
        return self.random.choice((*catalog.library().all[:20], *own, *own, *own))

    def own(self) -> Any:
        return self.pick(library.view(self.store).find("", library.Facets(own=True))).exercise


def _log(p: Person) -> Outcome[Any]:
    number = p.session()
    block = p.pick(p.store.blocks.of_session(number))
    return session.log_set(p.store, number, p.draft(block.exercise_id, block.block), p.now)


def _change(p: Person) -> Outcome[Any]:
    entry = p.set()
    return session.change_set(p.store, entry.id, p.draft(entry.draft.exercise_id, entry.draft.block))


def _feel(p: Person) -> Outcome[Any]:
    answers = p.random.randint(-5, 5), p.random.choice((None, 1, 6))
    rate = p.random.choice((session_ratings.rate_before, session_ratings.rate_after))
    return rate(p.store, p.session(), *answers, p.now)


def _finish(p: Person) -> Outcome[Any]:
    open_one = p.pick([p.store.sessions.active()] if p.store.sessions.active() else [])
    return session.finish(p.store, open_one.id, p.now, pleasant=2, activated=4, effort=5, note="done")


def _block(p: Person) -> tuple[int, int]:
    number = p.session()
    return number, p.pick(p.store.blocks.of_session(number)).block


def _plan(p: Person) -> Outcome[Any]:
    days = tuple(p.random.sample(range(7), p.random.randint(1, 4)))
    answers = Answers(days, frozenset(p.random.sample(list(Equipment), 4)))
    weeks = p.random.randint(1, 4)
    return program.create(p.store, answers, p.now, weeks=weeks, overlap=Overlap.TAKE_OVER)


def _open_program(p: Person) -> Outcome[Any]:
    """Open a program of somebody else, with an exercise of their own and one that is not known."""
    names = p.random.sample(("Moon lift", "Sun lift", "Goblet squat", "Plank"), 2)
    rows = tuple(Prescription(name, 2, 5, 8, None, None, None, 60) for name in names)
    own = Exercise("", "Sun lift", Pattern.HINGE, Measure.LOADED, ())
    week = SharedSession(1, p.random.randint(0, 6), "", "Shared", rows)
    shared = SharedProgram("Somebody's", 1, (week,), (own,))
    choice = p.random.choice((Instead.OWN, catalog.by_key("goblet_squat")))
    start, overlap = p.now.date(), p.random.choice(list(Overlap))
    return opening.open_program(p.store, shared, {"Moon lift": choice}, start, p.now, overlap=overlap)


def _check_in(p: Person) -> Outcome[Any]:
    values = {rating: p.random.randint(0, 100) for rating in Rating if p.random.random() < 0.5}
    return journal.check_in(p.store, _day(p), values, p.now)


def _rate(p: Person) -> Outcome[Any]:
    value = p.random.choice((None, p.random.randint(0, 100)))
    return journal.rate(p.store, _day(p), {Rating.MOOD: value}, p.now.astimezone(TOKYO))


def _moment(p: Person) -> Outcome[Any]:
    """Note a moment, of own measures too."""
    keys = [one.measure.key for one in measures.questions(p.store)]
    values = {key: p.random.choice((None, 0, 30, 100)) for key in p.random.sample(keys, 3)}
    back = timedelta(days=p.random.randint(0, 2), minutes=p.random.randint(0, 90))
    return moments.note(p.store, p.now - back, values, p.now)


def _noted(p: Person) -> int:
    return int(p.pick(p.store.moments.all()).id)


def _move_moment(p: Person) -> Outcome[Any]:
    at = (p.now - timedelta(hours=p.random.randint(0, 5))).astimezone(p.random.choice((BERLIN, TOKYO)))
    return moments.move(p.store, _noted(p), at, p.now)


def _own_measure(p: Person) -> str:
    return str(p.pick(p.store.measures.all()).key)


def _new_measure(p: Person) -> Outcome[Any]:
    title = p.random.choice(("Tea", "Walking", "Itch"))
    return measures.add(p.store, CheckInMeasure("", title, 0, p.random.choice((10, 20)), unit="x"), p.now)


def _change_measure(p: Person) -> Outcome[Any]:
    before = measures.known(p.store)[_own_measure(p)]
    return measures.change(p.store, replace(before, title="Other", high=p.random.choice((9, 40))))


def _day(p: Person) -> int:
    return p.now.date().toordinal() - p.random.randint(0, 2)


def _scope(p: Person) -> Scope:
    return p.random.choice(list(Scope))


def _ask(p: Person) -> Outcome[Any]:
    """Ask for one exercise in full: load, progression, sets one by one, words."""
    planned, r = p.planned(), p.random
    details = TargetDetails(
        load=LoadPlan(LoadRule.FIXED, load=load_of(r.randint(1, 90), Unit.KG)),
        progression=Progression(r.choice((ProgressionRule.LINEAR, ProgressionRule.NONE))),
        rows=r.choice(((), (PlannedSet(PlannedKind.AMRAP, 5, percent=800),))),
        warm_up=r.randint(0, 3),
        superset=r.choice(("", "A")),
        note=r.choice(("", "slow")),
    )
    target = Target(p.pick(planned.targets).exercise_id, r.randint(1, 5), 5, 8, details=details)
    place = r.randrange(len(planned.targets))
    return plan_editing.put_exercise(p.store, planned.id, place, target, _scope(p))


def _night(p: Person) -> Outcome[Any]:
    day = date.fromordinal(_day(p))
    zone = p.random.choice((BERLIN, TOKYO))
    bed, rise = p.now.time().replace(hour=22), p.now.time().replace(hour=7)
    night = night_from_clock(day, bed, rise, zone, sol_min=p.random.randint(0, 60))
    r = p.random
    if r.random() < 0.5:  # in part, as in the quick line
        asleep = night.into_bed_at if r.random() < 0.5 else None
        nap = r.choice((None, 0, 30))
        night = Night(night.day, zone, asleep_at=asleep, awakenings=r.choice((None, 0, 2)), nap_min=nap)
    return journal.put_night(p.store, day.toordinal(), p.random.choice((night, night, None)), p.now)


def _entry(p: Person) -> int:
    return int(p.pick(p.store.entries.latest(20)).id)


def _say(p: Person) -> Outcome[Any]:
    """Say something about a day, or take it back."""
    r = p.random
    return r.choice(
        (
            lambda: day_context.set_tag(p.store, _day(p), r.choice("abAB"), on=r.random() < 0.7, now=p.now),
            lambda: day_context.set_fact(p.store, _day(p), Topic.ILL, r.choice((0, 1, None)), p.now),
            lambda: day_context.set_pain(p.store, _day(p), r.choice("xyX"), r.choice((0, 7, None)), p.now),
            lambda: day_context.set_weight(
                p.store, _day(p), r.choice((None, Load(r.randint(60_000, 61_000), Unit.KG))), p.now
            ),
        )
    )()


def _event(p: Person) -> Outcome[Any]:
    first, last = _day(p), p.random.choice((None, _day(p)))
    number = p.random.choice((0, 0, *(one.id for one in events.all_events(p.store))))
    return events.save(p.store, Event(number, EventKind.TRAVEL, f"{p.random.random()}", first, last), p.now)


def _quiet(p: Person) -> Outcome[Any]:
    """Ask for a reminder, move the quiet hours, pause all tracking, or go on."""
    r, today = p.random, p.now.date().toordinal()
    kind, minute = r.choice(list(ReminderKind)), r.choice((None, 600, 1100, 1400))
    return r.choice(
        (
            lambda: reminders.set_time(p.store, kind, minute, p.now),
            lambda: reminders.set_quiet(p.store, r.choice((QUIET_FROM, QUIET_TO)), r.choice((400, 1000))),
            lambda: tracking.pause(p.store, today, r.choice((None, _day(p), today + 5))),
            lambda: tracking.go_on(p.store, today + r.choice((0, 3))),
        )
    )()


def _import(p: Person) -> Outcome[Any]:
    """Bring in a log with some of six days, some of whose sessions are longer than in others."""
    sessions = []
    for day in sorted(p.random.sample(range(1, 7), 3)):
        names = p.random.choice((("Bench Press (Barbell)",), ("Bench Press (Barbell)", "My odd lift")))
        sets = tuple(
            ImportedSet(name, block, 2 + n, reps=8, load=load_of(60, Unit.KG))
            for block, name in enumerate(names)
            for n in range(p.random.randint(1, 3))
        )
        sessions.append(ImportedSession("Push", datetime(2026, 10, day, 18), sets, duration_s=2700))  # noqa: DTZ001
    log = ImportedLog("strong", Unit.KG, "file", tuple(sessions))
    return transfer.keep(p.store, log, BERLIN)


def _own(p: Person) -> Outcome[Any]:
    facts = replace(p.exercise(), name=p.random.choice(("Crawl", "Odd lift", "Long hold")), aliases=())
    return library_editing.add(p.store, facts)


def _change_own(p: Person) -> Outcome[Any]:
    name = p.random.choice(("Crawl", "Walk", "Hold"))
    return library_editing.change_own(p.store, replace(p.own(), name=name, primary=p.exercise().primary))


def _restore(p: Person) -> Outcome[Any]:
    return trash.restore(p.store, p.pick(trash.items(p.store)).id, p.now)


def _template(p: Person) -> int:
    return int(p.pick(session_templates.every(p.store)).id)


def _log_past(p: Person) -> Outcome[Any]:
    sources: tuple[Callable[[], Source], ...] = (
        lambda: FREE,
        lambda: Source(SourceKind.PLAN, p.planned().id),
        lambda: Source(SourceKind.SESSION, p.session()),
        lambda: Source(SourceKind.TEMPLATE, _template(p)),
    )
    source, minutes = p.random.choice(sources)(), p.random.choice((None, 0, 45))
    return session_past.log_past(p.store, source, _day(p), p.random.randint(0, 1439), minutes, p.now)


def _correct(p: Person) -> Outcome[Any]:
    number = p.session()
    facts = session_past.facts_of(p.store.sessions.get(number))
    changes: tuple[dict[str, Any], ...] = (
        {"day": _day(p), "minute": 60},
        {"minutes": p.random.choice((None, 30))},
        {"title": "Other", "note": "later", "effort": p.random.choice((None, 3))},
    )
    return session_past.change_session(p.store, number, replace(facts, **p.random.choice(changes)), p.now)


STEPS: tuple[Step, ...] = (
    *(_own,) * 3,
    _change_own,
    *(lambda p: library_editing.merge(p.store, p.own(), p.exercise()),) * 2,
    lambda p: library_editing.delete(p.store, p.own()),
    lambda p: library_editing.set_favourite(p.store, p.exercise(), on=p.random.random() < 0.7),
    lambda p: library_editing.set_hidden(p.store, p.exercise(), on=p.random.random() < 0.7),
    lambda p: library_editing.write_words(p.store, p.exercise(), note=p.random.choice(("", "slow")), cue=""),
    *(_log,) * 5,
    _change,
    _feel,
    _finish,
    _finish,
    _plan,
    _open_program,
    _check_in,
    _rate,
    *(_moment,) * 2,
    lambda p: moments.rate(p.store, _noted(p), {Rating.MOOD: p.random.choice((None, 5))}),
    _move_moment,
    lambda p: moments.remove(p.store, _noted(p)),
    *(_new_measure,) * 2,
    _change_measure,
    lambda p: measures.remove(p.store, _own_measure(p)),
    lambda p: measures.bring_back(p.store, _own_measure(p)),
    lambda p: measures.set_rhythm(p.store, p.random.choice(list(Rating)), p.random.choice(list(Rhythm))),
    lambda p: measures.put_in_order(p.store, p.random.sample(list(Rating), 4)),
    _night,
    *(_say,) * 4,
    *(_event,) * 2,
    *(_quiet,) * 3,
    lambda p: events.end_today(p.store, p.pick(events.all_events(p.store)).id, p.now),
    lambda p: events.delete(p.store, p.pick(events.all_events(p.store)).id),
    _import,
    _import,
    lambda p: session.start_free(p.store, p.now),
    lambda p: session.start_one_set(p.store, p.now),
    lambda p: session.start_planned(p.store, p.planned().id, p.now),
    lambda p: session.repeat(p.store, p.pick(p.store.sessions.done()).id, p.now),
    lambda p: session.delete_set(p.store, p.set().id, p.now),
    lambda p: session.add_exercise(p.store, p.session(), p.exercise()),
    lambda p: session.add_exercise(p.store, p.session(), p.exercise()),
    lambda p: session.remove_exercise(p.store, *_block(p), p.now),
    lambda p: session.swap_exercise(p.store, *_block(p), p.exercise()),
    lambda p: session_exercises.leave_out(p.store, *_block(p), skipped=p.random.random() < 0.5),
    lambda p: session_exercises.note(p.store, *_block(p), p.random.choice(("", "slow"))),
    lambda p: session_exercises.type_in(p.store, p.set().draft.exercise_id, p.random.choice((Unit.LB, None))),
    lambda p: session.discard(p.store, p.session(), p.now),
    *(_restore,) * 3,
    *(_log_past,) * 2,
    _correct,
    lambda p: session_past.drop_if_empty(p.store, p.session(), p.now),
    lambda p: session_templates.copy_of_session(p.store, p.session(), p.now),
    lambda p: session_templates.rename(p.store, _template(p), p.random.choice(("Legs", "Arms"))),
    lambda p: session_templates.delete(p.store, _template(p)),
    lambda p: session.start_from(p.store, Source(SourceKind.TEMPLATE, _template(p)), p.now),
    lambda p: plan_editing.move(p.store, p.planned().id, _day(p)),
    lambda p: plan_editing.swap(p.store, p.planned().id, p.planned().id),
    lambda p: plan_editing.remove(p.store, p.planned().id),
    lambda p: plan_editing.swap_exercise(p.store, p.planned().id, 0, p.exercise(), _scope(p)),
    *(_ask,) * 2,
    lambda p: plan_editing.skip(p.store, p.planned().id, p.random.choice(list(SkipReason))),
    lambda p: plan_editing.unskip(p.store, p.planned().id),
    lambda p: plan_editing.add_session(p.store, _day(p), "Extra", p.planned().id),
    lambda p: plan_editing.change_session(p.store, p.planned().id, title="Other", minute=600, note="x"),
    lambda p: plan_editing.add_exercise(p.store, p.planned().id, p.exercise(), _scope(p)),
    lambda p: plan_editing.remove_exercise(p.store, p.planned().id, 0, _scope(p)),
    lambda p: plan_editing.move_exercise(p.store, p.planned().id, 0, 2, _scope(p)),
    lambda p: plan_editing.swap_for(p.store, p.planned().id, frozenset()),
    lambda p: plan_weeks.shift_week(p.store, p.planned().id, p.random.choice((-2, 1, 3))),
    lambda p: plan_weeks.shift_all(p.store, p.planned().id, p.random.choice((-2, 1, 7))),
    lambda p: plan_weeks.pause(p.store, _day(p)),
    lambda p: plan_weeks.resume(p.store, _day(p) + 9),
    lambda p: plan_weeks.repeat_week(p.store, p.planned().week, p.random.choice((1, 2))),
    lambda p: plan_weeks.insert_lighter_week(p.store, p.planned().week),
    lambda p: plan_weeks.insert_weeks(p.store, p.planned().week, 1),
    lambda p: plan_weeks.insert_phase(p.store, p.planned().week, "mind_and_muscle", "foundation"),
    lambda p: plan_weeks.remove_weeks(p.store, p.planned().week, p.planned().week + 1, _day(p)),
    lambda p: journal.write(p.store, _day(p), f"words {p.random.random()}", p.now),
    lambda p: journal.rewrite(p.store, _entry(p), f"other {p.random.random()}", p.now),
    lambda p: journal.mark_for_report(p.store, _entry(p), in_report=p.random.random() < 0.5),
    lambda p: journal.delete_entry(p.store, _entry(p)),
    lambda p: journal.keep(p.store, _day(p), _entry(p), p.random.choice(("", "more")), p.now, step=True),
    lambda p: preferences.change(p.store, REST_SECONDS, p.random.randint(0, 900)),
    lambda p: preferences.change(p.store, PERSON_NAME, p.random.choice(("", "Ada"))),
)


@given(
    st.lists(
        st.one_of(st.integers(0, len(STEPS) - 1), st.just("undo"), st.just("redo")), min_size=20, max_size=80
    ),
    st.integers(0, 2**32),
)
@settings(max_examples=40, deadline=None)
def test_undo_and_redo_are_exact_in_any_order(acts: list[int | str], seed: int) -> None:
    with TemporaryDirectory() as folder:
        store = Store(Path(folder), now=START, in_memory=True)
        person = Person(store, seed)
        for act in acts:
            if isinstance(act, int):
                person.do(STEPS[act])
            else:
                person.undo() if act == "undo" else person.redo()
            assert person.look() == person.seen[person.done]
        while person.done:
            person.undo()
            assert person.look() == person.seen[person.done]
        while person.done < len(person.steps):
            person.redo()
            assert person.look() == person.seen[person.done]
        assert store.problems() == []
        store.close()


def test_undo_of_an_older_step_leaves_later_answers_alone(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    number = view.session.id
    felt = session_ratings.rate_before(store, number, -2, 3, now)
    exercise_id = view.blocks[0].exercise_id
    session.log_set(store, number, SetDraft(exercise_id, 0, reps=10), now)
    session.finish(store, number, now, pleasant=4, note="went well")
    assert felt.undo is not None
    felt.undo()
    found = store.sessions.get(number)
    assert (found.pleasant_before, found.pleasant_after, found.note) == (None, 4, "went well")
    assert found.state == "done"


def test_a_weight_beyond_the_range_is_refused_at_its_field(store: Store, now: datetime) -> None:
    view = session.start_one_set(store, now).value
    draft = SetDraft(view.blocks[0].exercise_id, 0, reps=1, load=load_of(1502.5, Unit.KG))
    with pytest.raises(UserError, match="1000 kg") as caught:
        session.log_set(store, view.session.id, draft, now)
    assert caught.value.field == "load"
    entry = session.log_set(store, view.session.id, replace(draft, load=load_of(1000, Unit.KG)), now).value
    with pytest.raises(UserError):
        session.change_set(store, entry.id, draft)


def test_a_plan_that_was_taken_back_leaves_the_profile_empty(store: Store, now: datetime) -> None:
    made = program.create(store, Answers(), now)
    assert not store.is_empty()
    assert made.undo is not None
    made.undo()
    assert store.is_empty()
    assert program.current(store) is None


def test_a_plan_taken_back_after_training_keeps_the_training(store: Store, now: datetime) -> None:
    made = program.create(store, Answers(), now)
    planned = store.programs.planned_of(made.value.id)[0]
    view = session.start_planned(store, planned.id, now).value
    block = view.blocks[0]
    session.log_set(store, view.session.id, SetDraft(block.exercise_id, 0, reps=8), now)
    session.finish(store, view.session.id, now)
    assert made.undo is not None
    back = made.undo()
    assert session.recent(store, 5)[0].sets == 1
    assert back.undo is not None
    back.undo()
    assert store.programs.planned(planned.id).state is PlannedState.DONE
