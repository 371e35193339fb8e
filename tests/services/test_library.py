"""The exercise library of a profile: favourites, hidden ones, own words, own exercises, second names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from nextrep.domain.changes import Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.exercises import Equipment, Exercise, Measure, Muscle, MuscleGroup, Pattern
from nextrep.domain.imports import ImportedLog, ImportedSession, ImportedSet
from nextrep.domain.program import Answers
from nextrep.domain.training import SetDraft
from nextrep.domain.units import Unit, load_of
from nextrep.services import catalog, library, library_editing, plan_editing, program, session, transfer
from nextrep.services.library import Facets
from nextrep.storage.store import Store
from tests.services.plan_steps import asking

BERLIN = ZoneInfo("Europe/Berlin")
GOBLET = catalog.by_key("goblet_squat")
BENCH = catalog.by_key("barbell_bench_press")


def names(store: Store, text: str, facets: Facets = library.ANY) -> list[str]:
    return [entry.exercise.name for entry in library.view(store).find(text, facets)]


def own(name: str, **facts: Any) -> Exercise:
    measure = facts.pop("measure", Measure.LOADED)
    return replace(catalog.own_exercise(name, measure), **facts)


def kept(store: Store, name: str, **facts: Any) -> Exercise:
    return library_editing.add(store, own(name, **facts)).value


def undo(outcome: Outcome[Any]) -> Outcome[Any]:
    assert outcome.undo is not None
    return outcome.undo()


def log_of(*rows: tuple[str, int], seconds: int | None = None) -> ImportedLog:
    """A log of one session with sets of 60 kg, as (exercise, reps)."""
    sets = tuple(
        ImportedSet(
            name, index, 2 + index, reps=None if seconds else reps, seconds=seconds, load=load_of(60, Unit.KG)
        )
        for index, (name, reps) in enumerate(rows)
    )
    started = datetime(2026, 10, 1, 18)  # noqa: DTZ001 - files have wall time
    return ImportedLog("strong", Unit.KG, "file", (ImportedSession("Push", started, sets, duration_s=2700),))


def rows(store: Store) -> list[Any]:
    """All that refers to exercises, with the exercises."""
    tables = ("exercise", "workset", "session_exercise", "planned_exercise")
    return [store.sets._sql(f"SELECT * FROM {table} ORDER BY id") for table in tables]


def test_the_whole_library_is_there_before_anything_was_done(store: Store) -> None:
    here = library.view(store)
    assert len(here.entries) == len(catalog.library().all)
    assert here.find("")[0].exercise.name < here.find("")[-1].exercise.name


def test_favourites_and_what_was_used_come_first(store: Store, now: datetime) -> None:
    view = session.start_free(store, now).value
    session.add_exercise(store, view.session.id, BENCH)
    number = session.view(store, view.session.id).blocks[0].exercise_id
    session.log_set(store, view.session.id, SetDraft(number, 0, reps=5), now)
    session.finish(store, view.session.id, now)
    liked = library_editing.set_favourite(store, GOBLET, on=True)
    assert names(store, "")[:2] == ["Goblet squat", "Barbell bench press"]
    assert names(store, "", Facets(favourites=True)) == ["Goblet squat"]
    back = undo(liked)
    assert names(store, "")[0] == "Barbell bench press"
    undo(back)
    assert names(store, "")[0] == "Goblet squat"


def test_hidden_ones_are_offered_nowhere_but_under_hidden(store: Store) -> None:
    everything = frozenset(Equipment)
    hiding = library_editing.set_hidden(store, GOBLET, on=True)
    here = library.view(store)
    assert "Goblet squat" not in names(store, "goblet")
    assert names(store, "", Facets(hidden=True)) == ["Goblet squat"]
    back_squat = catalog.by_key("back_squat")
    assert "goblet_squat" not in [one.key for one in here.stand_ins(back_squat, everything)]
    assert library.hidden_keys(store) == {"goblet_squat"}
    undo(hiding)
    assert names(store, "goblet")[0] == "Goblet squat"
    assert library.hidden_keys(store) == frozenset()


def test_the_same_again_is_no_step(store: Store) -> None:
    library_editing.set_favourite(store, GOBLET, on=True)
    assert library_editing.set_favourite(store, GOBLET, on=True).undo is None
    assert library_editing.write_words(store, GOBLET, note=GOBLET.note, cue="").undo is None


def test_own_words_take_the_place_of_the_library_s_everywhere(store: Store, now: datetime) -> None:
    view = session.start_free(store, now).value
    session.add_exercise(store, view.session.id, GOBLET)
    wrote = library_editing.write_words(
        store, GOBLET, note="Slow, heels on the small plate.", cue="the left hip"
    )
    block = session.view(store, view.session.id).blocks[0]
    assert (block.exercise.note, block.exercise.cue) == ("Slow, heels on the small plate.", "the left hip")
    changed = library.view(store).get("goblet_squat")
    assert changed is not None
    assert changed.exercise.cue == "the left hip"
    library_editing.write_words(store, GOBLET, note=GOBLET.note, cue="")
    assert session.view(store, view.session.id).blocks[0].exercise == GOBLET
    assert wrote.undo is not None


def test_words_have_a_length(store: Store) -> None:
    with pytest.raises(UserError) as caught:
        library_editing.write_words(store, GOBLET, note="", cue="a" * 501)
    assert caught.value.field == "cue"
    assert names(store, "goblet")[0] == "Goblet squat"


def test_an_own_exercise_is_found_by_its_facts_and_stands_in(store: Store) -> None:
    crawl = kept(
        store,
        "Hallway  crawl",
        pattern=Pattern.CORE,
        measure=Measure.TIMED,
        primary=(Muscle.ABDOMINALS,),
        secondary=(Muscle.SHOULDERS,),
        equipment=(Equipment.BACKPACK,),
        unilateral=True,
        note="Knees low.",
    )
    assert crawl.name == "Hallway crawl"
    assert names(store, "halway crawl")[0] == "Hallway crawl"
    assert "Hallway crawl" in names(store, "backpack core")
    assert names(store, "", Facets(own=True)) == ["Hallway crawl"]
    assert names(store, "", Facets(own=True, group=MuscleGroup.CHEST)) == []
    plank = catalog.by_key("plank")
    here = library.view(store)
    assert "Hallway crawl" in [
        one.exercise.name for one in here.stand_ins(plank, frozenset({Equipment.BACKPACK}))
    ]
    assert "Hallway crawl" not in [one.exercise.name for one in here.stand_ins(plank, frozenset())]
    assert plank.key in [one.key for one in here.stand_ins(crawl, frozenset())]
    assert crawl.key in [one.key for one in here.stands_in_for(plank)]


def test_its_facts_count_where_it_is_trained(store: Store, now: datetime) -> None:
    carry = kept(store, "Stair carry", pattern=Pattern.CARRY, primary=(Muscle.TRAPS,))
    view = session.start_free(store, now).value
    session.add_exercise(store, view.session.id, carry)
    (block,) = session.view(store, view.session.id).blocks
    assert block.exercise == carry
    changed = library_editing.change_own(store, replace(carry, name="Stairs", primary=(Muscle.FOREARMS,)))
    assert session.view(store, view.session.id).blocks[0].exercise.name == "Stairs"
    assert catalog.exercises_in_use(store)[block.exercise_id].groups == (MuscleGroup.ARMS,)
    undo(changed)
    assert session.view(store, view.session.id).blocks[0].exercise == carry


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "x" * 121}, "name"),
        ({"name": "Góblet-squat"}, "name"),
        ({"name": "Bench Press (Barbell)"}, "name"),
        ({"primary": (Muscle.CHEST,), "secondary": (Muscle.CHEST,)}, "secondary"),
        ({"note": "n" * 501}, "note"),
    ],
)
def test_what_cannot_be_kept_is_said_at_its_field(store: Store, change: dict[str, Any], field: str) -> None:
    crawl = kept(store, "Hallway crawl")
    before = rows(store)
    for use_case in (library_editing.add, library_editing.change_own):
        with pytest.raises(UserError) as caught:
            use_case(store, replace(crawl, **change))
        assert caught.value.field == field
    assert rows(store) == before


def test_a_name_that_was_given_away_makes_a_new_exercise(store: Store) -> None:
    first = kept(store, "Crawl one")
    library_editing.change_own(store, replace(first, name="Bear walk"))
    second = kept(store, "Crawl one")
    assert first.key != second.key
    assert sorted(names(store, "", Facets(own=True))) == ["Bear walk", "Crawl one"]


def test_deleting_needs_that_nothing_refers_to_it(store: Store, now: datetime) -> None:
    crawl = kept(store, "Hallway crawl")
    view = session.start_free(store, now).value
    added = session.add_exercise(store, view.session.id, crawl)
    assert not library_editing.can_delete(store, crawl)
    with pytest.raises(UserError, match="in your log or in a plan"):
        library_editing.delete(store, crawl)
    undo(added)
    assert library_editing.can_delete(store, crawl)
    gone = library_editing.delete(store, crawl)
    assert library.view(store).get(crawl.key) is None
    back = undo(gone)
    assert library.view(store).get(crawl.key) is not None
    undo(back)
    assert library.view(store).get(crawl.key) is None


def test_what_was_deleted_comes_back_under_its_own_number(store: Store, now: datetime) -> None:
    crawl = kept(store, "Hallway crawl")
    view = session.start_free(store, now).value
    added = session.add_exercise(store, view.session.id, crawl)
    taken = session.remove_exercise(store, view.session.id, added.value, now)
    gone = library_editing.delete(store, crawl)
    other = session.add_exercise(store, view.session.id, BENCH)
    for step in (other, gone, taken):
        undo(step)
    (block,) = session.view(store, view.session.id).blocks
    assert block.exercise == crawl


def test_an_alternate_of_a_plan_is_not_deleted(store: Store, now: datetime) -> None:
    crawl = kept(store, "Hallway crawl")
    made = program.create(store, Answers(), now, weeks=1).value
    planned = store.programs.planned_of(made.id)[0]
    target = planned.targets[0]
    details = replace(target.details, alternates=(crawl.key,))
    with store.transaction():
        store.programs.apply(made.id, asking(planned, replace(target, details=details)))
    assert not library_editing.can_delete(store, crawl)
    assert catalog.find_key(store, crawl.key) == crawl


def _trained(store: Store, now: datetime, exercise: Exercise, weight: int = 60) -> int:
    """A finished session and a plan with the exercise; return its number."""
    view = session.start_free(store, now).value
    session.add_exercise(store, view.session.id, exercise)
    number = session.view(store, view.session.id).blocks[0].exercise_id
    for reps in (8, 9):
        draft = SetDraft(number, 0, reps=reps, load=load_of(weight, Unit.KG) if weight else None)
        session.log_set(store, view.session.id, draft, now)
    session.finish(store, view.session.id, now)
    made = program.create(store, Answers(), now, weeks=1).value
    planned = store.programs.planned_of(made.id)[0]
    plan_editing.swap_exercise(store, planned.id, 0, exercise)
    return number


def test_merging_moves_everything_and_can_be_taken_back_exactly(store: Store, now: datetime) -> None:
    mine = kept(store, "Bench, the old one", note="Feet on the floor.")
    number = _trained(store, now, mine)
    before = rows(store)
    looked = library_editing.merge_preview(store, mine, BENCH)
    assert (looked.extent.sets, looked.extent.sessions, looked.extent.planned, looked.reason) == (2, 1, 1, "")
    merged = library_editing.merge(store, mine, BENCH)
    history = library.history(store, BENCH)
    assert (history.sets, history.sessions) == (2, 1)
    assert catalog.exercise_of(store, number).key == BENCH.key
    assert library.view(store).get(mine.key) is None
    assert catalog.find_key(store, mine.key).key == BENCH.key
    assert store.problems() == []
    assert names(store, "bench the old")[0] == "Barbell bench press", "its name is a name of the other now"
    after = rows(store)
    back = undo(merged)
    assert library.history(store, mine).sets == 2
    assert rows(store)[1:] == before[1:]
    assert [row for row in rows(store)[0] if row[1] == mine.key] == [
        row for row in before[0] if row[1] == mine.key
    ]
    undo(back)
    assert rows(store) == after


def test_a_file_with_the_merged_name_means_the_other_from_then_on(store: Store, now: datetime) -> None:
    log = log_of(("My odd bench", 8), ("My odd bench", 7))
    transfer.keep(store, log, BERLIN)
    mine = library.view(store).find("", Facets(own=True))[0].exercise
    assert transfer.preview(store, log).unknown == ("My odd bench",)
    library_editing.merge(store, mine, BENCH)
    again = transfer.preview(store, log)
    assert (again.new_sets, again.known, again.unknown) == (0, ("My odd bench",), ())
    report = transfer.keep(
        store, log_of(("My odd bench", 8), ("My odd bench", 7), ("My odd bench", 6)), BERLIN
    )
    assert report.value.sets == 1
    assert library.history(store, BENCH).sets == 3
    undo(report)
    assert library.history(store, BENCH).sets == 2
    assert store.problems() == []


def test_a_file_knows_an_own_exercise_by_its_old_and_its_new_name(store: Store) -> None:
    transfer.keep(store, log_of(("My odd bench", 8)), BERLIN)
    mine = library.view(store).find("", Facets(own=True))[0].exercise
    library_editing.change_own(store, replace(mine, name="Garage press"))
    for name in ("my odd bench", "Garage  Press"):
        assert transfer.preview(store, log_of((name, 8))).new_sets == 0
        transfer.keep(store, log_of((name, 8), (name, 5)), BERLIN)
    assert [entry.exercise.name for entry in library.view(store).find("", Facets(own=True))] == [
        "Garage press"
    ]


def test_merging_again_goes_on_to_the_last_one(store: Store, now: datetime) -> None:
    first, second = kept(store, "Bench one"), kept(store, "Bench two")
    number = _trained(store, now, first)
    library_editing.merge(store, first, second)
    library_editing.merge(store, second, BENCH)
    assert catalog.exercise_of(store, number).key == BENCH.key
    assert catalog.find_key(store, first.key).key == BENCH.key
    assert library.history(store, BENCH).sets == 2
    named = library.view(store).named("bench ONE")
    assert named is not None
    assert named.key == BENCH.key
    assert transfer.preview(store, log_of(("Bench one", 8))).known == ("Bench one",)


def test_what_does_not_fit_together_is_not_merged(store: Store, now: datetime) -> None:
    timed = kept(store, "Long hold", measure=Measure.TIMED)
    mine = kept(store, "Band pull-up")
    _trained(store, now, mine, 20)
    assisted = catalog.by_key("assisted_pull_up_machine")
    for source, into, words in (
        (timed, BENCH, "in time, the other in reps"),
        (mine, catalog.by_key("plank"), "in time, the other in reps"),
        (mine, assisted, "the other the help"),
        (mine, mine, "same exercise"),
    ):
        assert words in library_editing.merge_preview(store, source, into).reason
        with pytest.raises(UserError, match=words):
            library_editing.merge(store, source, into)
    assert library.history(store, mine).sets == 2


def test_sets_without_load_fit_an_assisted_exercise(store: Store, now: datetime) -> None:
    mine = kept(store, "Band pull-up")
    _trained(store, now, mine, 0)
    library_editing.merge(store, mine, catalog.by_key("assisted_pull_up_machine"))
    assert library.history(store, catalog.by_key("assisted_pull_up_machine")).sets == 2


def test_a_measure_that_does_not_fit_the_sets_is_refused(store: Store, now: datetime) -> None:
    mine = kept(store, "Odd lift")
    library_editing.change_own(store, replace(mine, measure=Measure.TIMED))
    library_editing.change_own(store, mine)
    _trained(store, now, mine)
    with pytest.raises(UserError) as caught:
        library_editing.change_own(store, replace(mine, measure=Measure.TIMED))
    assert caught.value.field == "measure"
    library_editing.change_own(store, replace(mine, measure=Measure.BODYWEIGHT))


def test_library_exercises_are_not_merged_away_or_deleted(store: Store) -> None:
    library_editing.set_favourite(store, GOBLET, on=True)
    for call in (
        lambda: library_editing.merge(store, GOBLET, BENCH),
        lambda: library_editing.delete(store, GOBLET),
        lambda: library_editing.change_own(store, GOBLET),
    ):
        with pytest.raises(KeyError):
            call()
    assert not library_editing.can_delete(store, GOBLET)


def test_second_names_are_pointed_out(store: Store) -> None:
    transfer.keep(store, log_of(("Barbel bench pres", 8), ("Evening stretch", 5)), BERLIN)
    (found,) = library.view(store).likenesses()
    assert (found.own.name, found.other.key) == ("Barbel bench pres", BENCH.key)


def test_history_names_the_last_time_and_the_best(store: Store, now: datetime) -> None:
    assert library.history(store, BENCH) == library.NEVER
    _trained(store, now, BENCH)
    history = library.history(store, BENCH)
    assert history.last_day == now.date().toordinal()
    assert [draft.reps for draft in history.last] == [8, 9]
    assert history.best is not None
    assert history.best.estimate == pytest.approx(60_000 * (1 + 9 / 30))
    pull_up = catalog.by_key("pull_up")
    _trained_free(store, now, pull_up, lambda number: SetDraft(number, 0, reps=7))
    best = library.history(store, pull_up).best
    assert best is not None
    assert (best.fact.reps, best.estimate) == (7, None)


def _trained_free(store: Store, now: datetime, exercise: Exercise, draft: Callable[[int], SetDraft]) -> None:
    view = session.start_free(store, now).value
    session.add_exercise(store, view.session.id, exercise)
    number = session.view(store, view.session.id).blocks[0].exercise_id
    session.log_set(store, view.session.id, draft(number), now)
    session.finish(store, view.session.id, now)
