"""Papers: pages that are shown, saved and printed as the same bytes, and those that any screen may open."""
