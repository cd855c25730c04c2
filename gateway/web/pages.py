"""Pages from templates: escaped, tagged with their language, in the county's name."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from gateway.settings import Settings
from gateway.texts import Texts
from gateway.web.assets import Assets

#: Text where the reader's own language was not at hand: the language it is in, and the text.
Said = tuple[str, str]
_FALLBACKS = ("fi", "sv", "en")


@dataclass(frozen=True, slots=True)
class Pages:
    """Everything that a page is made of."""

    settings: Settings
    texts: Texts
    environment: Environment

    @property
    def languages(self) -> Mapping[str, str]:
        """The languages that pages come in, and what they call themselves."""
        return {
            language: texts["language.name"] for language, texts in self.texts.by_language.items()
        }

    def render(self, template: str, language: str, **values: Any) -> str:
        """A page; `say(key, ...)` in it gives the texts."""
        return self.environment.get_template(template).render(
            language=language,
            languages=self.languages,
            direction=self.texts.say(language, "language.direction"),
            say=self._say(language),
            county=self.settings.county,
            crisis=self.crisis(language),
            links=self.settings.form,
            **values,
        )

    def say(self, language: str, key: str, **values: object) -> str:
        """One text."""
        return self.texts.say(language, key, **values)

    def crisis(self, language: str) -> str:
        """The crisis line for those who read this language."""
        lines = self.settings.crisis.model_dump(include={"fi", "sv", "en"})
        return str(lines.get(language, lines["en"]))

    def _say(self, language: str) -> Callable[..., str]:
        return lambda key, **values: self.texts.say(language, key, **values)


PAGES = web.AppKey("pages", Pages)


def open_pages(settings: Settings, texts: Texts, assets: Assets, *packages: str) -> Pages:
    """Pages from the templates of these packages, and those that all share."""
    environment = Environment(
        loader=ChoiceLoader([PackageLoader(name) for name in (*packages, "gateway.web")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals["asset"] = assets.address
    environment.filters["phones"] = link_phones
    environment.filters["paragraphs"] = paragraphs
    return Pages(settings, texts, environment)


def in_language(texts: Mapping[str, str], language: str) -> Said:
    """The text in this language, else in the first of ours that has one: with its language."""
    for name in (language, *_FALLBACKS):
        if texts.get(name):
            return name, texts[name]
    return "fi", ""


def link_phones(text: str) -> Markup:
    """A text whose phone numbers stand in angle brackets, these made links."""
    before, *rest = text.split("<")
    linked = escape(before)
    for piece in rest:
        number, _, after = piece.partition(">")
        digits = "".join(sign for sign in number if sign.isdigit() or sign == "+")
        linked += Markup('<a href="tel:{}">{}</a>{}').format(digits, number, after)
    return linked


def paragraphs(text: str) -> list[str]:
    """The parts of a text between empty lines, and its lines."""
    return [line for line in text.splitlines() if line.strip()]
