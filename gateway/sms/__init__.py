"""The SMS channel: runs the dialogue by text message."""
