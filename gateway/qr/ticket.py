"""The ticket in a form: who made it, when, for which place; and the name of the answer it brings.

A ticket needs no cookie and no memory. Its key is the answer's name for ever, so that a second
tap, a reload or a phone that sends again later brings no second answer.
"""

import base64
import hmac
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from gateway.crypto import Vault

#: A draft may wait on a phone without a network; forms taken are remembered for twice as long.
VALID = timedelta(days=7)
_KEY_BYTES = 16
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Ticket:
    """`key` names the answer, `issued_at` is when the form was opened."""

    key: str
    issued_at: datetime


def issue(now: datetime) -> Ticket:
    """A ticket for a form that is opened now."""
    return Ticket(_encode(secrets.token_bytes(_KEY_BYTES)), now)


def write(vault: Vault, ticket: Ticket, *bound_to: str) -> str:
    """The ticket as it stands in a form of this place and question set."""
    seconds = int(ticket.issued_at.timestamp())
    return f"{ticket.key}.{seconds:x}.{_signature(vault, ticket.key, seconds, bound_to)}"


def read(vault: Vault, written: str, *bound_to: str) -> Ticket | None:
    """The ticket that was written for this place and question set; None when it was not."""
    try:
        key, seconds_, signature = written[:_LONGEST].split(".")
        seconds = int(seconds_, 16)
        issued_at = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        return None
    right = _signature(vault, key, seconds, bound_to)
    genuine = hmac.compare_digest(signature.encode(), right.encode())
    return Ticket(key, issued_at) if genuine else None


def _signature(vault: Vault, key: str, seconds: int, bound_to: tuple[str, ...]) -> str:
    return _encode(vault.hash("|".join(("form", key, str(seconds), *bound_to))))


def _encode(plain: bytes) -> str:
    return base64.urlsafe_b64encode(plain).decode().rstrip("=")
