"""A korva.toml to begin with: every setting with its documentation and its default."""

import inspect
import textwrap
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from gateway.cli import toml
from gateway.forward import destinations
from gateway.forward.destination import Destination
from gateway.settings import Settings
from gateway.sms import providers

_WIDTH = 98
_OPENING = """Settings of Korva. A line that begins with #name is a default: take the # away to
change it. A variable wins over this file: KORVA_SMS__SENDER is sender in [sms], and secrets are
better given so. `korva config` shows what is in force."""


def lines() -> Iterator[str]:
    """The lines of the file. It changes nothing as it is."""
    yield from _comment(_OPENING)
    yield from _settings(Settings)
    for name, field in Settings.model_fields.items():
        if _is_table(field):
            yield from _table(toml.header((name,)), field.annotation)
    for name in providers.known():
        path = ("sms", "providers", name)
        provider = import_module(f"{providers.__name__}.{name}").PROVIDER
        yield from _table(f"#{toml.header(path)}", provider.settings)
    for name in destinations.known():
        path = ("publishing", "destinations", name)
        destination: Destination = import_module(f"{destinations.__name__}.{name}").DESTINATION
        header = f"#{toml.header(path)}\n#type = {toml.value(name)}\n{_takes(destination)}"
        yield from _table(header, destination.settings)


def _takes(destination: Destination) -> str:
    able = destinations.carried(destination)
    return f"#takes = {toml.value(able[:1])}  # it can carry {' and '.join(able)}"


def _table(header: str, model: Any) -> Iterator[str]:
    yield ""
    yield from _comment(inspect.getdoc(model) or "")
    yield header
    yield from _settings(model)


def _settings(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if field.default == {} or _is_table(field):
            continue
        if field.description:
            yield ""
            yield from _comment(field.description)
        yield f"#{name} = {_default(field)}"


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return '""  # needed'
    if field.default is None:
        return '""  # not set'
    return toml.value(field.default)


def _is_table(field: FieldInfo) -> bool:
    return isinstance(field.default, BaseModel)


def _comment(text: str) -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield from (f"# {line}" for line in textwrap.wrap(" ".join(paragraph.split()), _WIDTH))
