"""`korva config`: the settings in force, or a korva.toml to begin with."""

from collections.abc import Iterator, Mapping
from typing import Any

import click
from pydantic import BaseModel

from gateway.cli import example as example_file
from gateway.cli import toml
from gateway.cli.review import problems
from gateway.cli.session import reported
from gateway.core.errors import SettingsError
from gateway.forward import destinations
from gateway.settings import Settings, read_settings, sources
from gateway.sms import providers

#: Where a table is in korva.toml.
Path = tuple[str, ...]

_PROVIDERS: Path = ("sms", "providers")
_DESTINATIONS: Path = ("publishing", "destinations")


@click.command("config")
@click.option("--example", is_flag=True, help="Print a korva.toml with every setting explained.")
def command(example: bool) -> None:
    """Print every setting in force as TOML.

    Each line says where its value is from: the file, a variable, or the default. Secrets are
    hidden. When settings are wrong, all problems are printed instead and the exit status is 2.
    """
    with reported():
        for line in example_file.lines() if example else _in_force():
            click.echo(line)


def _in_force() -> Iterator[str]:
    settings, given = read_settings(), sources()
    if wrong := problems(settings):
        raise SettingsError("\n".join(wrong))
    for path, values in _tables(settings):
        if path:
            yield f"\n{toml.header(path)}"
        for name, value in values.items():
            if value is None:
                yield f'#{name} = ""  # not set'
            else:
                yield f"{name} = {toml.value(value)}  # {given.get((*path, name), 'default')}"


def _tables(settings: Settings) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    yield (), _values(settings)
    for name, table in settings:
        if isinstance(table, BaseModel):
            yield (name,), _values(table)
    for name, raw in settings.sms.providers.items():
        yield (*_PROVIDERS, name), _values(providers.load(name, raw).settings)
    for name, raw in settings.publishing.destinations.items():
        one = destinations.load(name, raw)
        shared = {"type": raw["type"], "takes": one.takes}
        yield (*_DESTINATIONS, name), {**shared, **_values(one.settings)}


def _values(table: BaseModel) -> Mapping[str, Any]:
    return {name: value for name, value in table if not isinstance(value, BaseModel | Mapping)}
