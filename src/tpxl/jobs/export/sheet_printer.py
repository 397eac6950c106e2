"""Reports printed as workbooks: one area, or all of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.fields import fields_of
from tpxl.jobs.export.loose import tidy
from tpxl.jobs.export.report import AreaReport
from tpxl.jobs.export.sheet_names import sheet_names
from tpxl.jobs.export.sheet_template import SheetTemplate
from tpxl.jobs.export.templates import SHEET, template_file
from tpxl.jobs.export.wordings import sheet_wording
from tpxl.jobs.export.xlsx import Page, workbook
from tpxl.messages.catalogue import Catalogue


class SheetPrinter:
    """Prints reports as workbooks, from the template beside the book or tpxl's own."""

    def __init__(self, choices: Choices, words: Catalogue, beside: Path | None) -> None:
        """Read the template.

        Raises:
            TpxlError: it is missing, broken, or speaks of a field there is not.
        """
        file = template_file(SHEET, beside)
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
            Page(name, fields_of(report, self._wording))
            for name, report in zip(names, reports, strict=True)
        ]
        return workbook(self._template, pages, title)
