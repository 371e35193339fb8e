"""What is said: plainly, with its uncertainty, and with what it cannot say beside it."""

from __future__ import annotations

import re

import pytest

from nextrep.domain.instruments import InstrumentKey
from nextrep.domain.journal import Direction
from nextrep.domain.series import Figure, Level, Sufficiency
from nextrep.domain.trends import caveats, scores, training_words, words
from nextrep.domain.trends.findings import (
    AroundSessions,
    DayAfter,
    Estimate,
    Group,
    Outcome,
    OutcomeFindings,
    Overlap,
    Spread,
    Trend,
)
from nextrep.domain.trends.said import of_outcome
from nextrep.domain.trends.sizes import change_text, interval_text, size_text

MOOD = Outcome("rating:mood", "Mood", Direction.HIGHER_IS_BETTER, fixed=True)
ANXIETY = Outcome("rating:anxiety", "Anxiety", Direction.LOWER_IS_BETTER, fixed=True)
SLEEP = Outcome(
    "sleep:se", "Sleep efficiency", Direction.HIGHER_IS_BETTER, Figure.PERCENT, night=True, fixed=True
)
STRESS = Outcome("rating:stress", "Stress", Direction.LOWER_IS_BETTER)


def test_a_trend_is_said_per_four_weeks_with_its_interval_and_direction() -> None:
    said = words.trend(MOOD, Trend(11, 12, Estimate(0.62, 0.1, 1.04)))
    (line,) = said.lines
    assert line == (
        "Mood (higher is better): about +0.6 points per 4 weeks (likely between +0.1 and +1.0), "
        "from 11 of 12 weeks."
    )
    assert said.clear
    assert said.caveats == (caveats.one_person(), caveats.together(), caveats.low_start())
    down = words.trend(ANXIETY, Trend(8, 8, Estimate(-0.9, -1.6, -0.02))).lines[0]
    assert down.startswith("Anxiety (lower is better): about −0.9 points per 4 weeks")
    assert "between −1.6 and just below 0" in down


def test_no_clear_trend_is_an_ordinary_answer_with_what_could_be_missed() -> None:
    said = words.trend(MOOD, Trend(9, 12, Estimate(0.1, -0.3, 0.5)))
    assert "no clear trend, from 9 of 12 weeks. That is a common answer" in said.lines[0]
    assert not said.clear
    assert said.caveats[0] == (
        "With 9 weeks of data, a real change of about 0.4 points per 4 weeks could still go unnoticed."
    )


def test_over_years_the_change_is_said_of_all_weeks() -> None:
    clear = words.trend(MOOD, Trend(100, 104, Estimate(0.04, 0.01, 0.06))).lines[0]
    assert "about +1.0 points over all 104 weeks (likely between +0.3 and +1.6)" in clear
    unclear = words.trend(MOOD, Trend(100, 104, Estimate(0.0, -0.02, 0.02)))
    assert "a real change of about 0.5 points over all 104 weeks" in unclear.caveats[0]


def test_too_little_is_said_as_such_and_equal_weeks_too() -> None:
    few = words.trend(MOOD, Trend(5, 12)).lines[0]
    assert few == (
        "Mood (higher is better): not enough to call a trend. It takes 8 weeks with 3 entries or more; "
        "so far there are 5."
    )
    flat = words.trend(MOOD, Trend(9, 9, Estimate(0.0, 0.0, 0.0)))
    assert "Nearly all weeks had the same mean" in flat.lines[0]
    assert not any("unnoticed" in one for one in flat.caveats)


def test_what_was_chosen_after_looking_is_labelled() -> None:
    found = Trend(9, 12, Estimate(0.6, 0.1, 1.0))
    assert words.trend(STRESS, found).label.startswith("Chosen after looking")
    assert [words.trend(one, found).label for one in (MOOD, ANXIETY, SLEEP)] == ["", "", ""]
    day = DayAfter(Group(12, 6.0), Group(20, 5.0), 60, Estimate(0.4, -0.2, 1.0))
    assert training_words.day_after(STRESS, day).label.startswith("Chosen after looking")


def test_the_day_after_always_says_what_stood_there() -> None:
    trained, other = Group(23, 6.0), Group(31, 5.5)
    raw = "Median as written down: 6 (n = 23) the day after training, 5.5 (n = 31) after other days."
    clear = training_words.day_after(MOOD, DayAfter(trained, other, 84, Estimate(0.7, 0.2, 1.2)))
    assert clear.lines[0] == (
        "Mood (higher is better): +0.7 points on the day after training against the day after other days "
        "(likely between +0.2 and +1.2), where the day itself was alike."
    )
    assert clear.lines[1:] == (raw,)
    assert clear.caveats == (caveats.good_days(), caveats.one_person())
    unclear = training_words.day_after(MOOD, DayAfter(trained, other, 84, Estimate(0.4, -0.2, 1.0)))
    assert "no clear difference" in unclear.lines[0] and unclear.lines[1] == raw
    assert "With 54 such days, a real difference of about 0.6 points" in unclear.caveats[0]
    few = training_words.day_after(MOOD, DayAfter(Group(0, None), Group(3, 5.0), 4))
    assert few.lines[0].startswith("Not enough to compare: it takes 42 days, and 10 of each kind")
    assert "nothing yet" in few.lines[1]
    night = training_words.day_after(SLEEP, DayAfter(Group(12, 88.0), Group(20, 85.5), 60, Estimate(2, 1, 3)))
    assert night.heading == "The night after training"
    assert "+2.0 percentage points in the night after training" in night.lines[0]
    assert "88 % (n = 12) in the night after training" in night.lines[1]


def test_around_sessions_goes_from_counts_to_a_mean() -> None:
    few = training_words.around(AroundSessions((1, 0, 2)))
    assert few.lines == ("Rated before and after 3 sessions; from 5 on they are counted here.",)
    some = training_words.around(AroundSessions((1, 0, 2, -1, 3)))
    assert some.lines[0].endswith("higher after 3, the same after 1, lower after 1.")
    assert some.lines[1] == "An average is said from 10 sessions on."
    equal = training_words.around(AroundSessions((1,) * 12))
    assert len(equal.lines) == 1
    clear = training_words.around(AroundSessions((2,) * 20, Estimate(1.8, 1.2, 2.4)))
    assert clear.lines[0] == (
        "How pleasant it feels: +1.8 points after a session against before it, on average "
        "(likely between +1.2 and +2.4)."
    )
    unclear = training_words.around(AroundSessions((2, -1) * 10, Estimate(0.5, -0.1, 1.1)))
    assert "no clear difference" in unclear.lines[0]
    for said in (some, clear, unclear):
        assert caveats.before_is_chosen() in said.caveats


def test_data_and_levels_come_without_a_verdict() -> None:
    assert words.enough(Sufficiency(38, 56, 6)).lines[:2] == ("38 of 56 days (68 %).", "Longest gap: 6 days.")
    assert words.enough(Sufficiency(56, 56, 0)).lines == (
        "56 of 56 days (100 %).",
        "That is enough to look at.",
    )
    paused = words.enough(Sufficiency(38, 56, 6, 5)).lines
    assert paused[2] == "5 empty days lie in a pause."
    both = words.levels(MOOD, Level(14, 5, 4, 6), Level(14, 6.5, 6, 7))
    assert both.lines[1] == "Mood (higher is better), last 14 logged days: 6.5, half of them between 6 and 7."
    assert both.caveats == (caveats.low_start(),)
    assert "takes 7 logged days" in words.levels(MOOD, None, None).lines[0]


def test_scores_speak_through_the_published_sizes() -> None:
    found = scores.score_change(InstrumentKey.PHQ9, [(739_000, 15), (739_035, 11), (739_077, 9)])
    assert found is not None
    said = scores.said(found)
    assert said.lines[0].startswith("PHQ-9 (0 to 27, lower is better): 15 on ")
    assert any(line.startswith("At least 6 points: ") for line in said.lines)
    assert caveats.low_start() in said.caveats


def test_sizes_have_one_decimal_and_say_on_which_side_of_nothing_they_lie() -> None:
    assert change_text(-0.25, Figure.HOURS) == "−0.2 hours"
    assert change_text(0.04, Figure.PLAIN) == "just above 0"
    assert change_text(0.0, Figure.PLAIN) == "0.0 points"
    assert size_text(0.01, Figure.MINUTES) == "less than 0.1 minutes"
    assert interval_text(Estimate(0, 0.01, 0.3)) == "likely between just above 0 and +0.3"


CAUSES = (
    r"\b(because|caus\w+|due to|leads? to|led to|thanks to|affect\w*|effects?|improv\w+|worsen\w*|makes?|made"
    r"|helps?|helped|reduc\w+|increas\w+|boost\w*|impact\w*|results? in|works|significan\w+|correlat\w+"
    r"|p ?[<=]|p-value|risk|best|worst)\b"
)


@pytest.mark.parametrize("outcome", [MOOD, ANXIETY, SLEEP, STRESS])
def test_nothing_that_can_be_said_names_a_cause_or_a_rank(outcome: Outcome) -> None:
    estimates: list[Estimate | None] = [
        None,
        Estimate(0.6, 0.1, 1.0),
        Estimate(0.1, -0.4, 0.6),
        Estimate(-0.6, -1.0, -0.1),
        Estimate(0, 0, 0),
    ]
    texts: list[str] = []
    for one in estimates:
        found = OutcomeFindings(
            outcome, Sufficiency(60, 84, 3), Level(14, 5, 4, 6), Level(14, 6, 5, 7), Trend(9, 12, one),
            DayAfter(Group(12, 6.0), Group(14, 5.0), 84, one), Overlap(20, 21, 0.6), Spread(1.2, 1.1),
        )  # fmt: skip
        for said in of_outcome(found):
            texts += [said.heading, *said.lines, *said.caveats, said.label]
        for n in (3, 7, 12):
            around = training_words.around(AroundSessions((1,) * n, one if n > 10 else None))
            texts += [around.heading, *around.lines, *around.caveats]
    assert len(texts) > 100
    assert [text for text in texts if re.search(CAUSES, text, re.IGNORECASE)] == []
    assert not any(re.search(r"\d\.\d\d", text) for text in texts)
