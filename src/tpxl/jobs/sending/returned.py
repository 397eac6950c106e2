"""A file that came back, opened: whose form it is, what stands in it, or why it is none."""

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tpxl.books.package import open_book
from tpxl.errors import TpxlError
from tpxl.layout import survey
from tpxl.layout.returns import locate_form, read_return
from tpxl.model import Area
from tpxl.model.sending import Return, SentFigure
from tpxl.terms.sending import AREA, SEND

SUFFIXES = frozenset({".xlsx", ".xlsm"})
_LETTERS_OF_A_PRINT = 16


class ReturnedFile(NamedTuple):
    """A return, its file's fingerprint, and who the file says has saved it last."""

    form: Return
    print: str
    saved_by: str

    @property
    def by(self) -> str:
        """Return who has filled it in, as the form says, else as the file does."""
        return self.form.by or self.saved_by


def read_file(path: Path) -> ReturnedFile:
    """Return what stands in a file that came back.

    Raises:
        TpxlError: it is no workbook of the form's kind, no form, or cannot be read.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise TpxlError("return_format", file=path)
    with open_book(path) as book:
        tables = locate_form(book)
        if tables is None:
            raise TpxlError("return_no_form", file=path)
        form = read_return(book, book.names, tables)
        if not {SEND, AREA} <= form.facts.keys():
            raise TpxlError("return_no_form", file=path)
        try:
            areas = survey(book).areas
        except TpxlError:  # the figures were taken out: nothing can be told of them
            areas = ()
        now = {(one.line, one.period): one.number for area in areas for one in shown_figures(area)}
        saved_by = book.saved_by
    data = path.read_bytes()
    print_ = hashlib.sha256(data).hexdigest()[:_LETTERS_OF_A_PRINT]
    return ReturnedFile(form._replace(figures_now=now), print_, saved_by)


def shown_figures(area: Area) -> Iterator[SentFigure]:
    """Yield the figures of an area that a form shows, each once."""
    met = set()
    for table in area.tables:
        for row in table.rows:
            for period, figure in row.figures.items():
                place = (str(row.line), str(period))
                if figure.is_number and place not in met and figure.number is not None:
                    met.add(place)
                    yield SentFigure(*place, f"{figure.number.normalize():f}")
