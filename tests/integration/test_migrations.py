"""The tables as the steps make them, and as the code believes them to be."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from gateway.core.errors import SettingsError
from gateway.store.database import Database
from gateway.store.migrate import migrate, newest, revision
from gateway.store.schema import metadata
from gateway.store.writer import Writer


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_the_steps_make_the_tables_of_the_schema(database: Database) -> None:
    assert await database.read(differences) == []


async def test_a_database_up_to_date_is_left_alone(database: Database) -> None:
    await migrate(database)
    assert await database.read(revision) == newest()


async def test_a_database_of_the_future_is_refused(database: Database, writer: Writer) -> None:
    await writer.run(lambda c: c.execute(text("update alembic_version set version_num = '9999'")))
    with pytest.raises(SettingsError, match="install the newer"):
        await migrate(database)
