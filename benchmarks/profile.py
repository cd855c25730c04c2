"""Where the processor time of intake goes: shares by cProfile, which itself slows every call."""

import asyncio
import cProfile
import pstats
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.installation import QUIET, SETTINGS, ask, comments, people, scores
from gateway.crypto import open_vault
from gateway.sms import providers
from gateway.sms.inbound import conversation_rules, taker
from gateway.sms.provider import Request
from gateway.sms.reception import Bells, Reception
from gateway.store.database import Database, open_database
from gateway.store.writer import open_writer
from gateway.texts import load_texts
from gateway.workers import Bell
from tests.acceptance.server import Server

_PEOPLE = 1000
_BATCH = 50

#: (end of the file's name, function) of what is shown, by what it is for people. All of these
#: are called by nothing else that is shown, but for those in `_INSIDE`.
_STAGES = {
    "verify and parse": (
        ("sms/providers/__init__.py", "verify"),
        ("sms/providers/__init__.py", "inbound"),
    ),
    "number to hash": (("sms/reception.py", "_message"),),
    "look up what is known": (("store/conversation.py", "read_world"),),
    "read the text": (("reading/reader.py", "read"),),
    "the dialogue": (("conversation/taking.py", "take"),),
    "redact": (("core/redaction/__init__.py", "redact"),),
    "write": (
        ("store/changes.py", "write_before"),
        ("gateway/intake.py", "put"),
        ("store/outbound.py", "queue"),
        ("store/changes.py", "write_after"),
    ),
    "texts and ciphers of replies": (("sms/inbound.py", "_queued"),),
    "commit": (("~", "<method 'commit' of 'sqlite3.Connection' objects>"),),
}
_INSIDE = {"read the text": "the dialogue", "redact": "write"}


async def shares(folder: Path) -> Mapping[str, float]:
    """The share of each stage in the work on messages behind the HTTP server, in batches of 50."""
    asked = people(_PEOPLE)
    server = Server(folder, QUIET)
    await ask(server, asked)
    requests = [_request(raw) for raw in (*scores(asked), *comments(asked))]
    async with open_database(server.database_url) as database:
        receiving, writing = await _profiled(database, requests)
    spent = {
        name: sum(_spent((receiving, writing), at) for at in ats) for name, ats in _STAGES.items()
    }
    for inner, outer in _INSIDE.items():
        spent[outer] -= spent[inner]
    total = receiving.total_tt + writing.total_tt
    spent["all else"] = total - sum(spent.values())
    return {name: one / total for name, one in spent.items()}


async def _profiled(
    database: Database, requests: Sequence[Request]
) -> tuple[pstats.Stats, pstats.Stats]:
    """Profiles of the thread that receives and of the one that writes."""
    vault = open_vault(SETTINGS)
    kannel = providers.load("kannel", SETTINGS.sms.providers["kannel"])
    take = taker(vault, load_texts(), conversation_rules(SETTINGS, vault))
    receiving, writing = (cProfile.Profile(time.thread_time) for _ in range(2))
    async with open_writer(database) as writer:
        bells = Bells(sending=Bell(), labelling=Bell(), counting=Bell())
        reception = Reception({"kannel": kannel}, vault, writer, take, bells)
        await database.write(lambda _: writing.enable())
        receiving.enable()
        for first in range(0, len(requests), _BATCH):
            batch = requests[first : first + _BATCH]
            await asyncio.gather(*(_receive(reception, kannel, one) for one in batch))
        receiving.disable()
        await database.write(lambda _: writing.disable())
    return pstats.Stats(receiving), pstats.Stats(writing)


async def _receive(reception: Reception, kannel: providers.Operator, request: Request) -> None:
    kannel.verify(request)
    await reception.inbound(kannel, request)


def _spent(profiles: Sequence[pstats.Stats], at: tuple[str, str]) -> float:
    """Seconds in a function and in what it calls."""
    found = [
        cumulative
        for profile in profiles
        for (file, _, name), (_, _, _, cumulative, _) in profile.stats.items()  # type: ignore[attr-defined]
        if (file.endswith(at[0]), name) == (True, at[1])
    ]
    assert found, f"{at[1]} in {at[0]} was not called: is it called something else now?"
    return sum(found)


def _request(raw: bytes) -> Request:
    head, _, body = raw.partition(b"\r\n\r\n")
    first, *headers = head.decode().split("\r\n")
    method, path, _ = first.split(" ")
    return Request(
        method=method,
        url=f"{SETTINGS.server.public_url}{path}",
        headers={name.lower(): value for name, value in (line.split(": ", 1) for line in headers)},
        body=body,
    )
