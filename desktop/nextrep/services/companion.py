"""The machine-readable companion of a report: gathering what was chosen, and writing it (clinical.md, 3)."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import nextrep
from nextrep.domain.assessments import Assessment
from nextrep.domain.companion import (
    Answered,
    Companion,
    CompanionKind,
    PlannedDay,
    StrengthLine,
    StrengthMeasure,
    Trained,
)
from nextrep.domain.errors import UserError
from nextrep.domain.instruments import instrument
from nextrep.domain.journal import Entry
from nextrep.domain.program import PlannedState
from nextrep.domain.report_sections import ReportSection
from nextrep.domain.text import tr
from nextrep.domain.units import Load
from nextrep.services import (
    catalog,
    preferences,
    questionnaire_files,
    report_days,
    report_scores,
    report_training,
    tracking,
    trends,
)
from nextrep.services.companion_work import Work
from nextrep.services.files import save_files
from nextrep.services.questionnaires import score_of
from nextrep.services.report import Choice, check_choice
from nextrep.settings.table import INVENTED
from nextrep.storage.store import Store

PLAN_DAYS = 28
"""How far the plan after the period goes, where it was chosen."""
_ENDINGS = {CompanionKind.FHIR: ".json", CompanionKind.CSV: ".csv", CompanionKind.ZIP: ".zip"}
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can hold: the same companion gives the same bytes, whenever it is made."""


def gather(store: Store, choice: Choice, *, weight: bool = False) -> Companion:
    """Return what `choice` lets into a companion; parts that are not ticked are not read.

    Args:
        weight: with body weights, which no section has and which are never in the PDF (clinical.md 4.4).

    Raises:
        UserError: the period makes no report (see report.check_choice).
    """
    check_choice(choice)
    first, last = choice.first.toordinal(), choice.last.toordinal()
    asked = choice.sections
    daily, sleep = ReportSection.DAILY in asked, ReportSection.SLEEP in asked
    events = store.events.between(first, last) if ReportSection.EVENTS in asked else []
    training = ReportSection.TRAINING in asked
    ratings = report_days.ratings(store, first, last).values() if daily else ()
    return Companion(
        first,
        last,
        name=choice.name.strip(),
        app_version=nextrep.__version__,
        invented=preferences.read(store, INVENTED),
        questions=tuple(question.strip() for question in choice.questions if question.strip()),
        answered=_answered(store, choice) if ReportSection.SCORES in asked else (),
        logged=tuple(store.checkins.days(first, last)) if daily else (),
        paused=tuple(sorted(tracking.days_paused(store, first, last))) if daily or sleep else (),
        ratings=tuple(series for series in ratings if series.points),
        nights=tuple(store.nights.between(first, last)) if sleep else (),
        sessions=_sessions(store, choice),
        planned=_planned(store, first, last, asked) if training else (),
        upcoming=_planned(store, last + 1, last + PLAN_DAYS, asked) if ReportSection.PLAN in asked else (),
        phase=report_training.phase_at(store, last) if training else None,
        strength=_strength(store, first, last) if ReportSection.STRENGTH in asked else (),
        weights=tuple(store.contexts.weights(first, last)) if weight else (),
        events=tuple(event for event in events if event.in_report),
        entries=_entries(store, choice) if ReportSection.JOURNAL in asked else (),
    )


def save(
    store: Store,
    choice: Choice,
    target: Path,
    kind: CompanionKind,
    *,
    weight: bool = False,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """Write the companion of `choice` and return the files: all of them whole, or none.

    Beside a table goes `<name>-dictionary.csv`, which says what its measures mean.

    Args:
        store, choice, target, kind: what, where to, and in which form.
        weight: with body weights.
        progress: called with (steps done, all steps).
        cancelled: asked at each step; nothing is written before the last one.

    Raises:
        UserError: the period makes no report, or `target` ends otherwise than files of `kind` do.
        KnownError: it cannot be written; older files are left as they were.
        Cancelled: `cancelled` said so.
    """
    ending = _ENDINGS[kind]
    if target.suffix.lower() != ending:
        said = tr("The name of this file has to end with “{ending}”.", ending=ending)
        raise UserError(said, field="file")
    companion = gather(store, choice, weight=weight)
    work = Work(companion, kind, progress, cancelled)
    written = files(companion, target.stem, kind, work)
    if kind is CompanionKind.ZIP:
        written = {target.name: _zipped(written)}
    else:  # a name may end in capitals, and is kept as the person wrote it
        written = {
            target.name if name == f"{target.stem}{ending}" else name: it for name, it in written.items()
        }
    work.finish()
    return save_files({target.with_name(name): data for name, data in written.items()})


def files(companion: Companion, stem: str, kind: CompanionKind, work: Work | None = None) -> dict[str, bytes]:
    """Return the files of a companion by name, all of which begin with `stem`.

    Raises:
        Cancelled: see Work.
    """
    from nextrep.exchange import fhir_export, tidy_csv

    work = work or Work(companion, kind)
    made: dict[str, bytes] = {}
    if kind is not CompanionKind.CSV:
        made[f"{stem}.json"] = fhir_export.bundle(companion, work.resource)
    if kind is not CompanionKind.FHIR:
        made[f"{stem}.csv"] = tidy_csv.table(companion, work.row)
        made[f"{stem}-dictionary.csv"] = tidy_csv.dictionary(companion, work.row)
    return made


def file_name(choice: Choice, kind: CompanionKind) -> str:
    """Return a neutral name, without the person's name, like that of the PDF."""
    return f"report-{choice.first.isoformat()}-to-{choice.last.isoformat()}{_ENDINGS[kind]}"


def _zipped(written: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(written.items()):
            info = zipfile.ZipInfo(name, _ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o600 << 16
            info.create_system = 3  # the same bytes on every system
            archive.writestr(info, data)
    return out.getvalue()


def _answered(store: Store, choice: Choice) -> tuple[Answered, ...]:
    first, last = choice.first.toordinal(), choice.last.toordinal()
    return tuple(
        Answered(one, _title(store, one), score_of(one), _digest(store, one))
        for one in report_scores.chosen(store, first, last, choice.left_out)
    )


def _title(store: Store, one: Assessment) -> str:
    if one.instrument:
        return instrument(one.instrument).title
    return questionnaire_files.title_of(store, one.form_id or 0)


def _digest(store: Store, one: Assessment) -> str:
    if one.form_id is None:
        return ""
    return sha256(store.questionnaires.get(one.form_id).source.encode("utf-8", "replace")).hexdigest()


def _sessions(store: Store, choice: Choice) -> tuple[Trained, ...]:
    asked = choice.sections
    listed, training = ReportSection.SESSIONS in asked, ReportSection.TRAINING in asked
    if not listed and not training:
        return ()
    first, last = choice.first.toordinal(), choice.last.toordinal()
    known = catalog.exercises_in_use(store) if listed else {}
    work: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for session_id, _at, _zone, exercise, sets in store.sets.work(first, last):
        work[session_id].append((exercise, sets))
    found = []
    for number, one in enumerate(store.sessions.done(first, last), 1):
        done = work[one.id]
        felt = (one.effort, one.pleasant_before, one.pleasant_after) if training else (None, None, None)
        exercises = tuple((known[exercise].name, sets) for exercise, sets in done) if listed else ()
        found.append(
            Trained(
                number, one.day, one.started_at, one.duration_s, sum(sets for _exercise, sets in done), *felt,
                title=one.title if listed else "", exercises=exercises,
            )
        )  # fmt: skip
    return tuple(found)


def _planned(store: Store, first: int, last: int, asked: frozenset[ReportSection]) -> tuple[PlannedDay, ...]:
    titled = ReportSection.PLAN in asked
    return tuple(
        PlannedDay(one.day, one.state is PlannedState.DONE, one.title if titled else "")
        for one in trends.planned_sessions(store, first, last)
    )


def _strength(store: Store, first: int, last: int) -> tuple[StrengthLine, ...]:
    unit, lines = preferences.unit(store), []
    for choice in trends.strength_choices(store, first, last)[: report_training.STRENGTH_ROWS]:
        facts = store.sets.facts(choice.exercise_id, first, last)
        best = trends.estimates(store, choice.exercise, facts)
        if best:
            points = tuple((day, float(Load(round(best[day]), unit).value())) for day in sorted(best))
            lines.append(StrengthLine(choice.exercise.name, StrengthMeasure.E1RM, str(unit), points))
            continue
        measure = StrengthMeasure.REPS if any(fact.reps for fact in facts) else StrengthMeasure.SECONDS
        points = trends.strength_series(store, choice.exercise_id, first, last).points
        of_time = "s" if measure is StrengthMeasure.SECONDS else ""
        lines.append(StrengthLine(choice.exercise.name, measure, of_time, points))
    return tuple(lines)


def _entries(store: Store, choice: Choice) -> tuple[Entry, ...]:
    """Return the chosen entries that may go into a report; choosing one does not mark it."""
    marked = store.entries.for_report(choice.first.toordinal(), choice.last.toordinal())
    return tuple(entry for entry in marked if entry.id in choice.entries)
