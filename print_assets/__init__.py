"""Touchpoints as things people hold: a leaf that is given codes and texts."""
