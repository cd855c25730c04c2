"""The designs: one file each, exporting DESIGN."""

from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from print_assets.design import Design
from print_assets.problem import CannotPrintError, Problem


@cache
def known() -> Mapping[str, Design]:
    """Every design by its name."""
    modules = (import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__))
    designs: list[Design] = [module.DESIGN for module in modules]
    return MappingProxyType({design.name: design for design in designs})


def named(name: str) -> Design:
    """The design of that name; CannotPrintError names those that there are."""
    if name not in known():
        raise CannotPrintError(
            [Problem("design", f"unknown design {name!r}", f"known: {', '.join(known())}")]
        )
    return known()[name]
