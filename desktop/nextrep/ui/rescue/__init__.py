"""What stands in the window while the profile is damaged."""
