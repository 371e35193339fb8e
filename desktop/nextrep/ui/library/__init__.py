"""The exercise library in the window: finding and choosing exercises, and one's own."""
