"""Rules and facts of training and journaling: pure Python, no I/O, no clock, no Qt."""
