"""The command `korva` itself: what it offers, and what it does not load."""

import json
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from gateway.cli import COMMANDS, main

#: What `korva --help` loads, written by the very process that printed it.
_LOADED = """
import json, sys
from gateway.__main__ import main
try:
    main()
finally:
    print(json.dumps(sorted(sys.modules)), file=sys.stderr)
"""


def loaded(*words: str) -> tuple[str, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", _LOADED, *words], capture_output=True, text=True, check=True
    )
    return done.stdout, set(json.loads(done.stderr))


def test_help_lists_every_command_and_imports_none_of_them() -> None:
    shown, modules = loaded("--help")
    assert set(COMMANDS) <= {line.split()[0] for line in shown.splitlines() if line.strip()}
    assert not {"torch", "transformers", "sqlalchemy", "pydantic", "aiohttp"} & modules


@pytest.mark.parametrize(
    "name", ["classify", "evaluate", "train", "relabel", "drift", "analyse", "config", "read"]
)
def test_the_help_of_a_command_loads_no_model(name: str) -> None:
    _, modules = loaded(name, "--help")
    assert not {"torch", "transformers"} & modules


@pytest.mark.parametrize("name", COMMANDS)
def test_the_short_help_is_the_commands_own(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert isinstance(command, click.Command)
    assert command.name == name
    assert COMMANDS[name][1] == command.get_short_help_str(limit=1000)


def test_an_unknown_command_is_an_error() -> None:
    result = CliRunner().invoke(main, ["brew"])
    assert result.exit_code == 2
    assert "No such command 'brew'" in result.output
