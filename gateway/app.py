"""The composition root: settings in, resources opened, routes and workers wired."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator, Awaitable, Collection, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import aiohttp
import structlog
from aiohttp import web
from prometheus_client import disable_created_metrics

from gateway import watch
from gateway.aggregate import Aggregating
from gateway.classify import Classifying
from gateway.closing import publishing
from gateway.core.conversation.effects import Outcome
from gateway.core.conversation.world import Message
from gateway.core.errors import SettingsError
from gateway.crypto import Vault, create_keys, open_vault
from gateway.forward import delivering, destinations
from gateway.forward.alerting import Alerting
from gateway.forward.destinations import Receiver
from gateway.housekeeping import tidy_up
from gateway.printing import routes as printing_routes
from gateway.printing.press import PRESS, Press, open_press
from gateway.qr import opening
from gateway.qr.desk import Desk
from gateway.settings import Settings
from gateway.sms import providers
from gateway.sms.inbound import conversation_rules, taker
from gateway.sms.incomplete import Completing
from gateway.sms.providers import Operator
from gateway.sms.reception import Bells, Reception
from gateway.sms.routes import add_routes
from gateway.sms.sending import Sending
from gateway.store import facts
from gateway.store.database import Database, open_database
from gateway.store.migrate import migrate
from gateway.store.writer import Batch, Writer, open_writer
from gateway.texts import Texts, load_texts
from gateway.web import malformed, observation, schemas
from gateway.web.headers import add_headers
from gateway.web.keys import CHECKS, REFRESHERS, SETTINGS
from gateway.workers import Bell, Step, supervised, work

log = structlog.get_logger()

#: How long a worker sleeps when nobody rings; due times come without a bell.
_IDLE_S = 1.0
_READER_IDLE_S = 10.0
#: A day that changes all the time is counted now and then, not with every answer.
_COUNTING_REST_S = 5.0
#: Comments that come one by one are labelled together; each claim is a write of its own.
_LABELLING_REST_S = 0.5
_HOUSEKEEPING_S = 300.0
_SCANS_S = 20.0


@dataclass(frozen=True, slots=True)
class _Worker:
    step: Step
    bell: Bell
    idle_s: float = _IDLE_S
    rest_s: float = 0.0
    full: int = sys.maxsize


@dataclass(frozen=True, slots=True)
class _House:
    """What the parts of a serving process share."""

    settings: Settings
    database: Database
    writer: Writer
    vault: Vault
    texts: Texts
    session: aiohttp.ClientSession
    bells: Bells
    take: Batch[Message, Outcome]
    desk: Desk
    press: Press
    operators: Mapping[str, Operator]
    receivers: Sequence[Receiver]
    readers: Sequence[Classifying]


async def serve(settings: Settings, only: Collection[str] = ()) -> None:
    """Serve until SIGTERM or SIGINT; with `only`, run just these workers and answer no HTTP.

    Raises `SettingsError` before anything is served, `WorkerFailed` when a worker gives up.
    """
    disable_created_metrics()  # type: ignore[no-untyped-call]
    async with _open_house(settings) as house:
        workers = _chosen(_workers(house), only)
        async with _listening(house, only), supervised(_running(workers)) as ended:
            stop = asyncio.Event()
            for name in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(name, stop.set)
            stopped = asyncio.ensure_future(stop.wait())
            await asyncio.wait((stopped, ended), return_when=asyncio.FIRST_COMPLETED)
            stopped.cancel()
            if ended.done():
                ended.result()
            log.info("stopping")


@asynccontextmanager
async def _open_house(settings: Settings) -> AsyncIterator[_House]:
    async with AsyncExitStack() as stack:
        database = await stack.enter_async_context(open_database(settings.database_url))
        await migrate(database)
        vault = await _open_vault(settings, database)
        writer = await stack.enter_async_context(open_writer(database))
        await writer.run(lambda c: facts.check_pepper(c, vault.verifier()))
        bells = Bells(sending=Bell(), labelling=Bell(), counting=Bell())
        readers = [
            Classifying(settings.classifier, writer, bells.counting)
            for _ in range(settings.classifier.processes)
        ]
        for reader in readers:
            stack.push_async_callback(reader.close)
        rules = conversation_rules(settings, vault)
        texts = load_texts(settings.texts_dir)
        desk = opening.open_desk(
            settings, texts, database, writer, vault, bells.labelling, bells.counting
        )
        press = open_press(settings, texts, desk.assets, database, writer)
        yield _House(
            settings=settings,
            database=database,
            writer=writer,
            vault=vault,
            texts=texts,
            session=await stack.enter_async_context(aiohttp.ClientSession()),
            bells=bells,
            take=taker(vault, texts, rules),
            desk=desk,
            press=await stack.enter_async_context(press),
            operators={
                name: providers.load(name, raw) for name, raw in settings.sms.providers.items()
            },
            receivers=destinations.load_all(settings.publishing),
            readers=readers,
        )


async def _open_vault(settings: Settings, database: Database) -> Vault:
    """The keys; only an installation whose database has never had any gets its own."""
    has_keys = settings.gives_keys or settings.keys_file.exists()
    if not has_keys and await database.read(facts.known_verifier) is None:
        create_keys(settings.keys_file)
        log.warning("keys made: keep a copy of them apart", file=str(settings.keys_file))
    return open_vault(settings)


@asynccontextmanager
async def _listening(house: _House, only: Collection[str]) -> AsyncIterator[None]:
    if only:
        yield
        return
    server = house.settings.server
    malformed.keep_out_of_log()
    # The access log would hold secrets that providers put into URLs.
    runner = web.AppRunner(_web(house), access_log=None, handle_signals=False)
    await runner.setup()
    try:
        await web.TCPSite(runner, server.host, server.port).start()
        log.info("listening", host=server.host, port=server.port)
        yield
    except OSError as error:
        raise SettingsError(f"server.port: can't listen on {server.port}: {error}") from error
    finally:
        await runner.cleanup()


def _web(house: _House) -> web.Application:
    settings = house.settings
    app = web.Application(client_max_size=settings.server.max_body)
    app[SETTINGS] = settings
    app[CHECKS] = watch.checks(house.database, house.readers)
    app[REFRESHERS] = watch.refreshers(house.database)
    app.add_routes(observation.routes)
    app.add_routes(schemas.routes)
    add_routes(app, Reception(house.operators, house.vault, house.writer, house.take, house.bells))
    opening.add_routes(app, house.desk)
    app[PRESS] = house.press
    printing_routes.add_routes(app)
    app.on_response_prepare.append(add_headers)
    return app


def _workers(house: _House) -> Mapping[str, _Worker]:
    settings, bells = house.settings, house.bells
    takers = [receiver.name for receiver in house.receivers if receiver.takes_releases]
    delivering_bell = Bell()
    aggregating = Aggregating(
        publishing(settings, takers), house.database, house.writer, delivering_bell
    )
    workers = {
        "aggregate": _Worker(aggregating.step, bells.counting, rest_s=_COUNTING_REST_S),
        "deliver": _Worker(_delivering(house), delivering_bell),
        "alert": _Worker(_alerting(house), Bell()),
        "complete": _Worker(
            Completing(house.vault, house.take, house.writer).step, Bell(), _HOUSEKEEPING_S
        ),
        "count-scans": _Worker(house.desk.scans.step, Bell(), _SCANS_S),
        "housekeeping": _Worker(_housekeeping(house), Bell(), _HOUSEKEEPING_S),
    }
    for number, reader in enumerate(house.readers):
        name = f"classify-{number}" if number else "classify"
        workers[name] = _Worker(
            *(reader.step, bells.labelling, _READER_IDLE_S, _LABELLING_REST_S),
            full=settings.classifier.batch,
        )
    if settings.sms.provider:
        workers["send"] = _Worker(_sending(house), bells.sending)
    return workers


def _chosen(workers: Mapping[str, _Worker], only: Collection[str]) -> Mapping[str, _Worker]:
    if unknown := [name for name in only if name not in workers]:
        known = ", ".join(sorted(workers))
        raise SettingsError(f"--only {unknown[0]}: no such worker; known: {known}")
    return {name: one for name, one in workers.items() if not only or name in only}


def _running(workers: Mapping[str, _Worker]) -> Mapping[str, Awaitable[None]]:
    return {
        name: work(name, one.step, one.bell, one.idle_s, one.rest_s, one.full)
        for name, one in workers.items()
    }


def _sending(house: _House) -> Step:
    name = house.settings.sms.provider
    operator = house.operators.get(name)
    if operator is None:
        raise SettingsError(f"sms.provider: {name} has no table [sms.providers.{name}]")
    sending = Sending(house.settings, operator, house.vault, house.writer, house.session)
    return sending.step


def _delivering(house: _House) -> Step:
    async def step() -> int:
        now = datetime.now(UTC)
        return await delivering.deliver_due(house.writer, house.session, house.receivers, now)

    return step


def _alerting(house: _House) -> Step:
    every = timedelta(minutes=house.settings.publishing.alert_every_minutes)
    alerting = Alerting(house.writer, house.session, house.receivers, house.texts, every)

    async def step() -> int:
        return await alerting.alert_due(datetime.now(UTC))

    return step


def _housekeeping(house: _House) -> Step:
    async def step() -> int:
        await tidy_up(house.settings, house.writer)
        return 0

    return step
