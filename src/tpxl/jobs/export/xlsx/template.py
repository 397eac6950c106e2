"""The template workbook, read once: its rows, what repeats them, and how each cell looks.

A row whose first cell is a tag and nothing else (`{% for ... %}`) steers; every other row is
printed, once for each turn. The rows become one Jinja template that calls back with a row's
number and values, so numbers stay numbers.
"""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from jinja2 import Undefined
from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image

from tpxl.errors import TpxlError
from tpxl.jobs.export.template.check import TemplatePlace, TemplateTag, check, refusal, tags_in
from tpxl.jobs.export.template.package import MOST_COLUMNS, check_package, reading
from tpxl.jobs.export.template.sandbox import Sandbox, filling, printable
from tpxl.jobs.export.xlsx.styles import Look, look_of, theme_colors

DEFAULT_WIDTH = 9.14

PIXELS_PER_CHARACTER = 7
"""Of Calibri 11, in which a workbook's file measures its columns."""

EMU_PER_INCH, SCREEN_DOTS = 914_400, 96
_STEER = re.compile(r"\s*((?:\{%(?:(?!%\}).)*%\}\s*)+)", re.DOTALL)

_EMIT, _TURNS_A_ROW = "emit_row", 5
"""What the template's program calls with a row; what a row counts of a loop's turns."""

_NAME = re.compile(r"\{\{ ?\w+ ?\}\}")
"""All that a sheet's header or footer may hold: Excel has no rows there to repeat."""

_FIELD = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TemplateCell:
    """A cell of the template: its text, its columns from zero, and its look."""

    column: int
    last_column: int
    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class LineToPrint:
    """A row to print: the template's row it comes from and the values of its cells in order."""

    row: int
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class PageSetup:
    """What the template says of the page, in the units of its file."""

    header: str
    footer: str
    margins: Mapping[str, float]
    paper: int
    is_landscape: bool
    repeated: tuple[int, int] | None
    shows_gridlines: bool


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture on the template: its bytes, its place from zero, its scale, its description."""

    content: bytes
    row: int
    column: int
    scale: tuple[float, float]
    description: str


class SheetTemplate:
    """A template workbook; its first sheet is what every area's sheet looks like."""

    def __init__(self, name: str, content: bytes) -> None:
        """Read and check a template's file.

        Raises:
            TpxlError: it is no workbook, speaks of a field there is not, or asks for what no
                template may.
        """
        self.name = name
        with reading(name):
            check_package(name, content)
            book = load_workbook(io.BytesIO(content), rich_text=False, keep_links=False)
            self._read(book.worksheets[0], theme_colors(book.loaded_theme))
        check(name, self._tags(), lists=True)
        self._sandbox = Sandbox(is_markup=False, calls={_EMIT: _Lines})
        with filling(self._sandbox, name):
            self._program = self._sandbox.from_string(self._source())

    def _read(self, sheet: Worksheet, theme: tuple[str, ...]) -> None:
        self.cells = _cells(sheet, theme)
        if not self.cells:
            raise TpxlError("template_unreadable", template=self.name)
        self.heights = {
            row: height
            for row in range(1, self._last_row + 1)
            if (height := sheet.row_dimensions[row].height) is not None
        }
        self.pixels = _pixels(sheet)
        self.page = _page(sheet)
        self.logos = tuple(_logos(sheet))

    @property
    def _last_row(self) -> int:
        return max(self.cells, default=0)

    def lines(self, fields: Mapping[str, Any]) -> list[LineToPrint]:
        """Return the rows to print, in order.

        Raises:
            TpxlError: the template asks for a field that the area does not have.
        """
        lines = _Lines(self._sandbox)
        with filling(self._sandbox, self.name):
            self._program.render({**fields, _EMIT: lines})
        return lines.lines

    def words(self, text: str, fields: Mapping[str, Any]) -> str:
        """Return a header's or footer's text with its fields filled; ``&`` in them is doubled."""
        return _FIELD.sub(
            lambda found: str(fields.get(found[1].strip(), "")).replace("&", "&&"), text
        )

    def _tags(self) -> Iterator[TemplateTag]:
        for row, cells in self.cells.items():
            for cell in cells:
                place = TemplatePlace("cell", {"cell": f"{_letters(cell.column)}{row}"})
                is_steering = len(cells) == 1 and _STEER.fullmatch(cell.text)
                if "{%" in cell.text and not is_steering:
                    raise TpxlError(
                        "template_tag_in_cell",
                        template=self.name,
                        tag=cell.text,
                        field="",
                        **place.where,
                    )
                yield from tags_in(cell.text, place)
        for text in (self.page.header, self.page.footer):
            for tag in tags_in(text, TemplatePlace("header")):
                if _NAME.fullmatch(tag.text) is None and tag.text.endswith(("}}", "%}")):
                    raise refusal(self.name, tag)
                yield tag

    def _source(self) -> str:
        parts = []
        for row in range(1, self._last_row + 1):
            cells = self.cells.get(row, ())
            steer = _STEER.fullmatch(cells[0].text) if len(cells) == 1 else None
            if steer:
                parts.append(steer[1])
            else:
                values = "".join(f", {_pieces(cell.text)}" for cell in cells)
                parts.append(f"{{{{ {_EMIT}({row}{values}) }}}}")
        return "\n".join(parts)


class _Lines:
    """The rows to print, as the template's program calls back with them."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.sandbox, self.lines = sandbox, list[LineToPrint]()

    def __call__(self, row: int, *cells: Sequence[Any]) -> str:
        values = tuple(map(_value, cells))
        texts = (value for value in values if isinstance(value, str))
        self.sandbox.spend(turns=_TURNS_A_ROW, letters=sum(map(len, texts)))
        self.lines.append(LineToPrint(row, values))
        return ""


def _value(pieces: Sequence[Any]) -> Any:  # noqa: ANN401  # what a template prints
    """Return a cell's value: a field as it is, a list item by item, fields in a text as text."""
    first = pieces[0]
    if len(pieces) > 1 or isinstance(first, Undefined):  # which tells itself when it is printed
        return "".join(str(printable(piece)) for piece in pieces)
    for value in first if isinstance(first, list | tuple) else (first,):
        printable(value)
    return first


def _cells(sheet: Worksheet, theme: tuple[str, ...]) -> dict[int, tuple[TemplateCell, ...]]:
    """Return the cells that hold something, by their rows."""
    spans = {(block.min_row, block.min_col): block.max_col for block in sheet.merged_cells.ranges}
    known = sheet._cells  # noqa: SLF001  # a walk through rows makes cells
    rows: dict[int, list[TemplateCell]] = {}
    for place, cell in sorted(known.items()):
        if isinstance(cell, Cell) and cell.value is not None:
            rows.setdefault(cell.row, []).append(
                TemplateCell(
                    column=cell.column - 1,
                    last_column=spans.get(place, cell.column) - 1,
                    text=str(cell.value),
                    look=look_of(cell, theme),
                )
            )
    return {row: tuple(cells) for row, cells in rows.items()}


def _pieces(text: str) -> str:
    """Return the Jinja tuple of what a cell holds: one field, or texts and fields in turns."""
    pieces = _FIELD.split(text)
    if len(pieces) == 3 and not pieces[0].strip() and not pieces[2].strip():  # noqa: PLR2004
        return f"(({pieces[1]}),)"
    words = [f"({piece})" if at % 2 else _quoted(piece) for at, piece in enumerate(pieces)]
    return f"({', '.join(words)},)"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _letters(column: int) -> str:
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _pixels(sheet: Worksheet) -> tuple[int, ...]:
    """Return the columns' widths."""
    last = min(sheet.max_column, MOST_COLUMNS)
    widths = [sheet.sheet_format.defaultColWidth or DEFAULT_WIDTH] * last
    for dimension in sheet.column_dimensions.values():
        if dimension.min is None or dimension.max is None:
            continue
        for column in range(dimension.min, min(dimension.max, last) + 1):
            widths[column - 1] = dimension.width
    return tuple(round(width * PIXELS_PER_CHARACTER) for width in widths)


def _page(sheet: Worksheet) -> PageSetup:
    margins = sheet.page_margins
    rows = sheet.print_title_rows
    first, _, last = rows.replace("$", "").partition(":") if rows else ("", "", "")
    return PageSetup(
        header=_margin(sheet.HeaderFooter.oddHeader),
        footer=_margin(sheet.HeaderFooter.oddFooter),
        margins={side: getattr(margins, side) for side in ("left", "right", "top", "bottom")},
        paper=int(sheet.page_setup.paperSize or 9),
        is_landscape=sheet.page_setup.orientation == "landscape",
        repeated=(int(first), int(last)) if rows else None,
        shows_gridlines=sheet.sheet_view.showGridLines is not False,
    )


def _margin(item: HeaderFooterItem | None) -> str:
    return "" if item is None else item.to_tree("margin").text or ""


def _logos(sheet: Worksheet) -> Iterator[Logo]:
    pictures: Sequence[Any] = sheet._images  # type: ignore[attr-defined]  # noqa: SLF001
    for picture in pictures:
        anchor, content = picture.anchor, picture._data()  # noqa: SLF001  # openpyxl has no other way
        shown = anchor.pic.spPr.xfrm.ext if anchor.pic.spPr.xfrm else anchor.ext
        with Image.open(io.BytesIO(content)) as image:
            dots = image.info.get("dpi", (SCREEN_DOTS, SCREEN_DOTS))
            natural = [
                size / per * EMU_PER_INCH for size, per in zip(image.size, dots, strict=True)
            ]
        yield Logo(
            content=content,
            row=anchor._from.row,  # noqa: SLF001
            column=anchor._from.col,  # noqa: SLF001
            scale=(shown.cx / natural[0], shown.cy / natural[1]),
            description=anchor.pic.nvPicPr.cNvPr.descr or "",
        )
