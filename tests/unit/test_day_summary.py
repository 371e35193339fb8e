"""What was noted about many days: counted as it was said, and nothing that was not said."""

from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.day_context import DayContext, Pain
from nextrep.domain.day_summary import Noted, noted
from nextrep.domain.day_topics import Topic
from nextrep.domain.units import Load, Unit

TOPICS = frozenset(Topic)
DAYS = (
    DayContext(1, ("outside",), {Topic.ILL: 1, Topic.OUTDOORS: 45}, (Pain("Knee", 3),)),
    DayContext(2, ("outside", "quiet day"), {Topic.ILL: 0, Topic.OUTDOORS: 0}, (Pain("Knee", 0),)),
    DayContext(3, (), {Topic.OUTDOORS: 120, Topic.CYCLE_DAY: 12}, (Pain("Knee", 6), Pain("Hip", 2))),
    DayContext(4, weight=Load(70_000, Unit.KG)),
)


def test_tags_answers_amounts_and_pain_are_counted_each_in_its_way() -> None:
    assert noted(DAYS, TOPICS) == (
        Noted(Topic.TAGS, "outside", 2, 2),
        Noted(Topic.TAGS, "quiet day", 1, 1),
        Noted(Topic.OUTDOORS, "", 2, 3, 82.5, 120),
        Noted(Topic.ILL, "", 1, 2),
        Noted(Topic.PAIN, "Knee", 2, 3, 4.5, 6),
        Noted(Topic.PAIN, "Hip", 1, 1, 2, 2),
        Noted(Topic.CYCLE_DAY, "", 1, 1),
    )


def test_only_what_is_asked_for_is_there_and_body_weight_never_is() -> None:
    assert {one.topic for one in noted(DAYS, {Topic.ILL, Topic.BODY_WEIGHT})} == {Topic.ILL}
    assert noted((), TOPICS) == ()


@given(st.lists(st.dictionaries(st.sampled_from([Topic.ILL, Topic.ALCOHOL]), st.integers(0, 1))))
def test_no_more_days_are_counted_than_have_an_answer(facts: list[dict[Topic, int]]) -> None:
    contexts = [DayContext(day, facts=said) for day, said in enumerate(facts)]
    for one in noted(contexts, TOPICS):
        assert one.days <= one.answered == sum(one.topic in said for said in facts)
