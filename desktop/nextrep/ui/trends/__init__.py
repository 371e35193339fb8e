"""Trends: what has changed, over one time axis."""
