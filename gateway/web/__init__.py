"""What the web rooms share."""
