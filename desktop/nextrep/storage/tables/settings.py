# ruff: noqa: D106
"""What the person chose."""

from __future__ import annotations

from peewee import Model, TextField


class SettingRow(Model):
    """Settings of scope DATA, as JSON."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        table_name = "setting"
