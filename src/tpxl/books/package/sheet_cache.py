"""The sheets of a book in memory: the last few, each with its index, and what they share.

Number formats: how the file says a cell's number is shown.
"""

import re
from collections import OrderedDict
from collections.abc import Iterator

from tpxl.books.package.limits import MAX_FORMAT, MarkupError, refuse_many
from tpxl.books.package.parts import Parts, Workbook
from tpxl.books.package.scanned import Outline
from tpxl.books.package.sheet import SheetBytes
from tpxl.books.package.sheet_index import CellBytes
from tpxl.books.package.strings import (
    KnownStrings,
    lettered_strings,
    shared_strings,
    string_number,
    xml_text,
)
from tpxl.books.package.xml_spans import tags, utf8
from tpxl.errors import TpxlError

_KEPT_BYTES = 24 << 20
"""A refresh of 300 sheets reads each once; the peak stays under 70 MiB.

Sheets beyond it are read once more where they are edited: as bytes only, their rows are known.
"""

_OUTLINED_ROWS = 1 << 20
"""So many take 8 MiB; 3 000 sheets of 150 rows have 450 000."""

_RUN = rb"<(?:[\w.-]+:)?r[\s>]"

_SHEET_CODES = {
    "part_missing": "sheet_damaged",
    "part_damaged": "sheet_damaged",
    "part_unordered": "sheet_unordered",
}

GENERAL = "General"

_BUILT_IN = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    37: "#,##0 ;(#,##0)",
    38: "#,##0 ;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    44: '_("$"* #,##0.00_)_("$"* \\(#,##0.00\\)_("$"* "-"??_)_(@_)',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
    48: "##0.0E+0",
    49: "@",
}


_HEADER = re.compile(rb"<(?:[\w.-]+:)?((?:odd|even|first)(?:Header|Footer))(?:\s[^<>]*)?>([^<]+)</")


def header_places(sheet: SheetBytes) -> Iterator[re.Match[bytes]]:
    """Yield where a sheet has its print headers and footers: the name, then the text."""
    return _HEADER.finditer(sheet.data, sheet.frame.closed)


def print_headers(sheet: SheetBytes) -> Iterator[tuple[str, str]]:
    """Yield the name of each print header and footer of a sheet, and its text."""
    for found in header_places(sheet):
        yield found[1].decode(), xml_text(found[2].decode())


class SheetCache:
    """Reads sheets, shared strings and number formats when they are asked for."""

    def __init__(self, parts: Parts, workbook: Workbook) -> None:
        """Read from `parts`, which may change."""
        self._parts = parts
        self.workbook = workbook
        self._kept: OrderedDict[str, SheetBytes] = OrderedDict()
        self._kept_bytes = 0
        self._outlines: dict[str, Outline] = {}
        self._outlined_rows = 0
        self._formulas: dict[str, bool] = {}
        self._headers: dict[str, tuple[tuple[str, str], ...]] = {}
        self._strings: KnownStrings | None = None
        self._formats: tuple[str | None, ...] | None = None
        self._lettered: frozenset[bytes] | None = None

    @property
    def from_1904(self) -> bool:
        """Tell whether days are counted from 1904."""
        return self.workbook.from_1904

    @property
    def strings(self) -> KnownStrings:
        """The shared strings.

        Raises:
            TpxlError: they cannot be read.
        """
        if self._strings is None:
            part = self.workbook.strings
            is_there = part is not None and part in self._parts
            self._strings = KnownStrings(
                self._parts.reading(part, shared_strings) if part and is_there else []
            )
        return self._strings

    def has_rich_text(self, cell: CellBytes, sheet: SheetBytes) -> bool:
        """Tell whether a cell's text is lettered in several ways, which a new text would lose.

        Raises:
            TpxlError: the shared strings cannot be read.
        """
        if cell.kind == "inlineStr":
            return re.search(_RUN, sheet.data[cell.start : cell.end]) is not None
        part = self.workbook.strings
        if cell.kind != "s" or cell.text is None or part is None:
            return False
        if self._lettered is None:
            self._lettered = self._parts.reading(part, lettered_strings)
        return string_number(cell.text) in self._lettered

    def number_format(self, style: int) -> str | None:
        """Return the number format of a cell style; ``General`` where there is no such style.

        None where the style does not say which.

        Raises:
            TpxlError: the styles cannot be read.
        """
        if self._formats is None:
            part = self.workbook.styles
            is_there = part is not None and part in self._parts
            self._formats = self._parts.reading(part, number_formats) if part and is_there else ()
        return self._formats[style] if style < len(self._formats) else GENERAL

    def name(self, sheet: str) -> str:
        """Return a sheet's name as the book writes it; names differ by more than case.

        Raises:
            TpxlError: there is no such worksheet.
        """
        if sheet in self.workbook.sheets:
            return sheet
        folded = sheet.casefold()
        found = next((n for n in self.workbook.sheets if n.casefold() == folded), None)
        if found is None:
            raise TpxlError("sheet_missing", book=self._parts.book, sheet=sheet)
        return found

    def sheet_bytes(self, sheet: str) -> SheetBytes:
        """Return a sheet by its name in the book.

        Raises:
            TpxlError: it cannot be read.
        """
        kept = self._kept.get(sheet)
        if kept is None:
            kept = self._read(sheet)
            self._formulas[sheet] = kept.has_formulas
            self._headers[sheet] = tuple(print_headers(kept))
            self._kept[sheet] = kept
            self._kept_bytes += len(kept.data)
            self._remember(sheet, kept.outline)
            self._shrink()
        self._kept.move_to_end(sheet)
        return kept

    def forget(self, sheet: str) -> None:
        """Let go of a sheet whose cells changed: its print headers are as they were."""
        self._let_go(sheet)
        outline = self._outlines.pop(sheet, None)
        self._outlined_rows -= 0 if outline is None else len(outline.numbers)

    def forget_headers(self, sheet: str) -> None:
        """Let go of a sheet whose print headers changed."""
        self.forget(sheet)
        self._headers.pop(sheet, None)

    def forget_all(self) -> None:
        """Let go of every sheet."""
        self._kept.clear()
        self._outlines.clear()
        self._kept_bytes = self._outlined_rows = 0

    def has_formulas(self) -> bool:
        """Tell whether any sheet has a formula; sheets not read yet are read for it."""
        if self.workbook.calculation_chain is not None or any(self._formulas.values()):
            return True
        if len(self._formulas) == len(self.workbook.sheets):
            return False
        unread = (sheet for sheet in self.workbook.sheets if sheet not in self._formulas)
        try:
            return any(self.sheet_bytes(sheet).has_formulas for sheet in unread)
        except TpxlError:  # what cannot be read may have some
            return True

    def headers(self, sheet: str) -> tuple[tuple[str, str], ...]:
        """Return a sheet's print headers and footers: the name of each, and its text.

        Raises:
            TpxlError: it cannot be read.
        """
        if sheet not in self._headers:
            self.sheet_bytes(sheet)
        return self._headers[sheet]

    def formula_sheets(self) -> tuple[str, ...]:
        """Return the sheets that have formulas, in their order; damaged ones left out."""
        found = []
        for sheet in self.workbook.sheets:
            try:
                has_some = self._formulas.get(sheet)
                if has_some is None:
                    has_some = self.sheet_bytes(sheet).has_formulas
            except TpxlError:
                continue
            found += [sheet] if has_some else []
        return tuple(found)

    def _read(self, sheet: str) -> SheetBytes:
        part, outline = self.workbook.sheets[sheet], self._outlines.get(sheet)

        def told(error: MarkupError) -> TpxlError:
            code = _SHEET_CODES.get(error.code, error.code)
            facts = {"book": self._parts.book, "part": part, "sheet": sheet, "detail": str(error)}
            return TpxlError(code, **facts, **error.facts)

        try:
            return self._parts.reading(part, lambda data: SheetBytes(data, told, outline))
        except TpxlError as error:
            code = _SHEET_CODES.get(error.code, error.code)
            raise TpxlError(code, **{**error.facts, "sheet": sheet}) from error

    def _remember(self, sheet: str, outline: Outline | None) -> None:
        if outline is None or sheet in self._outlines:
            return
        if self._outlined_rows + len(outline.numbers) <= _OUTLINED_ROWS:
            self._outlines[sheet] = outline
            self._outlined_rows += len(outline.numbers)

    def _let_go(self, sheet: str) -> None:
        kept = self._kept.pop(sheet, None)
        self._kept_bytes -= 0 if kept is None else len(kept.data)

    def _shrink(self) -> None:
        while len(self._kept) > 1 and self._kept_bytes > _KEPT_BYTES:
            self._let_go(next(iter(self._kept)))


def number_formats(data: bytes) -> tuple[str | None, ...]:
    """Return the number format code of each cell style (``cellXfs``) of the styles part.

    None is the code of a style whose number is empty: how its cells are shown is not known.

    Raises:
        MarkupError: the part cannot be read.
    """
    own: dict[int, str] = {}
    used: list[int | None] = []
    group = ""
    try:
        for tag in tags(utf8(data)):
            if tag.depth == 1:
                group = tag.name
            elif tag.depth == 2 and group == "numFmts":  # noqa: PLR2004
                number, code = tag.attributes["numFmtId"], tag.attributes["formatCode"]
                if number:
                    own[int(number)] = code
            elif tag.depth == 2 and group == "cellXfs":  # noqa: PLR2004
                said = tag.attributes.get("numFmtId", "0")
                used.append(int(said) if said else None)
    except (KeyError, ValueError) as error:
        raise MarkupError(str(error)) from error
    for code in own.values():
        refuse_many("format_too_long", len(code), MAX_FORMAT)
    return tuple(
        None if number is None else own.get(number, _BUILT_IN.get(number, GENERAL))
        for number in used
    )
