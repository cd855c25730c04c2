"""The documents name commands, settings and metrics that exist."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from prometheus_client import REGISTRY
from pydantic import BaseModel

import gateway.app  # noqa: F401 - every metric is known once the whole is imported
from gateway.cli import COMMANDS
from gateway.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md")])
pages = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def code_in(page: Path) -> Iterator[str]:
    """What stands in backticks, or indented as an example."""
    text = page.read_text("utf-8")
    yield from re.findall(r"`([^`]+)`", text)
    yield from re.findall(r"^ {4}(.+)$", text, flags=re.MULTILINE)


def tables() -> Iterator[tuple[str, type[BaseModel]]]:
    for name, field in Settings.model_fields.items():
        if isinstance(field.default, BaseModel):
            yield name, type(field.default)


@pages
def test_every_command_exists(page: Path) -> None:
    named = {
        found[1]
        for code in code_in(page)
        if (found := re.match(r"(?:sudo )?(?:\.venv/bin/)?korva(?:-run)? ([a-z]+)", code))
    }
    assert named <= set(COMMANDS)


@pages
def test_every_setting_exists(page: Path) -> None:
    for table, model in tables():
        for code in code_in(page):
            if found := re.fullmatch(rf"{table}\.([a-z_]+)(?: = .*| \d+)?", code):
                assert found[1] in model.model_fields, code


@pages
def test_every_metric_exists(page: Path) -> None:
    known = {family.name for family in REGISTRY.collect()}
    for code in code_in(page):
        for name in re.findall(r"\bkorva_[a-z_]+", code):
            assert re.sub(r"_(total|bucket)$", "", name) in known
