"""What is wrong in the settings that only the room they belong to can judge."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from gateway.core.errors import SettingsError
from gateway.crypto import open_vault
from gateway.forward import destinations
from gateway.qr import opening
from gateway.settings import Settings
from gateway.sms import providers
from gateway.sms.inbound import asked_dialogue
from gateway.store.database import parse_url
from gateway.texts import load_texts


def problems(settings: Settings) -> list[str]:
    """Every problem, a line each with its remedy; opens nothing but files of texts."""
    return [line for check in _checks(settings) for line in _problems(check)]


def _checks(settings: Settings) -> Iterator[Callable[[], Any]]:
    yield lambda: parse_url(settings.database_url)
    if settings.gives_keys:
        yield lambda: open_vault(settings)
    yield lambda: _texts(settings)
    yield lambda: asked_dialogue(settings)
    yield lambda: _sender(settings)
    yield lambda: opening.check(settings, load_texts(settings.texts_dir))
    for name, raw in settings.sms.providers.items():
        yield partial(providers.load, name, raw)
    for name, raw in settings.publishing.destinations.items():
        yield partial(destinations.load, name, raw)


def _problems(check: Callable[[], Any]) -> list[str]:
    try:
        check()
    except SettingsError as error:
        return str(error).splitlines()
    return []


def _texts(settings: Settings) -> None:
    folder = settings.texts_dir
    if folder is not None and not folder.is_dir():
        raise SettingsError(f"texts_dir: {folder} is no folder; leave it out for the shipped texts")
    load_texts(folder)


def _sender(settings: Settings) -> None:
    name = settings.sms.provider
    if not name:
        return
    if name not in settings.sms.providers:
        raise SettingsError(f"sms.provider: {name!r} needs its table [sms.providers.{name}]")
    if not settings.sms.sender:
        raise SettingsError("sms.sender: needed to send: the number that texts come from")
