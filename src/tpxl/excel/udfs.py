"""Worksheet functions, on Windows: the report's arithmetic in any cell, rounded as the jobs do.

A cell or a range may be given for each argument; a single cell, row or column is repeated over the
others, and the answer has their shape. What is no number, or cannot be computed, is said in its own
cell and stops nothing else. Docstrings and descriptions of arguments are what Excel shows in its
function wizard, so they are Finnish, in letters that VBA's text may hold. xlwings makes the VBA
around them; it is committed as ``xl_macros/xlwings_udfs.bas``.
"""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import wraps
from typing import Any, TypeVar

import xlwings as xw

from tpxl.errors import TpxlError
from tpxl.layout.cells.numbers import read_number
from tpxl.messages import sentence
from tpxl.rules.allocation import allocate, shares_percent
from tpxl.rules.arithmetic import change_percent, operating_margin, per_resident
from tpxl.rules.rounding import rounded

__all__ = ["TP_ASUKAS", "TP_KATE", "TP_MUUTOS", "TP_OSUUS", "TP_VYORYTYS"]
_CATEGORY = "Tilinpäätös"
_MOST_DECIMALS = 6
_EXACT = 10  # a sum is as exact as its parts

Cells = Any
"""What Excel hands over or takes: a cell's value, or rows of them."""

DASH = "–"
"""What is shown where a number has no meaning: over a base of zero or of the other sign."""

_F = TypeVar("_F", bound=Callable[..., Any])


def told(function: _F) -> _F:
    """Return `function` with what it raises said in the cell: Excel shows no traceback."""

    @wraps(function)
    def telling(*arguments: Any) -> Any:  # noqa: ANN401  # whatever Excel hands over
        try:
            return function(*arguments)
        except TpxlError as error:
            return f"Virhe: {sentence(error)}"
        except Exception as error:  # noqa: BLE001  # a cell is no place for a traceback
            return f"Virhe: {error}"

    return telling  # type: ignore[return-value]  # the same signature, by wraps


def each(compute: Callable[..., Decimal | None], *arguments: Cells) -> list[list[Any]]:
    """Return `compute` of each cell of the arguments, as rows; "" where one is empty.

    Raises:
        TpxlError: the arguments have shapes that do not fit together.
    """
    grids = [rows_of(argument) for argument in arguments]
    height = max(len(grid) for grid in grids)
    width = max(len(grid[0]) for grid in grids)
    for grid in grids:
        if len(grid) not in {1, height} or len(grid[0]) not in {1, width}:
            raise TpxlError("udf_shapes")
    return [
        [_answer(compute, [_at(grid, row, column) for grid in grids]) for column in range(width)]
        for row in range(height)
    ]


def numbers_of(cells: Cells) -> list[Decimal | None]:
    """Return the numbers of a range in reading order, None for an empty cell.

    Raises:
        TpxlError: a cell holds something else than a number.
    """
    return [_number(value) for row in rows_of(cells) for value in row]


def shaped(parts: Iterable[Decimal], like: Cells) -> list[list[float]]:
    """Return parts in the rows of the range they were computed from."""
    left = iter(parts)
    return [[float(next(left)) for _ in row] for row in rows_of(like)]


def rows_of(cells: Cells) -> Sequence[Sequence[Any]]:
    """Return rows of cells, whatever Excel handed over."""
    if not isinstance(cells, (list, tuple)):
        return [[cells]]
    return cells if cells and isinstance(cells[0], (list, tuple)) else [cells]


def zero_for_empty(cells: Cells) -> list[list[Any]]:
    """Return the cells with a zero in each empty one: what is left out counts as nothing."""
    return [[0 if cell is None or cell == "" else cell for cell in row] for row in rows_of(cells)]


def whole(cell: Cells, least: int, most: int) -> int:
    """Return a small whole number given as an argument.

    Raises:
        TpxlError: it is none, or out of bounds.
    """
    number = _number(rows_of(cell)[0][0])
    if number is None or number != int(number) or not least <= number <= most:
        raise TpxlError("udf_decimals", value=cell, least=least, most=most)
    return int(number)


def _at(grid: Sequence[Sequence[Any]], row: int, column: int) -> Any:  # noqa: ANN401  # a cell
    line = grid[row if len(grid) > 1 else 0]
    return line[column if len(line) > 1 else 0]


def _answer(compute: Callable[..., Decimal | None], values: Sequence[Any]) -> float | str:
    try:
        numbers = [_number(value) for value in values]
        if None in numbers:
            return ""
        answer = compute(*numbers)
    except TpxlError as error:
        return f"Virhe: {sentence(error)}"
    return DASH if answer is None else float(answer)


def _number(value: Any) -> Decimal | None:  # noqa: ANN401  # a cell
    if value is None or value == "":
        return None
    reading = read_number(value)
    if reading is None:
        raise TpxlError("udf_not_a_number", value=value)
    return reading.number


@xw.func(category=_CATEGORY)
@xw.arg("uusi", ndim=2, err_to_str=True, doc="Kauden luku tai alue")
@xw.arg("vertailu", ndim=2, err_to_str=True, doc="Vertailukauden luku tai alue")
@xw.arg("desimaalit", doc="Desimaalien lukumäärä; oletus 1")
@told
def TP_MUUTOS(uusi: Cells, vertailu: Cells, desimaalit: Cells = 1) -> Cells:  # noqa: N802  # as in Excel
    """Muutosprosentti vertailukaudesta. Viiva, jos vertailuluku on nolla tai erimerkkinen."""
    places = whole(desimaalit, 0, _MOST_DECIMALS)

    def compute(new: Decimal, base: Decimal) -> Decimal | None:
        change = change_percent(new, base)
        return None if change is None else rounded(change, places)

    return each(compute, uusi, vertailu)


@xw.func(category=_CATEGORY)
@xw.arg("kate", ndim=2, err_to_str=True, doc="Toimintakate euroina, luku tai alue")
@xw.arg("asukasluku", ndim=2, err_to_str=True, doc="Saman kauden asukasluku, luku tai alue")
@xw.arg("desimaalit", doc="Desimaalien lukumäärä; oletus 0")
@told
def TP_ASUKAS(kate: Cells, asukasluku: Cells, desimaalit: Cells = 0) -> Cells:  # noqa: N802  # as in Excel
    """Euroa asukasta kohti. Viiva, jos asukasluku on nolla."""
    places = whole(desimaalit, 0, _MOST_DECIMALS)

    def compute(euros: Decimal, residents: Decimal) -> Decimal | None:
        share = per_resident(euros, residents)
        return None if share is None else rounded(share, places)

    return each(compute, kate, asukasluku)


@xw.func(category=_CATEGORY)
@xw.arg("menot", ndim=2, err_to_str=True, doc="Toimintamenot etumerkkeineen, luku tai alue")
@xw.arg("tulot", ndim=2, err_to_str=True, doc="Toimintatulot, luku tai alue")
@xw.arg("valmistus", ndim=2, err_to_str=True, doc="Valmistus omaan käyttöön; oletus 0")
@xw.arg("etumerkki", doc="Menojen etumerkki: -1 negatiiviset (oletus), 1 positiiviset")
@told
def TP_KATE(menot: Cells, tulot: Cells, valmistus: Cells = 0, etumerkki: Cells = -1) -> Cells:  # noqa: N802  # as in Excel
    """Toimintakate: menot + tulot + oma valmistus. Jos menot ovat positiivisia, etumerkki on 1."""
    is_negative = whole(etumerkki, -1, 1) < 0

    def compute(expenses: Decimal, income: Decimal, own: Decimal) -> Decimal:
        margin = operating_margin(income, expenses, own, expenses_are_negative=is_negative)
        return rounded(margin, _EXACT)

    return each(compute, menot, tulot, zero_for_empty(valmistus))


@xw.func(category=_CATEGORY)
@xw.arg("ajurit", ndim=2, err_to_str=True, doc="Jakoperusteet, esimerkiksi toimintavolyymit")
@xw.arg("desimaalit", doc="Desimaalien lukumäärä; oletus 1")
@told
def TP_OSUUS(ajurit: Cells, desimaalit: Cells = 1) -> Cells:  # noqa: N802  # as in Excel
    """Osuudet prosentteina jakoperusteen mukaan. Osuuksien summa on tasan 100."""
    places = whole(desimaalit, 0, _MOST_DECIMALS)
    return shaped(shares_percent(numbers_of(ajurit), places), ajurit)


@xw.func(category=_CATEGORY)
@xw.arg("summa", ndim=2, err_to_str=True, doc="Jaettavat kustannukset euroina")
@xw.arg("ajurit", ndim=2, err_to_str=True, doc="Jakoperusteet, esimerkiksi toimintavolyymit")
@xw.arg("desimaalit", doc="0 = kokonaiset eurot (oletus), 2 = sentit")
@told
def TP_VYORYTYS(summa: Cells, ajurit: Cells, desimaalit: Cells = 0) -> Cells:  # noqa: N802  # as in Excel
    """Jaettava summa osiin jakoperusteen mukaan. Osien summa on tasan jaettava summa."""
    places = whole(desimaalit, 0, 2)
    pool = numbers_of(summa)[0]
    return shaped(allocate(pool if pool is not None else 0, numbers_of(ajurit), places), ajurit)
