"""A county with a few units, for the tests of who is asked."""

import base64
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table, select

from gateway.core.unit import parse_unit
from gateway.crypto import Vault, open_vault
from gateway.settings import Settings, read_settings
from gateway.store.units import import_units

#: A Monday, with no holiday near.
NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)
NUMBER = "+358401234567"

_KEY = base64.b64encode(bytes(range(32))).decode()
_ENVIRONMENT = {
    "KORVA_ENCRYPTION_KEYS": _KEY,
    "KORVA_PEPPER": _KEY,
    "KORVA_COUNTY__SHORT_NAME": "Pirha",
}
_UNITS = (
    {"id": "pirha", "name_fi": "Pirkanmaan hyvinvointialue", "short_name": "Pirha"},
    {"id": "tays", "parent": "pirha", "name_fi": "Tays"},
    {"id": "acuta", "parent": "tays", "name_fi": "Päivystys Acuta"},
    {"id": "mieli", "parent": "pirha", "name_fi": "Mielenterveys", "sensitive": "1"},
    {"id": "hatanpaa", "parent": "pirha", "name_fi": "Hatanpää", "sms_allowed": "0"},
)


def settings_of(database_url: str, **more: str) -> Settings:
    return read_settings({**_ENVIRONMENT, "KORVA_DATABASE_URL": database_url, **more})


def vault() -> Vault:
    return open_vault(read_settings(_ENVIRONMENT))


def install(patch: pytest.MonkeyPatch, folder: Path, database_url: str) -> None:
    """Make the commands of this process work on `database_url`, started in `folder`."""
    patch.chdir(folder)
    for name, value in {**_ENVIRONMENT, "KORVA_DATABASE_URL": database_url}.items():
        patch.setenv(name, value)


def add_units(connection: Connection) -> None:
    import_units(connection, {n: parse_unit(cells) for n, cells in enumerate(_UNITS, 2)})


def rows(connection: Connection, table: Table) -> list[Mapping[str, Any]]:
    """All rows of a table in the order in which they were made."""
    found = connection.execute(select(table).order_by(*table.primary_key.columns))
    return [dict(row) for row in found.mappings()]
