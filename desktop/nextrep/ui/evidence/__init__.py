"""The window "What is known": claims about training and the mind, and how well each is supported."""
