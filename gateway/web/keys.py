"""What the handlers of a running gateway can reach."""

from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web

from gateway.settings import Settings

SETTINGS = web.AppKey("settings", Settings)

#: Says what is wrong with a part of the gateway, None when nothing is.
Check = Callable[[], Awaitable[str | None]]
CHECKS = web.AppKey("checks", Mapping[str, Check])

#: Brings gauges up to date before they are read.
Refresh = Callable[[], Awaitable[None]]
REFRESHERS = web.AppKey("refreshers", tuple[Refresh, ...])
