"""Printed or mounted things with a code, and what may be known of them."""

from typing import Literal, get_args

Kind = Literal["badge", "card", "sticker", "wall", "poster", "kiosk", "letter"]
KINDS: tuple[Kind, ...] = get_args(Kind)

#: A team with fewer badges would show the figures of one worker: it is shown one level up.
FEWEST_BADGES = 5


def address(public_url: str, code: str) -> str:
    """What a printed code holds: capitals only, so that the symbol stays small."""
    return f"{public_url.upper()}/P/{code}"


def counts_above(kind: str, active_badges: int) -> bool:
    """Whether answers by this touchpoint belong to the unit above its own."""
    return kind == "badge" and active_badges < FEWEST_BADGES
