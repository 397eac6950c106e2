"""Where the templates are: beside the workbook if staff keep their own, else tpxl's."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tpxl
from tpxl.errors import TpxlError

FOLDER = "templates"
SHEET, DOCUMENT = "vastuualue.xlsx", "vastuualue.docx"


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A template as read: its name, for messages, and its content."""

    name: str
    content: bytes


def template_file(name: str, beside: Path | None = None) -> TemplateFile:
    """Return a template by its file name: from `beside`/templates if it is there, else tpxl's own.

    Raises:
        TpxlError: `template_missing`, it is nowhere.
    """
    for folder in _folders(beside):
        path = folder / name
        if path.is_file():
            return TemplateFile(str(path), path.read_bytes())
    raise TpxlError("template_missing", template=name, folder=str(next(_folders(None))))


def _folders(beside: Path | None) -> Iterator[Path]:
    package = Path(tpxl.__file__).parent
    if beside is not None:
        yield beside / FOLDER
    yield package / "data" / FOLDER
    yield package.parents[1] / FOLDER
