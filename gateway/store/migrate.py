"""Bringing a database to the tables that this version of Korva needs."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from gateway.core.errors import SettingsError
from gateway.store.database import Database

_STEPS = Path(__file__).parent / "migrations"
#: Any fixed number will do: it is the name of the lock under which PostgreSQL is migrated.
_LOCK = 0x4B4F5256


def newest() -> str:
    """The revision that this version of Korva works with: the last file of `versions/`."""
    return max(path.name for path in (_STEPS / "versions").glob("[0-9]*.py"))[:4]


def revision(connection: Connection) -> str | None:
    """The revision that the database is at, None for an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.scalar(text("select version_num from alembic_version"))
    return found


async def migrate(database: Database) -> None:
    """Run the missing steps, all or none. Raises `SettingsError` for a database of the future."""
    found = await database.read(revision)
    if found == newest():
        return
    if found is not None and found > newest():
        raise SettingsError(
            f"the database is at step {found}, this Korva knows {newest()}: install the newer "
            "version again, or restore the backup made before its upgrade"
        )
    await database.write(_upgrade)


def _upgrade(connection: Connection) -> None:
    # Late: a gateway whose database is up to date never needs Alembic in its memory.
    from alembic import command
    from alembic.config import Config

    if connection.dialect.name == "postgresql":
        connection.execute(text("select pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    config = Config()
    config.set_main_option("script_location", str(_STEPS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
