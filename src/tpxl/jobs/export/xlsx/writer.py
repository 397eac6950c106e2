"""The area's sheet in Excel: values only, printed as the template workbook has it.

Reports printed as workbooks: one area, or all of them.
"""

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tpxl.books.files.found import MADE_EXPORT
from tpxl.jobs.export.choices import Choices, sheet_wording
from tpxl.jobs.export.files import EARLIEST, day_of, sheet_names
from tpxl.jobs.export.loose import tidy
from tpxl.jobs.export.report import AreaReport
from tpxl.jobs.export.template.check import SHEET, template_file
from tpxl.jobs.export.template.fields import fields_of
from tpxl.jobs.export.xlsx.chart import ChartSpot, PlacedChart, insert_chart
from tpxl.jobs.export.xlsx.rows import (
    Numeral,
    PlacedCell,
    PlacedRow,
    PrintRow,
    needed_pixels,
    page_breaks,
    placed,
    room_on_page,
    rows_of,
)
from tpxl.jobs.export.xlsx.styles import Look
from tpxl.jobs.export.xlsx.template import Logo, SheetTemplate
from tpxl.messages.catalogue import Catalogue

ACCENT = "#1F4E79"
LONGEST_HEADER, LONGEST_TEXT = 255, 32_767
PIXELS_PER_POINT = 96 / 72
_FORMULA_STARTS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class SheetToPrint:
    """One sheet to be: its name and the values of the template's fields."""

    sheet: str
    fields: Mapping[str, Any]


def workbook(
    template: SheetTemplate,
    pages: Iterable[SheetToPrint],
    title: str,
    day: dt.datetime = EARLIEST,
) -> bytes:
    """Return a workbook with a sheet for each page, which bears a day: the same bytes each time.

    Raises:
        TpxlError: the template asks for a field that an area does not have.
    """
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"title": title, "category": MADE_EXPORT, "created": day})
    formats: dict[tuple[tuple[str, Any], ...], Format] = {}
    for page in pages:
        _SheetWriter(template, book, book.add_worksheet(page.sheet), formats).write(page.fields)
    book.close()
    return out.getvalue()


class _SheetWriter:
    """Writes one sheet: columns, rows, chart and page, in this order."""

    def __init__(
        self,
        template: SheetTemplate,
        book: xlsxwriter.Workbook,
        sheet: Worksheet,
        formats: dict[tuple[tuple[str, Any], ...], Format],
    ) -> None:
        self.template, self.book, self.sheet, self.formats = template, book, sheet, formats
        self.printed: dict[int, tuple[int, int]] = {}
        self.first_rows: dict[int, int] = {}

    def write(self, fields: Mapping[str, Any]) -> None:
        lines = self.template.lines(fields)
        cells = [placed(line, self.template.cells.get(line.row, ())) for line in lines]
        pixels = _pixels(self.template.pixels, cells)
        for column, width in enumerate(pixels):
            self.sheet.set_column_pixels(column, column, width)
        rows: list[PrintRow] = []
        for line, own in zip(lines, cells, strict=True):
            self.first_rows.setdefault(line.row, len(rows))
            for cell, value in zip(self.template.cells.get(line.row, ()), line.values, strict=True):
                self.printed[id(value)] = (len(rows), cell.column)
            for one in rows_of(own, pixels, self.template.heights.get(line.row)):
                self._row(len(rows), one, pixels)
                rows.append(PrintRow(one.height, _keeps_with_next(own)))
        self._page(fields)
        self._breaks(rows, sum(pixels) / PIXELS_PER_POINT)
        for logo in self.template.logos:
            self._logo(logo)
        self.sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{len(rows) + 1}"})

    def _row(self, row: int, one: PlacedRow, pixels: Sequence[float]) -> None:
        self.sheet.set_row(row, one.height)
        for cell in one.cells:
            if isinstance(cell.value, PlacedChart):
                self._chart(row, cell, pixels, one.height)
            else:
                self._cell(row, cell)

    def _cell(self, row: int, cell: PlacedCell) -> None:
        look = dict(cell.look)
        if isinstance(cell.value, Numeral):
            look["num_format"] = cell.value.code
        elif cell.text.startswith(_FORMULA_STARTS):
            look["quote_prefix"] = True
        shape = self._format(look)
        if cell.last_column > cell.column:
            self.sheet.merge_range(row, cell.column, row, cell.last_column, "", shape)
        if isinstance(cell.value, Numeral):
            self.sheet.write_number(row, cell.column, float(cell.value.value), shape)
        elif cell.text:
            self.sheet.write_string(row, cell.column, cell.text[:LONGEST_TEXT], shape)
        elif cell.last_column == cell.column:
            self.sheet.write_blank(row, cell.column, None, shape)

    def _chart(self, row: int, cell: PlacedCell, pixels: Sequence[float], height: float) -> None:
        wide = sum(pixels[cell.column : cell.last_column + 1])
        value = cell.value.values[cell.value.chart.first]
        insert_chart(
            self.book,
            self.sheet,
            cell.value,
            ChartSpot(row, cell.column, wide, height * PIXELS_PER_POINT),
            self.printed,
            accent=self._accent(),
            number_format=value.code if isinstance(value, Numeral) else "0",
        )

    def _accent(self) -> str:
        """Return the colour of the template's largest letters."""
        looks = [cell.look for cells in self.template.cells.values() for cell in cells]
        largest = max(looks, key=lambda look: float(look.get("font_size", 0)), default={})
        return str(largest.get("font_color", ACCENT))

    def _page(self, fields: Mapping[str, Any]) -> None:
        page = self.template.page
        self.sheet.set_paper(page.paper)
        if page.is_landscape:
            self.sheet.set_landscape()
        if not page.shows_gridlines:
            self.sheet.hide_gridlines(2)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(**page.margins)
        self.sheet.set_header(self._margin_text(page.header, fields))
        self.sheet.set_footer(self._margin_text(page.footer, fields))
        if repeated := self._repeated():
            self.sheet.repeat_rows(repeated[0], repeated[-1])

    def _repeated(self) -> list[int]:
        """Return the rows, from zero, that every page repeats."""
        first, last = self.template.page.repeated or (1, 0)
        return sorted(row for line, row in self.first_rows.items() if first <= line <= last)

    def _breaks(self, rows: Sequence[PrintRow], width: float) -> None:
        page = self.template.page
        room = room_on_page(
            page.paper, is_landscape=page.is_landscape, margins=page.margins, width=width
        )
        if room is not None:
            repeated = sum(rows[row].height for row in self._repeated())
            self.sheet.set_h_pagebreaks(list(page_breaks(rows, room, repeated)))

    def _margin_text(self, text: str, fields: Mapping[str, Any]) -> str:
        """Return a header's text; Excel takes 255 characters, so values are cut before that."""
        most = LONGEST_HEADER
        while len(words := self.template.words(text, _cut(fields, most))) > LONGEST_HEADER:
            most = most // 2
        return words

    def _logo(self, logo: Logo) -> None:
        row = self.first_rows.get(logo.row + 1, 0)
        options = {
            "image_data": io.BytesIO(logo.content),
            "object_position": 1,
            "x_scale": logo.scale[0],
            "y_scale": logo.scale[1],
            "description": logo.description,
        }
        self.sheet.insert_image(row, logo.column, "logo.png", options)

    def _format(self, look: Look) -> Format:
        key = tuple(sorted(look.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format(dict(look))
        return self.formats[key]


def _pixels(template: Sequence[int], rows: Sequence[Sequence[PlacedCell]]) -> list[int]:
    """Return the columns' widths: the template's, more of the last one, and room for numbers."""
    columns = max((cell.last_column for row in rows for cell in row), default=0) + 1
    widths = [*template, *[template[-1]] * (columns - len(template))]
    for row in rows:
        for cell in row:
            if isinstance(cell.value, Numeral):
                widths[cell.column] = max(widths[cell.column], needed_pixels(cell))
    return widths


def _keeps_with_next(cells: Sequence[PlacedCell]) -> bool:
    """Tell whether a row heads what follows: bold text, or an empty row above a heading."""
    return all(cell.look.get("bold") for cell in cells)


def _cut(fields: Mapping[str, Any], most: int) -> dict[str, Any]:
    return {
        name: value[:most] if isinstance(value, str) else value for name, value in fields.items()
    }


class SheetPrinter:
    """Prints reports as workbooks, from the template of staff's own or tpxl's."""

    def __init__(self, choices: Choices, words: Catalogue, templates: Path | None) -> None:
        """Read the template.

        Raises:
            TpxlError: it is missing, broken, or speaks of a field there is not.
        """
        file = template_file(SHEET, templates)
        self._template = SheetTemplate(file.name, file.content)
        self.template = Path(file.name)
        self._wording = sheet_wording(choices, words)

    def one(self, report: AreaReport) -> bytes:
        """Return an area's workbook."""
        return self._print([report], tidy(report.area))

    def all(self, reports: Iterable[AreaReport], title: str) -> bytes:
        """Return a workbook with a sheet for each area."""
        return self._print(list(reports), title)

    def _print(self, reports: Sequence[AreaReport], title: str) -> bytes:
        names = sheet_names([report.area for report in reports])
        pages = [
            SheetToPrint(name, fields_of(report, self._wording))
            for name, report in zip(names, reports, strict=True)
        ]
        years = {report.year for report in reports}
        year = max((one for one in years if one is not None), default=None)
        said = self._wording.title(year)
        return workbook(self._template, pages, f"{title}, {said}", day_of(year))
