"""Bringing another program's log in, and taking everything out."""
