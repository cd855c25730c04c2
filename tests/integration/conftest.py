"""Real databases for the integration tests: a SQLite file, a PostgreSQL of each test's own."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import make_url

from gateway.store.database import Database, open_database
from gateway.store.migrate import migrate
from gateway.store.writer import Writer, open_writer

# Taken out of the environment: every KORVA_ variable that Korva finds there is a setting.
POSTGRES = make_url(
    os.environ.pop("KORVA_TEST_POSTGRES_URL", "postgresql://127.0.0.1:5432/postgres")
)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with empty tables, to be copied."""
    path = tmp_path_factory.mktemp("migrated") / "korva.sqlite"
    async with open_database(f"sqlite:///{path}") as opened:
        await migrate(opened)
    return path


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated_template() -> AsyncIterator[str]:
    """The name of a PostgreSQL database with empty tables, to be copied."""
    name = f"korva_test_{uuid4().hex}"
    await _on_server(f"create database {name}")
    async with open_database(_postgres_url(name)) as opened:
        await migrate(opened)
    yield name
    await _on_server(f"drop database {name} with (force)")


@pytest_asyncio.fixture
async def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    shutil.copy(migrated_file, tmp_path / "korva.sqlite")
    return f"sqlite:///{tmp_path / 'korva.sqlite'}"


@pytest_asyncio.fixture
async def postgres_url(migrated_template: str) -> AsyncIterator[str]:
    name = f"korva_test_{uuid4().hex}"
    await _on_server(f"create database {name} template {migrated_template}")
    yield _postgres_url(name)
    await _on_server(f"drop database {name} with (force)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a migrated, empty database: the test runs once on each kind."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return request.getfixturevalue(name)


@pytest_asyncio.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    async with open_database(database_url) as opened:
        yield opened


@pytest_asyncio.fixture
async def writer(database: Database) -> AsyncIterator[Writer]:
    async with open_writer(database) as opened:
        yield opened


def _postgres_url(name: str) -> str:
    return POSTGRES.set(database=name).render_as_string(hide_password=False)


async def _on_server(statement: str) -> None:
    try:
        connection = await asyncpg.connect(POSTGRES.render_as_string(hide_password=False))
    except (OSError, asyncpg.PostgresError) as error:
        _absent(f"no PostgreSQL for the tests at {POSTGRES.host}:{POSTGRES.port} ({error})")
    try:
        await connection.execute(statement)
    finally:
        await connection.close()


def _absent(what: str) -> None:
    remedy = f"{what}: start one (apt install postgresql) or name it in KORVA_TEST_POSTGRES_URL"
    if os.environ.get("CI") == "true":
        pytest.fail(remedy)
    pytest.skip(remedy)
