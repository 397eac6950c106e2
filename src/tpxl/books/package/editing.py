"""From edits to changed parts: each looked at first, then all made or none."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tpxl.books.package.deflate import Deflated, deflated
from tpxl.books.package.fences import Fence, fences
from tpxl.books.package.parts import Parts
from tpxl.books.package.sheet import SheetBytes
from tpxl.books.package.splice import with_values
from tpxl.books.package.store import Store
from tpxl.books.package.values import refusal_of, value_of
from tpxl.books.package.workbook import recalculated_on_load, without_calculation_chain
from tpxl.books.sameness import holds
from tpxl.errors import TpxlError
from tpxl.model import Address, Edit, NewValue


class Changes(NamedTuple):
    """The parts that edits change, and the sheets these are."""

    parts: Mapping[str, Deflated | None]
    sheets: tuple[str, ...]
    awaits_recalculation: bool


def changes_of(edits: Iterable[Edit], parts: Parts, store: Store, *, awaits: bool) -> Changes:
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
        _refuse(sheet, values, fences(parts, part, found.frame), parts)
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


def _by_sheet(edits: Iterable[Edit], store: Store) -> dict[str, dict[Address, NewValue]]:
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
    found: SheetBytes, wanted: Mapping[Address, NewValue], store: Store
) -> dict[Address, NewValue]:
    return {at: new for at, new in wanted.items() if not _holds(found, at, new, store)}


def _holds(found: SheetBytes, at: Address, new: NewValue, store: Store) -> bool:
    content = found.content(at)
    if content is None:
        return holds(None, new)
    kind, text, has_formula, _style = content
    if has_formula:
        return False
    try:
        return holds(value_of(kind, text, store.strings.text, from_1904=store.from_1904), new)
    except (ValueError, IndexError):
        return False  # what cannot be read is not the same


def _is_computed(found: SheetBytes, at: Address) -> bool:
    content = found.content(at) if found.has_formulas else None
    return content is not None and content[2]


def _refuse(
    sheet: str, values: Mapping[Address, NewValue], found: Iterable[Fence], parts: Parts
) -> None:
    around = tuple(found)
    for at, new in values.items():
        code = "edit_in_signed" if parts.is_signed else refusal_of(new)
        if code is not None:
            raise TpxlError(code, book=parts.book, sheet=sheet, cell=at.a1)
        fence = next((fence for fence in around if fence.forbids(at)), None) if around else None
        if fence is not None:
            raise TpxlError(
                fence.code,
                book=parts.book,
                sheet=sheet,
                cell=at.a1,
                block=fence.block.a1,
                name=fence.name,
            )


def _with_values(
    sheet: str, found: SheetBytes, values: Mapping[Address, NewValue], book: str
) -> bytes:
    try:
        return with_values(found, values)
    except ValueError as error:
        first = next(at for at in values if _is_computed(found, at))
        raise TpxlError("edit_in_shared_formula", book=book, sheet=sheet, cell=first.a1) from error
