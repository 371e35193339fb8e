# ruff: noqa: D106
"""Peewee models of the tables that migrations/ creates.

They belong to no database: every query is run on the store's own, so that two profiles can be open
side by side.
"""

from __future__ import annotations

from peewee import AutoField, CompositeKey, IntegerField, Model, TextField


class SettingRow(Model):
    """Settings of scope DATA, as JSON."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"


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


class CheckInRow(Model):
    """One check-in a day."""

    id = AutoField()
    day = IntegerField()
    recorded_at = IntegerField()
    recorded_zone = TextField()

    class Meta:
        table_name = "checkin"


class RatingRow(Model):
    """Ratings of a check-in, one row for each that was given."""

    checkin_id = IntegerField()
    measure = TextField()
    value = IntegerField()

    class Meta:
        table_name = "rating"
        primary_key = CompositeKey("checkin_id", "measure")


class MomentRow(Model):
    """Check-ins of a time of day."""

    id = AutoField()
    day = IntegerField()
    at = IntegerField()
    zone = TextField()

    class Meta:
        table_name = "moment"


class MomentRatingRow(Model):
    """Ratings of a moment, one row for each that was given."""

    moment_id = IntegerField()
    measure = TextField()
    value = IntegerField()

    class Meta:
        table_name = "moment_rating"
        primary_key = CompositeKey("moment_id", "measure")


class MeasureRow(Model):
    """Measures of the person's own; one that is removed keeps its values."""

    id = AutoField()
    key = TextField()
    title = TextField()
    low = IntegerField()
    high = IntegerField()
    low_words = TextField()
    high_words = TextField()
    direction = TextField(null=True)
    unit = TextField()
    made_at = IntegerField()
    removed = IntegerField()

    class Meta:
        table_name = "measure"


class NightRow(Model):
    """Nights by the day of waking; any variable can be missing."""

    day = IntegerField(primary_key=True)
    zone = TextField()
    into_bed_at = IntegerField(null=True)
    tried_at = IntegerField(null=True)
    sol_min = IntegerField(null=True)
    asleep_at = IntegerField(null=True)
    awakenings = IntegerField(null=True)
    waso_min = IntegerField(null=True)
    final_wake_at = IntegerField(null=True)
    out_of_bed_at = IntegerField(null=True)
    quality = IntegerField(null=True)
    nap_min = IntegerField(null=True)

    class Meta:
        table_name = "night"


class TagRow(Model):
    """Words of the person's own for a day."""

    id = AutoField()
    name = TextField()

    class Meta:
        table_name = "tag"


class DayTagRow(Model):
    """Which tags a day has."""

    day = IntegerField()
    tag_id = IntegerField()

    class Meta:
        table_name = "day_tag"
        primary_key = CompositeKey("day", "tag_id")


class DayFactRow(Model):
    """Facts of a day by name, one row for each that was said."""

    day = IntegerField()
    fact = TextField()
    value = IntegerField()

    class Meta:
        table_name = "day_fact"
        primary_key = CompositeKey("day", "fact")


class PainRow(Model):
    """Where it hurt on a day, and how much."""

    day = IntegerField()
    place = TextField()
    level = IntegerField()

    class Meta:
        table_name = "pain"
        primary_key = CompositeKey("day", "place")


class BodyWeightRow(Model):
    """Body weight by day, for those who asked for it."""

    day = IntegerField(primary_key=True)
    grams = IntegerField()
    unit = TextField()

    class Meta:
        table_name = "body_weight"


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
