"""How large a book may be: beyond any that an office keeps, below what a mailed file may cost.

A book over a limit is refused in one sentence before time or memory is spent on it. The largest of
150 workbooks of other programs has 3 MB, 119 000 elements and 3 000 rows in one part; a book of
3 000 area sheets has 135 MB in 3 010 parts.

What is wrong with a part, before it is known whose part it is.
"""

MAX_FILE = 512 << 20
"""A file is read whole; more than this is a database."""

MAX_PART, MAX_PARTS_TOGETHER = 128 << 20, 1 << 30
"""A sheet is in memory up to three times while its rows are found: 512 MiB are never reached."""

MAX_RATIO, SMALL_ENOUGH = 200, 32 << 20
"""Sheets are packed to a tenth, a directory of 3 000 parts to a 45th; deflate ends at 1 032.

What is small enough unpacked may be packed as well as it likes: it takes no time.
"""

MAX_MEMBERS = 30_000
"""3 000 sheets with five parts each have 15 000; from 65 536 a directory of 64 bits is needed."""

MAX_RELATIONS = 65_535
"""As many as there may be parts; Excel allows a sheet 65 530 hyperlinks."""

MAX_SHEETS = 5_000
"""3 000 are measured to work; ten thousand take ten seconds and 400 MiB."""

MAX_ROWS = 250_000
"""A sheet of the report has hundreds, a ledger beside it perhaps a hundred thousand."""

MAX_ELEMENTS = 400_000
"""Of a part that is asked element by element: so many have all the 64 000 styles Excel allows."""

MAX_SHEET_ELEMENTS = 1_000_000
"""Of a sheet that only a parser can read: half a million cells."""

MAX_STRINGS = 250_000
"""Different texts of a book; 3 000 area sheets have 3 200."""

MAX_TEXT = 16_000_000
"""Letters of one cell: Excel takes 32 767, other programs write megabytes, which are findings."""

MAX_FORMAT = 1_024
"""Letters of a number format: Excel takes 255."""

MAX_MERGED = 100_000
"""Merged areas of a sheet: a table of forms has hundreds."""

_SMALLEST_ELEMENT = len("<a/>")
_TEXT_SUFFIXES = (".xml", ".rels")


def is_bomb(packed: int, size: int) -> bool:
    """Tell whether bytes swell, when they are unpacked, as no sheet does."""
    return size > SMALL_ENOUGH and size > packed * MAX_RATIO


def is_text(name: str) -> bool:
    """Tell whether a member is XML by its name."""
    return name.lower().endswith(_TEXT_SUFFIXES)


def refuse_many(code: str, count: int, limit: int) -> None:
    """Pass where there are no more than the limit.

    Raises:
        MarkupError: there are.
    """
    if count > limit:
        raise MarkupError(f"{count} of {limit}", code, limit=limit)


def refuse_many_elements(data: bytes, limit: int = MAX_ELEMENTS) -> None:
    """Pass where a document has no more elements than the limit; short ones are not counted.

    Raises:
        MarkupError: it has more.
    """
    if len(data) > limit * _SMALLEST_ELEMENT:
        count = data.count(b"<") - data.count(b"</")
        refuse_many("part_too_many_elements", count, limit)


def refuse_long_text(text: str) -> None:
    """Pass where a cell's text is no longer than the limit.

    Raises:
        MarkupError: it is longer.
    """
    refuse_many("text_too_long", len(text), MAX_TEXT)


class MarkupError(Exception):
    """The bytes cannot be read: no XML, a forbidden DTD, rows out of order, more than a limit."""

    def __init__(self, detail: str, code: str = "part_damaged", **facts: object) -> None:
        """Say what is wrong; `code` is that of the error it becomes, with `facts`."""
        super().__init__(detail)
        self.code = code
        self.facts = facts
