"""Formulas in any place, own, shared or an array's, with values or without: none is lost."""

import re
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import cases
from tests.books.packages import parts, read_parts, sheet_xml, written

from tpxl.books import open_book
from tpxl.jobs.check.check import check
from tpxl.jobs.refresh import refresh
from tpxl.model import Severity
from tpxl.shipped import master

RIGHT = {"E7": -1080000, "F7": -1103340, "F14": 6.2, "F16": 5.6, "F17": -159}
INPUTS = {"E7": "E5 E6", "F7": "F5 F6", "F14": "D13 F13", "F16": "D15 F15", "F17": "F5 F6"}
ROWS = (5, 6, 7, 12, 13, 14, 15, 16, 17)
LETTERS = "BCDEF"


class Run(NamedTuple):
    """Cells of a row that are formulas: of which kind, and whether they have values."""

    row: int
    first: int
    last: int
    kind: str
    is_valued: bool
    has_cells: bool

    @property
    def cells(self) -> list[str]:
        return [f"{LETTERS[at]}{self.row}" for at in range(self.first, self.last + 1)]


@st.composite
def runs(draw: st.DrawFn) -> list[Run]:
    """At most one run a row: own formulas, a shared one, an array."""
    found = []
    for row in draw(st.lists(st.sampled_from(ROWS), min_size=1, max_size=4, unique=True)):
        first, last = sorted(draw(st.tuples(*[st.integers(0, len(LETTERS) - 1)] * 2)))
        kind = draw(st.sampled_from(("own", "shared", "array")))
        found.append(Run(row, first, last, kind, draw(st.booleans()), draw(st.booleans())))
    return found


def held(found: list[Run]) -> dict[str, str]:
    """The XML of the formulas' cells."""
    told = cases.cells("21_array_formula_without_values")["Kirjasto"]
    truth = told | {f"{c}7": v for c, v in zip("BCD", (-993910, -1035000, -1033720), strict=True)}
    truth |= RIGHT
    xml = {}
    for number, run in enumerate(found):
        block = f"{run.cells[0]}:{run.cells[-1]}"
        for at in run.cells:
            is_first = at == run.cells[0]
            formula = {
                "own": "<f>1+1</f>",
                "shared": f'<f t="shared" ref="{block}" si="{number}">1+1</f>'
                if is_first
                else f'<f t="shared" si="{number}"/>',
                "array": f'<f t="array" ref="{block}">1+1</f>' if is_first else "",
            }[run.kind]
            is_valued = run.is_valued and at in truth
            value = f"<v>{truth[at]}</v>" if is_valued else "<v></v>" if run.is_valued else ""
            xml[at] = f'<c r="{at}">{formula}{value}</c>'
            if not formula and not value and not run.has_cells:
                xml[at] = ""
    return xml


def book(path: Path, formulas: Mapping[str, str]) -> Path:
    told: dict[str, dict[str, Any]] = cases.cells("21_array_formula_without_values")
    told["Kirjasto"] |= {"B7": -993910, "C7": -1035000, "D7": -1033720, "E7": -1079100}
    sheets = [
        sheet_xml(_rows(cells, formulas if name == "Kirjasto" else {}))
        for name, cells in told.items()
    ]
    made = parts(*sheets)
    named = str(made["xl/workbook.xml"])
    made["xl/workbook.xml"] = named.replace("Alue 1", "Perustiedot").replace("Alue 2", "Kirjasto")
    return written(path, made)


def _rows(cells: Mapping[str, Any], formulas: Mapping[str, str]) -> str:
    xml = {at: _cell(at, value) for at, value in cells.items()} | dict(formulas)
    by_row: dict[int, list[str]] = {}
    for at in sorted(xml):
        by_row.setdefault(int(at[1:]), []).append(xml[at])
    return "".join(f'<row r="{row}">{"".join(by_row[row])}</row>' for row in sorted(by_row))


def _cell(at: str, value: object) -> str:
    if isinstance(value, str):
        return f'<c r="{at}" t="inlineStr"><is><t>{value}</t></is></c>'
    return f'<c r="{at}"><v>{value}</v></c>'


def expected(formulas: set[str], unknown: set[str]) -> dict[str, float]:
    """The edits: no formula, and nothing from a formula that nobody has calculated."""
    return {
        at: right
        for at, right in RIGHT.items()
        if at not in formulas and not unknown & set(INPUTS[at].split())
    }


def refreshed(path: Path) -> dict[str, object]:
    with open_book(path) as opened:
        done = refresh(opened)
        opened.save()
    assert not [one for one in done.findings if one.severity is Severity.ERROR]
    return {edit.cell: edit.new for edit in done.edits}


def cell_xml(path: Path, at: str) -> bytes | None:
    data = read_parts(path)["xl/worksheets/sheet2.xml"]
    found = re.search(rb'<c r="%s"(?:[^>]*/>|.*?</c>)' % at.encode(), data)
    return found and found[0]


@settings(max_examples=60, deadline=None)
@given(runs())
def test_no_formula_is_written_over_and_every_other_cell_is_right(found: list[Run]) -> None:
    formulas = held(found)
    lacking = {at for run in found for at in run.cells if "<v>" not in formulas[at]}
    lacking |= {at for at, xml in formulas.items() if "<v></v>" in xml}
    with tempfile.TemporaryDirectory() as folder:
        path = book(Path(folder) / "kirja.xlsx", formulas)
        before = {at: cell_xml(path, at) for at in formulas}
        with open_book(path) as opened:
            told = [one for one in check(opened).findings if one.code == "formulas_without_value"]
        assert [one.facts["count"] for one in told] == ([len(lacking)] if lacking else [])
        if lacking:
            assert told[0].cell == min(lacking, key=lambda at: (int(at[1:]), at[0]))
        assert refreshed(path) == expected(set(formulas), lacking)
        assert {at: cell_xml(path, at) for at in formulas} == before
        assert refreshed(path) == {}


@pytest.mark.filterwarnings("ignore:Workbook contains no default style")
@settings(max_examples=25, deadline=None)
@given(runs())
def test_a_book_that_openpyxl_saved_keeps_its_formulas(found: list[Run]) -> None:
    formulas = held(found)
    with tempfile.TemporaryDirectory() as folder:
        path = book(Path(folder) / "kirja.xlsx", formulas)
        openpyxl.load_workbook(path).save(path)
        computed = {at for run in found for at in run.cells}
        before = {at: cell_xml(path, at) for at in computed}
        # of an array without values openpyxl makes numbers of the members that have some
        assert refreshed(path) == expected(computed, computed - _numbers(path, found))
        assert {at: cell_xml(path, at) for at in computed} == before


def _numbers(path: Path, found: list[Run]) -> set[str]:
    """The members of arrays whose values openpyxl has kept."""
    sheet = openpyxl.load_workbook(path)["Kirjasto"]
    members = {at for run in found if run.kind == "array" for at in run.cells[1:]}
    return {at for at in members if isinstance(sheet[at].value, int | float)}


def test_the_master_that_openpyxl_saved_says_the_same_but_for_that_line(tmp_path: Path) -> None:
    path = tmp_path / "master.xlsm"
    openpyxl.load_workbook(master(), keep_vba=True).save(path)
    with open_book(master()) as opened:
        before = {(one.code, one.sheet, one.cell, one.found) for one in check(opened).findings}
        right = refresh(opened).edits
    with open_book(path) as opened:
        told = check(opened).findings
        edits = refresh(opened).edits
    lines = [one for one in told if one.code == "formulas_without_value"]
    assert len({one.sheet for one in lines}) == len(lines) > 0
    rest = {(one.code, one.sheet, one.cell, one.found) for one in told if one not in lines}
    assert rest == before
    assert edits == right


@pytest.mark.parametrize(
    "said", ['<c r="F7" t="str"><f>""</f><v></v></c>', '<c r="F7"><f>1</f></c>']
)
def test_a_formula_in_a_blank_place_stays(said: str, tmp_path: Path) -> None:
    path = book(tmp_path / "kirja.xlsx", {"F7": said})
    assert refreshed(path) == {at: right for at, right in RIGHT.items() if at != "F7"}
    assert cell_xml(path, "F7") == said.encode()


@pytest.mark.parametrize(
    ("label", "measured"), [("Vuosikate", "Muutos %"), ("Poistot", "Muutos, %")]
)
def test_a_change_under_a_row_of_formulas_without_values_belongs_to_that_row(
    label: str, measured: str, tmp_path: Path
) -> None:
    """Were the row empty, the change below it would be that of the line above."""
    formulas = {
        "A18": _cell("A18", label),
        **{f"{letter}18": f'<c r="{letter}18"><f>1+1</f></c>' for letter in LETTERS},
        "A19": _cell("A19", measured),
        "D19": _cell("D19", 3.3),
    }
    assert refreshed(book(tmp_path / "kirja.xlsx", formulas)) == RIGHT


@pytest.mark.parametrize("value", [b"", b"<v></v>", b"<v/>"])
def test_residents_that_a_formula_has_not_told_yet_are_no_figure(
    value: bytes, tmp_path: Path
) -> None:
    path = book(tmp_path / "kirja.xlsx", {})
    made = read_parts(path)
    sheet = made["xl/worksheets/sheet1.xml"]
    told = b'<c r="B6"><f>1+1</f>%s</c>' % value
    made["xl/worksheets/sheet1.xml"] = sheet.replace(b'<c r="B6"><v>6920</v></c>', told)
    written(path, made)
    with open_book(path) as opened:
        (line,) = (o for o in check(opened).findings if o.code == "formulas_without_value")
    assert (line.sheet, line.cell) == ("Perustiedot", "B6")
    assert refreshed(path) == {at: right for at, right in RIGHT.items() if at != "F17"}
