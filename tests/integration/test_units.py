"""`korva units`: the county's tree, from a file into the database."""

import asyncio
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gateway.cli import units as commands
from gateway.core.unit import Unit
from gateway.store.database import Database
from gateway.store.units import read_units
from tests.integration.asking import install

HEADER = "id,parent,name_fi,short_name,sensitive,sms_allowed,oid\n"
TREE = HEADER + "pirha,,Pirkanmaan hyvinvointialue,Pirha,,,\ntays,pirha,Tays,,,,\n"


@pytest.fixture(autouse=True)
def installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, database_url: str) -> None:
    install(monkeypatch, tmp_path, database_url)


async def korva(*words: str) -> Result:
    return await asyncio.to_thread(CliRunner().invoke, commands.command, words)


async def bring_in(table: str | bytes) -> Result:
    file = Path("units.csv")
    file.write_bytes(table if isinstance(table, bytes) else table.encode())
    return await korva("import", str(file))


async def units(database: Database) -> dict[str, Unit]:
    return {key: kept.unit for key, kept in (await database.read(read_units)).items()}


async def test_a_tree_is_brought_in(database: Database) -> None:
    result = await bring_in(TREE)

    assert result.exit_code == 0
    assert result.stdout == (
        "added pirha\nadded tays\n2 added, 0 changed, 0 unchanged, 0 lines refused\n"
    )
    assert (await units(database))["tays"].parent == "pirha"


async def test_a_second_time_changes_nothing(database: Database) -> None:
    await bring_in(TREE)
    before = await database.read(read_units)

    result = await bring_in(TREE)

    assert result.stdout == "0 added, 0 changed, 2 unchanged, 0 lines refused\n"
    assert await database.read(read_units) == before


async def test_a_unit_is_changed_and_moved_and_keeps_its_id(database: Database) -> None:
    await bring_in(TREE + "acuta,tays,Acuta,,,,\n")
    before = await database.read(read_units)

    result = await bring_in(HEADER + "acuta,pirha,Acuta,Päivystys,1,0,1.2.246.10.1\n")

    after = await database.read(read_units)
    assert "changed acuta: parent, short_name, oid, sensitive, sms_allowed" in result.stdout
    assert after["acuta"].id == before["acuta"].id
    assert after["acuta"].unit.parent == "pirha"
    assert after["tays"] == before["tays"]


async def test_a_new_county_can_be_put_above_the_old_one(database: Database) -> None:
    await bring_in(TREE)

    result = await bring_in(HEADER + "pirha,suomi,Pirha,,,,\nsuomi,,Suomi,,,,\n")

    assert result.exit_code == 0
    assert (await units(database))["pirha"].parent == "suomi"


async def test_a_refused_line_is_told_with_its_remedy_and_stops_no_other(
    database: Database,
) -> None:
    result = await bring_in(TREE + "ward,nowhere,Ward,,,,\n,pirha,Nameless,,,,\nacuta,tays,A,,,,\n")

    assert result.exit_code == 1
    assert result.stderr == (
        "line 4 refused: parent: there is no unit nowhere; "
        "add a line for it, or correct the parent\n"
        "line 5 refused: id: it is empty; fill it in\n"
    )
    assert "3 added, 0 changed, 0 unchanged, 2 lines refused" in result.stdout
    assert set(await units(database)) == {"pirha", "tays", "acuta"}


async def test_nothing_is_brought_in_where_there_is_no_root(database: Database) -> None:
    result = await bring_in(HEADER + "a,b,A,,,,\nb,a,B,,,,\n")

    assert result.exit_code == 1
    assert await units(database) == {}


@pytest.mark.parametrize(
    "table",
    [
        b"\xef\xbb\xbf" + "id;parent;name_fi\r\nhyte;;Hyvinvointi, työ\r\n".encode(),
        "ID; Parent ;NAME_FI;;\r\nhyte;;Hyvinvointi, työ;;\r\n".encode("cp1252"),
        'id,parent,name_fi\nhyte,,"Hyvinvointi, työ"\n\n,,\n'.encode(),
        "id\tparent\tname_fi\nhyte\t\t Hyvinvointi,  työ \n".encode(),
        "id;parent;name_fi;oid;sensitive\r\nhyte;;Hyvinvointi, työ".encode(),
    ],
    ids=["UTF-8 with BOM", "Latin-1", "commas", "tabs", "short last line"],
)
async def test_a_table_may_come_from_any_program(database: Database, table: bytes) -> None:
    result = await bring_in(table)

    assert result.exit_code == 0
    assert (await units(database))["hyte"].name_fi == "Hyvinvointi, työ"


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("id,name_fi\nx,X\n", "there is no column parent"),
        ("id,parent,name_fi,sensitiv\nx,,X,1\n", "column 'sensitiv' is unknown"),
        ("id,parent,name_fi,id\nx,,X,y\n", "column id is there twice"),
        ("", "there is no column id"),
        ("id,parent,name_fi\nx,,X\n".encode("utf-16"), "there is no column id"),
    ],
)
async def test_a_table_that_is_not_understood_is_not_guessed_at(
    database: Database, table: str | bytes, message: str
) -> None:
    result = await bring_in(table)

    assert result.exit_code == 2
    assert message in result.stderr
    assert await units(database) == {}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a,pirha,A,,,,,too much", "line 4 refused: it has 8 cells, the header 7"),
        ('a,pirha,"A\nb,pirha,B,,,,\n', "line 4 refused: a cell runs on over the next line"),
        ('a,pirha,"' + "x" * 140_000, "line 4 refused: a cell runs on over the next line"),
    ],
)
async def test_a_broken_line_is_refused_alone(database: Database, line: str, message: str) -> None:
    result = await bring_in(TREE + line + "\n")

    assert result.exit_code == 1
    assert message in result.stderr
    assert set(await units(database)) == {"pirha", "tays"}


async def test_a_nul_in_a_cell_is_left_out(database: Database) -> None:
    result = await bring_in(TREE + "a,pirha,Avo\0osasto,,,,\n")

    assert result.exit_code == 0
    assert (await units(database))["a"].name_fi == "Avo osasto"


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("Sisätautien poliklinikka1", "(fi, sv, en); shorten short_name or public_name"),
        ("Lielahti – Lentävä", "(fi, sv, en); do without –"),
        ("Gáldu čoahkki", "(fi, sv, en); do without áč"),
    ],
)
async def test_a_name_that_makes_the_question_dear_is_told(
    monkeypatch: pytest.MonkeyPatch, name: str, remedy: str
) -> None:
    monkeypatch.setenv("KORVA_COUNTY__SHORT_NAME", "Kanta-Hämeen hyvinvointi")

    result = await bring_in(TREE + f"a,pirha,{name},,,,\n")

    assert result.exit_code == 0
    assert result.stderr == (
        f"warning: a: with {name!r} the question takes more than one SMS part {remedy}\n"
    )


async def test_a_short_name_costs_one_part_and_no_warning() -> None:
    assert (await bring_in(TREE)).stderr == ""


async def test_the_tree_is_shown() -> None:
    table = TREE + "b,pirha,Äijälä,,1,,\na,pirha,Acuta,,,0,\nc,tays,Lapset,,,,\n"
    await bring_in(table)

    assert (await korva("list")).stdout == (
        "Pirkanmaan hyvinvointialue  [pirha]\n"
        "  Acuta  [a]  (no SMS)\n"
        "  Tays  [tays]\n"
        "    Lapset  [c]\n"
        "  Äijälä  [b]  (sensitive)\n"
    )


async def test_an_empty_tree_says_how_to_begin() -> None:
    result = await korva("list")

    assert (result.stdout, result.exit_code) == ("", 0)
    assert "korva units import" in result.stderr
