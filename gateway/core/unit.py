"""A service place as the county describes it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from gateway.core import filled
from gateway.core.errors import InputError

#: Longer, the question about a visit does not fit into one SMS.
LONGEST_SHOWN = 25
_LONGEST_KEY = 64
_LONGEST_NAME = 200
# X.660: the first arc is 0, 1 or 2, and no arc begins with a superfluous zero.
_OID = re.compile(r"[0-2](?:\.(?:0|[1-9]\d*)){2,}")

COLUMNS = (
    "id",
    "parent",
    "name_fi",
    "name_sv",
    "name_en",
    "short_name",
    "public_name",
    "oid",
    "sensitive",
    "sms_allowed",
    "case_owner",
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit; `key` is the county's own id of it, `parent` that of the unit above ("": the root).

    `public_name` is shown to people instead of the short name: a neutral one lets a sensitive
    unit ask. `sensitive`, and `sms_allowed` where it is false, hold for all that is below too.
    """

    key: str
    parent: str
    name_fi: str
    name_sv: str
    name_en: str
    short_name: str
    public_name: str
    oid: str
    sensitive: bool
    sms_allowed: bool
    case_owner: str

    @property
    def shown_name(self) -> str:
        """What a person reads who is asked about a visit there."""
        return self.public_name or self.short_name


def parse_unit(cells: Mapping[str, str]) -> Unit:
    """The unit that a line describes by `COLUMNS`. `InputError` names the cell and the remedy."""
    name = filled.text(cells, "name_fi", _LONGEST_NAME, needed=True)
    return Unit(
        key=filled.text(cells, "id", _LONGEST_KEY, needed=True),
        parent=filled.text(cells, "parent", _LONGEST_KEY),
        name_fi=name,
        name_sv=filled.text(cells, "name_sv", _LONGEST_NAME),
        name_en=filled.text(cells, "name_en", _LONGEST_NAME),
        short_name=filled.text(cells, "short_name", LONGEST_SHOWN) or _shortened(name),
        public_name=filled.text(cells, "public_name", LONGEST_SHOWN),
        oid=_oid(filled.text(cells, "oid", _LONGEST_KEY)),
        sensitive=filled.answer(cells, "sensitive") or False,
        sms_allowed=filled.answer(cells, "sms_allowed") is not False,
        case_owner=filled.text(cells, "case_owner", _LONGEST_NAME),
    )


def _shortened(name: str) -> str:
    if len(name) > LONGEST_SHOWN:
        raise InputError(
            f"short_name: it is empty, and name_fi has {len(name)} characters; "
            f"give a short name of at most {LONGEST_SHOWN}"
        )
    return name


def _oid(written: str) -> str:
    if written and not _OID.fullmatch(written):
        raise InputError("oid: it must look like 1.2.246.10.12345678.10.1, or be left empty")
    return written
