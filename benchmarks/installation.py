"""A gateway to be measured, with people who have been asked, and the texts that they send."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from random import Random
from urllib.parse import urlencode

from sqlalchemy import Connection

from gateway.core.eligibility import Visit
from gateway.core.nps import nps_class
from gateway.core.unit import parse_unit
from gateway.crypto import open_vault
from gateway.settings import read_settings
from gateway.simulation.people import Words, load_words
from gateway.sms.invitations import make_plan
from gateway.sms.segments import unusual
from gateway.store.database import open_database
from gateway.store.facts import check_pepper
from gateway.store.migrate import migrate
from gateway.store.units import import_units, read_units
from gateway.store.writer import open_writer
from gateway.texts import load_texts
from tests.acceptance.server import AT_ONCE, KANNEL, SECRET, Server, environment
from tests.integration.asked import ask as have_asked
from tests.integration.asked import visit

UNITS = 50
LANGUAGES = ("fi", "sv", "en")
_CHUNK = 500
_SEED = 1

#: Texts come in, nothing goes out: what is measured is intake.
QUIET = {
    **KANNEL,
    **AT_ONCE,
    "sms.provider": "",
    "sms.providers.kannel.sendsms_url": "http://127.0.0.1:9/",
    "log_level": "warning",
}
SETTINGS = read_settings(environment(QUIET))


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who has got the question; answers with `score`, as text, and then says why."""

    number: str
    score: str
    comment: str


def people(count: int) -> Sequence[Person]:
    """As many people as wanted, a third in each language; the same ones every time."""
    random, words = Random(_SEED), load_words()
    return [_person(n, random, words[LANGUAGES[n % 3]]) for n in range(count)]


def _person(number: int, random: Random, words: Words) -> Person:
    score = random.choice(list(words.scores))
    return Person(
        f"+35840{number:07}",
        random.choice(words.scores[score]),
        random.choice(words.comments[nps_class(score)]),
    )


async def ask(server: Server, asked: Sequence[Person]) -> None:
    """Have these people asked, as if the operator had just taken the questions to them."""
    now, vault = datetime.now(UTC), open_vault(SETTINGS)
    async with open_database(server.database_url) as database, open_writer(database) as writer:
        await migrate(database)
        await writer.run(lambda c: check_pepper(c, vault.verifier()))
        await writer.run(bring_in_units)
        plan = make_plan(SETTINGS, vault, load_texts(), await database.read(read_units), now)
        for first in range(0, len(asked), _CHUNK):
            some = range(first, min(first + _CHUNK, len(asked)))
            visits = [_visit(number, asked[number], now) for number in some]
            await writer.run(partial(have_asked, plan=plan, visits=visits, now=now))


def bring_in_units(connection: Connection) -> None:
    rows = [{"id": "county", "parent": "", "name_fi": "Hyvinvointialue"}]
    rows += [{"id": f"u{n}", "parent": "county", "name_fi": f"Yksikkö {n}"} for n in range(UNITS)]
    import_units(connection, {line: parse_unit(row) for line, row in enumerate(rows, 1)})


def _visit(number: int, person: Person, now: datetime) -> Visit:
    unit, language = f"u{number % UNITS}", LANGUAGES[number % 3]
    return visit(person.number, unit, str(number), now, language)


def scores(answering: Sequence[Person]) -> Iterator[bytes]:
    """The requests by which Kannel brings the first answers."""
    return (_request(person.number, "1", person.score) for person in answering)


def comments(answering: Sequence[Person]) -> Iterator[bytes]:
    """The requests by which it brings the second ones."""
    return (_request(person.number, "2", person.comment) for person in answering)


def _request(number: str, name: str, text: str) -> bytes:
    """A request as Kannel 1.4.5 writes it."""
    charset, coding = ("UTF-16BE", "2") if unusual(text) else ("UTF-8", "0")
    sender, body = number.removeprefix("+"), text.encode(charset)
    query = urlencode(
        {
            "secret": SECRET,
            "id": f"00000000-0000-4000-8{name:0>3}-{sender}",
            "from": sender,
            "to": "18100",
            "coding": coding,
            "charset": charset,
            "udh": "",
        }
    )
    head = (
        f"POST /sms/kannel?{query} HTTP/1.1\r\nConnection: keep-alive\r\nUser-Agent: Kannel/1.4.5"
        f'\r\nContent-Type: text/plain; charset="{charset}"\r\nX-Kannel-From: {sender}\r\n'
        "X-Kannel-To: 18100\r\nX-Kannel-Time: 2026-10-02 09:00:00\r\nDate: 2026-10-02 09:00:00\r\n"
        f"X-Kannel-SMSC: fake\r\nX-Kannel-Coding: {coding}\r\nX-Kannel-Service: default\r\n"
        f"Content-Length: {len(body)}\r\nHost: 127.0.0.1\r\n\r\n"
    )
    return head.encode() + body
