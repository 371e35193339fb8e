"""Programs as files that a person can read, edit and pass on (docs/program-file.md)."""
