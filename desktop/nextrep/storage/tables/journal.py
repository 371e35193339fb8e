# ruff: noqa: D106
"""Entries, events, and questionnaires with their answers."""

from __future__ import annotations

from peewee import AutoField, CompositeKey, IntegerField, Model, TextField


class EventRow(Model):
    """What happened, from one day to another."""

    id = AutoField()
    kind = TextField()
    title = TextField()
    detail = TextField()
    first_day = IntegerField()
    last_day = IntegerField(null=True)
    in_report = IntegerField()

    class Meta:
        table_name = "event"


class EntryRow(Model):
    """Writing."""

    id = AutoField()
    day = IntegerField()
    written_at = IntegerField()
    written_zone = TextField()
    body = TextField()
    in_report = IntegerField()
    starred = IntegerField()

    class Meta:
        table_name = "entry"


class QuestionnaireRow(Model):
    """Questionnaires that the person opened from a file, as they are."""

    id = AutoField()
    title = TextField()
    source = TextField()
    added_at = IntegerField()
    removed = IntegerField()

    class Meta:
        table_name = "questionnaire"


class AssessmentRow(Model):
    """Questionnaires of one day."""

    id = AutoField()
    day = IntegerField()
    recorded_at = IntegerField()
    recorded_zone = TextField()
    way = TextField()
    instrument = TextField(null=True)
    questionnaire_id = IntegerField(null=True)
    total = IntegerField(null=True)

    class Meta:
        table_name = "assessment"


class AssessmentAnswerRow(Model):
    """Answers of an assessment, one row for each that was given."""

    assessment_id = IntegerField()
    item = TextField()
    number = IntegerField(null=True)
    value = IntegerField(null=True)
    words = TextField()

    class Meta:
        table_name = "assessment_answer"
        primary_key = CompositeKey("assessment_id", "item")
