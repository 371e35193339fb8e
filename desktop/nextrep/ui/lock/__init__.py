"""The lock of the profile: the page that unlocks it, a passphrase, the recovery key."""
