"""Which backups stay."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from nextrep.domain.backup_rotation import (
    DAYS,
    MONTHS,
    STAYS_DAYS,
    WEEKS,
    Backup,
    BackupKind,
    superfluous,
)

NOW = datetime(2026, 11, 28, 21, 30, tzinfo=UTC)
K = BackupKind


def _backup(minutes_ago: int, kind: BackupKind = K.DAY, name: str = "") -> Backup:
    return Backup(name or f"{minutes_ago} {kind}", NOW - timedelta(minutes=minutes_ago), kind)


backups = st.lists(
    st.builds(_backup, st.integers(-3 * 1440, 900 * 1440), st.sampled_from(K)), unique_by=lambda one: one.name
)


@given(backups)
def test_what_must_stay_stays(all_of_them: list[Backup]) -> None:
    gone = superfluous(all_of_them, NOW)
    if all_of_them:
        assert max(all_of_them, key=lambda one: one.made_at).made_at not in {one.made_at for one in gone}
    past = [one for one in all_of_them if one.made_at <= NOW]
    if past:
        assert max(one.made_at for one in past) not in {one.made_at for one in gone}
    for one in gone:
        assert one.kind is not K.HAND
        assert one.made_at <= NOW
        assert one.kind is K.DAY or NOW - one.made_at >= timedelta(days=STAYS_DAYS)


@given(backups)
def test_few_stay_and_rotating_again_takes_no_more(all_of_them: list[Backup]) -> None:
    gone = set(superfluous(all_of_them, NOW))
    left = [one for one in all_of_them if one not in gone]
    counted = [one for one in left if one.kind is K.DAY and one.made_at <= NOW]
    assert len(counted) <= DAYS + WEEKS + MONTHS + 1
    assert superfluous(left, NOW) == []


@given(backups)
def test_every_day_week_and_month_of_the_last_ones_has_its_newest(all_of_them: list[Backup]) -> None:
    gone = set(superfluous(all_of_them, NOW))
    past = [one for one in all_of_them if one.made_at <= NOW and one.kind is not K.HAND]
    for part, most in (("%Y-%m-%d", DAYS), ("%G-%V", WEEKS), ("%Y-%m", MONTHS)):
        parts = sorted({one.made_at.strftime(part) for one in past}, reverse=True)[:most]
        for name in parts:
            newest = max(one.made_at for one in past if one.made_at.strftime(part) == name)
            assert any(one.made_at == newest and one not in gone for one in past)


def test_a_year_of_evenings_comes_down_to_days_weeks_and_months() -> None:
    evenings = [_backup(days * 1440) for days in range(400)]
    gone = set(superfluous(evenings, NOW))
    left = [(NOW - one.made_at).days for one in evenings if one not in gone]
    assert left[:7] == [0, 1, 2, 3, 4, 5, 6]
    # Sundays of the weeks before, and the last days of the months before.
    assert left[7:] == [13, 20, 28, 59, 89, 120, 151, 181, 212, 242, 273, 301, 332]


def test_the_last_of_several_on_a_day_stays() -> None:
    three = [_backup(60), _backup(30), _backup(1)]
    assert superfluous(three, NOW) == three[:2]


def test_after_a_long_pause_nothing_more_goes() -> None:
    old = [_backup(days * 1440) for days in range(700, 707)]
    assert superfluous(old, NOW) == []
