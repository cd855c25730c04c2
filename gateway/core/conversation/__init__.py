"""The SMS conversation, pure: what is known of the senders, and what a message does to it."""
