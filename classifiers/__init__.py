"""The reader of comments: a leaf that knows nothing of the gateway."""
