"""What changed between two versions, written for people: a sheet to filter, or a document."""

import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tpxl.books.files.found import MADE_EXPORT
from tpxl.errors import TpxlError
from tpxl.jobs.export.files import EARLIEST, require_other
from tpxl.jobs.versions.difference import CHANGED, SAME, AreaDifference, BooksDifference
from tpxl.messages import Catalogue
from tpxl.messages.changes import CAME, GONE, fact_name, number_in, shown, word_parts

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

XLSX, DOCX = ".xlsx", ".docx"
SUFFIXES = (XLSX, DOCX)

_HEAD = {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "valign": "vcenter"}
_CELL = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
_WIDTHS = (28, 20, 40, 46, 46, 14)
_COLUMNS = ("area", "kind", "what", "old", "new", "difference")


class ChangeRow(NamedTuple):
    """A change in words: of which area, of what kind, of what, what it was and what it is."""

    area: str
    kind: str
    what: str
    old: str | None
    new: str | None


def file_of(result: BooksDifference, suffix: str, words: Catalogue) -> bytes:
    """Return a workbook or a Word document, by the suffix, that lists what changed."""
    rows = list(change_rows(result, words))
    return _sheet(result, rows, words) if suffix == XLSX else _document(result, rows, words)


def require_own_file(out: Path, books: Iterable[str]) -> None:
    """Pass where the list may be written to a path.

    Raises:
        TpxlError: its suffix is of no kind that is written, or it is one of the books.
    """
    if out.suffix.lower() not in SUFFIXES:
        raise TpxlError("diff_out_suffix", out=str(out))
    require_other(out, books)


def change_rows(result: BooksDifference, words: Catalogue) -> Iterator[ChangeRow]:
    """Yield everything that changed, area by area, what was typed before what follows from it."""
    for area in result.areas:
        if area.state != SAME:
            yield from _of_area(area, area.area or words.texts["diff_whole_book"], words)


def _of_area(one: AreaDifference, name: str, words: Catalogue) -> Iterator[ChangeRow]:
    texts = words.texts
    if one.state != CHANGED:
        yield ChangeRow(name, texts["diff_kind_area"], texts[f"diff_area_{one.state}"], None, None)
        return
    for code, periods in zip(("gone", "came"), one.periods, strict=True):
        if periods:
            what = texts[f"diff_periods_{code}"].format(periods=", ".join(periods))
            yield ChangeRow(name, texts["diff_kind_periods"], what, None, None)
    for kind, changes in (("typed", one.changes), ("follows", one.follows)):
        for change in changes:
            told = fact_name(change.key, words)
            yield ChangeRow(name, texts[f"diff_kind_{kind}"], told, change.old, change.new)
    for code, findings in (("gone", one.findings_gone), ("new", one.findings_new)):
        for finding in findings:
            yield ChangeRow(name, texts[f"diff_kind_finding_{code}"], finding.message, None, None)


def _sheet(result: BooksDifference, rows: Sequence[ChangeRow], words: Catalogue) -> bytes:
    import xlsxwriter  # noqa: PLC0415  # a writer's weight

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    book = xlsxwriter.Workbook(out, options)
    title = words.texts["diff_title"]
    day = EARLIEST.replace(tzinfo=None)
    book.set_properties({"title": title, "category": MADE_EXPORT, "created": day})
    sheet = book.add_worksheet(title)
    look, head = book.add_format(_CELL), book.add_format(_HEAD)
    looks = [book.add_format({**_CELL, "num_format": code}) for code in ("#,##0", "#,##0.0####")]
    sheet.write_string(
        0, 0, f"{title}: {result.old} → {result.new}", book.add_format({"bold": True})
    )
    for at, (column, width) in enumerate(zip(_COLUMNS, _WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(2, at, words.texts[f"diff_column_{column}"], head)
    for at, row in enumerate(rows, 3):
        for place, text in enumerate(row[:3]):
            sheet.write_string(at, place, text or "", look)
        old, new = number_in(row.old), number_in(row.new)
        told = None if old is None or new is None else new - old
        for place, (said, value) in enumerate(((row.old, old), (row.new, new), (None, told)), 3):
            has_decimals = value is not None and value != value.to_integral_value()
            cell = said if value is None else float(value)
            sheet.write(at, place, cell, looks[has_decimals])
    last = max(3, len(rows) + 2)
    sheet.autofilter(2, 0, last, len(_COLUMNS) - 1)
    sheet.freeze_panes(3, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(2)
    book.close()
    return out.getvalue()


def _document(result: BooksDifference, rows: Sequence[ChangeRow], words: Catalogue) -> bytes:
    from docx import Document  # noqa: PLC0415  # Word's weight

    from tpxl.jobs.export.docx.document import saved  # noqa: PLC0415

    document = Document()
    document.core_properties.title = words.texts["diff_title"]
    document.core_properties.created = document.core_properties.modified = EARLIEST
    document.add_heading(words.texts["diff_title"], 1)
    document.add_paragraph(f"{result.old} → {result.new}")
    if not rows:
        document.add_paragraph(words.texts["diff_nothing"])
    before = ChangeRow("", "", "", None, None)
    for row in rows:
        if row.area != before.area:
            document.add_heading(row.area, 2)
        if (row.area, row.kind) != (before.area, before.kind):
            document.add_heading(row.kind, 3)
        _add_change(document.add_paragraph(style="List Bullet"), row, words)
        before = row
    return saved(document)


def _add_change(paragraph: "Paragraph", row: ChangeRow, words: Catalogue) -> None:
    """Put a change into a paragraph; what is gone is struck through, what is new underlined."""
    if row.old is None and row.new is None:
        paragraph.add_run(row.what)
        return
    paragraph.add_run(f"{row.what}: ")
    for what, text in word_parts(*_sides(row, words)):
        run = paragraph.add_run(f"{text} ")
        run.font.strike = what == GONE
        run.font.underline = what == CAME


def _sides(row: ChangeRow, words: Catalogue) -> tuple[str, str]:
    old, new = ("" if one is None else shown(one, words) for one in (row.old, row.new))
    return old, new
