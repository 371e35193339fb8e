"""Reminders: what the person asked for, what is known of their days, what was shown (domain.reminders)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta

from nextrep.domain.changes import Changes, Outcome
from nextrep.domain.errors import UserError
from nextrep.domain.instruments import DAYS_APART
from nextrep.domain.reminders import (
    Reminder,
    ReminderFacts,
    ReminderKind,
    ReminderWishes,
    checked,
    next_reminder,
)
from nextrep.domain.text import tr
from nextrep.services import backup_standing, preferences, tracking
from nextrep.settings.table import (
    QUIET_FROM,
    QUIET_TO,
    REMIND_BACKUP,
    REMIND_CHECK_IN,
    REMIND_QUESTIONNAIRE,
    REMIND_TRAINING,
    REMINDER_OFF,
    REMINDERS_SHOWN,
    Setting,
)
from nextrep.storage.store import Store

TIMES: Mapping[ReminderKind, Setting[int]] = {
    ReminderKind.CHECK_IN: REMIND_CHECK_IN,
    ReminderKind.TRAINING: REMIND_TRAINING,
    ReminderKind.QUESTIONNAIRE: REMIND_QUESTIONNAIRE,
    ReminderKind.BACKUP: REMIND_BACKUP,
}
USUAL: Mapping[ReminderKind, int] = {
    ReminderKind.CHECK_IN: 20 * 60,
    ReminderKind.TRAINING: 9 * 60,
    ReminderKind.QUESTIONNAIRE: 18 * 60,
    ReminderKind.BACKUP: 19 * 60,
}
"""Minute of the day that is offered for each kind; all are off until the person switches them on."""
COPY_AFTER_DAYS = 14
"""A copy outside this computer is due so many days after the last one (our convention)."""
_LONG_AGO = 1
"""Since when a copy is due where there never was one: one fixed day, so that it is said once a week."""
_SESSION_HOURS = 12
"""A session that was begun longer ago was left open, and silences nothing."""


def wishes(store: Store, today: int) -> ReminderWishes:
    """Return what the person asked for, as it is on `today` (a date ordinal)."""
    times = {kind: preferences.read(store, setting) for kind, setting in TIMES.items()}
    return ReminderWishes(
        {kind: minute for kind, minute in times.items() if minute != REMINDER_OFF},
        preferences.read(store, QUIET_FROM),
        preferences.read(store, QUIET_TO),
        paused=tracking.paused(store, today) is not None,
    )


def any_on(store: Store) -> bool:
    """Tell whether anything was asked for."""
    return any(preferences.read(store, setting) != REMINDER_OFF for setting in TIMES.values())


def facts(store: Store, today: int) -> ReminderFacts:
    """Return what is known of the person's days, as of `today` (a date ordinal)."""
    answered = store.assessments.last_days()
    return ReminderFacts(
        checked_in=store.checkins.last_day(),
        training=frozenset(store.programs.waiting_days(today)),
        questionnaire=min(answered) + DAYS_APART if answered else None,
        backup=_copy_due(store),
        shown=_shown(store),
    )


def coming(store: Store, now: datetime, said: Mapping[ReminderKind, int] | None = None) -> Reminder | None:
    """Return what comes next from `now` (aware) on, None while nothing does.

    Args:
        said: days (date ordinals) by kind on which it was said and could perhaps not be kept.
    """
    today = now.date().toordinal()
    wanted = wishes(store, today)
    if not wanted.times or wanted.paused:
        return None
    known = facts(store, today)
    return next_reminder(wanted, replace(known, shown={**known.shown, **(said or {})}), now)


def training_now(store: Store, now: datetime) -> bool:
    """Tell whether a session goes on, in which nobody is reminded of anything.

    One that was begun half a day ago was left open, and does not count.
    """
    session = store.sessions.active()
    return session is not None and now - session.started_at < timedelta(hours=_SESSION_HOURS)


def keep_shown(store: Store, kind: ReminderKind, day: int) -> None:
    """Keep that a kind was shown on a day (date ordinal)."""
    with store.transaction():
        store.settings.put(REMINDERS_SHOWN, _with_shown(store, kind, day))


def set_time(store: Store, kind: ReminderKind, minute: int | None, now: datetime) -> Outcome[int]:
    """Have a kind come at a minute of the day (0 to 1439), or not at all with None.

    What belongs to a day begins tomorrow where its time is over today: it is no answer to being switched on.

    Raises:
        UserError: no minute of the day, or one in the quiet hours; names the kind as its field.
    """
    if minute is not None:
        checked(replace(wishes(store, 0), times={kind: minute}))
    shown = _shown(store).get(kind)
    if minute is not None and kind.of_one_day and minute <= now.hour * 60 + now.minute:
        shown = now.date().toordinal()
    return _put_time(store, kind, REMINDER_OFF if minute is None else minute, shown)


def _put_time(store: Store, kind: ReminderKind, minute: int, shown: int | None) -> Outcome[int]:
    setting = TIMES[kind]
    before = preferences.read(store, setting), _shown(store).get(kind)
    if before == (minute, shown):
        return Outcome(minute)
    with store.transaction():
        store.settings.put(setting, minute)
        store.settings.put(REMINDERS_SHOWN, _with_shown(store, kind, shown))
    return Outcome(
        minute,
        Changes(settings=True),
        undo=lambda: _put_time(store, kind, *before),
        label=tr("reminder: {name}", name=setting.title()),
    )


def set_quiet(store: Store, setting: Setting[int], minute: int) -> Outcome[int]:
    """Change where the quiet hours begin (`QUIET_FROM`) or end (`QUIET_TO`), a minute of the day.

    Raises:
        UserError: something that was asked for would never come; names the key of the setting as its field.
    """
    wanted = wishes(store, 0)
    begin, end = (minute, wanted.quiet_to) if setting is QUIET_FROM else (wanted.quiet_from, minute)
    wanted = replace(wanted, quiet_from=begin, quiet_to=end)
    for kind, at in wanted.times.items():
        if wanted.quiet_at(at):
            raise UserError(
                tr(
                    "“{name}” is set to {time}. Move it first, or choose other quiet hours.",
                    name=TIMES[kind].title(),
                    time=f"{at // 60:02d}:{at % 60:02d}",
                ),
                field=setting.key,
            )
    return preferences.change(store, setting, minute)


def _copy_due(store: Store) -> int | None:
    copied = backup_standing.last_outside(store)
    if copied is not None:
        return copied + COPY_AFTER_DAYS
    return None if store.is_empty() else _LONG_AGO


def _with_shown(store: Store, kind: ReminderKind, day: int | None) -> str:
    days = {str(one): at for one, at in {**_shown(store), kind: day}.items() if at is not None}
    return json.dumps(days, sort_keys=True) if days else ""


def _shown(store: Store) -> dict[ReminderKind, int]:
    """Return the last day on which each kind was shown; what cannot be read was not shown."""
    found: dict[ReminderKind, int] = {}
    with suppress(ValueError, TypeError, AttributeError):
        for name, day in json.loads(preferences.read(store, REMINDERS_SHOWN) or "{}").items():
            if name in set(ReminderKind) and isinstance(day, int):
                found[ReminderKind(name)] = day
    return found
