"""PDF from Word documents: by LibreOffice, else by Word, else a line what to install."""

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

from tpxl.errors import TpxlError
from tpxl.jobs.export import libreoffice, word

Done = Callable[[int], None]
"""Told how many are ready."""
Convert = Callable[[Sequence[Path], Path, Done], None]
"""Makes a PDF in the folder of each document, all in one run."""


def converter() -> Convert:
    """Return what makes PDFs on this machine.

    Raises:
        TpxlError: `pdf_converter_missing`, neither program is here.
    """
    program = libreoffice.program()
    if program is not None:
        return partial(libreoffice.convert, program)
    if sys.platform == "win32" and word.is_here():
        return word.convert
    raise TpxlError("pdf_converter_missing")


def to_pdf(
    convert: Convert, documents: Mapping[str, Path], folder: Path, done: Done
) -> tuple[dict[str, Path], TpxlError | None]:
    """Return the PDFs in `folder` by the names of their documents, and why one is missing.

    `documents` are files by the names they have for people; a file's own name is plain.
    """
    trouble = None
    try:
        convert(list(documents.values()), folder, done)
    except TpxlError as error:
        names = {path.name: name for name, path in documents.items()}
        named = names.get(str(error.facts.get("file")))
        trouble = TpxlError(error.code, **{**error.facts, "file": named})
    made = {name: folder / f"{path.stem}.pdf" for name, path in documents.items()}
    return {name: path for name, path in made.items() if path.is_file()}, trouble
