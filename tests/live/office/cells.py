"""Sheets and ranges of xlwings on LibreOffice Calc, in the manner of Excel on Windows.

`api` answers to the names of Excel's object model that tpxl asks for and to no other. What Excel
does to text that looks like a number, to a leading apostrophe and to a protected cell is done
here too: those are the things a live book must be proven against.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from tests.live.office import bridge
from tests.live.office.calls import ExcelRefused, counted
from xlwings import base_classes, utils

_ERRORS, _FORMULAS = 4, 7  # com.sun.star.sheet.FormulaResult
_DIFFER = "AMBIGUOUS_VALUE"  # com.sun.star.beans.PropertyState
_DATE_OR_TIME, _TRUTH = 2 | 4, 1024  # com.sun.star.util.NumberFormat
_EXCELS = 1  # com.sun.star.sheet.AddressConvention.XL_A1
_EPOCH = dt.datetime(1899, 12, 30)  # noqa: DTZ001  # Excel's dates have no zone
_FIRST_ERROR = -2146828288  # Excel's error values are this plus xlErrDiv0 and its like
_ERROR_VALUES = {532: 2007, 32767: 2042, 525: 2029, 521: 2000, 503: 2036, 524: 2023, 519: 2015}
_ERROR_TEXTS = {
    2000: "#NULL!",
    2007: "#DIV/0!",
    2015: "#VALUE!",
    2023: "#REF!",
    2029: "#NAME?",
    2036: "#NUM!",
    2042: "#N/A",
}


def clean(value: Any, *, errors_as_text: bool) -> Any:
    """Return a raw value as xlwings hands it over: an error value as its text, or as nothing."""
    if isinstance(value, int) and not isinstance(value, bool):
        return _ERROR_TEXTS.get(value - _FIRST_ERROR) if errors_as_text else None
    return value


HUNDREDTHS_A_LETTER = 220
"""So many hundredths of a millimetre a letter of the common font takes."""


class Sheets(base_classes.Sheets):
    """The worksheets of a book."""

    def __init__(self, book: Any) -> None:
        self.book = book

    @property
    def api(self) -> Any:
        return self.book.document.Sheets

    @property
    @counted
    def active(self) -> "Sheet":
        shown = self.book.document.CurrentController
        return Sheet(self.book, shown.ActiveSheet if shown else self.api.getByIndex(0))

    @counted
    def __call__(self, key: int | str) -> "Sheet":
        if isinstance(key, int):
            return Sheet(self.book, self.api.getByIndex(key - 1))
        if not self.api.hasByName(key):
            raise ExcelRefused(f"no sheet {key}", -2147352565)
        return Sheet(self.book, self.api.getByName(key))

    def __len__(self) -> int:
        return self.api.Count

    def __iter__(self) -> Iterator["Sheet"]:
        return (Sheet(self.book, self.api.getByIndex(i)) for i in range(self.api.Count))

    def __contains__(self, key: str) -> bool:
        return self.api.hasByName(key)

    def add(self, before: Any = None, after: Any = None, name: str | None = None) -> "Sheet":
        at = before.index - 1 if before else after.index if after else len(self)
        name = name or f"Sheet{len(self) + 1}"
        self.api.insertNewByName(name, at)
        return self(name)


class AllowsNothing:
    """What a protected sheet allows; LibreOffice tells nobody."""

    def __getattr__(self, name: str) -> bool:
        return False


@dataclass(frozen=True)
class SheetNames:
    """A worksheet under Excel's own names."""

    native: Any

    @property
    def ProtectContents(self) -> bool:
        return self.native.isProtected()

    ProtectDrawingObjects = ProtectScenarios = ProtectionMode = False

    @property
    def Protection(self) -> "AllowsNothing":
        return AllowsNothing()

    def Unprotect(self, password: str) -> None:
        from com.sun.star.uno import RuntimeException

        try:
            self.native.unprotect(password)
        except RuntimeException:
            raise ExcelRefused("the password is not right", -2146827284) from None

    def Protect(self, password: str, *_options: bool) -> None:
        self.native.protect(password)

    @property
    @counted
    def FilterMode(self) -> bool:
        rows = self.native.Rows
        return any(rows.getByIndex(i).IsFiltered for i in range(_last_row(self.native) + 1))


class Sheet(base_classes.Sheet):
    """One worksheet."""

    def __init__(self, book: Any, native: Any) -> None:
        self._book = book
        self.native = native

    @property
    def api(self) -> SheetNames:
        return SheetNames(self.native)

    @property
    def book(self) -> Any:
        return self._book

    @property
    def name(self) -> str:
        return self.native.Name

    @name.setter
    def name(self, value: str) -> None:
        self.native.Name = value

    @property
    def index(self) -> int:
        return self.native.RangeAddress.Sheet + 1

    @property
    def visible(self) -> bool:
        return self.native.IsVisible

    @visible.setter
    def visible(self, value: bool) -> None:
        self.native.IsVisible = value

    def range(self, first: Any, last: Any = None) -> "Range":
        if isinstance(first, Range):
            return first if last is None else self._between(first, last)
        if isinstance(first, str):
            first, second = utils.a1_to_tuples(first)
            last = last or second
        if len(first) == 4:
            first, last = first[:2], (first[0] + first[2] - 1, first[1] + first[3] - 1)
        return self._block(first, last or first)

    def _between(self, first: "Range", last: "Range") -> "Range":
        rows = [first.row, last.row + last.shape[0] - 1, last.row, first.row + first.shape[0] - 1]
        columns = [
            first.column,
            last.column + last.shape[1] - 1,
            last.column,
            first.column + first.shape[1] - 1,
        ]
        return self._block((min(rows), min(columns)), (max(rows), max(columns)))

    def _block(self, first: tuple[int, int], last: tuple[int, int]) -> "Range":
        (top, left), (bottom, right) = first, last
        block = self.native.getCellRangeByPosition(left - 1, top - 1, right - 1, bottom - 1)
        return Range(self._book, block)

    @property
    def cells(self) -> "Range":
        return Range(self._book, self.native)

    @property
    @counted
    def used_range(self) -> "Range":
        cursor = self.native.createCursor()
        cursor.gotoStartOfUsedArea(False)
        cursor.gotoEndOfUsedArea(True)
        at = cursor.RangeAddress
        return self._block((1, 1), (at.EndRow + 1, at.EndColumn + 1))

    @property
    def page_setup(self) -> "PageSetup":
        return PageSetup(self)

    def activate(self) -> None:
        shown = self._book.document.CurrentController
        if shown is not None:
            shown.setActiveSheet(self.native)

    select = activate

    def delete(self) -> None:
        self._book.document.Sheets.removeByName(self.name)

    def copy(self, before: Any, after: Any) -> None:
        del before
        sheets = self._book.document.Sheets
        number = sheets.Count + 1
        sheets.copyByName(self.name, f"{self.name} ({number})", after.index)


class PageSetup(base_classes.PageSetup):
    """What is printed of a sheet."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    @property
    def api(self) -> Any:
        return self._sheet.native

    @property
    @counted
    def print_area(self) -> str | None:
        areas = self.api.getPrintAreas()
        if not areas:
            return None
        first = areas[0]
        corners = (first.StartRow, first.StartColumn), (first.EndRow, first.EndColumn)
        return ":".join(f"${utils.col_name(column + 1)}${row + 1}" for row, column in corners)

    @print_area.setter
    @counted
    def print_area(self, value: str | None) -> None:
        wanted = () if value is None else (self._sheet.range(value).native.RangeAddress,)
        self.api.setPrintAreas(wanted)


def _last_row(native: Any) -> int:
    cursor = native.createCursor()
    cursor.gotoEndOfUsedArea(False)
    return cursor.RangeAddress.EndRow


def merged_areas(native: Any) -> Iterator[tuple[int, int, int, int]]:
    """Yield the merged areas of a sheet: top, left, bottom, right, from one."""
    cursor = native.createCursor()
    cursor.gotoEndOfUsedArea(False)
    at = cursor.RangeAddress
    waiting = [(0, 0, at.EndRow, at.EndColumn)]
    while waiting:
        top, left, bottom, right = waiting.pop()
        block = native.getCellRangeByPosition(left, top, right, bottom)
        if not block.IsMerged:
            continue
        if (top, left) == (bottom, right):
            whole = native.createCursorByRange(block)
            whole.collapseToMergedArea()
            area = whole.RangeAddress
            yield area.StartRow + 1, area.StartColumn + 1, area.EndRow + 1, area.EndColumn + 1
        elif bottom - top >= right - left:
            middle = (top + bottom) // 2
            waiting += [(top, left, middle, right), (middle + 1, left, bottom, right)]
        else:
            middle = (left + right) // 2
            waiting += [(top, left, bottom, middle), (top, middle + 1, bottom, right)]


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> int:
    rows = min(one[2], other[2]) - max(one[0], other[0]) + 1
    columns = min(one[3], other[3]) - max(one[1], other[1]) + 1
    return max(rows, 0) * max(columns, 0)


@dataclass(frozen=True)
class RangeNames:
    """A range under Excel's own names."""

    range: "Range"

    @property
    @counted
    def Value2(self) -> Any:
        rows = self.range.plain_values()
        return rows[0][0] if self.range.shape == (1, 1) else rows

    @property
    @counted
    def HasArray(self) -> bool | None:
        kinds = {t.startswith("{=") for row in self.range.native.getFormulaArray() for t in row}
        return kinds.pop() if len(kinds) == 1 else None

    @property
    def Address(self) -> str:
        return self.range.address

    @property
    @counted
    def CurrentArray(self) -> "RangeNames":
        cursor = self.range.native.Spreadsheet.createCursorByRange(self.range.native)
        cursor.collapseToCurrentArray()
        at = cursor.RangeAddress
        first, last = (at.StartRow + 1, at.StartColumn + 1), (at.EndRow + 1, at.EndColumn + 1)
        return RangeNames(self.range.sheet.range(first, last))

    @property
    @counted
    def ListObject(self) -> "TableNames | None":
        first = self.range.native.RangeAddress
        for native in self.range.book.tables():
            area = native.DataArea
            inside = (
                area.Sheet == first.Sheet
                and area.StartRow <= first.StartRow <= area.EndRow
                and area.StartColumn <= first.StartColumn <= area.EndColumn
            )
            if inside:
                return TableNames(native)
        return None


@dataclass(frozen=True)
class TableNames:
    """A table under Excel's own names."""

    native: Any

    @property
    def Name(self) -> str:
        return self.native.Name

    @property
    def HeaderRowRange(self) -> Any:
        return self._row(self.native.DataArea.StartRow + 1)

    @property
    def TotalsRowRange(self) -> Any:
        return self._row(self.native.DataArea.EndRow + 1) if self.native.TotalsRow else None

    def _row(self, row: int) -> Any:
        area = self.native.DataArea
        left, right = (utils.col_name(c + 1) for c in (area.StartColumn, area.EndColumn))
        return SimpleNamespace(Row=row, Address=f"${left}${row}:${right}${row}")


class Font:
    """The font of a range's first cell; what its words do not share is None, as in Excel."""

    def __init__(self, native: Any) -> None:
        self._native = native
        text = native.getCellByPosition(0, 0)
        self._portions = [part for line in _enumerated(text) for part in _enumerated(line)]

    def _shared(self, name: str) -> Any:
        found = {str(getattr(part, name)) for part in self._portions}
        return found.pop() if len(found) == 1 else None if found else getattr(self._native, name)

    @property
    def api(self) -> Any:
        return SimpleNamespace(Color=self._shared("CharColor"))

    @property
    def bold(self) -> Any:
        return self._shared("CharWeight")

    @property
    def italic(self) -> Any:
        return self._shared("CharPosture")

    @property
    def name(self) -> Any:
        return self._shared("CharFontName")

    @property
    def size(self) -> Any:
        return self._shared("CharHeight")


def _enumerated(text: Any) -> Iterator[Any]:
    parts = text.createEnumeration()
    while parts.hasMoreElements():
        yield parts.nextElement()


class Range(base_classes.Range):
    """A rectangle of cells."""

    def __init__(self, book: Any, native: Any) -> None:
        self.book = book
        self.native = native
        self.options: dict[str, Any] = {}

    @property
    def api(self) -> RangeNames:
        return RangeNames(self)

    @property
    def sheet(self) -> Sheet:
        return Sheet(self.book, self.native.Spreadsheet)

    @cached_property
    def _corners(self) -> tuple[int, int, int, int]:
        at = self.native.RangeAddress
        return at.StartRow + 1, at.StartColumn + 1, at.EndRow + 1, at.EndColumn + 1

    @property
    def row(self) -> int:
        return self._corners[0]

    @property
    def column(self) -> int:
        return self._corners[1]

    @property
    def shape(self) -> tuple[int, int]:
        top, left, bottom, right = self._corners
        return bottom - top + 1, right - left + 1

    @property
    def coords(self) -> tuple[Any, ...]:
        return (self.sheet.name, self.row, self.column, *self.shape)

    def __len__(self) -> int:
        rows, columns = self.shape
        return rows * columns

    def __call__(self, first: int, second: int | None = None) -> "Range":
        if second is None:
            row, column = divmod(first - 1, self.shape[1])
        else:
            row, column = first - 1, second - 1
        return self.sheet.range((self.row + row, self.column + column))

    @property
    def address(self) -> str:
        return self.get_address(row_absolute=True, col_absolute=True, external=False)

    def get_address(self, row_absolute: bool, col_absolute: bool, external: bool) -> str:
        rows, columns = self.shape
        down, across = ("$" if row_absolute else ""), ("$" if col_absolute else "")
        names = [
            f"{across}{utils.col_name(column)}{down}{row}"
            for row, column in (
                (self.row, self.column),
                (self.row + rows - 1, self.column + columns - 1),
            )
        ]
        name = names[0] if len(self) == 1 else ":".join(names)
        return f"'[{self.book.name}]{self.sheet.name}'!{name}" if external else name

    # reading

    def plain_values(self) -> tuple[tuple[Any, ...], ...]:
        """Return the cells as Excel's ``Value2``: numbers for dates, error values as integers."""
        data = self.native.getDataArray()
        rows = [[None if cell == "" else cell for cell in row] for row in data]
        top, left = self.row, self.column
        for row, line in enumerate(rows):
            for column, value in enumerate(line):
                if value in {0, 1} and self._shows_truth(row, column):
                    line[column] = bool(value)
        for row, column in self._cells_with(_ERRORS):
            error = self._cell(row, column).getError()
            rows[row - top][column - left] = _FIRST_ERROR + _ERROR_VALUES.get(error, 2015)
        return tuple(tuple(row) for row in rows)

    @property
    @counted
    def raw_value(self) -> Any:
        """Return the cells as Excel's ``Value``: dates where a format says so."""
        rows = [list(row) for row in self.plain_values()]
        top, left = self.row, self.column
        for row, column in self._cells_of_type(_DATE_OR_TIME):
            value = rows[row - top][column - left]
            if isinstance(value, float):
                moment = _EPOCH + dt.timedelta(seconds=round(value * 86400, 3))
                rows[row - top][column - left] = moment
        return rows[0][0] if self.shape == (1, 1) else rows

    def _shows_truth(self, row: int, column: int) -> bool:
        key = self.native.getCellByPosition(column, row).NumberFormat
        return bool(self.book.format_type(key) & _TRUTH)

    def _cells_with(self, results: int) -> Iterator[tuple[int, int]]:
        for block in self.native.queryFormulaCells(results).RangeAddresses:
            yield from _places(block)

    def _cells_of_type(self, wanted: int) -> Iterator[tuple[int, int]]:
        for group in self.native.CellFormatRanges:
            if self.book.format_type(group.NumberFormat) & wanted:
                yield from _places(group.RangeAddress)

    def _cell(self, row: int, column: int) -> Any:
        return self.native.Spreadsheet.getCellByPosition(column - 1, row - 1)

    @property
    @counted
    def formula(self) -> Any:
        """Return formulas in LibreOffice's own words: what tpxl reads it only hands back."""
        formulas = set(self._cells_with(_FORMULAS))
        rows = tuple(
            tuple(
                _said(text, is_formula=(self.row + row, self.column + column) in formulas)
                for column, text in enumerate(line)
            )
            for row, line in enumerate(self.native.getFormulaArray())
        )
        return rows[0][0] if self.shape == (1, 1) else rows

    @property
    @counted
    def font(self) -> "Font":
        return Font(self.native)

    @property
    @counted
    def number_format(self) -> str | None:
        """Return the format code that all cells share; None when they differ, as Excel does."""
        state = self.native.getPropertyState("NumberFormat").value
        return None if state == _DIFFER else self.book.format_code(self.native.NumberFormat)

    @number_format.setter
    @counted
    def number_format(self, code: str) -> None:
        self.native.NumberFormat = self.book.format_key(code)

    @property
    @counted
    def merge_cells(self) -> bool | None:
        """Return whether all cells are merged ones; None when some are, as Excel does."""
        areas = self.book.merged_areas(self.native.Spreadsheet)
        covered = sum(_overlap(self._corners, area) for area in areas)
        return bool(covered) if covered in {0, len(self)} else None

    @property
    @counted
    def merge_area(self) -> "Range":
        cursor = self.native.Spreadsheet.createCursorByRange(self.native)
        cursor.collapseToMergedArea()
        at = cursor.RangeAddress
        return self.sheet.range(
            (at.StartRow + 1, at.StartColumn + 1), (at.EndRow + 1, at.EndColumn + 1)
        )

    # writing

    @raw_value.setter
    @counted
    def raw_value(self, value: Any) -> None:
        if not isinstance(value, (list, tuple)):
            rows, columns = self.shape
            value = [[value] * columns] * rows
        self._refuse_what_is_protected()
        formulas = []
        plain: list[tuple[Any, ...]] = []
        for row, line in enumerate(value):
            plain.append(tuple("" if _is_formula(cell) else _typed_in(cell) for cell in line))
            formulas += [(row, at, cell) for at, cell in enumerate(line) if _is_formula(cell)]
        self.native.setDataArray(tuple(plain))
        self._show_truths(value)
        for row, column, text in formulas:
            self._set_formula(row, column, text)

    @formula.setter
    @counted
    def formula(self, value: Any) -> None:
        """Put a formula in Excel's own words into the one cell."""
        made = self.book.document.createInstance("com.sun.star.sheet.FormulaParser")
        made.CompileEnglish, made.FormulaConvention = True, _EXCELS
        cell = self.native.getCellByPosition(0, 0)
        cell.setTokens(made.parseFormula(value.removeprefix("="), cell.CellAddress))

    def _show_truths(self, value: Any) -> None:
        """Give true and false their format: it is all that tells them from 1 and 0 here."""
        for row, line in enumerate(value):
            for column, cell in enumerate(line):
                if isinstance(cell, bool):
                    key = self.book.format_key("BOOLEAN")
                    self.native.getCellByPosition(column, row).NumberFormat = key

    def _set_formula(self, row: int, column: int, text: str) -> None:
        self.native.getCellByPosition(column, row).setFormula(text)

    def _refuse_what_is_protected(self) -> None:
        if self.native.Spreadsheet.isProtected() and self.native.CellProtection.IsLocked:
            raise ExcelRefused("The cell or chart you're trying to change is on a protected sheet.")

    def insert(self, shift: str | None = None, copy_origin: str | None = None) -> None:
        del copy_origin
        assert shift == "down"
        self.native.Spreadsheet.insertCells(self.native.RangeAddress, _rows("Insert"))

    def delete(self, shift: str | None = None) -> None:
        assert shift == "up"
        self.native.Spreadsheet.removeRange(self.native.RangeAddress, _rows("Delete"))

    def copy(self, destination: Any) -> None:
        at = destination.impl.native.getCellByPosition(0, 0).CellAddress
        self.native.Spreadsheet.copyRange(at, self.native.RangeAddress)

    @property
    def column_width(self) -> float:
        return self.native.Columns.getByIndex(0).Width / HUNDREDTHS_A_LETTER

    @column_width.setter
    def column_width(self, value: float) -> None:
        self.native.Columns.Width = round(value * HUNDREDTHS_A_LETTER)

    def clear_contents(self) -> None:
        self.native.clearContents(1 | 2 | 4 | 16)


def _rows(what: str) -> Any:
    return bridge.load().Enum(f"com.sun.star.sheet.Cell{what}Mode", "ROWS")


def _said(text: str, *, is_formula: bool) -> str:
    if not is_formula:
        return text.removeprefix("'") if text.startswith("'=") else text
    return text.strip("{}")


def _places(block: Any) -> Iterator[tuple[int, int]]:
    """Yield the cells of a native block, counted from one."""
    for row in range(block.StartRow + 1, block.EndRow + 2):
        for column in range(block.StartColumn + 1, block.EndColumn + 2):
            yield row, column


def _is_formula(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("=") and len(value) > 1


def _typed_in(value: Any) -> Any:
    """Return what Excel stores when `value` is assigned to a cell that has no text format."""
    match value:
        case None:
            return ""
        case dt.datetime():
            return (value.replace(tzinfo=None) - _EPOCH).total_seconds() / 86400
        case str() if value.startswith("'"):
            return value[1:]
        case str():
            return _number_or_text(value)
        case _:
            return float(value)


def _number_or_text(text: str) -> float | str:
    try:
        return float(text.replace("\u00a0", "").replace(",", "."))
    except ValueError:
        return text
