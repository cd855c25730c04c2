"""The contract between Korva and a kind of destination."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
from pydantic import BaseModel, BeforeValidator

from gateway.texts import Texts


def _split(value: Any) -> Any:
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


#: On a setting that is a list in korva.toml and one text with commas in the environment.
Commas = BeforeValidator(_split)


@dataclass(frozen=True, slots=True)
class Release:
    """The figures of one period, rendered: `body` is one JSON object in UTF-8.

    `message_id` is the same over every attempt and replay; it differs between destinations.
    """

    sequence: int
    period: str
    message_id: str
    created_at: datetime
    body: bytes


@dataclass(frozen=True, slots=True)
class Alert:
    """A case that waits for somebody. It never holds what was written, nor a number.

    `unit` has the unit's name in fi, sv and en; `owner` is who looks after its cases, an address
    or a name. `message_id` is new with each repetition. `texts` are the words of this
    installation, for a destination that people read.
    """

    message_id: str
    case_id: str
    kind: str
    unit: Mapping[str, str]
    owner: str
    opened_at: datetime
    sent_at: datetime
    texts: Texts

    @property
    def look(self) -> str:
        """The command that shows the case."""
        return f"korva cases show {self.case_id}"

    @property
    def acknowledge(self) -> str:
        """The command that ends the alerts."""
        return f"korva cases acknowledge {self.case_id}"

    @property
    def waited_minutes(self) -> int:
        return (self.sent_at - self.opened_at) // timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Destination:
    """What one kind does differently from the others; each file in `destinations/` exports one.

    - `settings`: its own table `[publishing.destinations.NAME]`, unknown keys refused.
    - `deliver(session, settings, release)`: returns when the other side has the release; raises
      `DeliveryFailed`, permanent when only a person can help. Absent where releases can't go.
    - `alert(session, settings, alert)`: the same for an alert. Absent where alerts can't go.
    """

    name: str
    settings: type[BaseModel]
    deliver: Callable[[aiohttp.ClientSession, Any, Release], Awaitable[None]] | None = None
    alert: Callable[[aiohttp.ClientSession, Any, Alert], Awaitable[None]] | None = None
