# ruff: noqa: D106
"""What was trained, and what it is made of."""

from __future__ import annotations

from peewee import AutoField, IntegerField, Model, TextField


class ExerciseRow(Model):
    """Exercises in use: a library exercise gets its row when it is first needed."""

    id = AutoField()
    key = TextField()
    name = TextField()
    own = IntegerField()
    measure = TextField()
    facts = TextField()
    favourite = IntegerField()
    hidden = IntegerField()
    note = TextField()
    cue = TextField()
    merged_into = IntegerField(null=True)
    unit = TextField(null=True)

    class Meta:
        table_name = "exercise"


class SessionRow(Model):
    """Sessions, done and the one that is open."""

    id = AutoField()
    title = TextField()
    started_at = IntegerField()
    started_zone = TextField()
    ended_at = IntegerField(null=True)
    ended_zone = TextField(null=True)
    day = IntegerField()
    state = TextField()
    planned_id = IntegerField(null=True)
    duration_s = IntegerField(null=True)
    note = TextField()
    pleasant_before = IntegerField(null=True)
    activated_before = IntegerField(null=True)
    pleasant_after = IntegerField(null=True)
    effort = IntegerField(null=True)
    origin = TextField()
    origin_key = TextField(null=True)
    activated_after = IntegerField(null=True)
    rated_before_at = IntegerField(null=True)
    rated_after_at = IntegerField(null=True)
    body_g = IntegerField(null=True)
    rest_end_at = IntegerField(null=True)
    rest_total_s = IntegerField(null=True)

    class Meta:
        table_name = "session"


class SessionExerciseRow(Model):
    """Exercises of a session, with what was planned for them."""

    id = AutoField()
    session_id = IntegerField()
    block = IntegerField()
    exercise_id = IntegerField()
    note = TextField()
    sets = IntegerField(null=True)
    reps_low = IntegerField(null=True)
    reps_high = IntegerField(null=True)
    seconds = IntegerField(null=True)
    rir_low = IntegerField(null=True)
    rir_high = IntegerField(null=True)
    rest_s = IntegerField(null=True)
    details = TextField()
    skipped = IntegerField()

    class Meta:
        table_name = "session_exercise"


class SetRow(Model):
    """Sets done."""

    id = AutoField()
    session_id = IntegerField()
    exercise_id = IntegerField()
    block = IntegerField()
    position = IntegerField()
    kind = TextField()
    weight_g = IntegerField(null=True)
    unit = TextField(null=True)
    reps = IntegerField(null=True)
    seconds = IntegerField(null=True)
    distance_m = IntegerField(null=True)
    effort_scale = TextField(null=True)
    effort_tenths = IntegerField(null=True)
    focus = IntegerField(null=True)
    note = TextField()
    done_at = IntegerField(null=True)
    done_zone = TextField(null=True)
    reps_left = IntegerField(null=True)
    reps_right = IntegerField(null=True)
    band = TextField()

    class Meta:
        table_name = "workset"


class BinRow(Model):
    """What was deleted, for 30 days."""

    id = AutoField()
    kind = TextField()
    title = TextField()
    day = IntegerField()
    deleted_at = IntegerField()
    data = TextField()

    class Meta:
        table_name = "bin"


class TemplateRow(Model):
    """Sessions to do again."""

    id = AutoField()
    title = TextField()
    made_at = IntegerField()
    data = TextField()

    class Meta:
        table_name = "template"
