"""Data files that ship with the program, read into domain objects."""
