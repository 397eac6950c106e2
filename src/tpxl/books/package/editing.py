"""From edits to changed parts: each looked at first, then all made or none.

Where an edit would damage the book: the blocks of a sheet that belong to something.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from tpxl.books.package.formulas import with_results
from tpxl.books.package.parts import Parts, recalculated_on_load, without_calculation_chain
from tpxl.books.package.sheet import SheetBytes
from tpxl.books.package.sheet_cache import SheetCache
from tpxl.books.package.sheet_index import SheetFrame
from tpxl.books.package.splice import with_values
from tpxl.books.package.values import refusal_of, value_of
from tpxl.books.package.xml_spans import XmlTag
from tpxl.books.package.zip_directory import Deflated, deflated
from tpxl.books.values_equal import values_equal
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, Edit, NewValue, Value
from tpxl.model.cell import Result

_ARRAY_CODES = {"array": "edit_in_array", "dataTable": "edit_in_data_table"}


class ProtectedRange(NamedTuple):
    """A block in which no cell may be changed, but for the `free` one: why, and whose it is."""

    code: str
    block: Block
    name: str = ""
    free: Address | None = None

    def forbids(self, at: Address) -> bool:
        """Tell whether the cell may not be changed."""
        return self.block.covers(at) and at != self.free


def protected_ranges(parts: Parts, part: str, frame: SheetFrame) -> tuple[ProtectedRange, ...]:
    """Return every fence of a sheet.

    Raises:
        TpxlError: a table or pivot table of it cannot be read.
    """
    return (*_in_sheet(frame), *_in_parts(parts, part))


def _in_sheet(frame: SheetFrame) -> Iterator[ProtectedRange]:
    for block in frame.merged:
        yield ProtectedRange("edit_in_merged", block, free=Address(block.top, block.left))
    for kind, block in frame.arrays:
        first = Address(block.top, block.left)
        is_single = first == (block.bottom, block.right)
        yield ProtectedRange(_ARRAY_CODES[kind], block, free=first if is_single else None)


def _in_parts(parts: Parts, part: str) -> Iterator[ProtectedRange]:
    for relation in parts.relations(part):
        if relation.kind == "table" and relation.target in parts:
            yield from _table(parts.tags(relation.target)[0])
        elif relation.kind == "pivotTable" and relation.target in parts:
            yield from _pivot(parts.tags(relation.target))


def _table(table: XmlTag) -> Iterator[ProtectedRange]:
    said = table.attributes
    block = _block(said.get("ref"))
    if block is None:
        return
    name = said.get("displayName", "")
    headers, totals = _count(said, "headerRowCount", 1), _count(said, "totalsRowCount", 0)
    if headers:
        yield ProtectedRange(
            "edit_in_table_header", block._replace(bottom=block.top + headers - 1), name
        )
    if totals:
        yield ProtectedRange(
            "edit_in_table_totals", block._replace(top=block.bottom - totals + 1), name
        )


def _pivot(found: list[XmlTag]) -> Iterator[ProtectedRange]:
    for tag in found:
        block = _block(tag.attributes.get("ref")) if tag.name == "location" else None
        if block is not None:
            yield ProtectedRange("edit_in_pivot", block, found[0].attributes.get("name", ""))


def _count(said: dict[str, str], name: str, default: int) -> int:
    text = said.get(name, "")
    return int(text) if text.isdecimal() else default


def _block(ref: str | None) -> Block | None:
    try:
        return Block.parse(ref or "")
    except ValueError:
        return None


class Changes(NamedTuple):
    """The parts that edits change, and the sheets these are."""

    parts: Mapping[str, Deflated | None]
    sheets: tuple[str, ...]
    awaits_recalculation: bool


def changes_of(edits: Iterable[Edit], parts: Parts, store: SheetCache, *, awaits: bool) -> Changes:
    """Return the parts that edits change; nothing where the cells hold the values already.

    `awaits` tells that the book asks to be recalculated as it is.

    Raises:
        TpxlError: an edit would damage the book, or its sheet cannot be read.
    """
    changed: dict[str, Deflated | None] = {}
    sheets: list[str] = []
    loses_formula = False
    for sheet, wanted in _by_sheet(edits, store).items():
        part = store.workbook.sheets[sheet]
        found = store.sheet_bytes(sheet)
        values = _new_values(found, wanted, store)
        if not values:
            continue
        if found.frame.is_locked:
            cell = min(values).a1
            raise TpxlError("sheet_protected", book=parts.book, sheet=sheet, cell=cell)
        _refuse(sheet, values, protected_ranges(parts, part, found.frame), parts)
        loses_formula = loses_formula or any(_is_computed(found, at) for at in values)
        changed[part] = deflated(_with_values(sheet, found, values, parts.book))
        sheets.append(sheet)
    if not sheets:
        return Changes({}, (), awaits)
    if not awaits and store.has_formulas():
        changed |= recalculated_on_load(parts, store.workbook)
        awaits = True
    if loses_formula:
        changed |= without_calculation_chain(parts, store.workbook)
    return Changes(changed, tuple(sheets), awaits)


def results_kept(
    results: Iterable[Result], parts: Parts, store: SheetCache, *, awaits: bool
) -> Changes:
    """Return the parts that change where a file keeps other results of its formulas.

    Raises:
        TpxlError: a sheet cannot be read, or the book is signed.
    """
    by_sheet: dict[str, dict[Address, Value]] = {}
    for result in results:
        sheet, at = store.name(result.sheet), Address.parse(result.cell)
        by_sheet.setdefault(sheet, {}).update(_with_array(store.sheet_bytes(sheet).frame, at))
        by_sheet[sheet][at] = result.value
    changed: dict[str, Deflated | None] = {}
    sheets: list[str] = []
    for sheet, values in by_sheet.items():
        found = store.sheet_bytes(sheet)
        data = with_results(found, values)
        if data != found.data:
            changed[store.workbook.sheets[sheet]] = deflated(data)
            sheets.append(sheet)
    if sheets and parts.is_signed:
        raise TpxlError("edit_in_signed", book=parts.book, sheet=sheets[0], cell="A1")
    if sheets and not awaits:
        changed |= recalculated_on_load(parts, store.workbook)
    return Changes(changed, tuple(sheets), awaits or bool(sheets))


def _with_array(frame: SheetFrame, at: Address) -> dict[Address, Value]:
    """Return the other cells that the array of a cell computes: nobody knows their results."""
    blocks = [block for _kind, block in frame.arrays if (block.top, block.left) == at]
    return {
        Address(row, column): None
        for block in blocks
        for row in range(block.top, block.bottom + 1)
        for column in range(block.left, block.right + 1)
    }


def _by_sheet(edits: Iterable[Edit], store: SheetCache) -> dict[str, dict[Address, NewValue]]:
    by_sheet: dict[str, dict[Address, NewValue]] = {}
    for edit in edits:
        sheet = store.name(edit.sheet)
        try:
            at = Address.parse(edit.cell)
        except ValueError as error:
            raise TpxlError("cell_unknown", sheet=sheet, cell=edit.cell) from error
        by_sheet.setdefault(sheet, {})[at] = edit.new
    return by_sheet


def _new_values(
    found: SheetBytes, wanted: Mapping[Address, NewValue], store: SheetCache
) -> dict[Address, NewValue]:
    return {at: new for at, new in wanted.items() if not _holds(found, at, new, store)}


def _holds(found: SheetBytes, at: Address, new: NewValue, store: SheetCache) -> bool:
    content = found.content(at)
    if content is None:
        return values_equal(None, new)
    kind, text, has_formula, _style = content
    if has_formula:
        return False
    try:
        return values_equal(
            value_of(kind, text, store.strings.text, from_1904=store.from_1904), new
        )
    except (ValueError, IndexError):
        return False  # what cannot be read is not the same


def _is_computed(found: SheetBytes, at: Address) -> bool:
    content = found.content(at) if found.has_formulas else None
    return content is not None and content[2]


def _refuse(
    sheet: str, values: Mapping[Address, NewValue], found: Iterable[ProtectedRange], parts: Parts
) -> None:
    forbidden = fenced(values, found)
    for at, new in values.items():
        code = "edit_in_signed" if parts.is_signed else refusal_of(new)
        if code is not None:
            raise TpxlError(code, book=parts.book, sheet=sheet, cell=at.a1)
        fence = forbidden.get(at)
        if fence is not None:
            raise TpxlError(
                fence.code,
                book=parts.book,
                sheet=sheet,
                cell=at.a1,
                block=fence.block.a1,
                name=fence.name,
            )


def fenced(
    cells: Iterable[Address], fences: Iterable[ProtectedRange]
) -> dict[Address, ProtectedRange]:
    """Return the cells that may not be changed, each with the first range that forbids it.

    A range is held only against the cells in its rows, or in its columns where these are fewer: a
    form has thousands of merged cells, and thousands of edits pass by them.
    """
    by_row = sorted(cells)
    by_column = sorted(by_row, key=_COLUMN)
    found: dict[Address, ProtectedRange] = {}
    for fence in fences if by_row else ():
        block = fence.block
        in_rows = _between(by_row, block.top, block.bottom, _ROW)
        in_columns = _between(by_column, block.left, block.right, _COLUMN)
        near, order = min((in_rows, by_row), (in_columns, by_column), key=lambda one: len(one[0]))
        for at in (order[place] for place in near):
            if at not in found and fence.forbids(at):
                found[at] = fence
    return found


_ROW, _COLUMN = attrgetter("row"), attrgetter("column")


def _between(
    cells: Sequence[Address], first: int, last: int, key: Callable[[Address], int]
) -> range:
    """Return the places of the cells whose key lies between two numbers, both included."""
    return range(bisect_left(cells, first, key=key), bisect_right(cells, last, key=key))


def _with_values(
    sheet: str, found: SheetBytes, values: Mapping[Address, NewValue], book: str
) -> bytes:
    try:
        return with_values(found, values)
    except ValueError as error:
        first = next(at for at in values if _is_computed(found, at))
        raise TpxlError("edit_in_shared_formula", book=book, sheet=sheet, cell=first.a1) from error
