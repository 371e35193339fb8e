"""Settings, and what to do with the record as a whole."""
