"""Reports printed as Word documents: one area, or all of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.combined import Combined, Front, combined
from tpxl.jobs.export.docx import WordTemplate
from tpxl.jobs.export.report import AreaReport
from tpxl.jobs.export.templates import DOCUMENT, template_file
from tpxl.jobs.export.wordings import document_wording
from tpxl.messages.catalogue import Catalogue


class DocumentPrinter:
    """Prints reports as Word documents, from the template beside the book or tpxl's own."""

    def __init__(self, choices: Choices, words: Catalogue, beside: Path | None) -> None:
        """Read the template.

        Raises:
            TpxlError: it is missing, broken, or speaks of a field there is not.
        """
        file = template_file(DOCUMENT, beside)
        self._template = WordTemplate(file.name, file.content)
        self.template = Path(file.name)
        self._wording = document_wording(choices, words)
        self._front = Front(words.texts["export.combined"], words.texts["export.contents"])

    def one(self, report: AreaReport) -> bytes:
        """Return an area's document."""
        return self._template.render(report, self._wording)

    def all(
        self, reports: Iterable[AreaReport], pages: Sequence[str] | None, *, is_linked: bool
    ) -> Combined:
        """Return one document of all areas; `pages` are the numbers in its contents, if known."""
        return combined(
            self._template,
            reports,
            self._wording,
            self._front,
            pages=pages,
            is_linked=is_linked,
        )
