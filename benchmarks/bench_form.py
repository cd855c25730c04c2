"""Forms handed out against a static page of the same size, and taken in against answers by SMS.

All in one run, in turns: the gateway with one SQLite database and full sync, and a bare aiohttp
handler that answers every request with the bytes of the form. A rate is the inverse of the
processor time of one request.
"""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from urllib.parse import urlencode

import aiohttp
import uvloop

from benchmarks import table
from benchmarks.installation import QUIET, SETTINGS, Person, comments, people, scores
from benchmarks.sides import Side, bare_handler, gateway
from gateway.core.cells import STATEMENTS
from gateway.crypto import open_vault
from gateway.qr import ticket as tickets
from gateway.questions import load_question_sets, newest_question_set

ROUNDS = 7
IN_FLIGHT = 50
FORMS, ANSWERS = 1000, 500
SERVED_BAR, TAKEN_BAR, BYTES_BAR = 0.25, 0.6, 25_000
_SET = newest_question_set(load_question_sets(), "adult")
_STATEMENTS = [step.name for step in _SET.steps if step.name in STATEMENTS]


@dataclass(frozen=True, slots=True)
class Round:
    """Microseconds of processor time for one of each."""

    static: float
    form: float
    sms: float
    sent: float


async def main() -> None:
    asked = people(ROUNDS * ANSWERS // 2)
    table.machine()
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        korva = await stack.enter_async_context(gateway(folder, QUIET, asked))
        code = await _make_code(korva)
        page, in_all = await _wire(korva, code, folder / "form.gz")
        static = await stack.enter_async_context(bare_handler(page))
        rounds = [await _measure(korva, static, code, part) for part in _parts(asked)]
    _report(rounds, in_all)


def _report(rounds: Sequence[Round], in_all: int) -> None:
    served = [one.static / one.form for one in rounds]
    taken = [one.sms / one.sent for one in rounds]
    rows = [
        ("form / static page", *_medians(rounds, "static", "form"), *_spread(served)),
        ("sent form / SMS", *_medians(rounds, "sms", "sent"), *_spread(taken)),
    ]
    title = f"Processor time in microseconds, medians of {ROUNDS} rounds, {IN_FLIGHT} under way"
    table.show(title, ("", "baseline", "korva", "ratio of rates", "of single rounds"), rows)
    table.judge("form against a static page", median(served), SERVED_BAR, at_most=False)
    table.judge("sent form against an SMS", median(taken), TAKEN_BAR, at_most=False)
    table.judge("bytes of the first form, all included", in_all, BYTES_BAR)


def _medians(rounds: Sequence[Round], *names: str) -> list[str]:
    return [f"{median(getattr(one, name) for one in rounds):.0f}" for name in names]


def _spread(ratios: Sequence[float]) -> tuple[str, str]:
    return f"{median(ratios):.2f}", f"{min(ratios):.2f} - {max(ratios):.2f}"


async def _make_code(korva: Side) -> str:
    body = {"unit": "u1", "kind": "card", "question_set": "adult"}
    url = f"{korva.url}/api/v1/touchpoints"
    async with aiohttp.ClientSession() as session, session.post(url, json=body) as answer:
        return str((await answer.json())["touchpoints"][0]["code"])


async def _wire(korva: Side, code: str, file: Path) -> tuple[Path, int]:
    """The form as it goes over the wire, written to `file`; its bytes with all that it loads."""
    headers = {"Accept-Encoding": "gzip"}
    async with aiohttp.ClientSession(auto_decompress=False, headers=headers) as session:
        async with session.get(f"{korva.url}/p/{code}") as answer:
            file.write_bytes(await answer.read())
            size = _size(answer, file.stat().st_size)
        async with session.get(f"{korva.url}/p/{code}", headers={"Accept-Encoding": ""}) as answer:
            shown = await answer.text()
        for part in shown.split('"'):
            if part.startswith("/static/"):
                async with session.get(korva.url + part) as answer:
                    size += _size(answer, len(await answer.read()))
    return file, size


def _size(answer: aiohttp.ClientResponse, body: int) -> int:
    return body + sum(len(name) + len(value) + 4 for name, value in answer.raw_headers) + 19


def _parts(asked: Sequence[Person]) -> Iterator[Sequence[Person]]:
    each = ANSWERS // 2
    return (asked[first : first + each] for first in range(0, len(asked), each))


async def _measure(korva: Side, static: Side, code: str, asked: Sequence[Person]) -> Round:
    opened = [_get(code)] * FORMS
    by_sms = [*scores(asked), *comments(asked)]
    sent = [_post(code, asked[n % len(asked)], n) for n in range(ANSWERS)]
    return Round(
        static=await static.cost_us(opened, IN_FLIGHT),
        form=await korva.cost_us(opened, IN_FLIGHT),
        sms=await korva.cost_us(by_sms, IN_FLIGHT),
        sent=await korva.cost_us(sent, IN_FLIGHT),
    )


def _get(code: str) -> bytes:
    head = "Accept-Encoding: gzip, deflate, br\r\nAccept-Language: fi-FI,fi;q=0.9,en;q=0.8\r\n"
    return f"GET /p/{code} HTTP/1.1\r\nHost: 127.0.0.1\r\n{head}\r\n".encode()


def _post(code: str, person: Person, number: int) -> bytes:
    ticket = tickets.issue(datetime.now(UTC) - timedelta(minutes=2))
    fields = {
        "ticket": tickets.write(open_vault(SETTINGS), ticket, code, _SET.id),
        "set": _SET.id,
        "lang": "fi",
        "nps": number % 11,
        "words": f"{person.comment} {number}",
        "role": "client",
        **{name: 1 + (number + place) % 5 for place, name in enumerate(_STATEMENTS)},
    }
    body = urlencode(fields).encode()
    head = (
        f"POST /p/{code}?kieli=fi HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


if __name__ == "__main__":
    uvloop.run(main())
