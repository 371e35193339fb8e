"""A night said back in words, and a quick line put together with what was known before."""

from __future__ import annotations

from dataclasses import replace

from nextrep.domain.errors import UserError
from nextrep.domain.figures import duration_text
from nextrep.domain.sleep import Night
from nextrep.domain.sleep_clock import DAY_MIN, NightAnswers
from nextrep.domain.sleep_line import SleepText
from nextrep.domain.text import tr, tr_n

_EVENING = ("into_bed", "tried", "asleep")
_HALF_DAY = DAY_MIN // 2
_LIKELY_MIN = 14 * 60
"""A night said without morning and evening that would be longer than this was meant half a day shorter."""
_EVENING_FROM, _EVENING_TO = 6 * 60, 12 * 60 + 59


def merged(before: NightAnswers, text: SleepText) -> NightAnswers:
    """Return what was known with what a line says; the line has the last word.

    Raises:
        UserError: the line says three things of falling asleep that do not fit together.
    """
    known = replace(before, **_halves(before, text))
    if known.asleep is None or known.sol is None:
        return known
    if "asleep" in text.said and "sol" not in text.said:
        return replace(known, sol=None)
    if "asleep" not in text.said and (known.tried is not None or known.into_bed is not None):
        return replace(known, asleep=None)
    tried = (known.asleep - known.sol) % DAY_MIN
    if known.tried not in (None, tried):
        raise UserError(
            tr(
                "Trying to sleep, the minutes and the time of falling asleep do not fit together. "
                "Two of the three are enough."
            ),
            field="sol",
        )
    return replace(known, tried=tried, asleep=None)


def _halves(before: NightAnswers, text: SleepText) -> dict[str, int]:
    """Return the values of a line, with morning or evening chosen for the times that do not say it."""
    said, unsure = dict(text.said), text.unsure
    end_field = next((one for one in ("final_wake", "out_of_bed") if one in said), "")
    end = said.get(end_field, before.final_wake if before.final_wake is not None else before.out_of_bed)
    starts = [field for field in _EVENING if field in said]
    if end is None:
        for field in starts:
            if field in unsure and _EVENING_FROM <= said[field] <= _EVENING_TO:
                said[field] = (said[field] + _HALF_DAY) % DAY_MIN
        return said
    for field in starts:
        if field in unsure and (end - said[field]) % DAY_MIN > _LIKELY_MIN:
            said[field] = (said[field] + _HALF_DAY) % DAY_MIN
    if end_field in unsure and starts and (end - said[starts[0]]) % DAY_MIN > _LIKELY_MIN:
        for field in ("final_wake", "out_of_bed"):
            if field in unsure and field in said:
                said[field] = (said[field] + _HALF_DAY) % DAY_MIN
    return said


def short_clock(minutes: int) -> str:
    """Return minutes after midnight as people write them: "6:50"."""
    return tr("{hour}:{minute}", hour=minutes // 60, minute=f"{minutes % 60:02d}")


def night_text(answers: NightAnswers, night: Night) -> str:
    """Return a night in one line, for example "23:10 to 6:50, woke once: at most 7 h 40 min asleep"."""
    parts = night_parts(answers)
    if night.total_sleep_min is None:
        return parts
    return tr("{night}: {asleep}", night=parts, asleep=asleep_text(night))


def night_parts(answers: NightAnswers) -> str:
    """Return what was said of a night, without what follows from it."""
    return ", ".join((*_times(answers), *_numbers(answers)))


def asleep_text(night: Night) -> str:
    """Return the time asleep in words, "" where it is not known."""
    if night.total_sleep_min is None:
        return ""
    if night.total_sleep_min == 0:
        return tr("no sleep")
    length = duration_text(night.total_sleep_min)
    return tr("at most {time} asleep", time=length) if night.at_most else tr("{time} asleep", time=length)


def figures_text(night: Night) -> str:
    """Return what a night amounts to, each figure with its name, and what it is a share of."""
    said = [asleep_text(night)] if night.total_sleep_min is not None else []
    if night.time_in_bed_min is not None:
        said.append(tr("{time} in bed", time=duration_text(night.time_in_bed_min)))
    if night.efficiency is not None:
        share = round(night.efficiency)
        said.append(
            tr("sleep efficiency at most {share} % of the time in bed", share=share)
            if night.at_most
            else tr("sleep efficiency {share} % of the time in bed", share=share)
        )
    return " · ".join(said)


def missing_text(night: Night) -> str:
    """Return what would make an incomplete night exact; "" for one that is, or in which nothing is said."""
    if night.blank or not night.incomplete:
        return ""
    if night.total_sleep_min is None:
        if not any(night.times):
            return ""
        return tr("Kept as it is. For the time asleep it takes when the night began and when it ended.")
    lacks_sol, lacks_waso = night.latency_to_sleep_min is None, night.awake_in_night_min is None
    if lacks_sol and night.asleep_at is None and lacks_waso:
        return tr("Kept as it is. Minutes to fall asleep and minutes awake would make it exact.")
    if lacks_waso:
        return tr("Kept as it is. Minutes awake would make it exact.")
    return tr("Kept as it is. Minutes to fall asleep would make it exact.")


def _times(answers: NightAnswers) -> list[str]:
    asleep, wake, into, out = answers.asleep, answers.final_wake, answers.into_bed, answers.out_of_bed
    said = []
    if into is not None and out is not None:
        said.append(tr("in bed {start} to {end}", start=short_clock(into), end=short_clock(out)))
    elif into is not None:
        said.append(tr("to bed {time}", time=short_clock(into)))
    if answers.tried is not None:
        said.append(tr("tried to sleep {time}", time=short_clock(answers.tried)))
    if asleep is not None and wake is not None:
        start, end = short_clock(asleep), short_clock(wake)
        said.append(
            tr("asleep {start} to {end}", start=start, end=end)
            if said
            else tr("{start} to {end}", start=start, end=end)
        )
    elif asleep is not None:
        said.append(tr("asleep {time}", time=short_clock(asleep)))
    elif wake is not None:
        said.append(tr("woke at {time}", time=short_clock(wake)))
    if out is not None and into is None:
        said.append(tr("up {time}", time=short_clock(out)))
    return said


def _numbers(answers: NightAnswers) -> list[str]:
    said = []
    if answers.sol is not None:
        said.append(tr("{n} min to fall asleep", n=answers.sol))
    if answers.awakenings is not None:
        said.append(wakings_text(answers.awakenings))
    if answers.waso is not None:
        said.append(tr("{n} min awake in all", n=answers.waso))
    if answers.quality is not None:
        said.append(tr("quality {n}", n=answers.quality))
    if answers.nap is not None:
        said.append(tr("nap {n} min", n=answers.nap) if answers.nap else tr("no nap"))
    return said


def wakings_text(count: int) -> str:
    """Return how often somebody woke, in words."""
    if count == 0:
        return tr("did not wake")
    return tr("woke twice") if count == 2 else tr_n("woke once", "woke {n} times", count)
