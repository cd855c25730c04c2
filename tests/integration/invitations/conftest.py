"""What the tests of invitations share."""

import pytest

from gateway.settings import Settings
from gateway.sms.invitations import make_plan
from gateway.store.database import Database
from gateway.store.units import read_units
from gateway.store.writer import Writer
from gateway.texts import load_texts
from tests.integration.asking import NOW, add_units, settings_of, vault
from tests.integration.invitations.county import County


@pytest.fixture
async def settings(database_url: str, writer: Writer) -> Settings:
    await writer.run(add_units)
    return settings_of(database_url)


@pytest.fixture
async def county(settings: Settings, database: Database, writer: Writer) -> County:
    units = await database.read(read_units)
    return County(writer, make_plan(settings, vault(), load_texts(), units, NOW))
