"""Writing into an open sheet: a block in one call, and back again when something fails.

Before that it is asked whether an edit would damage what cells belong to (a merged area, an array
formula): a block at once, cell by cell only where it touches something. A sheet protected without a
password is opened for the write and protected again as it was; with a password it is its owner's,
and is refused.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tpxl.books.excel.cells import Rows, block_range, formulas, typed, values
from tpxl.books.excel.com_errors import is_excels, translated
from tpxl.books.values_equal import values_equal
from tpxl.errors import TpxlError
from tpxl.model import Address, Block, NewValue

if TYPE_CHECKING:
    import xlwings as xw

Cells = Mapping[Address, NewValue]

_NO_PASSWORD = ""
"""It is said, for Excel would ask its user for one otherwise."""

_ALLOWED = (
    "AllowFormattingCells",
    "AllowFormattingColumns",
    "AllowFormattingRows",
    "AllowInsertingColumns",
    "AllowInsertingRows",
    "AllowInsertingHyperlinks",
    "AllowDeletingColumns",
    "AllowDeletingRows",
    "AllowSorting",
    "AllowFiltering",
    "AllowUsingPivotTables",
)
"""What a protected sheet may let its users do, in the order in which ``Protect`` takes it."""


@dataclass(frozen=True, slots=True)
class Written:
    """A block that was written, and what to hand to Excel to have it as it was."""

    sheet: "xw.Sheet"
    block: Block
    before: list[list[NewValue]]

    def undo(self) -> None:
        """Put back what the block held, formulas included."""
        with unprotected(self.sheet):
            block_range(self.sheet, self.block).value = self.before


@dataclass(frozen=True, slots=True)
class AddedSheet:
    """A sheet that was added, and how to be rid of it."""

    sheet: "xw.Sheet"

    def undo(self) -> None:
        """Delete the sheet; Excel is not asked to ask."""
        self.sheet.delete()


@dataclass(slots=True)
class EditedSheet:
    """A sheet that blocks are written into: what holds of the whole of it is asked once."""

    sheet: "xw.Sheet"
    _is_filtered: bool | None = None

    @property
    def is_filtered(self) -> bool:
        """Tell whether rows are out of sight by a filter."""
        if self._is_filtered is None:
            self._is_filtered = bool(getattr(self.sheet.api, "FilterMode", False))
        return self._is_filtered


def write_block(edited: EditedSheet, block: Block, cells: Cells) -> Written | None:
    """Write `cells`, which fill the block; return None when all hold their values already.

    What was written is read back: a value that Excel made something else of is put right again.
    A sheet that is protected without a password is protected again afterwards.

    Raises:
        TpxlError: a cell may not be changed, or Excel refuses; the block is as it was.
    """
    sheet = edited.sheet
    facts = {"sheet": sheet.name, "cell": Address(block.top, block.left).a1}
    with translated("edit_failed", **facts):
        target = block_range(sheet, block)
        old, said = values(target), formulas(target)
        changed = {at: new for at, new in cells.items() if not _holds(old, said, block, at, new)}
        if not changed:
            return None
        if edited.is_filtered:
            raise _refusal("sheet_filtered", target, block)
        _refuse_what_damages(target)
        written = Written(sheet, block, _as_typed(old, said))
        with unprotected(sheet):
            try:
                target.value = _rows(written.before, block, changed)
                _require(values(target), block, changed, facts)
            except Exception:
                written.undo()
                raise
    return written


def blocks_of(cells: Iterable[Address]) -> Iterator[Block]:
    """Yield rectangles that hold exactly the cells: runs in a row, equal runs joined.

    >>> [block.a1 for block in blocks_of([Address(2, 2), Address(2, 3), Address(3, 2),
    ...     Address(3, 3), Address(9, 1)])]
    ['B2:C3', 'A9:A9']
    """
    found: list[Block] = []
    for run in _runs(sorted(set(cells))):
        above = next((b for b in found if b == run._replace(top=b.top, bottom=run.top - 1)), None)
        if above is None:
            found.append(run)
        else:
            found[found.index(above)] = above._replace(bottom=run.bottom)
    yield from found


def _runs(cells: Iterable[Address]) -> Iterator[Block]:
    run: Block | None = None
    for row, column in cells:
        if run is not None and (run.top, run.right + 1) == (row, column):
            run = run._replace(right=column)
            continue
        if run is not None:
            yield run
        run = Block(row, column, row, column)
    if run is not None:
        yield run


def _holds(old: Rows, said: list[list[str]], block: Block, at: Address, new: NewValue) -> bool:
    """Tell whether a cell needs no edit; a formula's value is never enough."""
    row, column = at.row - block.top, at.column - block.left
    value = old[row][column]
    return not is_formula(said[row][column], value) and values_equal(value, new)


def is_formula(said: str, value: object) -> bool:
    """Tell a formula from text that begins like one: such a text is its own value."""
    return bool(said) and said != value


def _as_typed(old: Rows, said: list[list[str]]) -> list[list[NewValue]]:
    """Return the contents of cells as they can be handed to Excel again."""
    return [
        [
            formula if is_formula(formula, value) else typed(value)
            for value, formula in zip(row, line, strict=True)
        ]
        for row, line in zip(old, said, strict=True)
    ]


def _rows(before: list[list[NewValue]], block: Block, cells: Cells) -> list[list[NewValue]]:
    rows = [list(row) for row in before]
    for at, new in cells.items():
        rows[at.row - block.top][at.column - block.left] = typed(new)
    return rows


def _require(now: Rows, block: Block, cells: Cells, facts: Mapping[str, object]) -> None:
    for at, new in cells.items():
        if not values_equal(now[at.row - block.top][at.column - block.left], new):
            raise TpxlError("edit_not_taken", **{**facts, "cell": at.a1})


def _refuse_what_damages(target: "xw.Range") -> None:
    """Raise when a range holds cells that may not be changed one by one.

    Raises:
        TpxlError: a merged area beyond its first cell, an array or spilled formula, a table's
            header or totals row.
    """
    if target.merge_cells is not False:
        _refuse_merged(target)
    if _may("HasArray", target) or _may("HasSpill", target):
        _refuse_arrays(target)
    table = getattr(target.api, "ListObject", None)
    if table is not None:
        _refuse_table_rows(target, table)


def block_of(cells: "xw.Range") -> Block:
    """Return the block that a range covers."""
    rows, columns = cells.shape
    return Block(cells.row, cells.column, cells.row + rows - 1, cells.column + columns - 1)


def _may(name: str, target: "xw.Range") -> bool:
    """Tell whether some cell has a property: Excel says None where some do and some do not."""
    return getattr(target.api, name, False) is not False


def _refusal(code: str, cell: "xw.Range", block: Block, name: str = "") -> TpxlError:
    at = Address(cell.row, cell.column)
    return TpxlError(
        code,
        book=cell.sheet.book.name,
        sheet=cell.sheet.name,
        cell=at.a1,
        block=block.a1,
        name=name,
    )


def _refuse_merged(target: "xw.Range") -> None:
    for cell in _cells(target):
        area = block_of(cell.merge_area)
        if (area.top, area.left) != (cell.row, cell.column):
            raise _refusal("edit_in_merged", cell, area)


def _refuse_arrays(target: "xw.Range") -> None:
    for cell in _cells(target):
        if _may("HasArray", cell):
            area = Block.parse(cell.api.CurrentArray.Address)
            if (area.top, area.left) != (area.bottom, area.right):
                raise _refusal("edit_in_array", cell, area)
        elif _may("HasSpill", cell):
            raise _refusal("edit_in_array", cell, block_of(cell))


def _refuse_table_rows(target: "xw.Range", table: Any) -> None:  # noqa: ANN401  # a COM object
    block = block_of(target)
    for code, special in (
        ("edit_in_table_header", table.HeaderRowRange),
        ("edit_in_table_totals", table.TotalsRowRange),
    ):
        if special is not None and block.top <= special.Row <= block.bottom:
            cell = target.sheet.range((special.Row, block.left))
            raise _refusal(code, cell, Block.parse(special.Address), table.Name)


def _cells(target: "xw.Range") -> Iterator["xw.Range"]:
    rows, columns = target.shape
    for row in range(target.row, target.row + rows):
        for column in range(target.column, target.column + columns):
            yield target.sheet.range((row, column))


@contextmanager
def unprotected(sheet: "xw.Sheet") -> Iterator[None]:
    """Take off a sheet's protection, and put it back with the same options whatever happens.

    Raises:
        TpxlError: it is protected with a password; nothing was changed.
    """
    native = sheet.api
    if not getattr(native, "ProtectContents", False):
        yield
        return
    options, selectable = _options(native), getattr(native, "EnableSelection", None)
    _take_off(sheet, native)
    try:
        yield
    finally:
        native.Protect(_NO_PASSWORD, *options)
        if selectable is not None:
            native.EnableSelection = selectable


def _options(native: Any) -> tuple[bool, ...]:  # noqa: ANN401  # a COM object
    """Return what ``Protect`` takes after the password; drawings, contents and scenarios first."""
    own = (native.ProtectDrawingObjects, True, native.ProtectScenarios, native.ProtectionMode)
    allowed = native.Protection
    return (*map(bool, own), *(bool(getattr(allowed, name)) for name in _ALLOWED))


def _take_off(sheet: "xw.Sheet", native: Any) -> None:  # noqa: ANN401
    refusal = TpxlError("sheet_protected", book=sheet.book.name, sheet=sheet.name)
    try:
        native.Unprotect(_NO_PASSWORD)
    except Exception as error:
        if is_excels(error) and native.ProtectContents:
            raise refusal from error
        raise
    if native.ProtectContents:
        raise refusal
