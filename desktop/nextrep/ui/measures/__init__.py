"""What a check-in asks: the dialog to choose it."""
