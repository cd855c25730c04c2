"""Alembic's door: runs the steps on the connection that `gateway.store.migrate` hands over."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext

from gateway.store.columns import Instant
from gateway.store.schema import metadata


def render(kind: str, item: Any, generation: AutogenContext) -> str | Literal[False]:
    if kind == "type" and isinstance(item, Instant):
        generation.imports.add("from gateway.store.columns import Instant")
        return "Instant()"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
