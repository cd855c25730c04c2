"""How a county's prints look, and the number that they tell people to text to."""

import re
from pathlib import Path

from gateway.settings import Settings
from print_assets import logo, theme
from print_assets.problem import refuse_if
from print_assets.theme import Theme


def look(settings: Settings, file: Path | None = None) -> Theme:
    """The theme of a file, else that of the settings, else what the forms look like.
    CannotPrintError with what is wrong with it."""
    if chosen := file or settings.print_theme:
        return theme.load(chosen)
    drawn = logo.read(settings.form.logo) if settings.form.logo else ""
    made = Theme({"fi": settings.county.name}, settings.form.accent, drawn)
    refuse_if(theme.problems(made))
    return made


def number(settings: Settings) -> str:
    """The number that a code can be texted to; "" where nothing answers there."""
    sms = settings.sms
    return sms.sender if sms.provider and re.fullmatch(r"\+?[0-9]{3,15}", sms.sender) else ""
