"""Files that pages need: named by what is in them, so that a browser keeps them for ever."""

import gzip
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePath

from aiohttp import web

_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
#: Below this, headers cost more than compression saves.
_WORTH_COMPRESSING = 300
_FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    name: str
    content_type: str
    body: bytes
    compressed: bytes
    etag: str


@dataclass(frozen=True, slots=True)
class Assets:
    """The files by the name under which they are served."""

    served: Mapping[str, Asset]

    def address(self, name: str) -> str:
        """Where a file such as `korva.css` is; KeyError when there is none."""
        stem, suffix = PurePath(name).stem, PurePath(name).suffix
        for served, asset in self.served.items():
            if asset.name == name:
                return f"/static/{served}"
        raise KeyError(f"there is no file {stem}{suffix} in gateway/web/static")


def load_assets(own_css: str = "") -> Assets:
    """The files of gateway/web/static; `own_css` (the county's colours) follows the style sheet."""
    return Assets({_served_name(asset): asset for asset in _load(own_css)})


def _load(own_css: str) -> Iterator[Asset]:
    for file in files("gateway.web").joinpath("static").iterdir():
        suffix = PurePath(file.name).suffix
        if suffix in _TYPES:
            body = file.read_bytes()
            if file.name == "korva.css":
                body += own_css.encode()
            yield Asset(
                name=file.name,
                content_type=_TYPES[suffix],
                body=body,
                compressed=gzip.compress(body, 9, mtime=0),
                etag=hashlib.sha256(body).hexdigest()[:16],
            )


def _served_name(asset: Asset) -> str:
    path = PurePath(asset.name)
    return f"{path.stem}.{asset.etag}{path.suffix}"


ASSETS = web.AppKey("assets", Assets)
routes = web.RouteTableDef()


@routes.get("/static/{name}")
async def static(request: web.Request) -> web.Response:
    """A file of ours, compressed where the browser takes that."""
    asset = request.app[ASSETS].served.get(request.match_info["name"])
    if asset is None:
        raise web.HTTPNotFound(text="There is no such file.\n")
    headers = {
        "Cache-Control": _FOR_EVER,
        "ETag": f'"{asset.etag}"',
        "Vary": "Accept-Encoding",
    }
    if asset.etag in request.headers.get("If-None-Match", ""):
        return web.Response(status=304, headers=headers)
    smaller = takes_gzip(request) and len(asset.body) >= _WORTH_COMPRESSING
    if smaller:
        headers["Content-Encoding"] = "gzip"
    return web.Response(
        body=asset.compressed if smaller else asset.body,
        content_type=asset.content_type,
        charset="utf-8",
        headers=headers,
    )


def takes_gzip(request: web.Request) -> bool:
    """Whether the browser takes gzip."""
    return "gzip" in request.headers.get("Accept-Encoding", "")
