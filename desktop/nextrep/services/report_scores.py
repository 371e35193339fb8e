"""Questionnaires in the clinician's report (clinical.md, sections 1.4b, 2.1 and 4.1).

Totals, names and sizes of change come from domain.scoring and domain.instruments alone. Item 9 of the PHQ-9
always stands on a line of its own where the PHQ-9 does (4.1.5).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nextrep.domain.assessments import Assessment, Way
from nextrep.domain.figures import signed
from nextrep.domain.instruments import HARM_ITEM, Instrument, InstrumentKey, instrument
from nextrep.domain.panels import Panel, PanelKind
from nextrep.domain.score_words import direction_text, sizes_text, sources_lines
from nextrep.domain.scoring import Change, Score, change
from nextrep.domain.series import Series
from nextrep.domain.text import tr
from nextrep.reports.score_content import BLANK, Cell, ItemTable, ScoreRow, Scores
from nextrep.services import panels
from nextrep.services.questionnaires import score_of
from nextrep.services.report_unscored import day_text, holds_item_9, rights, title_of, unscored
from nextrep.storage.store import Store

MOST_DAYS, MOST_DAYS_WITH_YEAR, MOST_BESIDE_COURSE = 6, 2, 3
"""As many times as the table of answers has room for; with more there are fewer and a chart of all."""
_YEAR_DAYS = 366
_ORDER = ("PHQ9", "GAD7", "WHO5", "PHQ8", "PHQ2", "GAD2")
"""Page 1 has room for three: those that say most come first (clinical.md, section 1.4b)."""


@dataclass(frozen=True, slots=True)
class Offered:
    """A questionnaire that the person can leave out of a report.

    Attributes:
        key: names it in `Choice.left_out`.
        times: how often it was filled in within the period.
    """

    key: str
    title: str
    times: int
    has_item_9: bool


def offered(store: Store, first: int, last: int) -> tuple[Offered, ...]:
    """Return what was filled in from `first` to `last` (date ordinals): instruments, then those of files."""
    found = _within(store, first, last)
    return tuple(
        Offered(key, title_of(store, several[0]), len(several), holds_item_9(several))
        for key, several in _grouped(found).items()
    )


def scores(store: Store, first: int, last: int, left_out: frozenset[str] = frozenset()) -> Scores:
    """Return what the report says of questionnaires from `first` to `last` (date ordinals).

    Args:
        store: the profile.
        first, last: the period, both days included.
        left_out: keys of `Offered` that the person does not want in it.
    """
    found = chosen(store, first, last, left_out)
    with_year = last - first >= _YEAR_DAYS
    grouped = [several for several in _grouped(found).values() if several[0].instrument is not None]
    rows, tables, estimated = [], [], False
    for several in grouped:
        times = [_Time(one, reached) for one in several if (reached := score_of(one)) is not None]
        of = instrument(InstrumentKey(str(several[0].instrument)))
        rows.append(_row(of, times, with_year=with_year))
        course = panels.series(store, Panel(PanelKind.SCORE, str(of.key)), first, last, None)
        tables.append(_table(of, times, course, with_year=with_year))
        estimated = estimated or any(time.score.prorated for time in times)
    others = [several for several in _grouped(found).values() if several[0].instrument is None]
    return Scores(
        tuple(rows),
        tuple(tables),
        estimated,
        tuple(unscored(store, several, with_year=with_year) for several in others),
        rights(store, found),
        harm_unscored=any(map(holds_item_9, others)),
    )


def chosen(store: Store, first: int, last: int, left_out: frozenset[str]) -> list[Assessment]:
    """Return what was filled in from `first` to `last` (date ordinals) and is not left out, oldest first."""
    return [one for one in _within(store, first, last) if _key(one) not in left_out]


@dataclass(frozen=True, slots=True)
class _Time:
    one: Assessment
    score: Score

    @property
    def total(self) -> str:
        if self.score.total is None:
            return tr("no total")
        return tr("{total} *", total=self.score.total) if self.score.prorated else str(self.score.total)


def _within(store: Store, first: int, last: int) -> list[Assessment]:
    return store.assessments.between(first, last)


def _key(one: Assessment) -> str:
    return str(one.instrument) if one.instrument else f"file {one.form_id}"


def _grouped(found: Sequence[Assessment]) -> dict[str, list[Assessment]]:
    """Group by questionnaire: the instruments, then the files."""
    groups: dict[str, list[Assessment]] = {str(InstrumentKey[name]): [] for name in _ORDER}
    for one in found:
        groups.setdefault(_key(one), []).append(one)
    return {key: several for key, several in groups.items() if several}


def _row(of: Instrument, times: Sequence[_Time], *, with_year: bool) -> ScoreRow:
    """First, previous and latest of the period; with fewer than three times, what there is."""
    latest = times[-1]
    first = times[0] if len(times) > 1 else None
    previous = times[-2] if len(times) > 2 else None
    shown = (first, previous, latest)
    since_first = _change(of, first, latest)
    cells = [_cell(time, with_year=with_year) if time else BLANK for time in shown]
    return ScoreRow(
        of.title,
        direction_text(of),
        first=cells[0],
        previous=cells[1],
        latest=cells[2],
        change=_changes(since_first, _change(of, previous, latest)),
        band=_band(latest.score),
        sizes=_sizes(of, since_first),
        item_9=tuple(_item_9(time) for time in shown) if of.key is InstrumentKey.PHQ9 else (),
    )


def _cell(time: _Time, *, with_year: bool) -> Cell:
    way = {Way.FORM: "", Way.FILE: tr("file"), Way.TOTAL: tr("paper")}[time.one.way]
    total = tr("{total} ({way})", total=time.total, way=way) if way else time.total
    return total, day_text(time.one.day, with_year=with_year)


def _change(of: Instrument, earlier: _Time | None, later: _Time) -> Change | None:
    if earlier is None or earlier.score.total is None or later.score.total is None:
        return None
    return change(of, (earlier.one.day, earlier.score.total), (later.one.day, later.score.total))


def _changes(first: Change | None, previous: Change | None) -> Cell:
    return (
        tr("{points} since first", points=signed(first.points)) if first else "",
        tr("{points} since previous", points=signed(previous.points)) if previous else "",
    )


def _band(found: Score) -> Cell:
    band = found.band
    if found.instead is not None:
        shorter = instrument(found.instead.key)
        return tr("{name}: {total}", name=shorter.title, total=found.instead.total), tr("items 1 to 8")
    if band is None:
        return BLANK
    return band.brief or band.title, tr("{low}–{high}", low=band.low, high=band.high)


def _sizes(of: Instrument, found: Change | None) -> Cell:
    """Return the published sizes of change; none where the times lie too close for them."""
    if not of.thresholds:
        return tr("none published"), ""
    if found is not None and not found.comparable:
        return tr("under 14 days"), tr("none applies")
    return sizes_text(of)


def _item_9(time: _Time | None) -> str:
    """Return the answer; a dash where a total was recorded without answers, or the item was left empty."""
    if time is None:
        return ""
    value = time.one.values().get(HARM_ITEM)
    return tr("–") if value is None else str(value)


def _table(of: Instrument, times: Sequence[_Time], course: Series, *, with_year: bool) -> ItemTable:
    most = MOST_DAYS if len(times) <= MOST_DAYS else MOST_BESIDE_COURSE
    shown = times[-(MOST_DAYS_WITH_YEAR if with_year else most) :]
    ways = {Way.FORM: tr("form"), Way.FILE: tr("file"), Way.TOTAL: tr("paper")}
    other_ways = any(time.one.way is not Way.FORM for time in shown)
    return ItemTable(
        title=tr("{name}, {range}", name=of.title, range=direction_text(of)),
        days=tuple(day_text(time.one.day, with_year=with_year) for time in shown),
        rows=tuple(
            (tr("{n} {label}", n=item.number, label=item.label), *_answers(shown, item.number))
            for item in of.items
        ),
        totals=tuple(time.total if time.score.total is not None else tr("none") for time in shown),
        ways=tuple(ways[time.one.way] for time in shown) if other_ways else (),
        earlier=len(times) - len(shown),
        sources=tuple(sources_lines(of)),
        course=course if course.points else None,
    )


def _answers(times: Sequence[_Time], number: int) -> tuple[str, ...]:
    return tuple(str(time.one.values().get(number, "")) for time in times)
