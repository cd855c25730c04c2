"""Every SMS provider that can be named in the settings, one file each."""

import asyncio
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib import import_module

import aiohttp
from pydantic import BaseModel, ValidationError

from gateway.core.errors import DeliveryFailed, SettingsError
from gateway.settings import explain
from gateway.sms.provider import Inbound, Outgoing, Provider, Report, Request


@dataclass(frozen=True, slots=True)
class Operator:
    """A provider with its validated settings. One that is slower than `patience_s` is away."""

    provider: Provider
    settings: BaseModel
    patience_s: float = 15.0

    @property
    def name(self) -> str:
        return self.provider.name

    def verify(self, request: Request) -> None:
        """Raise `Refused` unless the caller is the provider; call it before the other readings."""
        self.provider.verify(self.settings, request)

    def inbound(self, request: Request) -> Sequence[Inbound]:
        """The messages in a request; raises InputError with the reason when it can't be read."""
        return [_storable(message) for message in self.provider.inbound(request)]

    def report(self, request: Request) -> Sequence[Report]:
        """The delivery reports in a request; raises InputError when it can't be read."""
        return [_bookable(report) for report in self.provider.report(request)]

    async def send(self, session: aiohttp.ClientSession, message: Outgoing) -> str | None:
        """Hand one message over; the provider's reference, where it gives one at once.

        Raises DeliveryFailed. No provider here knows an idempotency key: after a time-out the
        message may be on its way all the same, and a retry may bring it twice.
        """
        try:
            async with asyncio.timeout(self.patience_s):
                return await self.provider.send(session, self.settings, message)
        except (aiohttp.ClientError, TimeoutError) as error:
            raise DeliveryFailed(self._unreachable(error), permanent=False) from error

    async def check(self, session: aiohttp.ClientSession) -> Sequence[str]:
        """What is wrong with the provider's own settings, a sentence each."""
        try:
            async with asyncio.timeout(self.patience_s):
                return await self.provider.check(session, self.settings)
        except (aiohttp.ClientError, TimeoutError) as error:
            return [self._unreachable(error)]

    def _unreachable(self, error: Exception) -> str:
        return f"{self.name} can't be reached: {str(error) or type(error).__name__}"


def _storable(message: Inbound) -> Inbound:
    """PostgreSQL stores no NUL, and one message must not spoil a whole batch."""
    if "\0" not in message.text and "\0" not in message.id:
        return message
    return replace(message, id=_without_nul(message.id), text=_without_nul(message.text))


def _bookable(report: Report) -> Report:
    named = _without_nul(report.id or "") or None, _without_nul(report.reference or "") or None
    return replace(report, id=named[0], reference=named[1])


def _without_nul(text: str) -> str:
    return text.replace("\0", "")


def known() -> tuple[str, ...]:
    """The names of all providers, sorted."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def load(name: str, raw: Mapping[str, object]) -> Operator:
    """The provider `name` with its table `[sms.providers.NAME]`; raises SettingsError."""
    if name not in known():
        raise SettingsError(f"unknown SMS provider {name!r}; known: {', '.join(known())}")
    provider: Provider = import_module(f"{__name__}.{name}").PROVIDER
    try:
        settings = provider.settings.model_validate(raw)
    except ValidationError as error:
        # Not chained: the text of pydantic's error repeats what was given, secrets too.
        raise SettingsError(explain(error, ("sms", "providers", name))) from None
    return Operator(provider, settings)
