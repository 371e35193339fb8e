"""The journal: a day in numbers and in words."""
