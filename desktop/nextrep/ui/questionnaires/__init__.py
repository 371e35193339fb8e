"""The dialog of questionnaires: which, the answers, the total, the history."""
