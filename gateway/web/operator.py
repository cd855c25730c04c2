"""Who may see what is not for the public: this machine, or a holder of the operator's token."""

import hmac
from ipaddress import ip_address

from aiohttp import web

from gateway.web.keys import SETTINGS


def require_operator(request: web.Request) -> None:
    """Raise 403 unless the caller has the token, or none is set and the call is from here.

    Behind a proxy on the same machine every call is from here: set `operator_token` there.
    """
    token = request.app[SETTINGS].operator_token.get_secret_value()
    if token:
        given = request.headers.get("Authorization", "").removeprefix("Bearer ")
        allowed = hmac.compare_digest(given.encode(), token.encode())
    else:
        allowed = request.remote is not None and ip_address(request.remote).is_loopback
    if not allowed:
        raise web.HTTPForbidden(text="Send the operator's token: Authorization: Bearer ...\n")
