"""Summary: every figure of all areas as one tidy table, for the tools a finance office uses next.

One row a figure. `value` is in `unit`: euros whatever the sheet's unit, per cent, euros per
resident, a count. `printed` is the number as the sheet shows it, `computed` what it should be
where it follows from other figures, both in the sheet's own unit.
"""

import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpxl.books.files.found import MADE_EXPORT
from tpxl.errors import TpxlError
from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.export.files import csv_text, make_folder, write_whole
from tpxl.jobs.export.loose import tidy
from tpxl.layout import Survey, survey
from tpxl.layout.area_sheet import ECONOMY, figures_section, locate_sections, section_at
from tpxl.layout.survey import Progress
from tpxl.layout.views import AreaGrids
from tpxl.model import Address, Area, Figure, Grid, Measure, Sheets
from tpxl.model.figure import CellPlace
from tpxl.rules.rounding import exact, rounded
from tpxl.terms.known import is_known
from tpxl.terms.lines import COUNTS

if TYPE_CHECKING:
    import pandas as pd

SUFFIXES = (".csv", ".xlsx", ".parquet")

_UNITS = {
    Measure.AMOUNT: "EUR",
    Measure.CHANGE_PERCENT: "percent",
    Measure.SHARE_PERCENT: "percent",
    Measure.PER_RESIDENT: "EUR/resident",
}

COUNT = "count"


@dataclass(frozen=True, slots=True)
class SummaryRow:
    """A figure of an area; `line` is the lexicon's name, else the label as printed."""

    area: str
    section: int
    line: str
    period: str
    value: float | None
    unit: str
    printed: float | None
    computed: float | None
    sheet: str
    cell: str


class CsvForm(NamedTuple):
    """How a table is written as CSV."""

    separator: str
    decimal_mark: str
    encoding: str
    line_end: str


MACHINE = CsvForm(",", ".", "utf-8", "\n")
FOR_EXCEL = CsvForm(";", ",", "utf-8-sig", "\r\n")
"""What a Finnish or Swedish Excel opens in columns, with its letters and numbers right."""


def summary(book: Sheets, progress: Progress | None = None) -> tuple[SummaryRow, ...]:
    """Return every figure of the book's areas, in the order printed.

    Raises:
        TpxlError: no table of the family is found, or a sheet cannot be read.
    """
    return summary_of(book, survey(book, progress))


def summary_of(book: Sheets, found: Survey) -> tuple[SummaryRow, ...]:
    """Return every figure of a surveyed book's areas, in the order printed.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    right = {one.result.place: one.right() for one in CheckContext.of(book, found).computed}
    own: dict[Area | None, list[Figure]] = defaultdict(list)
    for line in found.allocations.lines:
        own[line.area] += line.figures.values()
    grids = AreaGrids(book)
    return tuple(
        row for area in found.areas for row in _rows(area, grids.of(area), own[area], right)
    )


def _rows(
    area: Area,
    grid: Grid,
    allocated: Iterable[Figure],
    right: Mapping[CellPlace, Decimal | None],
) -> Iterator[SummaryRow]:
    places = locate_sections(grid, tuple(grid.texts(is_known)))
    dealt: dict[Address, tuple[int, Figure]] = {}
    for table in area.tables:
        section = figures_section(places, table)
        dealt |= {figure.address: (section, figure) for figure in table}
    for figure in allocated:
        section = section_at(places, figure.address.row) or ECONOMY
        dealt.setdefault(figure.address, (section, figure))
    for _, (section, figure) in sorted(dealt.items()):
        if figure.number is not None or not figure.is_nothing:
            yield _row(area, section, figure, right.get(figure.place))


def _row(area: Area, section: int, figure: Figure, right: Decimal | None) -> SummaryRow:
    line, number = figure.line, figure.number
    return SummaryRow(
        area=tidy(area.name),
        section=section,
        line=str(line),
        period=str(figure.period),
        value=None if number is None else float(number * figure.scale),
        unit=COUNT if line.code in COUNTS else _UNITS[line.measure],
        printed=None if number is None else float(rounded(exact(number), figure.decimals)),
        computed=None if right is None else float(right),
        sheet=figure.sheet,
        cell=figure.cell,
    )


def frame(books: Sequence[tuple[str, Sequence[SummaryRow]]]) -> "pd.DataFrame":
    """Return the rows of the books as a data frame; a column `book` parts several of them.

    Raises:
        TpxlError: `summary_needs_pandas`, it is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415  # half a second, and not in the staff's environment
    except ImportError as error:
        raise TpxlError("summary_needs_pandas") from error
    columns = [one.name for one in fields(SummaryRow)]
    parts = []
    for name, rows in books:
        part = pd.DataFrame({one: [getattr(row, one) for row in rows] for one in columns})
        part = part.astype({"section": "int64", "value": "float64"})
        part = part.astype({"printed": "float64", "computed": "float64"})
        if len(books) > 1:
            part.insert(0, "book", name.encode("utf-8", "replace").decode())
        parts.append(part)
    return pd.concat(parts, ignore_index=True)


def write_summary(table: "pd.DataFrame", path: Path, form: CsvForm | None = None) -> None:
    """Write the table as its suffix says: CSV (UTF-8, comma, point), Excel or Parquet.

    In CSV, a text that begins like a formula has an apostrophe before it; `form` is another one.

    Raises:
        TpxlError: the suffix says something else, a library is missing, or the file cannot be
            written; an older file is then as it was.
    """
    require_suffix(path)
    out = io.BytesIO()
    match path.suffix.lower():
        case ".csv":
            out.write(csv_of(table, form or MACHINE))
        case ".xlsx":
            _write_excel(table, out)
        case _:
            try:
                table.to_parquet(out, index=False)
            except ImportError as error:
                raise TpxlError("summary_needs_pandas") from error
    make_folder(path.parent)
    write_whole(path, out.getvalue())


def csv_of(table: "pd.DataFrame", form: CsvForm) -> bytes:
    """Return the table as CSV."""
    out = io.BytesIO()
    _harmless(table).to_csv(
        out,
        index=False,
        sep=form.separator,
        decimal=form.decimal_mark,
        encoding=form.encoding,
        lineterminator=form.line_end,
    )
    return out.getvalue()


def _harmless(table: "pd.DataFrame") -> "pd.DataFrame":
    """Return the table with an apostrophe before each text that a spreadsheet would calculate."""
    safe = table.copy()
    for name in safe.select_dtypes(exclude="number").columns:
        safe[name] = [csv_text(text) if isinstance(text, str) else text for text in safe[name]]
    return safe


def require_suffix(path: Path) -> None:
    """Pass when the suffix names a form that the summary has.

    Raises:
        TpxlError: `summary_suffix`.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise TpxlError("summary_suffix", file=path)


def _write_excel(table: "pd.DataFrame", out: io.BytesIO) -> None:
    """Write the table as a sheet in which text stays text, also where it begins like a formula."""
    import pandas as pd  # noqa: PLC0415

    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with pd.ExcelWriter(out, engine="xlsxwriter", engine_kwargs={"options": options}) as writer:
        writer.book.set_properties({"category": MADE_EXPORT})
        table.to_excel(writer, sheet_name="Luvut", index=False, freeze_panes=(1, 0))
        sheet = writer.sheets["Luvut"]
        sheet.autofilter(0, 0, max(1, len(table)), len(table.columns) - 1)
        sheet.autofit()
