"""The window of cues: reading, rewording, adding and hiding them."""
