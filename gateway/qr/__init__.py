"""Touchpoints and the codes printed on them."""
