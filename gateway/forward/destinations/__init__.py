"""Every kind of destination that can be named in the settings, one file each."""

import asyncio
import pkgutil
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib import import_module
from typing import Annotated, Any, Literal, TypeVar

import aiohttp
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from gateway.core.errors import DeliveryFailed, SettingsError
from gateway.forward.destination import Alert, Commas, Destination, Release
from gateway.settings import Publishing, explain

#: No attempt lasts longer. It is well below the time for which a delivery is claimed.
ATTEMPT_SECONDS = 60
#: The column that keeps it.
_LONGEST_NAME = 40

Cargo = Literal["releases", "alerts"]
Model = TypeVar("Model", bound=BaseModel)


class _Table(BaseModel):
    """What the table of every kind may hold; the rest is that kind's own."""

    model_config = ConfigDict(extra="allow", frozen=True)

    type: str = ""
    takes: Annotated[tuple[Cargo, ...], Commas, Field(min_length=1)] | None = None


@dataclass(frozen=True, slots=True)
class Receiver:
    """A destination under the name and with the settings that this installation gave it."""

    name: str
    destination: Destination
    settings: BaseModel
    takes: Sequence[Cargo]

    @property
    def takes_releases(self) -> bool:
        return "releases" in self.takes

    @property
    def takes_alerts(self) -> bool:
        return "alerts" in self.takes

    async def deliver(self, session: aiohttp.ClientSession, release: Release) -> None:
        """Return when the other side has the release. Raises `DeliveryFailed`."""
        if self.destination.deliver is None:
            raise DeliveryFailed(f"{self.name} takes no releases", permanent=True)
        async with self._attempt():
            await self.destination.deliver(session, self.settings, release)

    async def alert(self, session: aiohttp.ClientSession, alert: Alert) -> None:
        """Return when the other side has the alert. Raises `DeliveryFailed`."""
        if self.destination.alert is None:
            raise DeliveryFailed(f"{self.name} takes no alerts", permanent=True)
        async with self._attempt():
            await self.destination.alert(session, self.settings, alert)

    @asynccontextmanager
    async def _attempt(self) -> AsyncIterator[None]:
        try:
            async with asyncio.timeout(ATTEMPT_SECONDS):
                yield
        except (aiohttp.ClientError, OSError) as error:
            reason = str(error) or type(error).__name__
            raise DeliveryFailed(reason, permanent=False) from error


def known() -> tuple[str, ...]:
    """The names of all kinds, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def carried(destination: Destination) -> Sequence[Cargo]:
    """What this kind can carry. Unless `takes` says otherwise it is given the first of these."""
    ways: Mapping[Cargo, Any] = {"releases": destination.deliver, "alerts": destination.alert}
    return tuple(cargo for cargo, way in ways.items() if way)


def load(name: str, raw: Mapping[str, Any]) -> Receiver:
    """The destination of the table `[publishing.destinations.NAME]`; raises `SettingsError`."""
    place = f"publishing.destinations.{name}"
    table = _checked(_Table, name, raw)
    if table.type not in known():
        raise SettingsError(f"{place}.type: unknown {table.type!r}; known: {', '.join(known())}")
    if len(name) > _LONGEST_NAME:
        raise SettingsError(f"{place}: a name has at most {_LONGEST_NAME} characters")
    destination: Destination = import_module(f"{__name__}.{table.type}").DESTINATION
    settings = _checked(destination.settings, name, table.model_extra or {})
    able = carried(destination)
    takes = table.takes or able[:1]
    if not set(takes) <= set(able):
        raise SettingsError(f"{place}.takes: {table.type} carries {' and '.join(able)} only")
    return Receiver(name, destination, settings, takes)


def _checked(model: type[Model], name: str, values: Mapping[str, Any]) -> Model:
    try:
        return model.model_validate(values)
    except ValidationError as error:
        # Not chained: the text of pydantic's error repeats what was given, secrets too.
        raise SettingsError(explain(error, ("publishing", "destinations", name))) from None


def load_all(publishing: Publishing) -> Sequence[Receiver]:
    """Every destination of the settings; raises `SettingsError`."""
    return [load(name, raw) for name, raw in publishing.destinations.items()]
