"""Reading what can be read of a damaged profile, page by page."""
