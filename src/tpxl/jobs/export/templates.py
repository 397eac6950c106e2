"""Where the templates are: beside the workbook if staff keep their own, else tpxl's."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tpxl import shipped
from tpxl.errors import TpxlError
from tpxl.messages import catalogue

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
        TpxlError: `template_missing`, it is nowhere or cannot be read.
    """
    own = beside / FOLDER / name if beside is not None else None
    try:
        path = own if own is not None and own.is_file() else shipped.template(name)
        return TemplateFile(str(path), path.read_bytes())
    except OSError as error:
        folder = own.parent if own is not None else FOLDER
        raise TpxlError("template_missing", template=name, folder=folder) from error


def templates_line(templates: Iterable[Path], lang: str) -> str:
    """Return the line that says from which folder the templates are; empty where none was used."""
    texts = catalogue(lang).texts
    files: dict[str, list[str]] = {}
    for path in templates:
        is_ours = path.parent == shipped.template(path.name).parent
        folder = texts["export.own_templates"] if is_ours else str(path.parent)
        files.setdefault(folder, []).append(path.name)
    named = ", ".join(f"{folder} ({', '.join(names)})" for folder, names in files.items())
    return texts["export.templates"].format(templates=named) if files else ""
