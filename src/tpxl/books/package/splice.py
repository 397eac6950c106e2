"""New values spliced into a sheet's bytes: only the cells' own bytes change.

Round about them no more than must: a new row, the place of a follower that only counted on, the
hint of the row's span, the sheet's dimension.
"""

import re
from collections.abc import Collection, Iterator, Mapping

from tpxl.books.package.formulas import handed_on
from tpxl.books.package.sheet import SheetBytes
from tpxl.books.package.sheet_index import CellBytes, RowBytes, SheetFrame
from tpxl.books.package.values import cell_content
from tpxl.books.package.xml_spans import (
    Replacement,
    opening_tag,
    spliced,
    with_attribute,
    with_content,
    without_attributes,
)
from tpxl.model import Address, NewValue

_SPAN = rb"(\d+):(\d+)"
_SPANS = rb"""\sspans\s*=\s*["']([^"']*)["']"""


def with_values(sheet: SheetBytes, values: Mapping[Address, NewValue]) -> bytes:
    """Return the sheet's bytes with the cells holding the values; None empties a cell.

    Raises:
        ValueError: a shared formula's text cannot be moved to the member that inherits it.
    """
    cuts = [*_row_cuts(sheet, values), *_dimension(sheet, values)]
    shared = frozenset(at for at in values if sheet.has_formulas and _is_shared(sheet.cell(at)))
    if shared:
        cuts += handed_on(sheet.data, sheet.rows(), shared)
    return spliced(sheet.data, cuts)


def with_looks(sheet: SheetBytes, looks: Mapping[Address, Address]) -> bytes:
    """Return the sheet's bytes with cells that look like others; those with a look keep theirs."""
    absent = [at for at in looks if sheet.cell(at) is None]
    for placeholder in (0, None) if absent else ():
        sheet = SheetBytes(with_values(sheet, dict.fromkeys(absent, placeholder)))
    return spliced(sheet.data, [*_look_cuts(sheet, looks)])


def _look_cuts(sheet: SheetBytes, looks: Mapping[Address, Address]) -> Iterator[Replacement]:
    for at, like in looks.items():
        cell, model = sheet.cell(at), sheet.cell(like)
        if cell is not None and model is not None and model.style and not cell.style:
            opening = opening_tag(sheet.data, cell.start)
            told = with_attribute(without_attributes(opening, "t"), "s", str(model.style))
            if cell.kind != "n":
                told = with_attribute(told, "t", cell.kind)
            yield Replacement(cell.start, cell.start + len(opening), told)


def _is_shared(cell: CellBytes | None) -> bool:
    return cell is not None and cell.formula is not None and cell.formula.kind == "shared"


def _row_cuts(sheet: SheetBytes, values: Mapping[Address, NewValue]) -> Iterator[Replacement]:
    wanted: dict[int, dict[int, NewValue]] = {}
    for at in sorted(values):
        wanted.setdefault(at.row, {})[at.column] = values[at]
    rows = {number: sheet.row(number) for number in wanted}
    absent = {
        number: changed
        for number, changed in wanted.items()
        if rows[number] is None and any(new is not None for new in changed.values())
    }
    unpinned = _counting_on(sheet, absent)
    touched = {number: row for number, row in rows.items() if row is not None} | unpinned
    for number, row in touched.items():
        yield from _cell_cuts(sheet, row, wanted.get(number, {}), pin=number in unpinned)
    if absent:
        yield from _new_rows(sheet, absent)


def _counting_on(sheet: SheetBytes, absent: Collection[int]) -> dict[int, RowBytes]:
    """Return the rows that only count on and stand below a new row: they must say their place."""
    if sheet.is_plain or not absent:
        return {}
    first = min(absent)
    return {row.number: row for row in sheet.rows() if not row.is_pinned and row.number > first}


def _cell_cuts(
    sheet: SheetBytes, row: RowBytes, values: Mapping[int, NewValue], *, pin: bool
) -> Iterator[Replacement]:
    new: dict[int, NewValue] = {}
    for column, value in values.items():
        cell = row.cell(column)
        if cell is not None:
            yield _replaced(sheet, cell, row.number, value)
        elif value is not None:
            new[column] = value
    if new or pin:
        yield from _row_grown(sheet, row, new, values, pin=pin)


def _row_grown(
    sheet: SheetBytes,
    row: RowBytes,
    values: Mapping[int, NewValue],
    touched: Collection[int],
    *,
    pin: bool,
) -> Iterator[Replacement]:
    """Yield the cuts that give a row new cells; those at `touched` columns say their place."""
    new = {
        column: _new_cell(sheet.frame, Address(row.number, column), value, row.style)
        for column, value in values.items()
    }
    opening = _opening(sheet.data[row.start : row.opened], new)
    if pin:
        opening = with_attribute(opening, "r", str(row.number))
    if new and _is_hollow(sheet.data, row.opened, row.closed):
        yield Replacement(row.start, row.opened, with_content(opening, b"".join(new.values())))
        return
    if opening != sheet.data[row.start : row.opened]:
        yield Replacement(row.start, row.opened, opening)
    for column, element in new.items():
        right = next((cell for cell in row.cells if cell.column > column), None)
        at = right.start if right is not None else _after_cells(row)
        yield Replacement(at, at, element)
    if new:
        yield from _pinned_cells(sheet.data, row, min(new), touched)


def _is_hollow(data: bytes, opened: int, closed: int) -> bool:
    """Tell whether an element is of the form ``<row/>``."""
    return opened == closed and data.startswith(b"/>", opened - 2)


def _opening(opening: bytes, new: Collection[int]) -> bytes:
    """Return a row's start tag, without the hint of its span where a new cell lies outside it."""
    said = re.search(_SPANS, opening)
    if said is None:
        return opening
    spans = [(int(first), int(last)) for first, last in re.findall(_SPAN, said[1])]
    fits = all(any(first <= column <= last for first, last in spans) for column in new)
    return opening if fits else without_attributes(opening, "spans")


def _after_cells(row: RowBytes) -> int:
    return row.cells[-1].end if row.cells else row.opened


def _replaced(sheet: SheetBytes, cell: CellBytes, row: int, new: NewValue) -> Replacement:
    letter, content = cell_content(new, sheet.frame.prefix)
    if sheet.is_plain:
        return Replacement(cell.start, cell.end, _plain_cell(sheet.data, cell, letter, content))
    opening = opening_tag(sheet.data, cell.start)
    opening = without_attributes(opening, "t", "cm", "vm", "ph")
    if not cell.is_pinned:
        opening = with_attribute(opening, "r", Address(row, cell.column).a1)
    if letter is not None:
        opening = with_attribute(opening, "t", letter)
    others = b"".join(sheet.data[start:end] for start, end in cell.others)
    return Replacement(cell.start, cell.end, with_content(opening, content + others))


def _plain_cell(data: bytes, cell: CellBytes, letter: str | None, content: bytes) -> bytes:
    """Return a cell of the plain form with another content: its type is its last attribute."""
    opening = data[cell.start : data.index(b">", cell.start)].removesuffix(b"/")
    opening = opening.partition(b' t="')[0]
    if letter is not None:
        opening += b' t="%s"' % letter.encode()
    return b"%s>%s</c>" % (opening, content) if content else opening + b"/>"


def _new_cell(frame: SheetFrame, at: Address, new: NewValue, row_style: int | None) -> bytes:
    letter, content = cell_content(new, frame.prefix)
    style = frame.column_style(at.column) if row_style is None else row_style
    opening = b'<%sc r="%s"' % (frame.prefix, at.a1.encode())
    opening += b' s="%d"' % style if style else b""
    opening += b' t="%s">' % letter.encode() if letter else b">"
    return with_content(opening, content)


def _new_rows(
    sheet: SheetBytes, rows: Mapping[int, Mapping[int, NewValue]]
) -> Iterator[Replacement]:
    frame = sheet.frame
    elements = {number: _new_row(frame, number, cells) for number, cells in rows.items()}
    if _is_hollow(sheet.data, frame.opened, frame.closed):
        start = sheet.data.rfind(b"<", 0, frame.opened)
        content = with_content(sheet.data[start : frame.opened], b"".join(elements.values()))
        yield Replacement(start, frame.opened, content)
        return
    for number, element in elements.items():
        below = sheet.row_after(number)
        at = below.start if below is not None else _after_rows(sheet)
        yield Replacement(at, at, element)


def _new_row(frame: SheetFrame, number: int, values: Mapping[int, NewValue]) -> bytes:
    cells = (
        _new_cell(frame, Address(number, column), new, None)
        for column, new in values.items()
        if new is not None
    )
    return with_content(b'<%srow r="%d">' % (frame.prefix, number), b"".join(cells))


def _after_rows(sheet: SheetBytes) -> int:
    last = sheet.row(sheet.numbers[-1]) if sheet.numbers else None
    if last is None:
        return sheet.frame.opened
    if _is_hollow(sheet.data, last.opened, last.closed):
        return last.opened
    return sheet.data.index(b">", last.closed) + 1


def _pinned_cells(
    data: bytes, row: RowBytes, first: int, kept: Collection[int]
) -> Iterator[Replacement]:
    """Yield the cuts that tell cells that counted on their place, after an insertion."""
    for cell in row.cells:
        if cell.column > first and not cell.is_pinned and cell.column not in kept:
            opening = opening_tag(data, cell.start)
            told = with_attribute(opening, "r", Address(row.number, cell.column).a1)
            yield Replacement(cell.start, cell.start + len(opening), told)


def _dimension(sheet: SheetBytes, values: Mapping[Address, NewValue]) -> Iterator[Replacement]:
    if sheet.frame.dimension is None:
        return
    start, _end, block = sheet.frame.dimension
    grown = block
    for at, new in values.items():
        if new is not None and not grown.covers(at):
            grown = grown.including(at)
    if grown != block:
        opening = opening_tag(sheet.data, start)
        ref = grown.a1 if grown[:2] != grown[2:] else Address(grown.top, grown.left).a1
        yield Replacement(start, start + len(opening), with_attribute(opening, "ref", ref))
