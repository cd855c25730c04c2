"""Pure rules of the house: no input or output, no clock, no randomness."""
