"""How fast to learn at each step."""

_SLOWEST = 0.02


def pace(step: int, steps: int, warm: float) -> float:
    """Return the share of the full rate: up in a line for the share `warm`, then down in a line."""
    started = steps * warm
    if step < started:
        return (step + 1) / (started + 1)
    return max(_SLOWEST, (steps - step) / (steps - started))
