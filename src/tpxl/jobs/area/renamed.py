"""An area's name in texts: in a title, a print header, a heading; prose is left to a person."""

import re
from collections.abc import Iterator

from tpxl.books.package import PackageBook
from tpxl.jobs.rollover.moves import Review
from tpxl.layout import Survey
from tpxl.model import Edit, Value
from tpxl.model.cell import PageEdit

_LONGEST = 160
"""A longer text is prose: a person says whether it means the area."""


def renamed_text(value: Value, old: str, new: str) -> str | None:
    """Return a text that names an area with its new name; None where it does not name it.

    The name stands as a whole; where it is in capitals the new one is too.

    >>> renamed_text("VASTUUALUE: Kirjasto", "Kirjasto", "Museo")
    'VASTUUALUE: Museo'
    >>> renamed_text("KIRJASTO 2025", "Kirjasto", "Museo")
    'MUSEO 2025'
    >>> renamed_text("Kirjastot", "Kirjasto", "Museo") is None
    True
    """
    if not isinstance(value, str):
        return None
    pattern = r"\s+".join(map(re.escape, old.split()))
    told = re.sub(
        rf"(?<!\w){pattern}(?!\w)",
        lambda found: new.upper() if found[0].isupper() else new,
        value,
        flags=re.IGNORECASE,
    )
    return None if told == value else told


def text_edits(book: PackageBook, found: Survey, old: str, new: str) -> Iterator[Edit | Review]:
    """Yield the edits of texts that name an area, and the prose that names it, for a look.

    The rows of findings and of changes tell what was: they are left.
    """
    journal, log = found.findings_journal, found.changes_journal
    for sheet in book.sheets:
        if log is not None and sheet == log.sheet:
            continue
        grid = book.read(sheet)
        for text in list(grid.texts(bool)):
            if journal and sheet == journal.sheet and text.row > journal.header_row:
                continue
            told = renamed_text(text.text, old, new)
            if told is None or grid.has_formula(text.address):
                continue
            if len(text.text) > _LONGEST or grid.has_rich_text(text.address):
                yield Review(sheet, text.address.a1, text.text, "area_named")
            else:
                yield Edit(sheet, text.address.a1, told, text.text, new)


def page_edits(book: PackageBook, sheets: tuple[str, ...], old: str, new: str) -> list[PageEdit]:
    """Return the edits of print headers and footers of some sheets that name an area."""
    told = []
    for text in book.page_texts():
        named = renamed_text(text.text, old, new) if text.sheet in sheets else None
        if named is not None:
            told.append(PageEdit(text.sheet, text.part, text.text, named))
    return told
