"""The program: what is planned, when, and what it asks for."""
