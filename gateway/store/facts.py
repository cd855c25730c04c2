"""Facts about the installation itself."""

from sqlalchemy import Connection, select

from gateway.core.errors import SettingsError
from gateway.store.dialect import insert_new
from gateway.store.schema import fact

_PEPPER = "pepper verifier"


def check_pepper(connection: Connection, verifier: str) -> None:
    """Keep the verifier at the first start; later refuse another pepper with `SettingsError`.

    With a wrong pepper nobody on the stop list would be recognised.
    """
    insert_new(connection, fact, [{"name": _PEPPER, "value": verifier}])
    if known_verifier(connection) != verifier:
        raise SettingsError(
            "pepper: it is not the one that this database was begun with; restore korva.keys "
            "(or KORVA_PEPPER) from your copy"
        )


def known_verifier(connection: Connection) -> str | None:
    """The verifier of the pepper that this database was begun with, None before the first start."""
    known: str | None = connection.scalar(select(fact.c.value).where(fact.c.name == _PEPPER))
    return known
