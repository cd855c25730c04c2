"""A county whose forms are opened: its units, its codes, two further languages."""

import csv
import re
import tomllib
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from importlib.resources import files

import aiohttp

from gateway.questions import load_question_sets
from gateway.texts import placeholders
from tests.acceptance.server import Server

OPERATOR_TOKEN, TEAM_TOKEN = "an-operators-token", "a-token-of-a-team"
SETS = sorted({one.name for one in load_question_sets().values()})
_UNITS = (
    ("id", "parent", "name_fi", "name_sv", "name_en", "short_name", "case_owner"),
    ("pirha", "", "Pirkanmaan hyvinvointialue", "Birkaland", "Pirkanmaa", "Pirha", ""),
    ("acuta", "pirha", "Päivystys Acuta", "Jouren Acuta", "Emergency Acuta", "", "a@example.fi"),
    ("koti", "pirha", "Kotihoito", "Hemvården", "Home care", "", ""),
)
#: A language written from right to left, and one that is yet to be translated: as long as English.
_FURTHER = {
    "ar": ("rtl", "العربية", "نحن نستمع إليك ونريد أن نسمع رأيك في الخدمة"),
    "se": ("ltr", "Davvisámegiella", "Teaksta boahtá dása maŋŋel, go dat lea jorgaluvvon"),
}


@dataclass(frozen=True, slots=True)
class County:
    """The running gateway, and a code for each question set."""

    server: Server
    codes: Mapping[str, str]

    def form(self, question_set: str = "adult", language: str = "fi", **more: str) -> str:
        """The address of a form."""
        rest = "".join(f"&{name}={value}" for name, value in more.items())
        return f"/p/{self.codes[question_set]}?kieli={language}{rest}"

    async def answers(self) -> int:
        """How many responses are stored."""
        return int((await self.server.rows("select count(*) from response"))[0][0])

    async def newest(self) -> Mapping[str, object]:
        """The response that came last."""
        rows = await self.server.rows("select * from response order by received_at desc, id desc")
        return rows[0]._asdict()

    async def make_code(
        self, kind: str = "card", question_set: str = "adult", batch: str = ""
    ) -> str:
        """A new code of the emergency ward."""
        body = {"unit": "acuta", "kind": kind, "question_set": question_set, "batch": batch}
        return str((await self._post("", body))["touchpoints"][0]["code"])

    async def retire(self, code: str) -> None:
        """Retire a code."""
        await self._post(f"/{code}/retire", {})

    async def _post(self, path: str, body: Mapping[str, str]) -> dict[str, list[dict[str, str]]]:
        url = f"{self.server.url}/api/v1/touchpoints{path}"
        headers = {"Authorization": f"Bearer {OPERATOR_TOKEN}"}
        async with (
            aiohttp.ClientSession(headers=headers) as session,
            session.post(url, json=body) as answer,
        ):
            assert answer.ok, await answer.text()
            return dict(await answer.json())


@asynccontextmanager
async def prepare(server: Server) -> AsyncIterator[County]:
    """Start the gateway with units, codes and languages."""
    with (server.folder / "units.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(_UNITS)
    _add_languages(server)
    await server.korva("units", "import", "units.csv")
    async with server.running():
        county = County(server, {})
        codes = {name: await county.make_code(question_set=name) for name in SETS}
        yield County(server, codes)


def _add_languages(server: Server) -> None:
    folder = server.folder / "texts"
    folder.mkdir()
    shipped = tomllib.loads((files("gateway.texts") / "en.toml").read_text("utf-8"))
    for code, (direction, name, words) in _FURTHER.items():
        numbered = enumerate(_flat(shipped).items())
        texts = {key: _in_words(text, f"{n} {words} ") for n, (key, text) in numbered}
        texts |= {"language.direction": direction, "language.name": name}
        lines = [f'{key} = "{text}"' for key, text in texts.items()]
        (folder / f"{code}.toml").write_text("\n".join(lines), "utf-8")


def _in_words(text: str, words: str) -> str:
    """As much of the words as the text is long, its placeholders and numbers to call kept."""
    kept = [f"{{{name}}}" for name in sorted(placeholders(text))] + re.findall(r"<[^>{]+>", text)
    return " ".join([(words * 20)[: max(6, len(text) - 10)].strip(), *kept])


def _flat(table: Mapping[str, object], prefix: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            found |= _flat(value, f"{prefix}{key}.")
        else:
            found[prefix + key] = str(value)
    return found
