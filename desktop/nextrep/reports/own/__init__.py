"""Papers for the person alone: the history of an exercise, a year in review."""
