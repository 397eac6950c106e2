"""Invented books that try what a finance office may do: `written("06_heading_footnote", path)`.

tests/data/cases.toml has them as text. Sheets are written as a spreadsheet program would: formulas
without a value have none in the file, and a raised mark is a run of letters of its own.
"""

import re
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import xlsxwriter
from openpyxl.utils.cell import coordinate_from_string
from xlsxwriter.utility import xl_cell_to_rowcol, xl_rowcol_to_cell

LIST = Path(__file__).with_name("data") / "cases.toml"
_NOT_TOLD = re.compile(rb'(?<=</f>)<v></v>| fullCalcOnLoad="1"')
"""What XlsxWriter adds: an empty value to a formula without one, a wish to calculate anew."""


@cache
def _read() -> Mapping[str, Any]:
    return tomllib.loads(LIST.read_text(encoding="utf-8"))


def names() -> tuple[str, ...]:
    """Return the name of every case, in order."""
    return tuple(case["name"] for case in _read()["case"])


def cells(case: str) -> dict[str, dict[str, Any]]:
    """Return what each sheet of a case holds, by A1 address; formulas and marks as tables."""
    (found,) = (one for one in _read()["case"] if one["name"] == case)
    return {name: _cells(sheet) for name, sheet in found["sheets"].items()}


def _cells(sheet: Mapping[str, Any]) -> dict[str, Any]:
    base = _read()["base"][sheet["like"]] if "like" in sheet else {}
    held = {at: value for row in (base, sheet) for at, value in _placed(row)}
    return {at: value for at, value in held.items() if at not in sheet.get("without", ())}


def _placed(rows: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield the cells of rows that stand under the address of their first cell."""
    for first, values in rows.items():
        if first[-1:].isdigit() and coordinate_from_string(first):
            row, column = xl_cell_to_rowcol(first)
            for at, value in enumerate(values, column):
                yield xl_rowcol_to_cell(row, at), value


def written(case: str, path: Path) -> Path:
    """Write the workbook of a case; return its path."""
    (found,) = (one for one in _read()["case"] if one["name"] == case)
    with xlsxwriter.Workbook(path) as workbook:
        raised = workbook.add_format({"font_script": 1})
        for name, sheet in found["sheets"].items():
            added = workbook.add_worksheet(name)
            for at, value in _cells(sheet).items():
                _write(workbook, added, at, value, raised)
            match sheet.get("state"):
                case "veryHidden":
                    added.very_hidden()
                case "hidden":
                    added.hide()
    return _as_told(path, dict(_blocks(case)))


def _blocks(case: str) -> Iterator[tuple[bytes, bytes]]:
    """Yield how an array formula's block is written in the file, and how it should be."""
    for sheet in cells(case).values():
        for at, value in sheet.items():
            if isinstance(value, dict) and "array" in value:
                yield f'ref="{at}"'.encode(), f'ref="{value["over"]}"'.encode()


def _write(workbook: Any, sheet: Any, at: str, value: Any, raised: Any) -> None:
    match value:
        case {"formula": formula}:
            sheet.write_formula(at, f"={formula}", None, value.get("value", ""))
        case {"array": formula}:
            # over one cell: over more of them, the others would get a zero as their value
            sheet.write_array_formula(f"{at}:{at}", f"{{={formula}}}", None, "")
        case {"runs": runs}:
            parts = [(run,) if isinstance(run, str) else (raised, run["raised"]) for run in runs]
            sheet.write_rich_string(at, *(part for run in parts for part in run))
        case {"value": number, "format": code}:
            sheet.write(at, number, workbook.add_format({"num_format": code}))
        case str():
            sheet.write_string(at, value)
        case _:
            sheet.write(at, value)


def _as_told(path: Path, blocks: Mapping[bytes, bytes]) -> Path:
    """Take out of the parts what XlsxWriter adds, and give array formulas their blocks."""
    with zipfile.ZipFile(path) as package:
        parts = {info.filename: package.read(info) for info in package.infolist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            told = _NOT_TOLD.sub(b"", data)
            for one, block in blocks.items():
                told = told.replace(one, block)
            package.writestr(name, told)
    return path
