"""The contract between Korva and an SMS provider."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import aiohttp
from pydantic import BaseModel

from gateway.core.conversation.joining import Part
from gateway.core.delivery import DeliveryState


@dataclass(frozen=True, slots=True)
class Request:
    """What came over the wire, untouched: signatures are made over exactly these bytes.

    `url` is the address as the provider was told to call it (`public_url` of the settings and the
    raw path with its query), never one guessed from headers. Names in `headers` are lower case.
    """

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Inbound:
    """One message from a phone. `sender` and `recipient` are as the provider wrote them.

    `sent_at` is the operator's own time of the message (UTC), where it gives one that is trusted
    for nothing but ordering.
    """

    id: str
    sender: str
    recipient: str
    text: str
    sent_at: datetime | None = None
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What a provider says later about a message of ours.

    `id` is the id we gave to `Outgoing`, `reference` the provider's own; one of them is enough.
    `reason` is the provider's word or code for a failure, without any number or text.
    """

    state: DeliveryState
    id: str | None = None
    reference: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One message to a phone: `recipient` in E.164, `report_url` where reports are wanted."""

    id: str
    recipient: str
    sender: str
    text: str
    report_url: str


@dataclass(frozen=True, slots=True)
class Provider:
    """What one provider does differently from the others; each file in `providers/` exports one.

    - `settings`: its own table `[sms.providers.NAME]`, unknown keys refused.
    - `verify(settings, request)`: raises `Refused` unless the caller proved who it is. It is
      called before anything is parsed.
    - `inbound(request)`, `report(request)`: the messages in it; raise `InputError` with the reason
      when they can't be read, which puts the request into quarantine.
    - `send(session, settings, message)`: hands one message over and returns the provider's
      reference (or None); raises `DeliveryFailed`, permanent or not.
    - `check(session, settings)`: what `korva doctor` should say about the provider's own settings
      (its retries, its reachability); an empty list when all is well or nothing can be read.
    """

    name: str
    settings: type[BaseModel]
    verify: Callable[[Any, Request], None]
    inbound: Callable[[Request], Sequence[Inbound]]
    report: Callable[[Request], Sequence[Report]]
    send: Callable[[aiohttp.ClientSession, Any, Outgoing], Awaitable[str | None]]
    check: Callable[[aiohttp.ClientSession, Any], Awaitable[Sequence[str]]]
