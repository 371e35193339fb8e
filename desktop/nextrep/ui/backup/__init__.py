"""Dialogs around backups: putting one back, and moving to a new computer."""
