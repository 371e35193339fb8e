# ruff: noqa: D106
"""Programs and what they plan."""

from __future__ import annotations

from peewee import AutoField, IntegerField, Model, TextField


class ProgramRow(Model):
    """Programs; at most one is current."""

    id = AutoField()
    template = TextField()
    title = TextField()
    start_day = IntegerField()
    weeks = IntegerField()
    answers = TextField()
    current = IntegerField()
    created_at = IntegerField()
    uid = TextField()
    paused_on = IntegerField(null=True)

    class Meta:
        table_name = "program"


class PauseRow(Model):
    """Days on which a program rested."""

    id = AutoField()
    program_id = IntegerField()
    first_day = IntegerField()
    last_day = IntegerField()

    class Meta:
        table_name = "pause"


class PlannedRow(Model):
    """Planned sessions."""

    id = AutoField()
    program_id = IntegerField()
    day = IntegerField()
    week = IntegerField()
    phase = TextField()
    title = TextField()
    removed = IntegerField()
    first_day = IntegerField()
    minute = IntegerField(null=True)
    note = TextField()
    skipped = TextField(null=True)

    class Meta:
        table_name = "planned"


class PlannedExerciseRow(Model):
    """Exercises of planned sessions."""

    id = AutoField()
    planned_id = IntegerField()
    position = IntegerField()
    exercise_id = IntegerField()
    sets = IntegerField()
    reps_low = IntegerField(null=True)
    reps_high = IntegerField(null=True)
    seconds = IntegerField(null=True)
    rir_low = IntegerField(null=True)
    rir_high = IntegerField(null=True)
    rest_s = IntegerField()
    details = TextField()

    class Meta:
        table_name = "planned_exercise"
