"""Small wins in plain words: which come first, and what is never said."""

import pytest

from nextrep.domain.records import Record, RecordKind
from nextrep.domain.strength import SetFact
from nextrep.domain.training import SetDraft, SetKind
from nextrep.domain.units import Load, Unit
from nextrep.domain.wins import Lift, MoreReps, Story, WinKind, more_reps, wins

K, W = RecordKind, WinKind
SQUAT, PULL_UP, PLANK = Lift("Goblet squat", Unit.KG), Lift("Pull-up", Unit.KG), Lift("Plank", Unit.KG)


def record(
    kind: RecordKind, grams: int | None, reps: int | None, *also: RecordKind, seconds: int = 0
) -> Record:
    return Record(kind, SetFact(1, 1, grams, reps, seconds or None), also)


def texts(story: Story) -> list[str]:
    return [win.text for win in wins(story)]


def kinds(story: Story) -> list[WinKind]:
    return [win.kind for win in wins(story)]


def test_to_have_come_is_enough() -> None:
    assert texts(Story(sets=3)) == ["You showed up."]


def test_at_most_four_and_the_most_telling_first() -> None:
    story = Story(
        sets=1,
        records=((SQUAT, record(K.LOAD, 18_000, 10)), (PLANK, record(K.SECONDS, None, None, seconds=45))),
        more=((PULL_UP, MoreReps(0, 1)),),
        new=(Lift("Row", Unit.KG),),
        days_away=20,
        first_week=True,
        low_day=True,
    )
    assert kinds(story) == [W.BACK, W.LOW_DAY, W.FIRST_WEEK, W.SHOWED_UP]


@pytest.mark.parametrize(
    ("lift", "found", "said"),
    [
        (SQUAT, record(K.LOAD, 18_000, 10), "Goblet squat: the heaviest so far, 18 kg × 10."),
        (SQUAT, record(K.E1RM, 16_000, 9), "Goblet squat: the best set so far, 16 kg × 9."),
        (SQUAT, record(K.E1RM, 16_000, 9, K.REPS_AT_LOAD), "Goblet squat: most reps so far at 16 kg, 9."),
        (PULL_UP, record(K.REPS, None, 12), "Pull-up: the most reps so far, 12."),
        (PULL_UP, record(K.HELP, -20_000, 8), "Pull-up: the least help so far, 20 kg of help × 8."),
        (PULL_UP, record(K.HELP, None, 3), "Pull-up: without help for the first time, 3 reps."),
        (PLANK, record(K.SECONDS, None, None, seconds=45), "Plank: the longest hold so far, 45 s."),
    ],
)
def test_records_are_said_with_their_load_and_reps(lift: Lift, found: Record, said: str) -> None:
    assert texts(Story(sets=3, records=((lift, found),))) == [said, "You showed up."]


def test_an_exercise_is_named_once_by_the_most_telling_it_did() -> None:
    story = Story(
        sets=3,
        records=((SQUAT, record(K.LOAD, 18_000, 8)), (SQUAT, record(K.LOAD, 20_000, 5))),
        more=((SQUAT, MoreReps(16_000, 2)),),
    )
    assert texts(story) == ["Goblet squat: the heaviest so far, 20 kg × 5.", "You showed up."]


def test_two_records_leave_room_for_others() -> None:
    lifts = [Lift(name, Unit.KG) for name in "ABCD"]
    story = Story(
        sets=3,
        records=tuple((lift, record(K.LOAD, 18_000, 8)) for lift in lifts),
        more=((PULL_UP, MoreReps(0, 1)),),
    )
    assert kinds(story) == [W.RECORD, W.RECORD, W.MORE_REPS, W.SHOWED_UP]


def test_more_reps_are_said_with_their_load() -> None:
    more = ((SQUAT, MoreReps(16_000, 1)), (PULL_UP, MoreReps(0, 3)))
    assert texts(Story(sets=3, more=more))[:2] == [
        "Goblet squat: one rep more than last time at 16 kg.",
        "Pull-up: 3 reps more than last time.",
    ]


@pytest.mark.parametrize(
    ("days", "said"),
    [(14, "Back after 2 weeks."), (60, "Back after 8 weeks."), (400, "Back after 13 months.")],
)
def test_back_after_a_break(days: int, said: str) -> None:
    assert texts(Story(sets=3, days_away=days))[0] == said


def test_thirteen_days_are_no_break() -> None:
    assert kinds(Story(sets=3, days_away=13)) == [W.SHOWED_UP]


@pytest.mark.parametrize(
    ("sets", "planned", "small"),
    [(1, None, True), (1, 1, True), (5, 10, True), (6, 10, False), (2, None, False)],
)
def test_a_low_day_is_a_win_when_it_was_kept_small(sets: int, planned: int | None, small: bool) -> None:
    said = kinds(Story(sets=sets, planned=planned, low_day=True))
    assert (W.LOW_DAY in said) is small
    assert W.LOW_DAY not in kinds(Story(sets=sets, planned=planned))


def test_first_times_are_something_to_build_on() -> None:
    assert "Plank for the first time" in texts(Story(sets=3, new=(PLANK,)))[0]
    assert "2 exercises for the first time" in texts(Story(sets=3, new=(PLANK, SQUAT)))[0]
    assert "Your first session" in texts(Story(sets=3, new=(PLANK, SQUAT), first=True))[0]


def done(kilograms: float | None, reps: int | None, kind: SetKind = SetKind.WORKING) -> SetDraft:
    load = None if kilograms is None else Load(round(kilograms * 1000), Unit.KG)
    return SetDraft(1, 0, kind, load, reps, None if reps is not None else 30)


@pytest.mark.parametrize(
    ("last", "now", "found"),
    [
        ([done(16, 8), done(16, 9)], [done(16, 10), done(16, 8)], MoreReps(16_000, 1)),
        ([done(None, 8)], [done(None, 11)], MoreReps(0, 3)),
        ([done(16, 8)], [done(18, 10)], None),
        ([done(16, 8)], [done(16, 8)], None),
        ([done(16, 8), done(20, 5)], [done(16, 9), done(20, 6)], MoreReps(20_000, 1)),
        ([done(16, 8)], [done(16, 12, SetKind.WARMUP), done(16, 12, SetKind.REST_PAUSE)], None),
        ([done(None, None)], [done(None, 5)], None),
        ([], [done(16, 8)], None),
    ],
)
def test_more_reps_with_the_same_load(
    last: list[SetDraft], now: list[SetDraft], found: MoreReps | None
) -> None:
    assert more_reps(now, last) == found
