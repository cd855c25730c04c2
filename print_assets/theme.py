"""A county's look: its name, its colour, its logo, its own words."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from print_assets import colour, logo
from print_assets.problem import CannotPrintError, Problem, refuse_if

#: How much white is in the rings of a field: seen at arm's length, quiet under words.
WAVE = 0.08
#: The same of an area under text in black or in the county's colour.
SOFT = 0.92

_KNOWN = {"owner", "main", "logo", "texts"}


@dataclass(frozen=True, slots=True)
class Theme:
    """`owner` and `texts` by language, `main` the county's colour, `logo` harmless SVG or empty.

    Nearly everything is black on white; `main` makes headings and the field around a code.
    """

    owner: Mapping[str, str] = field(default_factory=lambda: {"fi": "Hyvinvointialue"})
    main: str = "#0b4a6f"
    logo: str = ""
    texts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def soft(self) -> str:
        """A breath of the county's colour, for areas under black text."""
        return colour.written(colour.mix(_rgb(self.main), colour.WHITE, SOFT))

    @property
    def wave(self) -> str:
        """The colour of the rings in a field of `main`: what white text may meet there."""
        return colour.written(colour.mix(_rgb(self.main), colour.WHITE, WAVE))


def load(path: Path) -> Theme:
    """The theme in a TOML file, checked; CannotPrintError with all that is wrong in it.

    `logo` is a file beside it. Words may be nested: `[texts.fi.child] heading = "..."`.
    """
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise CannotPrintError([Problem("theme", f"{path} cannot be read: {error}")]) from error
    found = list(_unfit(table))
    try:
        drawn = logo.read(path.parent / str(table["logo"])) if "logo" in table else ""
    except CannotPrintError as error:
        found.extend(error.problems)
    if not found:
        return _checked(table, drawn)
    raise CannotPrintError([*found, *_colour(str(table.get("main", Theme().main)))])


def _checked(table: Mapping[str, object], drawn: str) -> Theme:
    texts = table.get("texts", {})
    given = texts if isinstance(texts, Mapping) else {}
    theme = Theme(
        owner=_by_language(table.get("owner", Theme().owner)),
        main=str(table.get("main", Theme().main)),
        logo=drawn,
        texts={language: flat(phrases) for language, phrases in given.items()},
    )
    refuse_if(problems(theme))
    return theme


def problems(theme: Theme) -> Iterator[Problem]:
    """What makes a theme unreadable."""
    if not any(theme.owner.values()):
        yield Problem("theme", "no owner", 'add owner = { fi = "..." }')
    yield from _colour(theme.main)


def flat(table: Mapping[str, object], under: str = "") -> dict[str, str]:
    """Nested tables as one, keys joined by dots: `child.heading`."""
    found: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, Mapping):
            found |= flat(value, f"{under}{key}.")
        else:
            found[f"{under}{key}"] = str(value)
    return found


def _unfit(table: Mapping[str, object]) -> Iterator[Problem]:
    for key in sorted(table.keys() - _KNOWN):
        yield Problem("theme", f"unknown {key!r}", f"known: {', '.join(sorted(_KNOWN))}")
    owner, texts = table.get("owner", ""), table.get("texts", {})
    if not isinstance(owner, str | Mapping):
        yield Problem("theme", "owner is no name", 'write owner = { fi = "..." }')
    if not isinstance(texts, Mapping) or not all(isinstance(t, Mapping) for t in texts.values()):
        yield Problem(
            "theme", "texts are not by language", "write [texts.fi] and under it the texts"
        )


def _colour(main: str) -> Iterator[Problem]:
    parsed = colour.parse(main)
    if parsed is None:
        yield Problem("theme", f"main is {main!r}, no colour", 'write it as "#0b4a6f"')
        return
    wave, soft = (colour.mix(parsed, colour.WHITE, share) for share in (WAVE, SOFT))
    reached = min(colour.contrast(wave, colour.WHITE), colour.contrast(parsed, soft))
    if reached < colour.READABLE:
        shade = colour.darkened(parsed, colour.WHITE, colour.READABLE * 1.25)
        yield Problem(
            "theme",
            f"white on main {main} has a contrast of {reached:.1f}:1,"
            f" {colour.READABLE}:1 is needed",
            f"take a darker shade, {colour.written(shade)} for example",
        )


def _by_language(owner: object) -> Mapping[str, str]:
    return (
        {str(k): str(v) for k, v in owner.items()}
        if isinstance(owner, Mapping)
        else {"fi": str(owner)}
    )


def _rgb(main: str) -> colour.Colour:
    return colour.parse(main) or colour.BLACK
