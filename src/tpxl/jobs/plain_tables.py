"""The plain tables of a book: found on any sheet by their words, added on a sheet of their own."""

from collections.abc import Mapping, Sequence

from tpxl.books import Book
from tpxl.errors import TpxlError
from tpxl.layout.plain_tables import locate_tables
from tpxl.layout.survey import DAMAGES
from tpxl.model import Address, Edit, Sheets
from tpxl.model.plain_table import PlainTable
from tpxl.terms.plain_tables import TableWords

_USUAL_WIDTH = 14.0
_GAP = 3.0


def tables_of(book: Sheets, *kinds: TableWords) -> Mapping[TableWords, Sequence[PlainTable]]:
    """Return the tables of each kind in the book's order; a sheet that is damaged has none.

    Raises:
        TpxlError: a sheet is larger than any may be.
    """
    found: dict[TableWords, list[PlainTable]] = {kind: [] for kind in kinds}
    for sheet in book.sheets:
        try:
            grid = book.read(sheet)
            words = sorted({word for kind in kinds for word in grid.texts(kind.is_known)})
        except TpxlError as error:
            if error.code in DAMAGES:
                continue
            raise
        for kind, table in locate_tables(grid, words, *kinds) if words else ():
            found[kind].append(table)
    return found


def add_tables(
    book: Book, kinds: Sequence[TableWords], lang: str, sheet: str | None = None
) -> tuple[PlainTable, ...]:
    """Add a sheet with the headings of the kinds side by side; return them as tables without rows.

    An empty sheet of the name is taken as it is. The sheet bears the name of the first kind, in
    the language, unless another one is given.

    Raises:
        TpxlError: the book takes no sheet more, or has one of the name that is not empty.
    """
    name = kinds[0].sheet[lang] if sheet is None else sheet
    taken = next((one for one in book.sheets if one.casefold() == name.casefold()), None)
    tables, widths = _beside(kinds, lang, taken or name)
    if taken is None or book.read(taken).last_row:
        book.add_sheet(name, widths)
    book.apply(
        Edit(table.sheet, Address(table.header_row, at).a1, kind.headings(lang)[column])
        for kind, table in zip(kinds, tables, strict=True)
        for column, at in table.columns.items()
    )
    return tables


def _beside(
    kinds: Sequence[TableWords], lang: str, sheet: str
) -> tuple[tuple[PlainTable, ...], list[float]]:
    """Return the tables with an empty column between them, and the widths of all columns."""
    tables: list[PlainTable] = []
    widths: list[float] = []
    for kind in kinds:
        widths += [_GAP] if tables else []
        columns = {name: at for at, name in enumerate(kind.headings(lang), len(widths) + 1)}
        widths += [kind.widths.get(name, _USUAL_WIDTH) for name in columns]
        tables.append(PlainTable(sheet, 1, columns, lang, (), 2))
    return tuple(tables), widths
