"""Start-up and wiring: command line, folders, clock, logs, window."""
