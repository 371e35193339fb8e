"""Where the keys of an encrypted profile are kept, and what opens them."""
