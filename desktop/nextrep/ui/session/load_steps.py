"""Where + and − lead: the next load that can be made, and the next band."""

from __future__ import annotations

from nextrep.domain.exercises import Measure
from nextrep.domain.loads import Loads, usual_step
from nextrep.domain.text import tr
from nextrep.domain.units import Load
from nextrep.ui.session.columns import Column
from nextrep.ui.session.set_sheet import SetSheet


def next_load(sheet: SetSheet, index: int, sign: int) -> Load:
    """Return the load that a step up (1) or down (-1) leads to from a row; of help, + is more of it.

    Raises:
        UserError: what stands in the field is not a load.
    """
    exercise, unit = sheet.block.exercise, sheet.unit
    now = sheet.read_load(index)
    start = Load(now.grams, unit) if now is not None else Load(0, unit)
    if sheet.helps and sign < 0 and start.grams >= 0:
        return start  # no help is the least there is
    there = sheet.loads.at_most(exercise, start)
    between = there.grams != start.grams  # 13 kg, where there are 12 and 14
    if (sign > 0) is not sheet.helps:
        return sheet.loads.above(exercise, there if between and there.grams < start.grams else start)
    if between and 0 <= there.grams < start.grams:
        return there
    if exercise.measure is Measure.BODYWEIGHT and start.grams <= 0:
        return Load(start.grams - usual_step(exercise, unit).grams, unit)
    return sheet.loads.below(exercise, start)


def next_band(sheet: SetSheet, index: int, sign: int) -> str:
    """Return the next heavier (1) or lighter (-1) band; "" is none, before the lightest."""
    names = ("", *band_names(sheet.loads))
    band = sheet.text(index, Column.BAND)
    place = names.index(band) if band in names else 0
    return names[min(max(place + sign, 0), len(names) - 1)]


def band_names(loads: Loads) -> tuple[str, ...]:
    """Return the names of the bands from light to heavy, the person's own where there are any."""
    return loads.owned.bands or (tr("light"), tr("medium"), tr("heavy"))
