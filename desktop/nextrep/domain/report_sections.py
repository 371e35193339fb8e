"""The parts of a report that a person ticks or leaves out, and what readers usually need of them.

Nothing that is not ticked is read, let alone drawn: sharing less is the default (clinical.md, 0.9 and 1.3).
"""

from __future__ import annotations

from enum import StrEnum

from nextrep.domain.text import tr


class ReportSection(StrEnum):
    """A part of the report."""

    SCORES = "scores"
    DAILY = "daily"
    SLEEP = "sleep"
    TRAINING = "training"
    STRENGTH = "strength"
    EVENTS = "events"
    MEASURES = "measures"
    DAYS = "days"
    JOURNAL = "journal"
    SESSIONS = "sessions"
    PLAN = "plan"


ON_PAPER_ONLY = frozenset({ReportSection.MEASURES, ReportSection.DAYS})
"""Sections that the companion for programs does not hold."""


class ReportPreset(StrEnum):
    """For whom a report is made."""

    GP = "gp"
    THERAPIST = "therapist"
    TRAINER = "trainer"
    MYSELF = "myself"


_S = ReportSection
_OF_PRESET: dict[ReportPreset, frozenset[ReportSection]] = {
    ReportPreset.GP: frozenset({_S.SCORES, _S.DAILY, _S.SLEEP, _S.TRAINING, _S.STRENGTH, _S.EVENTS}),
    ReportPreset.THERAPIST: frozenset({_S.SCORES, _S.DAILY, _S.SLEEP, _S.TRAINING, _S.EVENTS, _S.JOURNAL}),
    ReportPreset.TRAINER: frozenset({_S.SLEEP, _S.TRAINING, _S.STRENGTH, _S.SESSIONS, _S.PLAN}),
    ReportPreset.MYSELF: frozenset(_S),
}


def sections_of(preset: ReportPreset) -> frozenset[ReportSection]:
    """Return the sections that a preset ticks. A trainer gets neither questionnaires nor moods.

    What a person named in their own words (measures, tags) is for nobody but them until they tick it.
    """
    return _OF_PRESET[preset]


def preset_title(preset: ReportPreset) -> str:
    """Return for whom the preset is, as on a button."""
    return {
        ReportPreset.GP: tr("GP"),
        ReportPreset.THERAPIST: tr("Therapist"),
        ReportPreset.TRAINER: tr("Physiotherapist or trainer"),
        ReportPreset.MYSELF: tr("Myself"),
    }[preset]


def section_title(section: ReportSection) -> str:
    """Return what a section holds, as beside a tick box."""
    return {
        ReportSection.SCORES: tr("Questionnaire scores"),
        ReportSection.DAILY: tr("Mood, anxiety and other ratings"),
        ReportSection.SLEEP: tr("Sleep"),
        ReportSection.TRAINING: tr("Training done, and how sessions felt"),
        ReportSection.STRENGTH: tr("Strength"),
        ReportSection.EVENTS: tr("Life events and treatment changes"),
        ReportSection.MEASURES: tr("My own measures"),
        ReportSection.DAYS: tr("Tags and facts about days"),
        ReportSection.JOURNAL: tr("Journal entries that I choose"),
        ReportSection.SESSIONS: tr("List of sessions"),
        ReportSection.PLAN: tr("Plan for the next weeks"),
    }[section]
