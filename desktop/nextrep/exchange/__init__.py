"""Readers of other programs' files: from bytes to domain objects, one module per format."""
