"""What each measure of the tidy table means: unit, range, better end, and how it came about."""

from __future__ import annotations

from nextrep.domain.instruments import Instrument, InstrumentKey, instrument
from nextrep.domain.journal import Rating, scale_of
from nextrep.domain.text import tr

Meaning = tuple[str, str, str, str, str]
"""Unit, lowest, highest, which end is better, and the meaning; "" where there is none."""


def meaning(measure: str) -> Meaning:
    """Return what a measure of the table means.

    Raises:
        KeyError: the table has no such measure.
    """
    if measure.startswith("rating_"):
        return _rating(Rating(measure.removeprefix("rating_")))
    for key in InstrumentKey:
        if measure.startswith(f"{key}_"):
            return _of_instrument(key, measure.removeprefix(f"{key}_"))
    if measure.startswith("questionnaire_item_"):
        said = tr("What the answer to the item on thoughts of dying or self-harm counts in an opened file.")
        return "points", "", "", "", said
    return _plain()[measure]


def _rating(rating: Rating) -> Meaning:
    scale = scale_of(rating)
    said = tr(
        "{title} of the day: 0 is “{low}”, 10 is “{high}”. Where only times of day were rated, their median.",
        title=scale.title, low=scale.low, high=scale.high,
    )  # fmt: skip
    return "0-10", "0", "10", str(scale.direction), said


def _of_instrument(key: InstrumentKey, part: str) -> Meaning:
    of = instrument(key)
    better = str(of.direction)
    if part.startswith("item_"):
        item = of.item(int(part.removeprefix("item_")))
        label = item.label if item else part
        said = tr("{name}, item {part}: {label} (our own short label).", name=of.title,
                  part=part.removeprefix("item_"), label=label)  # fmt: skip
        return "points", "0", str(of.most), better, said
    if part == "total":
        said = tr(
            "{name}: total by the published rules; empty where they give none. Published bands: {bands}. "
            "Published sizes of change: {sizes}.",
            name=of.title, bands=_bands(of), sizes=_sizes(of),
        )  # fmt: skip
        return "points", "0", str(of.highest), better, said
    other = instrument(InstrumentKey(part.removeprefix("as_").removesuffix("_total")))
    said = tr("Total of the {other} from its items of the {name}, which has none.", other=other.title,
              name=of.title)  # fmt: skip
    return "points", "0", str(other.highest), str(other.direction), said


def _bands(of: Instrument) -> str:
    bands = (tr("{low} to {high} “{title}”", low=b.low, high=b.high, title=b.title) for b in of.bands)
    return tr("{bands} ({published})", bands=", ".join(bands), published=of.bands_source)


def _sizes(of: Instrument) -> str:
    said = (tr("{n} ({published})", n=size.points, published=size.source) for size in of.thresholds)
    return ", ".join(said) or tr("none")


def _plain() -> dict[str, Meaning]:
    return _about() | _nights() | _training()


def _about() -> dict[str, Meaning]:
    return {
        "period_first_day": ("", "", "", "", tr("First day of the period, as a date.")),
        "period_last_day": ("", "", "", "", tr("Last day of the period, as a date; it is part of it.")),
        "program_version": ("", "", "", "", tr("Version of NextRep that wrote the file.")),
        "invented_data": ("", "", "", "", tr("The profile holds invented data for demonstration.")),
        "to_talk_about": ("", "", "", "", tr("What the person wants to talk about, in the note.")),
        "checkin_logged": ("day", "", "", "", tr("A check-in of any kind was made for this day.")),
        "tracking_paused": ("day", "", "", "", tr("All tracking was paused on this day.")),
        "questionnaire_answered": (
            "", "", "", "",
            tr("A questionnaire without a published score was answered; its title is the note."),
        ),
        "body_weight": ("kg", "", "", "", tr("Body weight noted for the day.")),
        "event_last_day": (
            "", "", "", "",
            tr("An event: its first day is the date, its last day the value, empty while it goes on."),
        ),
        "journal_entry": ("", "", "", "", tr("A journal entry that the person chose, in the note.")),
    }  # fmt: skip


def _nights() -> dict[str, Meaning]:
    better = "higher is better"
    return {
        "night_logged": (
            "night", "", "", "", tr("At least one time of the night was said. Date: day of waking."),
        ),
        "night_at_most": (
            "night", "", "", "",
            tr("Time asleep and efficiency are the most that they can be: minutes awake or to fall asleep "
               "are not known."),
        ),
        "time_asleep": (
            "min", "0", "", "",
            tr("Time in bed less the minutes before trying to sleep, falling asleep, awake, and after "
               "waking."),
        ),
        "time_in_bed": ("min", "0", "", "", tr("From going to bed to getting up.")),
        "sleep_efficiency": ("%", "0", "100", better, tr("Time asleep in percent of the time in bed.")),
        "sleep_latency": ("min", "0", "", "", tr("From trying to sleep to falling asleep.")),
        "awake_in_night": ("min", "0", "", "", tr("Awake between falling asleep and the final waking.")),
        "awakenings": ("", "0", "", "", tr("Number of awakenings before the final one.")),
        "sleep_quality": ("0-10", "0", "10", better, tr("How good the night was.")),
    }  # fmt: skip


def _training() -> dict[str, Meaning]:
    better, log = "higher is better", tr("Its session is the note.")
    return {
        "session_done": ("session", "", "", "", tr("A training session was done; its number is the note.")),
        "session_length": ("min", "0", "", "", tr("Time trained. {log}", log=log)),
        "session_working_sets": ("sets", "0", "", "", tr("Sets without warm-ups. {log}", log=log)),
        "session_effort": ("0-10", "0", "10", "", tr("How hard the whole session was. {log}", log=log)),
        "pleasantness_before": ("-5 to 5", "-5", "5", better, tr("How pleasant before it. {log}", log=log)),
        "pleasantness_after": ("-5 to 5", "-5", "5", better, tr("How pleasant after it. {log}", log=log)),
        "exercise_sets": ("sets", "0", "", "", tr("Sets of one exercise without warm-ups. {log}", log=log)),
        "session_planned": ("session", "", "", "", tr("The plan has a session on this day.")),
        "session_planned_done": ("session", "", "", "", tr("It was done, on whichever day.")),
        "session_upcoming": ("session", "", "", "", tr("The plan has a session after the period.")),
        "plan_week": ("week", "1", "", "", tr("Week of the plan on the last day; its phase is the note.")),
        "estimated_1rm": (
            "kg", "", "", better,
            tr("Best estimated one-repetition maximum of the day in kg or lb; the exercise is the note."),
        ),
        "most_reps": ("", "0", "", better, tr("Most reps in a set of the day; the exercise is the note.")),
        "longest_set": ("s", "0", "", better, tr("Longest set of the day; the exercise is the note.")),
    }  # fmt: skip
