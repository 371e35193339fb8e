"""NextRep: strength training and a journal of mood, sleep and confidence, on one computer, offline."""

__version__ = "0.1.0"
