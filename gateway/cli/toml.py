"""Settings written as TOML, with what is secret hidden."""

import json
import re
from collections.abc import Sequence
from datetime import date, time
from typing import Any

from pydantic import SecretStr

HIDDEN = "**********"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
#: What a URL says before its host after a colon, and the values of its query: a database's
#: password, a receiver's token. Up to the last @, as one in a password need not be escaped.
_IN_URL = re.compile(r"(?<=://)([^/?#\s:@]*):\S*(?=@)|(?<=[?&])([^=&\s]+)=[^&\s]*")


def header(path: Sequence[str]) -> str:
    """The line that begins a table."""
    return f"[{'.'.join(name if _BARE.fullmatch(name) else _text(name) for name in path)}]"


def value(given: Any) -> str:
    """The right side of a setting. An unset one is an empty text: TOML has no word for it."""
    match given:
        case SecretStr():
            return _text(HIDDEN if given.get_secret_value() else "")
        case bool() | int() | float():
            return json.dumps(given)
        case time() | date():
            return given.isoformat()
        case list() | tuple():
            return f"[{', '.join(map(value, given))}]"
        case None:
            return _text("")
        case _:
            return _text(_without_secrets(str(given)))


def _without_secrets(text: str) -> str:
    if "://" not in text:
        return text
    return _IN_URL.sub(
        lambda found: f"{found[1]}:***" if found[2] is None else f"{found[2]}=***", text
    )


def _text(text: str) -> str:
    # JSON's texts are TOML's, but for one character that may not stand unescaped.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
