"""Whose sheet it is: the area's name from the sheet, from the settings, or the sheet's own.

The nine sections of an area's sheet: where each begins and ends, and what is no table in it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from operator import lt
from typing import NamedTuple

from tpxl.model import (
    Address,
    Area,
    AreaGoals,
    Block,
    FiguresTable,
    Grid,
    Hiding,
    Line,
    Period,
    Text,
    Value,
)
from tpxl.model.line import EXPENSES, INCOME, MARGIN
from tpxl.terms import fold
from tpxl.terms.periods import kind_of, period_of
from tpxl.terms.sections import LONGEST_UNNUMBERED, certain_section_of, section_of
from tpxl.terms.settings import area_marked

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST_SHEET_NAME = 31

ECONOMY, OPERATIONS = 6, 7
MOST = 9
"""The sections of the figures: talouden ja toiminnan tunnusluvut."""

_NUMBERING = re.compile(r"\d{1,2}[.)]?")
_BY_ITS_NUMBER = re.compile(r"\s*[1-9][.)]\s+[^\W\d]{2}")
_NUMBERED = re.compile(r"\s*[1-9][.)]?\s")


def marked_names(grid: Grid, words: Sequence[Text]) -> tuple[str, ...]:
    """Return the different names that ``VASTUUALUE:`` marks on a sheet, in order."""
    return tuple({fold(name): name for name in _marked(grid, words)}.values())


def _marked(grid: Grid, words: Sequence[Text]) -> Iterator[str]:
    for word in words:
        name = marked_at(grid, word.address, word.text)
        if name:
            yield name


def marked_at(grid: Grid, at: Address, text: str) -> str | None:
    """Return the name that ``VASTUUALUE:`` in a cell marks, there or in the next; None for none."""
    name = area_marked(text)
    if name is None or name:
        return name
    after = [value for column, value in grid.row(at.row).items() if column > at.column]
    below = grid.value(Address(at.row + 1, at.column))
    return next((" ".join(v.split()) for v in (*after, below) if isinstance(v, str)), "") or None


def sheet_name_of(name: str) -> str:
    r"""Return the legal sheet name of an area: 31 characters, ``[]:*?/\`` replaced.

    >>> sheet_name_of("Asuminen/ympäristö: kaikki yksiköt ja hankkeet")
    'Asuminen ympäristö  kaikki yksi'
    """
    return _FORBIDDEN.sub(" ", name)[:LONGEST_SHEET_NAME]


def area_name(sheet: str, marked: Sequence[str], settled: Iterable[str]) -> str:
    """Return the area's full name: marked on its sheet, settled for its sheet's name, or that."""
    if marked:
        return marked[0]
    bare = _squeezed(sheet)
    return next((name for name in settled if _squeezed(sheet_name_of(name)) == bare), sheet)


def contested_areas(areas: Sequence[Area]) -> tuple[tuple[Area, ...], ...]:
    """Return the areas that several sheets claim: of one name, with a figure that both print.

    An area whose sections stand on two sheets is none.
    """
    claims: dict[str, list[Area]] = {}
    for area in areas:
        claims.setdefault(fold(area.name), []).append(area)
    return tuple(
        tuple(claim)
        for claim in claims.values()
        if any(_printed(one) & _printed(other) for one, other in combinations(claim, 2))
    )


class HiddenArea(NamedTuple):
    """An area whose sheet is out of sight: a draft, an earlier version, a form to copy."""

    name: str
    sheet: str
    hiding: Hiding


def hidden_areas(
    hidden: Mapping[str, Hiding], areas: Iterable[Area], goals: Iterable[AreaGoals]
) -> Iterator[HiddenArea]:
    """Yield the areas on hidden sheets, those of goals alone among them, each sheet once."""
    named = {area.sheet: area.name for area in areas}
    for of_area in goals:
        for table in of_area.tables:
            named.setdefault(table.sheet, of_area.area)
    for sheet, name in named.items():
        if sheet in hidden:
            yield HiddenArea(name, sheet, hidden[sheet])


def _printed(area: Area) -> set[tuple[Line, Period]]:
    return {
        (row.line, period)
        for table in area.tables
        for row in table.rows
        for period, figure in row.figures.items()
        if figure.number is not None
    }


def _squeezed(name: str) -> str:
    """Return a name without what differs between ways of replacing a forbidden character."""
    return re.sub(r"[\W_]+", "", fold(name))


class SectionPlace(NamedTuple):
    """A section of the sheet: its number, its heading as printed and its cells, its last row."""

    number: int
    heading: str
    block: Block
    last_row: int

    @property
    def at(self) -> Address:
        """The heading's first cell."""
        return Address(self.block.top, self.block.left)

    @property
    def row(self) -> int:
        """The heading's row."""
        return self.block.top


class LooseRow(NamedTuple):
    """The cells of a row that belong to no table: value and number format by column."""

    row: int
    cells: tuple[tuple[int, Value, str], ...]


def locate_sections(grid: Grid, words: Iterable[Text]) -> tuple[SectionPlace, ...]:
    """Return the sections of a sheet from the top; none where it bears no headings.

    A heading stands alone in its row, its number in its own cell or beside it; one that begins
    with its number and certain words may have company (a unit, a page). Between two headings whose
    numbers leave a gap, a line of other words that begins with a number of the gap is one too.
    """
    found = [
        (text, section, heading)
        for text in words
        if (section := section_of(text.text)) is not None
        and (heading := _heading(grid, text)) is not None
    ]
    found = sorted([*found, *_by_number(grid, found)], key=_row_of)
    ends = [*(text.row - 1 for text, _, _ in found), grid.last_row][1:]
    return tuple(
        SectionPlace(section, *heading, end)
        for (_, section, heading), end in zip(found, ends, strict=True)
    )


_Found = tuple[Text, int, tuple[str, Block]]


def _row_of(found: _Found) -> int:
    return found[0].row


def _by_number(grid: Grid, found: Sequence[_Found]) -> Iterator[_Found]:
    """Yield the headings that only their numbers tell, where the sheet has others before them.

    Numbers that begin anew, or that other headings have, are those of goals and lists.
    """
    if not found:
        return
    lines = [text for text in grid.texts(_is_numbered) if len(grid.row(text.row)) == 1]
    for (above, number, _), below in zip(found, [*found[1:], None], strict=True):
        end, top = (grid.last_row + 1, MOST + 1) if below is None else (below[0].row, below[1])
        own = [text for text in lines if above.row < text.row < end]
        numbers = [int(text.text.lstrip()[0]) for text in own]
        if own and all(map(lt, [number, *numbers], [*numbers, top])):
            for text, section in zip(own, numbers, strict=True):
                alone = Block(text.row, text.column, text.row, text.column)
                yield text, section, (" ".join(text.text.split()), alone)


@lru_cache(maxsize=4096)
def _is_numbered(text: str) -> bool:
    is_short = len(text) <= LONGEST_UNNUMBERED and not text.rstrip().endswith(".")
    return is_short and _BY_ITS_NUMBER.match(text) is not None


def section_at(places: Sequence[SectionPlace], row: int) -> int | None:
    """Return the section a row stands in, None above the first heading."""
    above = [place.number for place in places if place.row < row]
    return above[-1] if above else None


def figures_section(places: Sequence[SectionPlace], table: FiguresTable) -> int:
    """Return the section a figures table stands in; without headings its lines tell."""
    section = section_at(places, table.block.top)
    if section is not None:
        return section
    lines = {row.line for row in table.rows}
    return ECONOMY if lines & {EXPENSES, INCOME, MARGIN} else OPERATIONS


def loose_rows(grid: Grid, rows: range, tables: Sequence[Block]) -> Iterator[LooseRow]:
    """Yield what stands in the rows outside the tables, row by row; empty rows are left out.

    A row of kinds (``TP | TA``) right above a table belongs to its header and is no loose row.
    """
    tops = {table.top for table in tables}
    for row in rows:
        cells = tuple(
            (column, cell.value, cell.number_format)
            for column, cell in grid.cells_of(row).items()
            if _is_something(cell.value) and not _is_within(row, column, tables)
        )
        if cells and not (row + 1 in tops and all(_is_heading(cell[1]) for cell in cells)):
            yield LooseRow(row, cells)


def _heading(grid: Grid, text: Text) -> tuple[str, Block] | None:
    """Return a heading with the cells it stands in, None where the text is none."""
    words = " ".join(text.text.split())
    alone = Block(text.row, text.column, text.row, text.column)
    others = {
        column: str(value).strip().removesuffix(".0")
        for column, value in grid.row(text.row).items()
        if column != text.column and _is_something(value)
    }
    if not others or (_NUMBERED.match(text.text) and certain_section_of(text.text) is not None):
        return words, alone
    (column, number), *rest = others.items()
    if rest or column > text.column or not _NUMBERING.fullmatch(number):
        return None
    return f"{number.rstrip('.)')}. {words}", alone._replace(left=column)


def _is_within(row: int, column: int, tables: Sequence[Block]) -> bool:
    return any(
        table.top <= row <= table.bottom and table.left <= column <= table.right for table in tables
    )


def _is_something(value: Value) -> bool:
    return value is not None and not (isinstance(value, str) and not value.strip())


def _is_heading(value: Value) -> bool:
    return isinstance(value, str) and (kind_of(value) or period_of(value)) is not None
