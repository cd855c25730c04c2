"""A simulated operator with phones behind it, for demonstrations and load."""
