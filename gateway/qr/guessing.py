"""Slowing down those who try codes, without keeping an address.

Only wrong codes count: a ward whose phones share one address opens right codes as often as it
likes. Addresses are remembered as hashes under a key that ends with the process.
"""

import hashlib
import secrets
from collections.abc import Callable
from ipaddress import IPv6Address, ip_address

_WINDOW_S = 600.0
_MOST_BY_ONE = 30
_MOST_BY_ALL = 3000
_MOST_REMEMBERED = 20_000


class WrongCodes:
    """How many wrong codes each address, and all together, have tried in the current window."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._key = secrets.token_bytes(16)
        self._ends_at = clock() + _WINDOW_S
        self._tried: dict[bytes, int] = {}
        self._all = 0

    def count(self, address: str) -> float:
        """Count one more; 0 when that is all right, else in how many seconds it will be."""
        now = self._clock()
        if now >= self._ends_at:
            self._tried.clear()
            self._all, self._ends_at = 0, now + _WINDOW_S
        name = self._name(address)
        known = name in self._tried or len(self._tried) < _MOST_REMEMBERED
        tried = self._tried.get(name, 0) + 1
        self._all += 1
        if known:
            self._tried[name] = tried
        within = tried <= _MOST_BY_ONE and self._all <= _MOST_BY_ALL
        return 0.0 if within else self._ends_at - now

    def _name(self, address: str) -> bytes:
        return hashlib.blake2b(_network(address), key=self._key, digest_size=12).digest()


def _network(address: str) -> bytes:
    """An IPv6 phone changes its address within its own network all the time."""
    try:
        parsed = ip_address(address)
    except ValueError:
        return address.encode()
    return parsed.packed[:8] if isinstance(parsed, IPv6Address) else parsed.packed
