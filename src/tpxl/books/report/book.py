"""A report opened as a book: it is read and checked, never changed."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import NamedTuple, Self

from tpxl.books.package.opening import file_bytes
from tpxl.books.report.areas import report_sheets
from tpxl.books.report.docx import docx_passages
from tpxl.books.report.grid import ReportGrid
from tpxl.books.report.pages import pdf_passages
from tpxl.books.report.passages import Box, Passage, numbered
from tpxl.errors import TpxlError
from tpxl.model import Address, Hiding

_ENDINGS = frozenset({".pdf", ".docx"})


class ReportPlace(NamedTuple):
    """Where a cell of a report is printed.

    `page` and `box` are None where the file has no pages; then `table` counts the tables of the
    report and `row` the rows of that table, from 1; outside tables they are 0.
    """

    text: str
    page: int | None
    box: Box | None
    table: int
    row: int


class ReportBook:
    """A report as a book's `Sheets`: what is not there to change it cannot be asked for."""

    awaits_recalculation = False
    macros: bytes | None = None
    hidden: Mapping[str, Hiding] = MappingProxyType({})

    def __init__(self, path: Path, passages: Sequence[Passage], names: Sequence[str] = ()) -> None:
        """Cut the passages into sheets; `names` are those of areas that are known."""
        self._path = path
        sheets = report_sheets(numbered(passages), path.stem, names)
        self._grids = {sheet.name: ReportGrid(sheet) for sheet in sheets}

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return self._path.name

    @property
    def path(self) -> Path:
        """The file itself."""
        return self._path

    @property
    def folder(self) -> Path:
        """The folder its file is in."""
        return self._path.parent

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of its parts, each under a heading of its own, in their order."""
        return tuple(self._grids)

    def read(self, sheet: str) -> ReportGrid:
        """Return a part of the report.

        Raises:
            TpxlError: there is no such part.
        """
        if sheet not in self._grids:
            raise TpxlError("sheet_missing", book=self.name, sheet=sheet)
        return self._grids[sheet]

    def place(self, sheet: str, at: Address) -> ReportPlace | None:
        """Return where a cell is printed; None for an empty one."""
        grid = self._grids.get(sheet)
        cell = None if grid is None else grid.cell(at)
        if grid is None or cell is None:
            return None
        inside = (
            (number, at.row - block.top + 1)
            for number, block in grid.tables.items()
            if block.top <= at.row <= block.bottom
        )
        table, row = next(inside, (0, 0))
        return ReportPlace(cell.printed.text, cell.printed.page, cell.printed.box, table, row)

    def numbers(self) -> Iterator[tuple[str, Address]]:
        """Yield where the numbers of its tables stand."""
        for sheet, grid in self._grids.items():
            for block in grid.tables.values():
                yield from ((sheet, at) for at in grid.numbers(block))

    def close(self) -> None:
        """Let go of what was read."""
        self._grids = {}

    def __enter__(self) -> Self:
        """Return the book."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the book."""
        self.close()


def is_report(path: Path | str) -> bool:
    """Tell whether a file is a report by its name: PDF or Word.

    >>> is_report("tilinpaatos.PDF"), is_report("master.xlsm")
    (True, False)
    """
    return Path(path).suffix.lower() in _ENDINGS


def open_report(path: Path | str, names: Sequence[str] = ()) -> ReportBook:
    """Open a report (.pdf, .docx); `names` are areas whose headings part it.

    Raises:
        TpxlError: there is no such file, or it is a scan, encrypted or damaged.
    """
    where = Path(path)
    data = file_bytes(where)
    if where.suffix.lower() == ".docx":
        return ReportBook(where, list(docx_passages(data, str(path))), names)
    return ReportBook(where, pdf_passages(data, str(path)), names)
