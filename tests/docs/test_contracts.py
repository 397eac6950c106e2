"""docs/contracts.md says what the code does: no more and no less."""

import argparse
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.books.packages import read_parts, written
from tests.docs.pages import first_words, page, rows, section
from tests.docs.severities import PRODUCT, documented

from tpxl import cli
from tpxl.cli import COMMANDS, main, parser
from tpxl.cli.documents import JSON_VERSION
from tpxl.messages import catalogue
from tpxl.model import Finding, Severity
from tpxl.shipped import master

CONTRACTS = page("contracts.md")
EVERYWHERE = {"--help", "--lang"}
JSON_COMMANDS = ("check", "refresh", "goals", "layout")


def arguments_of(command: str) -> Iterator[str]:
    """Yield the long names of a command's options and the names of its arguments."""
    top = parser([command, "--lang", "en"])
    (commands,) = (one for one in top._actions if isinstance(one, argparse._SubParsersAction))
    for action in commands.choices[command]._actions:
        names = [name for name in action.option_strings if name.startswith("--")]
        yield from names or [str(action.metavar)]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_argument_of_a_command_is_there(command: str) -> None:
    told = first_words(section(CONTRACTS, f"tpxl {command}"))
    assert sorted(told) == sorted(set(arguments_of(command)) - EVERYWHERE)


def test_every_command_is_there() -> None:
    told = re.findall(r"^### tpxl (\w+)$", CONTRACTS, re.MULTILINE)
    assert tuple(told) == COMMANDS


def test_the_statuses_are_those_of_the_command_line() -> None:
    told = first_words(section(CONTRACTS, "Exit statuses"))
    assert told == ["0", "1", str(cli.FAILED), str(cli.INTERRUPTED)]


def test_every_severity_is_there_worst_first() -> None:
    assert first_words(section(CONTRACTS, "Severities")) == [one.value for one in Severity]


def test_every_finding_is_there_with_its_severities_and_a_meaning() -> None:
    told = rows(section(CONTRACTS, "Findings"))
    assert [row[0].strip("`") for row in told] == list(catalogue("fi").findings)
    assert set().union(*documented().values()) <= {one.value for one in Severity}
    assert all(meaning for *_, meaning in told)


def test_every_cause_is_there_with_a_meaning() -> None:
    told = rows(section(CONTRACTS, "Causes"))
    assert [row[0].strip("`") for row in told] == list(catalogue("fi").causes)
    assert all(meaning for *_, meaning in told)


def test_a_finding_with_another_severity_fails_where_it_is_made() -> None:
    made = compile("Finding('margin', Severity.INFO)", f"{PRODUCT}made_up.py", "eval")
    with pytest.raises(AssertionError, match="margin is no info"):
        eval(made, {"Finding": Finding, "Severity": Severity})  # noqa: S307  # as if in the product


def fields_of(command: str) -> set[str]:
    told = first_words(section(CONTRACTS, f"tpxl {command} --json"))
    return {*told, *(fields_of("check") if command == "refresh" else ())}


def fields(value: Any, documented: set[str], path: str = "") -> Iterator[str]:
    """Yield the path of every field in a document; a list's item is `[]`, a free name `{}`."""
    if isinstance(value, dict) and f"{path}{{}}" in documented:
        if value:
            yield f"{path}{{}}"
    elif isinstance(value, dict):
        if path in documented:
            yield path
        for name, inner in value.items():
            yield from fields(inner, documented, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for inner in value:
            yield from fields(inner, documented, f"{path}[]")
    else:
        yield path


UNKNOWN = (["", "TP 2024", "TP 2025"], ["Kilometrit", 1, 2], ["Litrat", 3, 4])
SUMMARY = (
    *(["", "TP 2024", "TP 2025"], ["Asuminen ja ympäristö"]),
    *(["Toimintamenot", -2852036, -2808498], ["Toimintatulot", 1109406, 1183920]),
    *(
        ["Työllisyyspalvelut"],
        ["Toimintamenot", -771020, -1524824],
        ["Toimintatulot", 159455, 8476],
    ),
)


@pytest.fixture
def books(tmp_path: Path) -> list[str]:
    """A book that has something for every field, and a file that is no book."""
    path = tmp_path / "kirja.xlsm"
    shutil.copy(master(), path)
    main(["refresh", str(path), "--no-backup"])
    book = openpyxl.load_workbook(path, keep_vba=True)
    _explain(book["Tarkistus"])
    book["Kaupunkimarkkinointi"]["F45"] = -1
    periods = {cell.value: cell for cell in book["Perustiedot"]["A"]}
    periods["TP 2025"].offset(column=5).value = "ei"
    for name, rows_of in (("Muuta", UNKNOWN), ("Kooste", SUMMARY)):
        added = book.create_sheet(name)
        for row in rows_of:
            added.append(row)
    draft = book.create_sheet("Luonnos")
    draft.sheet_state = "hidden"
    for row in (["", "TP 2023", "TP 2024"], ["Toimintamenot", -9, -8], ["Toimintatulot", 1, 2]):
        draft.append(row)
    broken = book.create_sheet("Rikki")
    broken.append([1])
    broken.append([2])
    book.save(path)
    _put_out_of_order(path, f"xl/worksheets/sheet{len(book.worksheets)}.xml")
    return [str(path), str(tmp_path / "puuttuu.xlsx")]


def _put_out_of_order(path: Path, part: str) -> None:
    made = read_parts(path)
    changed = made[part].replace(b'<row r="1"', b'<row r="9"')
    assert changed != made[part]
    written(path, {**made, part: changed})


def _explain(sheet: Worksheet) -> None:
    """Write a reason and a name beside every finding."""
    cells = (cell for row in sheet.iter_rows() for cell in row)
    reason = next(cell for cell in cells if cell.value == "Perustelu")
    for row in range(reason.row + 1, sheet.max_row + 1):
        sheet.cell(row, reason.column, "Hanke päättyi.")
        sheet.cell(row, reason.column + 1, "A. Laatija")


@pytest.mark.parametrize("command", JSON_COMMANDS)
def test_every_field_of_a_document_is_there(
    command: str, books: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    told = fields_of(command)
    capsys.readouterr()
    assert main([command, *books, "--json"]) == cli.FAILED
    done, failed = json.loads(capsys.readouterr().out)
    assert next(iter(done)) == next(iter(failed)) == "version"
    assert done["version"] == failed["version"] == JSON_VERSION
    assert set(fields(failed, set())) == set(
        first_words(section(CONTRACTS, "A book that could not be done"))
    )
    assert set(fields(done, told)) == told
