"""A formula gives what a spreadsheet makes of it, or nothing is said."""

from pathlib import Path

import pytest

from tpxl.books import open_book
from tpxl.jobs.recalculation import every_formula
from tpxl.model import Address, CellError, Value
from tpxl.rules.spreadsheet.evaluation import Evaluator
from tpxl.rules.spreadsheet.parsing import NotUnderstood

MASTER = Path(__file__).parents[3] / "workbook" / "tilinpaatos_master.xlsm"

CELLS: dict[str, Value] = {
    "A1": 10,
    "A2": 4,
    "A3": -2.5,
    "A4": "virhe",
    "A5": None,
    "B1": "virhe",
    "B2": "tieto",
    "B3": "",
    "B4": "Virhe",
    "C1": True,
    "C2": CellError("#N/A"),
    "D1": "12",
    "D2": "1,5",
}


def evaluator() -> Evaluator:
    def value(sheet: str, at: Address) -> Value:
        return CELLS.get(at.a1) if sheet == "S" else 1

    return Evaluator(value, lambda _: 5, {"Luku": "S!$A$1"})


@pytest.mark.parametrize(
    ("formula", "result"),
    [
        ("=1+2*3", 7),
        ("=-2^2", 4),
        ("=2^-1", 0.5),
        ("=50%*4", 2),
        ("=(1+2)*3", 9),
        ("=1-0.9-0.1", 0),
        ("=A1/A2", 2.5),
        ("=A1/0", CellError("#DIV/0!")),
        ("=A1+A4", CellError("#VALUE!")),
        ("=A5", 0),
        ("=A5&A1", "10"),
        ('="n "&A3', "n -2,5"),
        ("=D1+1", 13),
        ("=SUM(A1:A5)", 11.5),
        ("=SUM(A1,A2)", 14),
        ("=SUM(A1:A5,C2)", CellError("#N/A")),
        ("=ROUND(2.5,0)", 3),
        ("=ROUND(-2.5,0)", -3),
        ("=ROUND(1.005,2)", 1.01),
        ("=ROUNDDOWN(-2.7,0)", -2),
        ("=INT(-2.5)", -3),
        ("=ABS(A3)", 2.5),
        ("=MAX(A1:A5)-MIN(A1:A5)", 12.5),
        ("=COUNT(A1:A5)", 3),
        ("=COUNTA(A1:A5)", 4),
        ('=COUNTIF(B1:B4,"virhe")', 2),
        ('=COUNTIF(B1:B5,"?*")', 3),
        ('=COUNTIF(A1:A5,">3")', 2),
        ('=COUNTIFS(B1:B4,"virhe",A1:A4,"<>")', 2),
        ('=SUM(COUNTIFS(B1:B4,{"virhe","tieto"}))', 3),
        ('=SUMIF(B1:B4,"virhe",A1:A4)', 10),
        ('=SUMPRODUCT((A1:A3>0)*(B1:B3<>""))', 2),
        ("=SUMPRODUCT(--(A1:A3>0))", 2),
        ("=INDEX(A1:A3,MATCH(MAX(A1:A3),A1:A3,0))", 10),
        ('=MATCH("TIETO",B1:B4,0)', 2),
        ('=IFERROR(MATCH("x",B1:B4,0),"–")', "–"),
        ('=IF(A1>5,"a",1/0)', "a"),
        ("=IF(A1<5,1)", False),
        ("=IF(C1,1,2)", 1),
        ('=IF(B3="","tyhjä","täysi")', "tyhjä"),
        ('=IF(A5="",1,2)', 1),
        ("=A5=0", True),
        ('="a"="A"', True),
        ('=HYPERLINK("#\'S\'!A1","A1")', "A1"),
        ('=SUBSTITUTE("a\'b","\'","\'\'")', "a''b"),
        ('=UPPER("åbo")', "ÅBO"),
        ("=Luku*2", 20),
        ("=T!Z9+1", 2),
        ("=AND(A1>0,A2>0)", True),
        ("=ROWS(A1:A3)+COLUMNS(A1:B1)", 5),
        ("=SUM(A:A)", 11.5),
    ],
)
def test_it_gives(formula: str, result: Value) -> None:
    assert evaluator().result(formula, "S") == result


@pytest.mark.parametrize(
    "formula",
    [
        "=D2+1",
        '=TEXT(A1,"0")',
        "=Tuntematon+1",
        "=A1:A3",
        "=MATCH(4,A1:A3)",
        "=OFFSET(A1,1,0)",
        "='[1]X'!A1",
        "=SUM(A1",
        "=1+",
        "=A1 A2",
        "=" + "(" * 99 + "1" + ")" * 99,
    ],
)  # fmt: skip
def test_what_is_not_sure_is_not_told(formula: str) -> None:
    with pytest.raises(NotUnderstood):
        evaluator().result(formula, "S")


def test_every_formula_of_the_master_gives_what_the_master_holds() -> None:
    with open_book(MASTER) as book:
        told = {(one.sheet, one.cell): one.value for one in every_formula(book)}
        held = {(sheet, cell): book.read(sheet).value(Address.parse(cell)) for sheet, cell in told}
    assert len(told) > 400
    for place, value in told.items():
        if isinstance(value, float) and isinstance(held[place], int | float):
            assert value == pytest.approx(held[place], rel=1e-12), place
        else:
            assert value == (held[place] or "" if value == "" else held[place]), place
