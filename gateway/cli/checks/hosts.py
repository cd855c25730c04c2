"""Addresses of other machines, and of this one."""

from ipaddress import ip_address
from urllib.parse import urlsplit


def is_here(url: str) -> bool:
    """Whether the URL names this machine, by a loopback address or as localhost."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def root(url: str) -> str:
    """The URL without its path, its query and whatever proves who calls."""
    parts = urlsplit(url)
    return parts._replace(
        netloc=parts.netloc.rpartition("@")[2], path="/", query="", fragment=""
    ).geturl()
