"""How every figure was made, what to keep in mind, and what the record cannot show."""

from __future__ import annotations

from nextrep.domain.e1rm import MAX_REPS_FOR_E1RM, formula_words
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.series import DAYS_FOR_LEVEL, MIN_FOR_LEVEL
from nextrep.domain.text import tr, tr_n
from nextrep.domain.trends.limits import MIN_FOR_MEAN, MIN_IN_WEEK, MIN_WEEKS, TREND_LEVEL
from nextrep.reports.blocks.frame import draw_heading
from nextrep.reports.content import ReportContent
from nextrep.reports.pen import XY, Pen
from nextrep.reports.plot import LONG_GAP_DAYS, window_of
from nextrep.reports.styles import SMALL, SMALL_STRONG
from nextrep.reports.text import wrap

_BETWEEN = 3.2
_AFTER_TERM = 3.0
_MOST_LINES = 40


def methods(content: ReportContent) -> tuple[tuple[str, str], ...]:
    """Return (what, how it is computed and by whose formula) of what is in the report."""
    daily, sleep = content.has(ReportSection.DAILY), content.has(ReportSection.SLEEP)
    lines = bool(content.panels) or daily or sleep
    parts = (
        (daily, tr("Ratings"), _ratings()),
        (daily or sleep, tr("Enough data"), _enough(content)),
        (daily or sleep, tr("Typical level"), _typical()),
        (lines, tr("Line"), _line(content)),
        (daily or sleep, tr("Trend"), _trend()),
        (sleep, tr("Sleep"), _sleep() + _incomplete(content)),
        (content.has(ReportSection.STRENGTH), tr("Estimated 1RM"), _lift(content)),
        (content.has(ReportSection.TRAINING), tr("Before and after"), _felt()),
    )
    return tuple((term, words) for there, term, words in parts if there)


def _ratings() -> str:
    return tr(
        "0 to 10, asked in our own words, not a validated questionnaire. "
        "Nothing is filled in for days that were not logged."
    )


def _enough(content: ReportContent) -> str:
    said = tr(
        "at least 14 days and 70 % of the days logged. Our convention, "
        "by analogy with the ambulatory glucose profile."
    )
    if content.checkins.paused or content.nights.paused:
        said += " " + tr("Days on which logging was paused by choice stay days of the period.")
    return said


def _typical() -> str:
    return tr(
        "median and quartiles (linear interpolation) of {n} logged days, from {least} days up. "
        "First and last are compared only where they share no day.",
        n=DAYS_FOR_LEVEL,
        least=MIN_FOR_LEVEL,
    )


def _line(content: ReportContent) -> str:
    said = tr(
        "mean of each week (months over longer periods) with {least} entries or more; it breaks where one is "
        "missing. With little data: median of {window} days. Hatched: over {long} days without an entry.",
        window=window_of((content.last - content.first).days + 1),
        least=MIN_IN_WEEK,
        long=LONG_GAP_DAYS,
    )
    sparse = max((series.join_days for series in content.panels if not series.bars), default=0)
    if sparse > LONG_GAP_DAYS:
        said += " " + tr("For lifts: training days up to {n} days apart are joined.", n=sparse)
    return said


def _trend() -> str:
    return tr(
        "Theil-Sen slope of the means of {weeks} weeks or more, with Sen’s {level} % interval. "
        "No clear trend is the usual answer.",
        weeks=MIN_WEEKS,
        level=round(100 * TREND_LEVEL),
    )


def _sleep() -> str:
    return tr(
        "variables of the Consensus Sleep Diary (Carney et al. 2012, Sleep 35:287). Total sleep = "
        "time in bed, less time to fall asleep, awake in the night, and awake in bed before and after. "
        "Efficiency = total sleep / time in bed. Provisional: fewer than {n} nights.",
        n=DAYS_FOR_LEVEL,
    )


def _lift(content: ReportContent) -> str:
    return tr(
        "{formula}; r = reps done + reps left, where rated; a single is itself. Only up to {n} reps.",
        formula=formula_words(content.formula),
        n=MAX_REPS_FOR_E1RM,
    )


def _felt() -> str:
    return tr(
        "pleasantness from -5 to +5, after less before. From {n} sessions on with a bootstrap interval "
        "(BCa, Efron 1987), widened for few.",
        n=MIN_FOR_MEAN,
    )


def _incomplete(content: ReportContent) -> str:
    """Say how many nights are known in part, and how they count."""
    said = ""
    if content.nights_at_most:
        said += " " + tr_n(
            "{n} night lacks minutes awake or to fall asleep: it counts with the most it can be (*).",
            "{n} nights lack minutes awake or to fall asleep: they count with the most they can be (*).",
            content.nights_at_most,
        )
    if content.nights_in_part:
        said += " " + tr_n(
            "{n} more has only a beginning or an end and counts in no figure.",
            "{n} more have only a beginning or an end and count in no figure.",
            content.nights_in_part,
        )
    return said


def caveats() -> tuple[str, ...]:
    """Return what to keep in mind while reading."""
    return (
        tr("These are one person’s own ratings. They can show that something changed, not why."),
        tr("Much changes together: sleep, work, seasons, medication, and paying attention itself."),
        tr("Low starting points tend to move up by themselves (regression to the mean)."),
        tr("People often log less when unwell, so gaps may hide harder days, or better ones."),
    )


def limits() -> tuple[str, ...]:
    """Return what this record cannot show."""
    return (
        tr("Whether a condition is present, or how severe it is."),
        tr("Whether training, a medicine or anything else caused a change."),
        tr("Risk or safety: ask in person. Nobody reads these entries as they are made."),
        tr("Anything the person did not log or did not choose to print."),
    )


def draw_method(pen: Pen, at: XY, width: float, content: ReportContent, first_number: int) -> float:
    """Draw the blocks below each other; return the y below."""
    x, y = at
    found = methods(content)
    if found:
        y = draw_heading(pen, x, y, first_number, tr("Method and sources"))
        first_number += 1
    for term, words in found:
        with pen.paragraph_of():
            taken = pen.text((x, y + SMALL.size), tr("{term}:", term=term), SMALL_STRONG, width) + _AFTER_TERM
            first = wrap(words, width - taken, SMALL, _MOST_LINES)[0]
            pen.text((x + taken, y + SMALL.size), first, SMALL)
            rest = words[len(first) :].strip()
            y = pen.paragraph((x, y + SMALL.leading), rest, SMALL, width) + _BETWEEN
    above = 8.0 if found else 0.0
    y = _draw_points(pen, (x, y + above), width, first_number, (tr("Please keep in mind"), *caveats()))
    return _draw_points(
        pen, (x, y + 8), width, first_number + 1, (tr("What this record cannot show"), *limits())
    )


def _draw_points(pen: Pen, at: XY, width: float, number: int, said: tuple[str, ...]) -> float:
    title, *points = said
    x, y = at
    y = draw_heading(pen, x, y, number, title)
    for point in points:
        with pen.ornament():
            pen.text((x, y + SMALL.size), "•", SMALL)
        y = pen.paragraph((x + 8, y), point, SMALL, width - 8) + _BETWEEN
    return y
