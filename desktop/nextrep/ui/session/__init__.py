"""Session: what to do now, what was done last time, and whether it is saved."""
