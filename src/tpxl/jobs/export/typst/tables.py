"""Tables of Word as Typst: their grid, lines and headers, cells over several rows and columns."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from tpxl.jobs.export.docx.look import TableLook
from tpxl.jobs.export.docx.properties import (
    DEFAULT_SIZE,
    Border,
    Element,
    child_of,
    color_of,
    is_on,
    local,
    points,
    qn,
    value,
)
from tpxl.jobs.export.typst.source import LINE, color, length, set_text, stroke
from tpxl.jobs.export.typst.text import Stretch, TextWriter, value_of

LETTER, FULL = 0.55, 1.25
"""A letter's width in ems, generously; how much more room than counted a page should have."""
PERCENT_UNITS = 5000
"""The whole width of the text, in fiftieths of a per cent."""

_TABLE = {"tblStyle", "tblW", "tblLayout", "tblLook", "tblBorders", "tblCellMar", "jc", "tblInd"}
_HARMLESS_TABLE = {
    "tblStyleRowBandSize", "tblStyleColBandSize", "tblCaption", "tblDescription", "bidiVisual",
    "tblOverlap",
}  # fmt: skip
_ROW = {"cantSplit", "tblHeader", "gridBefore", "gridAfter", "wBefore", "wAfter", "cnfStyle"}
_CELL = {
    "tcW", "gridSpan", "vMerge", "shd", "vAlign", "tcBorders", "tcMar", "noWrap", "hideMark",
    "cnfStyle",
}  # fmt: skip
_UPRIGHT = {"center": "horizon", "bottom": "bottom"}
Blocks = Callable[[Element], tuple[str, Sequence[Stretch]]]
"""Writes what stands in a cell beside plain paragraphs: tables in tables."""


class TableSource(NamedTuple):
    """A table as Typst, and how it breaks: `together` on one page, `sticky` to what follows.

    `may_be_long` tells that it may not fit on one page, so that it has to be measured.

    `has_row_heads` tells that the first cell of each row names the row.
    """

    source: str
    together: bool
    sticky: bool
    has_row_heads: bool
    align: str
    may_be_long: bool


class _Cell(NamedTuple):
    """A cell, its own properties, its first column, how many columns and rows it covers."""

    element: Element
    properties: Mapping[str, Element]
    column: int
    across: int
    down: int


class _CellSource(NamedTuple):
    """A cell as Typst: its options, its margins, what stands in it."""

    options: tuple[str, ...]
    inset: str
    body: str


@dataclass(frozen=True, slots=True)
class _TableRow:
    element: Element
    cells: tuple[_Cell, ...]
    is_head: bool


class TableWriter:
    """Writes the tables of a part of a document: its text is `room` points wide, `height` high."""

    def __init__(self, text: TextWriter, room: float, height: float, nested: Blocks) -> None:
        """Write with the letters of `text`; `nested` writes what is no plain paragraph."""
        self.text, self.room, self.height, self.nested = text, room, height, nested
        self.styles, self.unread = text.package.styles, text.package.unread
        self.columns: list[float] = []
        self.is_whole = True

    def write(self, table: Element) -> TableSource:
        """Return a table."""
        properties = table.find(qn("w:tblPr"))
        look = self._look(properties)
        outside = self.text.room
        flags = _flags(properties)
        columns = self._columns(table, properties)
        self.columns = columns
        rows = self._rows(table)
        keeps: list[bool] = []
        heads: list[_CellSource] = []
        body: list[_CellSource] = []
        for number, row in enumerate(rows):
            is_last = number == len(rows) - 1
            self.is_whole = self._stays_whole(row)
            here = {"firstRow": number == 0, "lastRow": is_last}
            cells = [
                self._cell(
                    cell,
                    look,
                    self._part(look, flags, {**here, "firstCol": cell.column == 0}),
                    keeps,
                )
                for cell in row.cells
            ]
            (heads if row.is_head and not body else body).extend(cells)
        usual = _usual([cell.inset for cell in (*heads, *body)])
        header = f"table.header({_listed(heads, usual)})," if heads else ""
        last = len(rows[-1].cells) if rows else 0
        self.text.room = outside
        source = (
            f"#table(columns:({','.join(map(length, columns))},),inset:{usual},"
            f"stroke:{_strokes(look.borders, len(columns), len(rows))},"
            f"{header}{_listed(body, usual)})"
        )
        return TableSource(
            source,
            together=all(keeps[:-last] if last else keeps),
            sticky=all(keeps[-last:]),
            has_row_heads=flags["firstColumn"],
            align=value(None if properties is None else properties.find(qn("w:jc")), "left"),
            may_be_long=self._may_be_long(table, len(rows)),
        )

    def _may_be_long(self, table: Element, rows: int) -> bool:
        letters = sum(len(text.text or "") for text in table.iter(qn("w:t")))
        lines = rows + letters * DEFAULT_SIZE * LETTER / self.room
        return lines * DEFAULT_SIZE * LINE * 2 > self.height

    def _look(self, properties: Element | None) -> TableLook:
        if properties is None:
            return self.styles.table("")
        for one in properties:
            if local(one) not in _TABLE | _HARMLESS_TABLE:
                self.unread.note(local(one))
        look = self.styles.table(value(properties.find(qn("w:tblStyle"))))
        own = self.styles.borders(properties.find(qn("w:tblBorders")))
        margins = self.styles.margins(properties.find(qn("w:tblCellMar")))
        return look._replace(borders={**look.borders, **own}, margins={**look.margins, **margins})

    def _columns(self, table: Element, properties: Element | None) -> list[float]:
        grid = table.find(qn("w:tblGrid"))
        columns: list[float] = []
        if grid is not None:
            columns += [points(one, "w") or 0.0 for one in grid]
        width = None if properties is None else properties.find(qn("w:tblW"))
        total = sum(columns, 0.0)
        if width is not None and value_of(width, "type") == "pct" and total:
            share = float(value_of(width, "w").rstrip("%")) / PERCENT_UNITS
            scale = self.room * share / total
            columns = [one * scale for one in columns]
        return columns

    def _rows(self, table: Element) -> list[_TableRow]:
        """Return the rows, a cell that goes on below counted once."""
        rows: list[list[_Cell]] = []
        open_cells: dict[int, tuple[int, int]] = {}
        elements = list(_rows_of(table))
        for element in elements:
            cells: list[_Cell] = []
            column = int(value(_properties(element, "w:trPr").get("gridBefore"), "0"))
            for cell in _cells_of(element):
                properties = _properties(cell, "w:tcPr")
                across = int(value(properties.get("gridSpan"), "1"))
                merge = properties.get("vMerge")
                if merge is not None and value(merge) != "restart" and column in open_cells:
                    row, at = open_cells[column]
                    first = rows[row][at] if row < len(rows) else cells[at]
                    rows[row][at] = first._replace(down=first.down + 1)
                else:
                    open_cells.pop(column, None)
                    if merge is not None:
                        open_cells[column] = (len(rows), len(cells))
                    cells.append(_Cell(cell, properties, column, across, 1))
                column += across
            rows.append(cells)
        return [
            _TableRow(element, tuple(cells), self._is_head(element))
            for element, cells in zip(elements, rows, strict=True)
        ]

    def _is_head(self, row: Element) -> bool:
        properties = _properties(row, "w:trPr")
        self._note(name for name in properties if name not in _ROW)
        return is_on(properties.get("tblHeader"))

    def _note(self, names: Iterable[str]) -> None:
        for name in names:
            self.unread.note(name)

    def _part(
        self, look: TableLook, flags: Mapping[str, bool], here: Mapping[str, bool]
    ) -> tuple[str, Element | None]:
        """Return the ground and the letters that a table style gives a cell's place."""
        for name, is_here in here.items():
            part = look.parts.get(name)
            if part is not None and is_here and flags[_FLAGS[name]]:
                return part.fill, part.run
        return "", None

    def _cell(
        self,
        cell: _Cell,
        look: TableLook,
        part: tuple[str, Element | None],
        keeps: list[bool],
    ) -> _CellSource:
        self._note(name for name in cell.properties if name not in _CELL)
        wide = sum(self.columns[cell.column : cell.column + cell.across])
        self.text.room = wide - sum(look.margins.get(side, 0) for side in ("left", "right"))
        body, stretches = self._body(cell.element, part[1])
        keeps.append(bool(stretches) and stretches[0].look.keep_next)
        options = [f"x:{cell.column}", f"breakable:{'false' if self.is_whole else 'true'}"]
        if cell.across > 1:
            options.append(f"colspan:{cell.across}")
        if cell.down > 1:
            options.append(f"rowspan:{cell.down}")
        shade = cell.properties.get("shd")
        fill = part[0] if shade is None else color_of(shade, "fill")
        if fill:
            options.append(f"fill:{color(fill)}")
        upright = _UPRIGHT.get(value(cell.properties.get("vAlign")))
        if upright:
            options.append(f"align:{upright}")
        own = self.styles.borders(cell.properties.get("tcBorders"))
        if own:
            options.append(
                f"stroke:({','.join(f'{side}:{stroke(line)}' for side, line in own.items())})"
            )
        return _CellSource(tuple(options), self._inset(cell.properties, look, stretches), body)

    def _stays_whole(self, row: _TableRow) -> bool:
        """Tell whether a row is kept on one page: it asks for it, and its texts have room there."""
        if not is_on(_properties(row.element, "w:trPr").get("cantSplit")):
            return False
        return all(self._has_room(cell) for cell in row.cells)

    def _has_room(self, cell: _Cell) -> bool:
        wide = max(sum(self.columns[cell.column : cell.column + cell.across]), DEFAULT_SIZE)
        letters = sum(len(text.text or "") for text in cell.element.iter(qn("w:t")))
        paragraphs = len(list(cell.element.iter(qn("w:p"))))
        lines = letters * DEFAULT_SIZE * LETTER / wide + paragraphs
        return lines * DEFAULT_SIZE * LINE * FULL < self.height

    def _inset(
        self,
        properties: Mapping[str, Element],
        look: TableLook,
        stretches: Sequence[Stretch],
    ) -> str:
        own = self.styles.margins(properties.get("tcMar"))
        margins = {**look.margins, **own}
        above = stretches[0].look.before if stretches else 0
        below = stretches[-1].look.after if stretches else 0
        sides = {
            "left": margins.get("left", 0),
            "right": margins.get("right", 0),
            "top": margins.get("top", 0) + above,
            "bottom": margins.get("bottom", 0) + below,
        }
        return "(" + ",".join(f"{side}:{length(size)}" for side, size in sides.items()) + ")"

    def _body(self, cell: Element, row: Element | None) -> tuple[str, Sequence[Stretch]]:
        names = {local(one) for one in cell} - {"tcPr"}
        if names - {"p", "bookmarkStart", "bookmarkEnd"}:
            return self.nested(cell)
        stretches = [self.text.stretch(one, row) for one in cell.findall(qn("w:p"))]
        if len(stretches) == 1:
            return _inner(stretches[0]), stretches
        parts = []
        before = None
        for stretch in stretches:
            gap = 0 if before is None else before.look.after + stretch.look.before
            before = stretch
            parts.append(f"#block(above:{length(gap)},below:0pt)[{_inner(stretch)}]")
        return "".join(parts), stretches


def _usual(insets: Sequence[str]) -> str:
    """Return the margins that most cells of a table have: said once, not in each."""
    return max(dict.fromkeys(insets), key=insets.count, default="0pt")


def _listed(cells: Sequence[_CellSource], usual: str) -> str:
    """Return cells as arguments of a table whose cells have the `usual` margins."""
    own = (
        cell.options if cell.inset == usual else (*cell.options, f"inset:{cell.inset}")
        for cell in cells
    )
    return ",".join(
        f"table.cell({','.join(options)})[{cell.body}]"
        for options, cell in zip(own, cells, strict=True)
    )


_FLAGS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstCol": "firstColumn"}
_BITS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80}


def _flags(properties: Element | None) -> dict[str, bool]:
    """Return which parts of its style a table shows: said one by one, or as bits of one number."""
    look = None if properties is None else properties.find(qn("w:tblLook"))
    if look is None:
        return dict.fromkeys(_BITS, False)
    bits = int(value(look, "0") or "0", 16)
    return {
        name: value_of(look, name) in {"1", "on", "true"}
        if value_of(look, name)
        else bool(bits & bit)
        for name, bit in _BITS.items()
    }


def _properties(element: Element, group: str) -> dict[str, Element]:
    """Return the properties of a row or a cell by their names."""
    found = child_of(element, group)
    return {} if found is None else {local(one): one for one in found}


def _rows_of(table: Element) -> Iterator[Element]:
    for child in table:
        if local(child) == "tr":
            yield child
        elif local(child) == "sdt":
            yield from _rows_of(child.find(qn("w:sdtContent")))


def _cells_of(row: Element) -> Iterator[Element]:
    for child in row:
        if local(child) == "tc":
            yield child
        elif local(child) == "sdt":
            yield from _cells_of(child.find(qn("w:sdtContent")))


def _inner(stretch: Stretch) -> str:
    body = f"#par[{stretch.source}]"
    if stretch.look.align in {"right", "center"}:
        body = f"#align({stretch.look.align})[{body}]"
    return f"{set_text(stretch.look, stretch.run)}{body}"


def _strokes(borders: Mapping[str, Border | None], columns: int, rows: int) -> str:
    """Return the lines: one for all where they are alike, else by place, for each cell."""
    line = {side: stroke(borders.get(side)) for side in (*_OUTER, *_INNER)}
    if len(set(line.values())) == 1:
        return line["top"]
    return (
        f"(x,y)=>(top:if y==0 {{{line['top']}}} else {{{line['insideH']}}},"
        f"bottom:if y=={rows - 1} {{{line['bottom']}}} else {{{line['insideH']}}},"
        f"left:if x==0 {{{line['left']}}} else {{{line['insideV']}}},"
        f"right:if x=={columns - 1} {{{line['right']}}} else {{{line['insideV']}}})"
    )


_OUTER, _INNER = ("top", "bottom", "left", "right"), ("insideH", "insideV")
