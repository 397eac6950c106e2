"""Where a sheet's goal tables are, and their rows as goals.

A table goes from its header to the next header, the next section's heading, a row of periods, or a
line of text that stands apart. A header that repeats the one above it, with nothing but the table
and blank rows between, continues the same table: it was repeated after a page break. Tables side by
side are read each in its own columns. How rows make goals is told in `tpxl.layout.goals.groups`.

Whose goals a sheet's tables are: an area's goals may stand on its sheet or on another one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from tpxl.errors import TpxlError
from tpxl.layout.area_sheet import area_name, locate_sections
from tpxl.layout.goals.groups import GoalReader
from tpxl.layout.goals.headers import GoalHeader, headers
from tpxl.layout.goals.headings import (
    GOAL_SECTIONS,
    FocusLine,
    SectionHeading,
    focus_above,
    heading_above,
    section_above,
    section_headings,
)
from tpxl.layout.goals.rows import rows
from tpxl.layout.goals.side_by_side import strips_of
from tpxl.layout.merged import Merged
from tpxl.layout.views import View
from tpxl.model import Address, Area, AreaGoals, Block, GoalTable, Grid, Text, error_of
from tpxl.terms import fold

MOST_ROWS, MOST_TABLES = 5_000, 1_000
"""Of goals on one sheet: an area has some thirty rows in six tables."""

Headings = Mapping[int, Address]


class _Part(NamedTuple):
    """A header with what stands above it, and the last row that can be its own."""

    header: GoalHeader
    section: int | None
    focus: FocusLine | None
    heading_row: int
    last: int

    @property
    def top(self) -> int:
        """Return the first row of the header or of the focus area above it."""
        return self.header.top if self.focus is None else self.focus.top


def locate_goals(grid: Grid, words: Sequence[Text], lang: str = "fi") -> tuple[GoalTable, ...]:
    """Return the goal tables of a sheet from the top, `words` being its known words.

    What is no text in a cell (a truth value, an error) is said in the language `lang`.

    Raises:
        TpxlError: the sheet has more rows of goals, or more tables, than any that a person reads.
    """
    strips = strips_of(grid, words)
    if not strips:
        return _located(grid, words, lang)
    _refuse_many(grid, len(strips), MOST_TABLES)
    common = section_headings(grid, words, (strip.first for strip in strips))
    taken = frozenset(row for strip in strips for row in strip.rows(grid, words, common))
    rest = [word for word in words if word.row not in taken]
    tables = [*_located(View(grid, taken), rest, lang)]
    for strip in strips:
        above = [one for one in common if strip.block.top <= one.row < strip.first]
        within = strip.among(words)
        tables += _located(View(grid, block=strip.block), within, lang, above)
    return tuple(sorted(tables, key=lambda table: table.block))


def _located(
    grid: Grid, words: Sequence[Text], lang: str, common: Sequence[SectionHeading] = ()
) -> tuple[GoalTable, ...]:
    """Return the goal tables under one another; `common` headings over several are theirs too."""
    found = tuple(headers(grid, words))
    _refuse_many(grid, len(found), MOST_TABLES)
    told = section_headings(grid, words, (header.top for header in found)) if found else ()
    headings = tuple(sorted({*common, *told}))
    merged = Merged.of(grid.merged if found else ())
    tables: list[GoalTable] = []
    reader: GoalReader | None = None
    previous: _Part | None = None
    count = 0
    for part in _parts(grid, found, headings, merged):
        if reader is None or previous is None or not _continues(reader, previous, part):
            if reader is not None and previous is not None:
                tables.append(_table(grid, reader))
            reader = GoalReader(part.header, part.section, part.focus.name if part.focus else None)
        own = tuple(islice(rows(grid, part.header, part.last, merged, lang), MOST_ROWS + 1 - count))
        count += len(own)
        _refuse_many(grid, count, MOST_ROWS)
        reader.read(own)
        previous = part
    return (*tables, _table(grid, reader)) if reader is not None else ()


def _refuse_many(grid: Grid, count: int, limit: int) -> None:
    if count > limit:
        raise TpxlError("sheet_too_many_goals", sheet=grid.sheet, limit=limit)


def _parts(
    grid: Grid,
    found: Sequence[GoalHeader],
    headings: Sequence[SectionHeading],
    merged: Merged,
) -> Iterator[_Part]:
    parts: list[_Part] = []
    last_row = grid.last_row if found else 0
    for at, header in enumerate(found):
        heading = heading_above(headings, header.top)
        heading_row = 0 if heading is None else heading.row
        above = found[at - 1].bottom if at else 0
        section = section_above(header, headings, found[:at])
        is_free = heading_row > above or not parts or parts[-1].focus is not None
        floor = max(heading_row, above)
        focus = focus_above(grid, header, floor, section, merged=merged, is_free=is_free)
        parts.append(_Part(header, section, focus, heading_row, last_row))
    stops = sorted((*(heading.row for heading in headings), *(part.top for part in parts)))
    for part, after in zip_longest(parts, parts[1:]):
        below = bisect_right(stops, part.header.bottom)
        last = stops[below] if below < len(stops) else last_row + 1
        if after is not None:  # cells merged over several rows may reach into the next header
            last = min(last, max(after.top, part.header.top + 1))
        yield _Part(part.header, part.section, part.focus, part.heading_row, last - 1)


def _continues(reader: GoalReader, previous: _Part, part: _Part) -> bool:
    """Tell whether a header is the one above it repeated after a page break."""
    is_same_focus = part.focus is None or (
        reader.focus is not None and part.focus.name.text == reader.focus.text
    )
    return (
        not reader.is_over
        and is_same_focus
        and part.section == previous.section
        and part.heading_row == previous.heading_row
        and previous.header.is_repeated_in(part.header)
    )


def _table(grid: Grid, reader: GoalReader) -> GoalTable:
    header = reader.header
    left = min((span.left for span in header.spans.values()), default=header.left)
    goals = reader.goals()
    cells = {at for goal in goals for at in goal.cells.values()}
    errors = {at: error for at in sorted(cells) if (error := error_of(grid.value(at))) is not None}
    return GoalTable(
        sheet=grid.sheet,
        section=reader.section,
        block=Block(header.top, left, reader.last_row, header.right),
        headings={str(column): at for column, at in header.cells.items()},
        goals=goals,
        focus_areas=reader.focus_areas(),
        year=header.year,
        doubts=tuple(reader.doubts),
        errors=errors,
    )


def goal_section_headings(grid: Grid, words: Iterable[Text]) -> dict[int, Address]:
    """Return the cell of the first heading of each goal section that stands on a sheet."""
    found: dict[int, Address] = {}
    for place in locate_sections(grid, words):
        if place.number in GOAL_SECTIONS:
            found.setdefault(place.number, place.at)
    return found


def joined_by_area(
    sheets: Iterable[tuple[str, Block | None, Sequence[str], tuple[GoalTable, ...], Headings]],
    areas: Iterable[Area],
    settled: Sequence[str],
) -> tuple[AreaGoals, ...]:
    """Return the goal tables of each area in the book's order.

    `sheets` are names, the part of the sheet where it is parted, the names of areas marked there,
    their goal tables and the headings of goal sections; `settled` are the areas' names in the
    settings. A sheet that names several areas has a name of its own.
    """
    by_part = {(area.sheet, area.block): area.name for area in areas}
    found: dict[str, AreaGoals] = {}
    for sheet, block, marked, tables, headings in sheets:
        if not tables:
            continue
        own = marked if len(marked) == 1 else ()
        name = by_part.get((sheet, block)) or area_name(sheet, own, settled)
        known = found.get(fold(name), AreaGoals(name, sheet, ()))
        placed = {section: (sheet, at) for section, at in headings.items()}
        found[fold(name)] = AreaGoals(
            known.area, known.sheet, (*known.tables, *tables), {**placed, **known.headings}
        )
    return tuple(found.values())
