"""The typed table of settings: what each is, its default, and where it lives."""
