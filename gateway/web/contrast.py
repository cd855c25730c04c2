"""Whether a county's colours can be read on our pages."""

from collections.abc import Iterator

from gateway.core.errors import SettingsError
from gateway.settings import Form
from print_assets.colour import BLACK, READABLE, WHITE, Colour, contrast, mix, parse, written

#: What the colours meet in korva.css, light and dark: the least favourable ground of links, and
#: the text on a button.
LIGHT = ("#eef2f4", "#ffffff")
DARK = ("#1c282f", "#06202d")


def check(form: Form) -> None:
    """Raises `SettingsError` naming the colour that is hard to read, and a shade that is not."""
    for name, given, meets, towards in (
        ("accent", form.accent, LIGHT, BLACK),
        ("accent_dark", form.accent_dark, DARK, WHITE),
    ):
        reached = _reached(_rgb(given), meets)
        if reached < READABLE:
            raise SettingsError(
                f"form.{name}: {given} has a contrast of {reached:.1f}:1 on our pages,"
                f" {READABLE}:1 is needed; {_remedy(_rgb(given), towards, meets)} has it"
            )


def _remedy(given: Colour, towards: Colour, meets: tuple[str, ...]) -> str:
    return next(
        shade for shade in _shades(given, towards) if _reached(_rgb(shade), meets) >= READABLE
    )


def _shades(given: Colour, towards: Colour) -> Iterator[str]:
    return (written(mix(given, towards, step / 50)) for step in range(51))


def _reached(colour: Colour, meets: tuple[str, ...]) -> float:
    return min(contrast(colour, _rgb(other)) for other in meets)


def _rgb(written_: str) -> Colour:
    parsed = parse(written_)
    assert parsed is not None, "settings take #rrggbb only"
    return parsed
