"""The questions that make a plan, page by page."""
