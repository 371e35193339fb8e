"""Makes what people install: bare systems, the frozen program, packages and installers."""
