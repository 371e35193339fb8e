"""Today: the one next thing, and how the person is."""
