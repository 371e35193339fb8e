"""Help in a crisis: the calm card, Help now, the contacts and the plan for hard days."""
