"""Receiving from providers: verified, parsed, handed to the writer; what can't be read is kept."""

from collections.abc import Awaitable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import structlog

from gateway.core.conversation.effects import Outcome
from gateway.core.conversation.world import Message
from gateway.core.errors import InputError, StoreUnavailable
from gateway.crypto import Vault
from gateway.sms.counts import RECEIVED, REFUSED, REPORTED
from gateway.sms.numbers import normalise
from gateway.sms.provider import Inbound, Report, Request
from gateway.sms.providers import Operator
from gateway.sms.quarantine import keep, reopen
from gateway.store import outbound, quarantine
from gateway.store.database import Connection
from gateway.store.quarantine import Kept
from gateway.store.writer import Batch, Writer
from gateway.workers import Bell

log = structlog.get_logger()

_LONGEST_ID = 80


@dataclass(frozen=True, slots=True)
class Bells:
    """Who is woken by a message: the sender of replies, the reader of comments, the counter."""

    sending: Bell
    labelling: Bell
    counting: Bell


@dataclass(frozen=True, slots=True, eq=False)
class Reception:
    """Takes what providers hand in; returns only after the commit."""

    operators: Mapping[str, Operator]
    vault: Vault
    writer: Writer
    take: Batch[Message, Outcome]
    bells: Bells

    async def inbound(self, operator: Operator, request: Request) -> None:
        """Take every message of a verified request. Raises `StoreUnavailable`; then nothing of it
        counts as acknowledged, and what was stored is recognised when it comes again."""
        try:
            parsed = operator.inbound(request)
        except InputError as error:
            await self._quarantine(operator.name, "inbound", str(error), request)
            return
        await self._note(operator.name, await self._take(operator.name, parsed), request)

    async def report(self, operator: Operator, request: Request) -> None:
        """Take every delivery report of a verified request. Raises `StoreUnavailable`."""
        try:
            parsed = operator.report(request)
        except InputError as error:
            await self._quarantine(operator.name, "report", str(error), request)
            return
        for state in await self._book(operator.name, parsed):
            REPORTED.labels(operator.name, state).inc()
        self.bells.counting.ring()

    async def replay(self, kept: Kept, actor: str) -> Sequence[str]:
        """Take what is in a request from quarantine as if it came now; what became of it.

        Raises `InputError` when it can't be read now either: it is kept as before. Repeating is
        harmless, the messages are recognised.
        """
        operator, request = self._operator(kept.provider), reopen(self.vault, kept)
        outcomes: Sequence[str | Exception]
        if kept.kind == "report":
            outcomes = await self._book(operator.name, operator.report(request))
        else:
            outcomes = await self._take(operator.name, operator.inbound(request))
        for outcome in outcomes:
            if isinstance(outcome, Exception):
                raise InputError(f"could not be taken: {type(outcome).__name__}") from outcome
        now = datetime.now(UTC)
        await self.writer.run(lambda c: quarantine.mark_replayed(c, kept.id, actor, now))
        return [str(outcome) for outcome in outcomes]

    def _operator(self, name: str) -> Operator:
        if name not in self.operators:
            raise InputError(f"it came from {name}: add its table [sms.providers.{name}] again")
        return self.operators[name]

    async def _take(
        self, provider: str, parsed: Sequence[Inbound]
    ) -> Sequence[Outcome | Exception]:
        messages = [self._message(provider, one) for one in parsed]
        submitted = [self.writer.submit(self.take, message) for message in messages]
        outcomes = [await _outcome(one) for one in submitted]
        for outcome in outcomes:
            if isinstance(outcome, StoreUnavailable):
                raise outcome
        return outcomes

    async def _book(self, provider: str, parsed: Sequence[Report]) -> Sequence[str]:
        known = [
            outbound.Reported(one.state, provider, one.id, one.reference, one.reason)
            for one in parsed
        ]
        states = [await self.writer.submit(report_all, one) for one in known]
        return [state or "unknown message" for state in states]

    def _message(self, provider: str, one: Inbound) -> Message:
        number = normalise(one.sender)
        return Message(
            provider=provider,
            id=one.id if len(one.id) <= _LONGEST_ID else self.vault.hash(one.id).hex(),
            hash=self.vault.hash(number or one.sender),
            number=number or "",
            text=one.text,
            received_at=datetime.now(UTC),
            part=one.part,
        )

    async def _note(
        self, provider: str, outcomes: Sequence[Outcome | Exception], request: Request
    ) -> None:
        for outcome in outcomes:
            if isinstance(outcome, Exception):
                log.error("message not taken", provider=provider, exc_info=outcome)
                reason = f"could not be taken: {type(outcome).__name__}"
                await self._quarantine(provider, "inbound", reason, request)
            else:
                RECEIVED.labels(provider, outcome).inc()
        self.bells.sending.ring()
        self.bells.labelling.ring()
        self.bells.counting.ring()

    async def _quarantine(self, provider: str, kind: str, reason: str, request: Request) -> None:
        kept = keep(self.vault, provider, kind, reason, request)
        await self.writer.run(lambda connection: quarantine.add(connection, kept))
        REFUSED.labels(provider, "quarantined").inc()
        log.warning("request kept in quarantine", provider=provider, kind=kind, id=kept.id)


async def _outcome(submitted: Awaitable[Outcome]) -> Outcome | Exception:
    """What became of one message, or why it could not be taken: any reason is its own alone."""
    try:
        return await submitted
    except Exception as error:  # noqa: BLE001
        return error


def report_all(connection: Connection, reports: Sequence[outbound.Reported]) -> list[str | None]:
    """Book a batch of delivery reports, for `Writer.submit`."""
    return outbound.report(connection, reports, datetime.now(UTC))
