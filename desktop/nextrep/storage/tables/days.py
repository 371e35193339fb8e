# ruff: noqa: D106
"""What is noted of a day: check-ins, the night, tags, facts, pain, the weight of the body."""

from __future__ import annotations

from peewee import AutoField, CompositeKey, IntegerField, Model, TextField


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
