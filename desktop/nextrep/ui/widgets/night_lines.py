"""What stands below the fields of a night: what it amounts to, and what is special about it."""

from __future__ import annotations

from datetime import tzinfo

from nextrep.domain.figures import duration_text
from nextrep.domain.sleep import Night
from nextrep.domain.sleep_clock import NightAnswers, skipped_times
from nextrep.domain.sleep_said import figures_text, missing_text, night_parts, short_clock
from nextrep.domain.text import tr


def summary(answers: NightAnswers, night: Night, here: tzinfo | None, note: str, *, fields: bool) -> str:
    """Return the lines of a night.

    Args:
        answers: as they stand in the form.
        night: that they make.
        here: the zone of this computer.
        note: a last line.
        fields: whether the fields are in view, which say what was said.
    """
    parts = "" if fields else night_parts(answers)
    lines = (parts, figures_text(night), missing_text(night), _zone_text(night, here), note)
    said = "\n".join(line for line in lines if line)
    return said or tr("Write it as you would say it: “bed 22:45, slept 23:10–6:50, woke twice”.")


def skipped_text(answers: NightAnswers, night: Night) -> str:
    """Return what became of times that the clock jumped over."""
    return "\n".join(
        tr(
            "{said} did not exist: the clocks went forward. It is kept as {real}.",
            said=short_clock(said),
            real=short_clock(real),
        )
        for said, real in skipped_times(answers, night)
    )


def unusual_text(night: Night) -> str:
    """Return the question about a night of an unusual length."""
    length = duration_text(night.time_in_bed_min or night.total_sleep_min or 0)
    return tr("{time}: are the times as you meant them? They are kept either way.", time=length)


def _zone_text(night: Night, here: tzinfo | None) -> str:
    """Return whose clock the times are where it is another one than this computer's."""
    if night.blank or str(night.zone) == str(here):
        return ""
    return tr("By the clock of {zone}.", zone=str(night.zone).replace("_", " "))
