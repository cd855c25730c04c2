"""`korva units`: the county's tree of units."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import click

from gateway.cli.cases import actor
from gateway.cli.session import Session, open_session, run
from gateway.cli.tables import Table, open_table
from gateway.core.errors import InputError
from gateway.core.unit import COLUMNS, Unit, parse_unit
from gateway.sms import segments
from gateway.sms.inbound import asked_dialogue
from gateway.sms.invitations import question
from gateway.store import audit, unit_texts
from gateway.store.database import Connection
from gateway.store.units import Imported, import_units, read_units, unit_id
from gateway.texts import LANGUAGES, load_texts

_NEEDED = ("id", "parent", "name_fi")


@click.group(name="units")
def command() -> None:
    """The service places of the county, from the county itself down."""


@command.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(file: Path) -> None:
    """Bring in the units of FILE, a CSV with commas or semicolons.

    Columns: id, parent, name_fi, and if wanted name_sv, name_en, short_name, public_name, oid,
    sensitive, sms_allowed, case_owner. The unit without a parent is the county. A unit that is
    sensitive, or has sms_allowed no, is so with all below it. Units that the file does not name
    stay as they are. The exit status is 1 when a line was refused.
    """
    if not run(_import(file)):
        raise click.exceptions.Exit(1)


async def _import(file: Path) -> bool:
    units, refused = _parse(open_table(file, COLUMNS, _NEEDED))
    async with open_session() as session:
        imported = await session.writer.run(lambda c: import_units(c, units))
        _report(imported, refused)
        for warning in _long_questions(session, imported):
            click.echo(f"warning: {warning}", err=True)
    return not (refused or imported.refused)


def _parse(table: Table) -> tuple[Mapping[int, Unit], Mapping[int, str]]:
    units, refused = {}, {}
    for number, unit in table.parsed(parse_unit):
        if isinstance(unit, InputError):
            refused[number] = str(unit)
        else:
            units[number] = unit
    return units, refused


def _report(imported: Imported, refused: Mapping[int, str]) -> None:
    for key in imported.added:
        click.echo(f"added {key}")
    for key, columns in imported.changed.items():
        click.echo(f"changed {key}: {', '.join(columns)}")
    problems = {**refused, **imported.refused}
    for number, problem in sorted(problems.items()):
        click.echo(f"line {number} refused: {problem}", err=True)
    click.echo(
        f"{len(imported.added)} added, {len(imported.changed)} changed, "
        f"{len(imported.unchanged)} unchanged, {len(problems)} lines refused"
    )


def _long_questions(session: Session, imported: Imported) -> Iterator[str]:
    """The units whose name makes the question cost more than one SMS."""
    texts = load_texts(session.settings.texts_dir)
    definition, county = asked_dialogue(session.settings), session.settings.county.short_name
    for unit in imported.present:
        asked = {
            language: question(texts, definition, county, language, unit) for language in LANGUAGES
        }
        long = [language for language, text in asked.items() if segments.count(text).segments > 1]
        if long:
            unusual = segments.unusual("".join(asked.values()))
            remedy = f"do without {unusual}" if unusual else "shorten short_name or public_name"
            yield (
                f"{unit.key}: with {unit.shown_name!r} the question takes more than one SMS part "
                f"({', '.join(long)}); {remedy}"
            )


@command.command("list")
def list_() -> None:
    """Show the tree: names, ids, and marks of the units."""
    run(_list())


async def _list() -> None:
    async with open_session() as session:
        kept = await session.database.read(read_units)
    below: dict[str, list[Unit]] = {}
    for one in kept.values():
        below.setdefault(one.unit.parent, []).append(one.unit)
    for line in _tree(below, "", 0):
        click.echo(line)
    if not kept:
        click.echo("no units; bring them in with `korva units import`", err=True)


def _tree(below: Mapping[str, list[Unit]], key: str, depth: int) -> Iterator[str]:
    for unit in sorted(below.get(key, []), key=lambda unit: unit.name_fi.casefold()):
        yield f"{'  ' * depth}{unit.name_fi}  [{unit.key}]{_marks(unit)}"
        yield from _tree(below, unit.key, depth + 1)


def _marks(unit: Unit) -> str:
    marks = []
    if unit.public_name:
        marks.append(f"shown as {unit.public_name!r}")
    if unit.sensitive:
        marks.append("sensitive")
    if not unit.sms_allowed:
        marks.append("no SMS")
    return f"  ({', '.join(marks)})" if marks else ""


@command.command("text")
@click.argument("unit")
@click.argument("words", required=False)
@click.option("--name", type=click.Choice(unit_texts.NAMES), help="Which text it is.")
@click.option("--language", default="fi", show_default=True, help="The language of WORDS.")
@actor
def text(
    unit: str, words: str | None, name: unit_texts.Name | None, language: str, actor: str
) -> None:
    """Show the texts of UNIT, or put WORDS in the place of one; empty WORDS take it away.

    "address" says where the service is now, on the page of a retired code. "changed" says what
    earlier feedback has changed, to those who have just given some. Units below say the same where
    they have no text of their own.
    """
    if words is None:
        run(_show_texts(unit))
    elif name is None:
        raise click.UsageError("--name: say which text it is")
    else:
        run(_put_text(unit, name, language, words.strip(), actor))


async def _show_texts(unit: str) -> None:
    async with open_session() as session:
        found = await session.database.read(lambda c: unit_texts.read(c, unit_id(c, unit)))
    for (name, language), words in found.items():
        click.echo(f"{name} {language}: {words}")
    if not found:
        click.echo("no texts", err=True)


async def _put_text(
    unit: str, name: unit_texts.Name, language: str, words: str, actor: str
) -> None:
    async with open_session() as session:
        known = load_texts(session.settings.texts_dir).by_language
        if language not in known:
            raise InputError(f"language {language!r} is unknown; known: {', '.join(known)}")

        def put(connection: Connection) -> None:
            unit_texts.put(connection, unit_id(connection, unit), name, language, words)
            subject, detail = f"unit {unit}", f"{name} {language}"
            audit.record(connection, datetime.now(UTC), actor, "unit text", subject, detail)

        await session.writer.run(put)
    click.echo(f"{name} {language} of {unit} is {'set' if words else 'taken away'}")
