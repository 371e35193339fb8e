"""How much data each finding takes, and how sure its interval is (clinical.md 5.2; docs/statistics.md)."""

MIN_IN_WEEK = 3
"""Entries with which a week has a mean that counts."""
MIN_WEEKS = 8
"""Such weeks that a trend takes."""
TREND_LEVEL = 0.96
"""At 0.95 more than 7 % of strongly autocorrelated series without any change are called a trend, and we allow
no more than that (docs/statistics.md)."""

MIN_FOR_COUNTS, MIN_FOR_MEAN = 5, 10
"""Sessions rated before and after from which the counts are said, and from which the mean is."""
AROUND_LEVEL = 0.95
"""Widened for few sessions, see `sessions.widened`."""

MIN_SPAN_DAYS, MIN_PAIRS = 42, 10
"""Days, and pairs of days of each kind, that the day after training takes."""
DAY_AFTER_LEVEL = 0.95

OVERLAP_DAYS, MIN_FOR_OVERLAP = 28, 10
"""Days at either end of a period that are held against each other, and values that each must have."""

MIN_FOR_SPREAD = 14
"""Values, or pairs of consecutive days."""
