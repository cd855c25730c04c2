"""Headers that every answer has: nothing from elsewhere, no frame, no guess at types."""

from urllib.parse import urlsplit

from aiohttp import web

from gateway.web.keys import SETTINGS

_POLICY = "; ".join(
    (
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
_HEADERS = {
    "Content-Security-Policy": _POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    # With "no-referrer" a browser would send forms with the origin "null".
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), interest-cohort=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_ONE_YEAR = "max-age=31536000"


async def add_headers(request: web.Request, response: web.StreamResponse) -> None:
    """For `Application.on_response_prepare`. Operators of telephone networks show no pages."""
    if request.path.startswith("/sms/"):
        return
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.app[SETTINGS].server.public_url.startswith("https://"):
        response.headers.setdefault("Strict-Transport-Security", _ONE_YEAR)


def comes_from_elsewhere(request: web.Request) -> bool:
    """Whether a browser says that another site made it send this."""
    if site := request.headers.get("Sec-Fetch-Site"):
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin")
    ours = (request.host, urlsplit(request.app[SETTINGS].server.public_url).netloc)
    return origin is not None and urlsplit(origin).netloc not in ours
