"""What units say to those who answer, in each language."""

from collections.abc import Mapping
from typing import Literal, get_args

from sqlalchemy import Connection, delete, select

from gateway.store.dialect import upsert
from gateway.store.schema import unit_text

#: "address": where the service is now, for those who scan a retired code. "changed": what earlier
#: feedback has changed, for those who have just given some.
Name = Literal["address", "changed"]
NAMES: tuple[Name, ...] = get_args(Name)


def put(connection: Connection, unit_id: str, name: Name, language: str, text: str) -> None:
    """Keep a text in the place of the earlier one; an empty one takes it away."""
    place = {"unit_id": unit_id, "name": name, "language": language}
    if text:
        upsert(connection, unit_text, [{**place, "text": text}], tuple(place))
        return
    connection.execute(
        delete(unit_text).where(*(unit_text.c[column] == value for column, value in place.items()))
    )


def read(connection: Connection, unit_id: str) -> Mapping[tuple[Name, str], str]:
    """The texts of a unit by name and language."""
    rows = connection.execute(
        select(unit_text.c.name, unit_text.c.language, unit_text.c.text)
        .where(unit_text.c.unit_id == unit_id)
        .order_by(unit_text.c.name, unit_text.c.language)
    )
    return {(row.name, row.language): row.text for row in rows}
