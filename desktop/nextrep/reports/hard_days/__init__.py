"""The plan for hard days on one page of paper."""
