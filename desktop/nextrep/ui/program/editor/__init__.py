"""All that is asked of one exercise, to change in one step."""
