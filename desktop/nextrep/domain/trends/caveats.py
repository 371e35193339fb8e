"""What a figure cannot say, to stand beside it (after clinical.md 5.3)."""

from __future__ import annotations

from nextrep.domain.text import tr


def one_person() -> str:
    """Return what one person's ratings can show: beside every figure that compares."""
    return tr("These are one person’s own ratings. They can show that something changed, but not why.")


def together() -> str:
    """Return that more changes than one thing: beside what changes over weeks."""
    return tr(
        "Much changes at the same time: sleep, work, the season, medication, and paying attention itself."
    )


def low_start() -> str:
    """Return the regression to the mean: beside whatever is held against a beginning."""
    return tr("What starts at a low point tends to come up by itself, and what starts high to come down.")


def still_possible_trend(weeks: int, size: str, per: str) -> str:
    """Return which trend these data could miss, beside a trend that is not clear."""
    return tr(
        "With {weeks} weeks of data, a real change of about {size} {per} could still go unnoticed.",
        weeks=weeks, size=size, per=per,
    )  # fmt: skip


def still_possible_after_sessions(n: int, size: str) -> str:
    """Return which difference around sessions these data could miss, beside one that is not clear."""
    return tr(
        "With {n} such sessions, a real difference of about {size} could still go unnoticed.", n=n, size=size
    )


def still_possible_after_days(n: int, size: str) -> str:
    """Return which difference between days these data could miss, beside one that is not clear."""
    return tr(
        "With {n} such days, a real difference of about {size} could still go unnoticed.", n=n, size=size
    )


def good_days() -> str:
    """Return what the adjustment of the day after is for, and what it leaves: beside that figure."""
    return tr(
        "People often train on days on which they already feel better. The figure takes into account how the "
        "day itself was, but not everything else about it."
    )


def before_is_chosen() -> str:
    """Return what before-and-after leaves open: beside that figure."""
    return tr(
        "There is nothing to compare with: an hour without training can change how it feels too, most of all "
        "from an unusually low or high point."
    )


def several() -> str:
    """Return that one of many statements stands out by chance: once, below all of them."""
    return tr(
        "Each of these statements is wrong now and then. Where there are several, or several periods are "
        "tried, one can stand out by chance alone."
    )


def gaps() -> str:
    """Return what missing days may hide: beside the count of days."""
    return tr("On hard days people often write down less, so gaps may hide worse days, or better ones.")


def chosen_after() -> str:
    """Return the label of what was not settled in advance."""
    return tr(
        "Chosen after looking. Of many things one always stands out by chance, so this is a question to go "
        "on with rather than an answer."
    )
