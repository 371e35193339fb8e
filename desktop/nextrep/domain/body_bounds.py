"""Which body weights are taken: a module of its own, as the settings need it before the first paint."""

LEAST_BODY_GRAMS, MOST_BODY_GRAMS = 20_000, 500_000
"""From 20 to 500 kg, so that a slip of the keyboard is caught."""
