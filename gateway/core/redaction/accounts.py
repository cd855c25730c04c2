"""Bank account numbers."""

import re

from stdnum import iban

_HIDDEN = "[tilinumero]"
_FINNISH = re.compile(r"(?<![A-Za-z0-9])FI(?:[\s-]?\d){16}(?!\d)", re.IGNORECASE)
_ANY = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{2}\d\d(?:\s?[A-Z0-9]{4}){2,7}(?:\s?[A-Z0-9]{1,3})?(?![A-Za-z0-9])",
    re.IGNORECASE,
)


def hide_accounts(text: str) -> str:
    """Hide IBAN account numbers: Finnish ones by shape, others by their check digits."""
    return _ANY.sub(_hidden, _FINNISH.sub(_HIDDEN, text))


def _hidden(found: re.Match[str]) -> str:
    """Words after the number may have been taken for its last groups; they are given back."""
    groups = re.split(r"(\s)", found.group())
    for end in range(len(groups), 0, -2):
        if iban.is_valid("".join(groups[:end])):
            return _HIDDEN + "".join(groups[end:])
    return found.group()
