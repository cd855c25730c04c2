"""A token that a person gives in the browser's own dialogue, as the password of any user name."""

import base64
import hmac
from collections.abc import Collection
from ipaddress import ip_address

from aiohttp import hdrs, web

from gateway.web.keys import SETTINGS

_ASK = {hdrs.WWW_AUTHENTICATE: 'Basic realm="Korva", charset="UTF-8"', "Cache-Control": "no-store"}


def require_password(request: web.Request, tokens: Collection[str] = ()) -> None:
    """Raise 401 unless the caller gave one of these tokens, or the operator's.

    Where the operator has none, calls from this machine need none, as for `require_operator`.
    """
    operator = request.app[SETTINGS].operator_token.get_secret_value()
    known = [token for token in (*tokens, operator) if token]
    given = _given(request)
    if any(hmac.compare_digest(given.encode(), token.encode()) for token in known):
        return
    is_here = request.remote is not None and ip_address(request.remote).is_loopback
    if operator or not is_here:
        raise web.HTTPUnauthorized(text="Give the token as the password.\n", headers=_ASK)


def _given(request: web.Request) -> str:
    scheme, _, packed = request.headers.get(hdrs.AUTHORIZATION, "").partition(" ")
    if scheme.lower() != "basic":
        return ""
    try:
        return base64.b64decode(packed, validate=True).decode().partition(":")[2]
    except ValueError:
        return ""
