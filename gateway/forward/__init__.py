"""Carries releases to their destinations."""
