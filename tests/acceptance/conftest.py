"""The running gateway and a running Kannel, for the acceptance tests."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.acceptance.kannel import BEARERBOX, FAKESMSC, Kannel
from tests.acceptance.server import Server
from tests.integration.conftest import migrated_template, postgres_url  # noqa: F401


@pytest.fixture(scope="session")
def installed_kannel() -> None:
    if BEARERBOX.exists() and FAKESMSC.exists():
        return
    remedy = "there is no Kannel: apt-get install kannel kannel-extras"
    if os.environ.get("CI") == "true":
        pytest.fail(remedy)
    pytest.skip(remedy)


@pytest.fixture
def kannel(tmp_path: Path, installed_kannel: None) -> Kannel:
    """A Kannel that is not running yet."""
    return Kannel(tmp_path)


@pytest_asyncio.fixture
async def server(tmp_path: Path, kannel: Kannel) -> AsyncIterator[Server]:
    """A gateway that sends by `kannel`, asks at once, and is running."""
    folder = tmp_path / "korva"
    folder.mkdir()
    server = Server(folder, kannel.settings)
    async with server.running():
        yield server
