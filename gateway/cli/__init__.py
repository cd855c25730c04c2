"""The command `korva`: every subcommand is imported when it is used, never before."""

from collections.abc import Mapping
from importlib import import_module

import click

#: Where each command is, with its short help: the help of `korva` imports none of them.
COMMANDS: Mapping[str, tuple[str, str]] = {
    "serve": (
        "gateway.cli.serve:command",
        "Serve until stopped: take messages, send, label, count and forward.",
    ),
    "read": (
        "gateway.cli.read:command",
        "Read SMS replies from standard input, JSON lines with `text`, as the service would.",
    ),
    "redact": (
        "gateway.cli.redact:command",
        "Hide identities in the `text` of JSON lines from standard input, as the service would.",
    ),
    "units": (
        "gateway.cli.units:command",
        "The service places of the county, from the county itself down.",
    ),
    "invite": (
        "gateway.cli.invite:command",
        "Plan the questions about the visits in FILE, a CSV with commas or semicolons.",
    ),
    "invitations": (
        "gateway.cli.invitations:command",
        "Visits that were handed in: who is asked, and who is not for which reason.",
    ),
    "withdraw": (
        "gateway.cli.withdraw:command",
        "Ask nothing about the visit KEY of SOURCE: the person has died, the record was wrong.",
    ),
    "stop": (
        "gateway.cli.stop:command",
        "Put NUMBER on the stop list: it is sent no more questions, whichever unit was visited.",
    ),
    "touchpoints": (
        "gateway.cli.touchpoints:command",
        "Badges, cards, stickers and other things with a code.",
    ),
    "print": (
        "gateway.cli.printing:command",
        "Print touchpoints as badges, cards, stickers, forms and walls: PDF, PNG or SVG.",
    ),
    "aggregate": (
        "gateway.cli.aggregate:command",
        "Close a period: count what changed in it and release its figures.",
    ),
    "forward": (
        "gateway.cli.forward:command",
        "Deliver the releases that are due now.",
    ),
    "cases": (
        "gateway.cli.cases:command",
        "Urgent answers, contact wishes and complaints that wait for a person.",
    ),
    "quarantine": (
        "gateway.cli.quarantine:command",
        "Requests that could not be read.",
    ),
    "simulate": (
        "gateway.cli.simulate:command",
        "Be the operator of a running gateway: deliver its texts, and answer them as people do.",
    ),
    "demo": (
        "gateway.cli.demo:command",
        "Show people's texts arrive, be understood, counted and forwarded.",
    ),
    "train": (
        "gateway.cli.train:command",
        "Train a model and write it, with its model card, to the output folder.",
    ),
    "classify": (
        "gateway.cli.classify:command",
        "Label JSON lines with a `text` on stdin: one line for each, in their order.",
    ),
    "relabel": (
        "gateway.cli.relabel:command",
        "Give stored comments labels by the present model version.",
    ),
    "drift": (
        "gateway.cli.drift:command",
        "Compare what the labels of a month say with those of the months before.",
    ),
    "analyse": (
        "gateway.cli.analyse:command",
        "Read the comments in FILE, a CSV or XLSX of any survey system, and write a report.",
    ),
    "evaluate": (
        "gateway.cli.evaluate:command",
        "Report on labelled comments in FILE (JSON lines as in classifiers/corpus).",
    ),
    "config": (
        "gateway.cli.config:command",
        "Print every setting in force as TOML.",
    ),
    "keys": (
        "gateway.cli.keys:command",
        "The keys that numbers are encrypted with.",
    ),
    "doctor": (
        "gateway.cli.doctor:command",
        "Check everything that Korva stands on.",
    ),
    "migrate": (
        "gateway.cli.backup:migrate",
        "Bring the database up to this version.",
    ),
    "backup": (
        "gateway.cli.backup:backup",
        "Copy the database into FILE while Korva serves.",
    ),
    "restore": (
        "gateway.cli.backup:restore",
        "Put the backup FILE in the database's place.",
    ),
}


class LateGroup(click.Group):
    """A group whose subcommands are found in `COMMANDS`."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table's own words: click would import every command for its short help."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, short) for name, (_, short) in COMMANDS.items()])


@click.group(cls=LateGroup)
@click.version_option(package_name="korva")
def main() -> None:
    """Korva, the gateway through which a wellbeing services county listens."""
