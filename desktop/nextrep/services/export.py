"""Taking everything out: sets as CSV that a spreadsheet opens, or the whole record as JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from nextrep.domain.errors import UserError
from nextrep.domain.measures import Measure
from nextrep.domain.sleep import Night
from nextrep.domain.text import tr
from nextrep.domain.units import Load, Unit
from nextrep.services import day_context, events, questionnaire_files, questionnaires, report_giving, tracking
from nextrep.services.files import save_file
from nextrep.storage.store import Store
from nextrep.storage.times import from_ms, zone_name

FORMATS = ("csv", "json")
CSV_HEADER = (
    "date", "session", "session_seconds", "exercise", "exercise_number", "set_number", "set_type", "weight",
    "weight_unit", "reps", "seconds", "distance_m", "effort_scale", "effort", "focus", "set_note",
    "session_note", "reps_left", "reps_right", "band",
)  # fmt: skip


def export(store: Store, target: Path, form: str) -> int:
    """Write the record to `target` and return the number of sets in it.

    CSV holds every set, one a row; JSON also check-ins with their moments and measures, nights, what days
    were like, events, entries and
    questionnaires, and when a report was given. Neither is a backup.

    Raises:
        UserError: the format is not known.
        KnownError: the file cannot be written; an older one is left as it was.
    """
    if form not in FORMATS:
        raise UserError(tr("Formats are csv and json."), field="format")
    rows = [_set_row(row) for row in store.sets.export_rows()]
    text = _csv(rows) if form == "csv" else _json(store, rows)
    save_file(target, text.encode("utf-8"))
    return len(rows)


def _set_row(row: tuple[Any, ...]) -> dict[str, Any]:
    (at, zone, title, duration, exercise, block, position, kind, grams, unit, reps, seconds, distance, scale,
     tenths, focus, note, session_note, left, right, band) = row  # fmt: skip
    weight = None if grams is None else str(Load(grams, Unit(unit)).value())
    values = (
        from_ms(at, zone).isoformat(timespec="seconds"), title, duration, exercise, block + 1, position + 1,
        kind, weight, unit, reps, seconds, distance, scale, None if tenths is None else tenths / 10, focus,
        note, session_note, left, right, band,
    )  # fmt: skip
    return dict(zip(CSV_HEADER, values, strict=True))


def _csv(rows: list[dict[str, Any]]) -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, CSV_HEADER, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _json(store: Store, rows: list[dict[str, Any]]) -> str:
    last = date.max.toordinal()
    record = {
        "program": "NextRep",
        "format": 1,
        "sets": rows,
        "ratings": [
            {"date": _iso(day), "rating": rating, "value": value / 10}
            for day, rating, value in store.checkins.all()
        ],
        "moments": [
            {
                "date": _iso(moment.day),
                "at": moment.at.isoformat(timespec="minutes"),
                "values": {key: value / 10 for key, value in sorted(moment.values.items())},
            }
            for moment in store.moments.all()
        ],
        "own_measures": [_measure(measure) for measure in store.measures.all()],
        "nights": [night_row(night) for night in store.nights.between(1, last)],
        "entries": [
            {
                "date": _iso(entry.day),
                "written_at": entry.written_at.isoformat(timespec="seconds"),
                "text": entry.text,
                "may_go_into_report": entry.in_report,
                "starred": entry.starred,
            }
            for entry in reversed(store.entries.latest(-1))
        ],
        "days": day_context.export_rows(store),
        "events": events.export_rows(store),
        "tracking_pauses": [
            {"first": _iso(one.first), "last": None if one.last is None else _iso(one.last)}
            for one in tracking.pauses(store)
        ],
        "shared": report_giving.export_rows(store),
        "questionnaires": [{**row, "day": _iso(row["day"])} for row in questionnaires.export_rows(store)],
        "questionnaire_files": questionnaire_files.export_rows(store),
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def _measure(measure: Measure) -> dict[str, Any]:
    return {
        "rating": measure.key,
        "name": measure.title,
        "from": measure.low,
        "to": measure.high,
        "unit": measure.unit,
        "words": [measure.low_words, measure.high_words],
        "direction": None if measure.direction is None else str(measure.direction),
        "removed": measure.removed,
    }


def night_row(night: Night) -> dict[str, Any]:
    """Return a night for the JSON file: what was said, and what follows from it; None is not known.

    `efficiency_percent` is a share of the time in bed, `efficiency_of_episode_percent` of SOL + TST + WASO +
    TWAK; both, and `total_sleep_min`, are upper bounds where `at_most` is true.
    """
    into, tried, asleep, wake, out = (_minute(at) for at in night.times)
    return {
        "date": _iso(night.day),
        "zone": zone_name(datetime.combine(date.fromordinal(night.day), time(), night.zone)),
        "into_bed": into,
        "tried_to_sleep": tried,
        "sol_min": night.sol_min,
        "asleep": asleep,
        "awakenings": night.awakenings,
        "waso_min": night.waso_min,
        "final_waking": wake,
        "out_of_bed": out,
        "quality": night.quality,
        "nap_min": night.nap_min,
        "time_in_bed_min": night.time_in_bed_min,
        "latency_to_trying_min": night.latency_to_trying_min,
        "latency_to_sleep_onset_min": night.latency_to_sleep_min,
        "wake_after_sleep_onset_min": night.awake_in_night_min,
        "latency_to_arising_min": night.latency_to_rising_min,
        "total_sleep_min": night.total_sleep_min,
        "at_most": night.at_most,
        "incomplete": night.incomplete,
        "efficiency_percent": _rounded(night.efficiency),
        "efficiency_of_episode_percent": _rounded(night.efficiency_of_episode),
        "sleep_onset": _minute(night.sleep_onset_at),
        "midpoint": _minute(night.midpoint_at),
    }


def _minute(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat(timespec="minutes")


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 1)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
