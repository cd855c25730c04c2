"""A signed HTTP POST as https://www.standardwebhooks.com describes it.

`webhook-id` stays the same over every attempt, so that the other side can tell what it has.
Two or more `secrets` sign every message with each of them, while one replaces another.
"""

import binascii
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from ipaddress import ip_address
from typing import Annotated

import aiohttp
from pydantic import AnyHttpUrl, BaseModel, ConfigDict, Field, SecretStr, field_validator
from standardwebhooks.webhooks import Webhook

from gateway.core.errors import DeliveryFailed
from gateway.forward import payload
from gateway.forward.destination import Alert, Commas, Destination, Release

#: The lengths of a symmetric key that the specification allows, in bytes.
KEY_BYTES = range(24, 65)
GONE = 410
#: The statuses whose Retry-After is about this request.
BUSY = (429, 503)


class Settings(BaseModel):
    """`[publishing.destinations.NAME]` with `type = "webhook"`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    url: AnyHttpUrl
    secrets: Annotated[tuple[SecretStr, ...], Commas, Field(min_length=1)]
    timeout_s: Annotated[float, Field(gt=0, le=60)] = 15

    @field_validator("url")
    @classmethod
    def _is_encrypted(cls, url: AnyHttpUrl) -> AnyHttpUrl:
        if url.scheme != "https" and not _is_loopback(url.host or ""):
            raise ValueError("must begin with https:// (http:// only to this very machine)")
        return url

    @field_validator("secrets")
    @classmethod
    def _are_keys(cls, secrets: tuple[SecretStr, ...]) -> tuple[SecretStr, ...]:
        if not all(_is_key(secret.get_secret_value()) for secret in secrets):
            raise ValueError(
                "each must be whsec_ and 24 to 64 bytes in base64: "
                'echo "whsec_$(openssl rand -base64 32)"'
            )
        return secrets


async def deliver(session: aiohttp.ClientSession, settings: Settings, release: Release) -> None:
    await _post(session, settings, release.message_id, release.body)


async def alert(session: aiohttp.ClientSession, settings: Settings, case: Alert) -> None:
    await _post(session, settings, case.message_id, payload.of_alert(case))


async def _post(
    session: aiohttp.ClientSession, settings: Settings, message_id: str, body: bytes
) -> None:
    async with session.post(
        str(settings.url),
        data=body,
        headers=_headers(settings, message_id, body),
        timeout=aiohttp.ClientTimeout(total=settings.timeout_s),
        allow_redirects=False,
    ) as response:
        _judge(response.status, response.headers)


def _headers(settings: Settings, message_id: str, body: bytes) -> Mapping[str, str]:
    now = datetime.now(UTC)
    signatures = (
        Webhook(secret.get_secret_value()).sign(message_id, now, body.decode())
        for secret in settings.secrets
    )
    return {
        "content-type": "application/json",
        "webhook-id": message_id,
        "webhook-timestamp": str(int(now.timestamp())),
        "webhook-signature": " ".join(signatures),
    }


def _judge(status: int, headers: Mapping[str, str]) -> None:
    # The words of the answer are left out: nobody knows what the other side puts into them.
    if 200 <= status < 300:
        return
    if status == GONE:
        raise DeliveryFailed("answered 410: wants no more of these", permanent=True)
    asked = _wait(headers.get("retry-after", "")) if status in BUSY else timedelta(0)
    raise DeliveryFailed(f"answered {status}", permanent=False, retry_after=asked)


def _wait(retry_after: str) -> timedelta:
    """Seconds or a date, https://www.rfc-editor.org/rfc/rfc9110#field.retry-after."""
    if retry_after.isascii() and retry_after.isdigit():
        return timedelta(seconds=min(int(retry_after), timedelta.max // timedelta(seconds=1)))
    try:
        until = parsedate_to_datetime(retry_after)
    except ValueError:
        return timedelta(0)
    return until.astimezone(UTC) - datetime.now(UTC)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def _is_key(secret: str) -> bool:
    try:
        key = binascii.a2b_base64(secret.removeprefix("whsec_"), strict_mode=True)
    except (binascii.Error, ValueError):
        return False
    return len(key) in KEY_BYTES


DESTINATION = Destination(name="webhook", settings=Settings, deliver=deliver, alert=alert)
