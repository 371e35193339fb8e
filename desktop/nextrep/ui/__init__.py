"""Everything that is Qt: the window, the screens and what they share."""
