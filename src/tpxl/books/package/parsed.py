"""The index of a sheet in any form XML allows, from the byte positions of a real parser."""

from dataclasses import dataclass, field

from tpxl.books.package.limits import (
    MAX_MERGED,
    MAX_ROWS,
    MAX_SHEET_ELEMENTS,
    MarkupError,
    refuse_many,
    refuse_many_elements,
)
from tpxl.books.package.sheet_index import (
    CellBytes,
    CellFormula,
    ColumnStyle,
    RowBytes,
    SheetFrame,
    SheetIndex,
    is_locked,
)
from tpxl.books.package.strings import joined_text
from tpxl.books.package.xml_spans import XmlTag, tag_end, walk
from tpxl.model import Address, Block
from tpxl.model.address import MAX_COLUMN, MAX_ROW

_ROOT, _CHILD, _ROW, _CELL, _PART = range(5)
_TRUE = frozenset({"1", "true"})
_ARRAYS = frozenset({"array", "dataTable"})


def parsed_index(data: bytes) -> SheetIndex:
    """Return the index of a sheet in UTF-8.

    Raises:
        MarkupError: it is no worksheet, not well-formed, out of order, or more than one may be.
    """
    refuse_many_elements(data, MAX_SHEET_ELEMENTS)
    reader = _SheetReader(data)
    try:
        walk(data, reader.ends)
    except (KeyError, ValueError) as error:  # a number or an address that is missing or none
        raise MarkupError(str(error)) from error
    if reader.sheet_data is None:
        raise MarkupError("no sheetData")
    rows = tuple(reader.rows)
    return SheetIndex(
        reader.frame(reader.sheet_data),
        tuple(row.number for row in rows),
        rows.__getitem__,
        has_formulas=any(cell.formula is not None for row in rows for cell in row.cells),
    )


@dataclass(slots=True)
class _SheetReader:
    """Hears a sheet's elements as they end: parts of a cell, then the cell, then its row."""

    data: bytes
    parts: list[XmlTag] = field(default_factory=list)
    cells: list[CellBytes] = field(default_factory=list)
    said_by_cells: set[int] = field(default_factory=set)
    rows: list[RowBytes] = field(default_factory=list)
    columns: list[ColumnStyle] = field(default_factory=list)
    merged: list[Block] = field(default_factory=list)
    arrays: list[tuple[str, Block]] = field(default_factory=list)
    dimension: tuple[int, int, Block] | None = None
    sheet_data: XmlTag | None = None
    is_locked: bool = False

    def ends(self, tag: XmlTag) -> None:
        if tag.depth >= _PART:
            self.parts.append(tag)
            return
        match tag.depth, tag.name if tag.is_main else "":
            case (3, "c"):
                self.cells.append(self._cell(tag))
            case (2, "row"):
                self.rows.append(self._row(tag))
                refuse_many("sheet_too_many_rows", len(self.rows), MAX_ROWS)
            case (2, "col"):
                self.columns.append(_column_style(tag))
            case (2, "mergeCell"):
                self.merged.append(Block.parse(tag.attributes.get("ref", "")))
                refuse_many("sheet_too_many_merged", len(self.merged), MAX_MERGED)
            case (1, "sheetData"):
                self.sheet_data = tag
            case (1, "sheetProtection"):
                self.is_locked = is_locked(tag.attributes)
            case (1, "dimension"):
                self.dimension = _dimension(tag)
            case (0, name) if name != "worksheet":
                raise MarkupError("no worksheet")
        self.parts.clear()

    def frame(self, sheet_data: XmlTag) -> SheetFrame:
        """Return what stands around the rows."""
        return SheetFrame(
            prefix=f"{sheet_data.prefix}:".encode() if sheet_data.prefix else b"",
            opened=tag_end(self.data, sheet_data),
            closed=sheet_data.closed,
            dimension=self.dimension,
            columns=tuple(self.columns),
            merged=tuple(self.merged),
            arrays=tuple(self.arrays),
            is_locked=self.is_locked,
        )

    def _row(self, tag: XmlTag) -> RowBytes:
        above = self.rows[-1].number if self.rows else 0
        said = tag.attributes.get("r")
        number = above + 1 if said is None else int(said)
        if not above < number <= MAX_ROW:
            raise MarkupError(f"row {number} after row {above}", "part_unordered")
        style = tag.attributes.get("s")
        has_style = style is not None and tag.attributes.get("customFormat") in _TRUE
        cells, self.cells = tuple(self.cells), []
        said_by_cells, self.said_by_cells = self.said_by_cells, set()
        if said_by_cells - {number}:
            raise MarkupError(f"a cell of another row in row {number}", "part_unordered")
        self._keep_arrays(number, cells)
        return RowBytes(
            number,
            start=tag.start,
            opened=tag_end(self.data, tag),
            closed=tag.closed,
            is_pinned=said is not None,
            style=int(style or 0) if has_style else None,
            cells=cells,
        )

    def _keep_arrays(self, row: int, cells: tuple[CellBytes, ...]) -> None:
        for cell in cells:
            if cell.formula is not None and cell.formula.kind in _ARRAYS:
                ref = cell.formula.ref or Address(row, cell.column).a1
                self.arrays.append((cell.formula.kind, Block.parse(ref)))

    def _cell(self, tag: XmlTag) -> CellBytes:
        left = self.cells[-1].column if self.cells else 0
        said = tag.attributes.get("r")
        place = None if said is None else Address.parse(said)
        column = left + 1 if place is None else place.column
        self.said_by_cells |= set() if place is None else {place.row}
        if not left < column <= MAX_COLUMN:
            raise MarkupError(f"cell {said} after column {left}", "part_unordered")
        style = tag.attributes.get("s")
        value = self._part("v")
        formula = self._part("f")
        known = ("v", "f", "is")
        return CellBytes(
            column=column,
            start=tag.start,
            end=tag.end,
            is_pinned=place is not None,
            style=None if style is None else int(style),
            kind=tag.attributes.get("t", "n"),
            text=self._inline() if value is None else value.text,
            formula=None if formula is None else _formula(formula),
            others=tuple(
                (part.start, part.end)
                for part in self.parts
                if part.depth == _PART and not (part.is_main and part.name in known)
            ),
        )

    def _part(self, name: str) -> XmlTag | None:
        of_name = (p for p in self.parts if p.depth == _PART and p.is_main and p.name == name)
        return next(of_name, None)

    def _inline(self) -> str | None:
        """Return the inline text without its phonetic runs; None where the cell has none."""
        inline = self._part("is")
        if inline is None:
            return None
        return joined_text([part for part in self.parts if part.start > inline.start])


def _formula(tag: XmlTag) -> CellFormula:
    said = tag.attributes
    return CellFormula(
        said.get("t", "normal"), tag.text, said.get("ref"), said.get("si"), tag.start, tag.end
    )


def _column_style(tag: XmlTag) -> ColumnStyle:
    said = tag.attributes
    return ColumnStyle(int(said["min"]), int(said["max"]), int(said.get("style", 0)))


def _dimension(tag: XmlTag) -> tuple[int, int, Block] | None:
    try:
        return tag.start, tag.end, Block.parse(tag.attributes.get("ref", ""))
    except ValueError:
        return None  # only a hint
