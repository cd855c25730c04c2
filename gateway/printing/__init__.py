"""Touchpoints as printed things: print_assets is given codes, units and the county's look."""
