"""An area's name in texts: in a title, a print header, a heading; prose is left to a person."""

import re
from collections.abc import Iterator

from tpxl.books.package import PackageBook
from tpxl.jobs.area.places import told_before
from tpxl.jobs.rollover.moves import Review
from tpxl.layout import Survey
from tpxl.model import Edit, Value
from tpxl.model.cell import PageEdit

_CODE = re.compile(r'(&(?:"[^"]*"|\d+|[A-Za-z&+-]))')
"""What a print header says of where and how its texts are printed."""


def renamed_text(value: Value, old: str, new: str) -> str | None:
    """Return a title or heading that names an area with its new name; None where it does not.

    The name stands alone, or parted from the rest by a sign or a year: within a sentence it may
    mean something else. Where it is in capitals the new one is too.

    >>> renamed_text("VASTUUALUE: Kirjasto", "Kirjasto", "Museo")
    'VASTUUALUE: Museo'
    >>> renamed_text("KIRJASTO 2025", "Kirjasto", "Museo")
    'MUSEO 2025'
    >>> renamed_text("Kirjasto onnistuu", "Kirjasto", "Museo") is None
    True
    """
    if not isinstance(value, str):
        return None
    told = re.sub(
        rf"(?:^|(?<=[:|·–—/(-]\s)|(?<=[|(]))\s*{_pattern(old)}(?=\s*(?:\d{{4}}\s*)?(?:$|[:|·–—,;/)(]))",
        lambda found: new.upper() if found[0].isupper() else new,
        value,
        flags=re.IGNORECASE,
    )
    return None if told == value else told


def names_in_text(text: str, name: str) -> bool:
    """Tell whether a text names an area anywhere, as a whole word."""
    return re.search(rf"(?<!\w){_pattern(name)}(?!\w)", text, re.IGNORECASE) is not None


def _pattern(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def text_edits(book: PackageBook, found: Survey, old: str, new: str) -> Iterator[Edit | Review]:
    """Yield the edits of texts that name an area, and the prose that names it, for a look.

    The rows of findings and of changes tell what was: they are left.
    """
    journal, log = found.findings_journal, found.changes_journal
    left = told_before(book)
    for sheet in book.sheets:
        if sheet in left or (log is not None and sheet == log.sheet):
            continue
        grid = book.read(sheet)
        for text in list(grid.texts(bool)):
            if journal and sheet == journal.sheet and text.row > journal.header_row:
                continue
            told = renamed_text(text.text, old, new)
            if grid.has_formula(text.address):
                continue
            if told is not None and not grid.has_rich_text(text.address):
                yield Edit(sheet, text.address.a1, told, text.text, new)
            elif names_in_text(text.text, old):
                yield Review(sheet, text.address.a1, text.text, "area_named")


def page_edits(book: PackageBook, sheets: tuple[str, ...], old: str, new: str) -> list[PageEdit]:
    """Return the edits of print headers and footers of some sheets that name an area."""
    told = []
    for text in book.page_texts():
        pieces = _CODE.split(text.text)
        named = "".join(renamed_text(one, old, new) or one for one in pieces)
        if text.sheet in sheets and named != text.text:
            told.append(PageEdit(text.sheet, text.part, text.text, named))
    return told
