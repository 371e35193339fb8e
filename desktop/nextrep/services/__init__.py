"""Use cases, one module per feature. A use case that writes is one transaction and returns an Outcome."""
