"""Several areas on one sheet, under one another or side by side: where each begins and ends.

A line that is printed twice for a period, with other numbers, is two areas' line. Each area begins
at its title: a marked or a settled name, or a text that stands alone above its first table. Numbers
that agree are a copy in the same area's sheet; without titles nobody knows whose the numbers are.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal
from itertools import groupby, pairwise
from typing import NamedTuple

from tpxl.layout.area_sheet import SectionPlace, locate_sections, marked_at
from tpxl.layout.summary_lexicon import is_total
from tpxl.layout.views import View
from tpxl.model import Address, Block, Figure, FiguresTable, Grid, Line, Period
from tpxl.model.address import MAX_COLUMN, MAX_ROW
from tpxl.terms import fold, key
from tpxl.terms.known import is_known
from tpxl.terms.periods import scale_of
from tpxl.terms.sections import section_of

_NUMBERED = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})*[.)]?\s+(?=\S)")
_LONGEST = 80
"""A longer text is prose, no area's name."""

_SIDES = frozenset(
    {
        *("ulkoinen", "ulkoiset", "sisäinen", "sisäiset", "alkuperäinen", "muutettu"),
        *("extern", "externa", "intern", "interna", "external", "internal"),
    }
)
"""What the figures of one area may be parted by."""

_ENOUGH = 4
"""Fewer figures that differ are slips of one area's, printed in two places."""

Figures = Mapping[tuple[Line, Period], Figure]
Tables = Sequence[FiguresTable]


class Part(NamedTuple):
    """A part of a sheet: whose it is, by its title, its cells and the tables in them."""

    name: str
    block: Block
    tables: tuple[FiguresTable, ...]

    @property
    def shares_header(self) -> bool:
        """Tell whether the periods of its tables stand above it, over another part."""
        return any(table.header_row < self.block.top for table in self.tables)


class Parting(NamedTuple):
    """The parts of a sheet; or the first tables of each part where nothing tells whose they are."""

    parts: tuple[Part, ...] = ()
    unclear: tuple[FiguresTable, ...] = ()


WHOLE = Parting()
"""A sheet that is one area's, or a summary."""


class _Group(NamedTuple):
    """Tables that are one area's, the columns they may reach over, and the first row they may."""

    tables: Tables
    left: int
    right: int
    first_row: int

    @property
    def top(self) -> int:
        return min(table.block.top for table in self.tables)

    @property
    def header_row(self) -> int:
        return min(table.header_row for table in self.tables)

    @property
    def first_line(self) -> int:
        return min(table.rows[0].label_address.row for table in self.tables)

    @property
    def figures(self) -> Figures:
        """Return the amounts and counts printed, each once."""
        return {
            (row.line, period): figure
            for table in self.tables
            for row in table.rows
            for period, figure in row.figures.items()
            if figure.number is not None
        }


class _Title(NamedTuple):
    """Whose part begins in a row; `is_sure` where the name is marked or settled."""

    name: str
    row: int
    is_sure: bool


def repeats_figures(tables: Tables) -> bool:
    """Tell whether a line is printed twice for a period: a sheet may hold several areas."""
    seen: set[tuple[Line, Period]] = set()
    for table in tables:
        own = {(row.line, period) for row in table.rows for period in row.figures}
        if own & seen:
            return True
        seen |= own
    return False


def parting_of(
    grid: Grid, tables: Tables, settled: Iterable[str], elsewhere: AbstractSet[str]
) -> Parting:
    """Return the parts of a sheet whose tables repeat figures.

    `settled` are the areas' names in the settings, `elsewhere` those of other sheets, folded: a
    sheet that repeats figures of areas most of which have sheets of their own is a summary. Parts
    may bear one name, or another sheet's: they claim one area.
    """
    groups = _groups(tables)
    known = {fold(name): name for name in settled}
    titles = _with_corners(grid, groups, list(_titles(grid, groups, known)))
    names = [fold(title.name) for title in titles if title is not None]
    if len(groups) == 1 or _are_most(names, elsewhere):
        return WHOLE
    are_copies = any(_are_copies(one.figures, other.figures) for one, other in pairwise(groups))
    found = [title for title in titles if title is not None]
    are_named = len(found) == len(groups)
    may_be_copies = len(set(names)) < len(groups) or not all(title.is_sure for title in found)
    if are_named and not (are_copies and may_be_copies):
        return Parting(tuple(_parts(groups, found)))
    if are_copies:
        return WHOLE
    return Parting(unclear=tuple(group.tables[0] for group in groups))


def _are_most(names: Iterable[str], elsewhere: AbstractSet[str]) -> bool:
    """Tell whether most of the areas named, totals aside, stand elsewhere too."""
    own = {name for name in names if not is_total(name)}
    return 2 * len(own & elsewhere) > len(own)


def _groups(tables: Tables) -> list[_Group]:
    """Return the tables by whose they may be: of side by side ones, and of stacked ones, each."""
    columns = _columns(tables)
    lefts = [min(table.block.left for table in column) for column in columns]
    rights = [*(left - 1 for left in lefts[1:]), MAX_COLUMN]
    groups = []
    for column, left, right in zip(columns, [1, *lefts[1:]], rights, strict=True):
        first_row = 1
        for stack in _stacks(column):
            groups.append(_Group(stack, left, right, first_row))
            first_row = max(map(_last_row, stack)) + 1
    return groups


def _last_row(table: FiguresTable) -> int:
    """Return the last row with a figure: a title below may look like one more label."""
    filled = (figure.address.row for figure in table if not figure.is_nothing)
    return max(filled, default=table.block.top)


def _columns(tables: Tables) -> list[list[FiguresTable]]:
    """Part tables that stand side by side and repeat each other's figures."""
    columns: list[list[FiguresTable]] = []
    reach = 0
    for table in sorted(tables, key=lambda one: (one.block.left, one.block.top)):
        if not columns or table.block.left > reach:
            columns.append([])
        columns[-1].append(table)
        reach = max(reach, table.block.right)
    together = [_Group(column, 1, 1, 1).figures.keys() for column in columns]
    if any(one & other for one, other in pairwise(together)):
        return columns
    return [list(tables)]


def _stacks(tables: Tables) -> Iterator[list[FiguresTable]]:
    """Yield runs of tables that repeat nothing, from the top."""
    stack: list[FiguresTable] = []
    seen: set[tuple[Line, Period]] = set()
    for table in sorted(tables, key=lambda one: one.block.top):
        own = {(row.line, period) for row in table.rows for period in row.figures}
        if own & seen:
            yield stack
            stack, seen = [], set()
        stack.append(table)
        seen |= own
    yield stack


def _are_copies(one: Figures, other: Figures) -> bool:
    """Tell whether the figures that both print are the same amounts, or too few to tell.

    A table may print its expenses with the other sign.
    """
    shared = one.keys() & other.keys()
    same = sum(_is_same(one[place], other[place]) for place in shared)
    return len(shared) < _ENOUGH or 2 * same >= len(shared)


def _is_same(one: Figure, other: Figure) -> bool:
    unit = max(figure.scale * Decimal(1).scaleb(-figure.decimals) for figure in (one, other))
    values = [Decimal(str(figure.number)) * figure.scale for figure in (one, other)]
    return abs(abs(values[0]) - abs(values[1])) < unit


def _titles(
    grid: Grid, groups: Sequence[_Group], known: Mapping[str, str]
) -> Iterator[_Title | None]:
    """Yield what the part above each group's first table begins with; None where nothing tells."""
    for (left, right), column in groupby(groups, key=lambda one: (one.left, one.right)):
        view = View(grid, block=Block(1, left, MAX_ROW, right))
        places = locate_sections(view, tuple(view.texts(is_known)))
        rows = [place.row for place in places]
        stack = list(column)
        above = [0, *(group.header_row for group in stack)]
        shared = {one for one, other in pairwise(above) if one == other}
        for group in stack:
            first = bisect_left(rows, group.first_row)
            before = min((place.number for place in places[first - 1 : first]), default=10)
            own = places[first : bisect_right(rows, group.top)]
            begin = _begin(own, before, group.top)
            title = _title(view, range(group.first_row, begin), known)
            if title is None:  # the sections up to here may be those of the area above
                title = _sure_title(view, range(begin, group.top), known)
            if group.header_row in shared and group.top == group.header_row:
                below = range(group.header_row + 1, group.first_line)
                title = _title(view, below, known) or title
            yield title


def _with_corners(
    grid: Grid, groups: Sequence[_Group], titles: list[_Title | None]
) -> list[_Title | None]:
    """Return the titles; where no part has one, the names beside their periods, all different."""
    if any(titles):
        return titles
    corners = [_corner(grid, group) for group in groups]
    names = {fold(corner.name) for corner in corners if corner is not None}
    return list(corners) if len(names) == len(groups) else titles


def _corner(grid: Grid, group: _Group) -> _Title | None:
    """Return the only text left of the periods of a part's first table, where it may be a name."""
    first = min(group.tables, key=lambda table: table.block.top)
    if first.header_row != first.block.top:
        return None
    row = first.header_row
    headings = min(at.column for at in first.header.values())
    cells = grid.row(row).items()
    texts = [text for at, text in cells if group.left <= at < headings and not _is_blank(text)]
    if len(texts) != 1 or _leads_in(texts[0]) or not _may_name(texts[0]):
        return None
    name = _bare(str(texts[0]))
    return None if key(name) in _SIDES or is_total(name) else _Title(name, row, is_sure=False)


def _begin(places: Iterable[SectionPlace], before: int, top: int) -> int:
    """Return the row above which the title stands: the first section that begins anew, or table."""
    for place in places:
        if place.number <= before:
            return place.row
        before = place.number
    return top


def _title(view: View, rows: range, known: Mapping[str, str]) -> _Title | None:
    sure = _sure_title(view, rows, known)
    if sure is not None:
        return sure
    for row in reversed(rows):
        texts = [value for value in view.row(row).values() if not _is_blank(value)]
        if not texts or all(_leads_in(text) for text in texts):
            continue
        if len(texts) == 1 and _may_name(texts[0]):
            return _Title(_bare(str(texts[0])), row, is_sure=False)
        break
    return None


def _sure_title(view: View, rows: range, known: Mapping[str, str]) -> _Title | None:
    for row in reversed(rows):
        name = next(_sure_names(view, row, known), None)
        if name is not None:
            return _Title(name, row, is_sure=True)
    return None


def _sure_names(view: View, row: int, known: Mapping[str, str]) -> Iterator[str]:
    """Yield the names that a row marks, or that stand in it and in the settings."""
    for column, value in view.row(row).items():
        if not isinstance(value, str):
            continue
        marked = marked_at(view, Address(row, column), value)
        if marked is not None:
            yield marked
        elif fold(_bare(value)) in known:
            yield known[fold(_bare(value))]


def _parts(groups: Sequence[_Group], titles: Sequence[_Title]) -> Iterator[Part]:
    for index, (group, title) in enumerate(zip(groups, titles, strict=True)):
        below = groups[index + 1 : index + 2]
        is_above = any(one.left == group.left for one in below)
        bottom = titles[index + 1].row - 1 if is_above else MAX_ROW
        block = Block(title.row, group.left, bottom, group.right)
        yield Part(title.name, block, tuple(_below(title, table) for table in group.tables))


def _below(title: _Title, table: FiguresTable) -> FiguresTable:
    """Return a table without the rows down to its title, where its periods stand above that."""
    if table.header_row >= title.row:
        return table
    return replace(table, block=table.block._replace(top=max(table.block.top, title.row + 1)))


def _bare(text: str) -> str:
    """Return a title without its number."""
    return " ".join(_NUMBERED.sub("", text, count=1).split()).rstrip(":")


def _is_blank(value: object) -> bool:
    return value is None or not str(value).strip()


def _leads_in(value: object) -> bool:
    """Tell whether a text says what stands under it and not whose: a section, a unit."""
    text = str(value)
    if is_total(text):
        return False
    return section_of(text) is not None or scale_of(text) is not None or is_known(text)


def _may_name(value: object) -> bool:
    if not isinstance(value, str):
        return False
    name = _bare(value)
    has_letters = any(map(str.isalpha, name))
    return has_letters and len(name) <= _LONGEST and not name.endswith((".", "!", "?"))
