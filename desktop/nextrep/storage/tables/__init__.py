"""Peewee models of the tables that migrations/ creates, a module for each part of the profile.

They belong to no database: every query is run on the store's own, so that two profiles can be open
side by side.
"""

from __future__ import annotations

from peewee import Model

from nextrep.storage.tables.days import (
    BodyWeightRow,
    CheckInRow,
    DayFactRow,
    DayTagRow,
    MeasureRow,
    MomentRatingRow,
    MomentRow,
    NightRow,
    PainRow,
    RatingRow,
    TagRow,
)
from nextrep.storage.tables.journal import (
    AssessmentAnswerRow,
    AssessmentRow,
    EntryRow,
    EventRow,
    QuestionnaireRow,
)
from nextrep.storage.tables.plan import PauseRow, PlannedExerciseRow, PlannedRow, ProgramRow
from nextrep.storage.tables.settings import SettingRow
from nextrep.storage.tables.training import (
    BinRow,
    ExerciseRow,
    SessionExerciseRow,
    SessionRow,
    SetRow,
    TemplateRow,
)

ALL_TABLES: tuple[type[Model], ...] = (
    SettingRow,
    ExerciseRow,
    ProgramRow,
    PauseRow,
    PlannedRow,
    PlannedExerciseRow,
    SessionRow,
    SessionExerciseRow,
    SetRow,
    BinRow,
    TemplateRow,
    CheckInRow,
    RatingRow,
    MomentRow,
    MomentRatingRow,
    MeasureRow,
    NightRow,
    TagRow,
    DayTagRow,
    DayFactRow,
    PainRow,
    BodyWeightRow,
    EventRow,
    EntryRow,
    QuestionnaireRow,
    AssessmentRow,
    AssessmentAnswerRow,
)
