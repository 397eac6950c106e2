"""Findings in a file of their own, to be sorted, handed on and worked through: Excel or a page.

Every finding is there, the explained ones with their reasons. The file's ending chooses.
"""

import html
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from tpxl.books.files.found import MADE_EXPORT
from tpxl.errors import TpxlError
from tpxl.jobs.export.files import write_whole
from tpxl.jobs.results import CheckResult, RefreshResult
from tpxl.messages import Catalogue, catalogue, line_name, period_name
from tpxl.messages.sentences import printed
from tpxl.model import Finding
from tpxl.terms.journal import (
    AREA,
    CELL,
    EXPECTED,
    FINDINGS,
    FOUND,
    LINE,
    MESSAGE,
    PERIOD,
    REASON,
    SEVERITY,
    SHEET,
)

_COLUMNS = {
    SEVERITY: 16,
    AREA: 28,
    SHEET: 24,
    CELL: 8,
    PERIOD: 10,
    LINE: 28,
    FOUND: 13,
    EXPECTED: 13,
    MESSAGE: 90,
    REASON: 40,
}
"""The columns of `Tarkistus` with their widths."""

_HEAD = {"bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "valign": "top"}
_STYLE = (
    "body{font:.85rem/1.4 sans-serif;margin:1rem}td:nth-child(9){min-width:24rem}"
    "table{border-collapse:collapse}"
    "th,td{border:1px solid #bfbfbf;padding:.3rem .5rem;text-align:left;vertical-align:top}"
    "thead th{background:#1f4e79;color:#fff}td.number{text-align:right;white-space:nowrap}"
)
_Cell = str | Decimal | None


def write_listed(result: CheckResult | RefreshResult, path: Path, lang: str) -> None:
    """Write the findings of a result, worst first.

    Raises:
        TpxlError: the ending is of no such file, or it cannot be written.
    """
    words, name = catalogue(lang), Path(result.book).name
    title = words.texts["findings_title"].format(book=name)
    ordered = sorted(result.findings, key=lambda one: one.severity.rank)
    rows = [[*_cells(finding, words)] for finding in ordered]
    match path.suffix.lower():
        case ".xlsx":
            write_whole(path, _workbook(rows, title, lang))
        case ".html" | ".htm":
            write_whole(path, "\n".join(_page(rows, title, words)).encode())
        case _:
            raise TpxlError("findings_suffix", file=path)


def _heads(lang: str) -> list[str]:
    headings = FINDINGS.headings(lang)
    return [headings[column] for column in _COLUMNS]


def _cells(finding: Finding, words: Catalogue) -> Iterator[_Cell]:
    explanation = finding.explanation
    yield words.severities[finding.severity.value]
    yield finding.area
    yield finding.sheet
    yield finding.cell
    yield period_name(finding.period, words) or None
    yield line_name(finding.line, words)
    yield finding.found
    yield finding.expected
    yield finding.message
    yield explanation and " ".join(filter(None, explanation))


def _workbook(rows: list[list[_Cell]], title: str, lang: str) -> bytes:
    import xlsxwriter  # noqa: PLC0415  # for a workbook only

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": title, "category": MADE_EXPORT})
        sheet = book.add_worksheet(title.partition(":")[0])
        head = book.add_format(_HEAD)
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for at, (name, width) in enumerate(zip(_heads(lang), _COLUMNS.values(), strict=True)):
            sheet.set_column(at, at, width, wrapped)
            sheet.write_string(0, at, name, head)
        for row, cells in enumerate(rows, start=1):
            for at, cell in enumerate(cells):
                if isinstance(cell, Decimal):
                    sheet.write_number(row, at, float(cell))
                elif cell:
                    sheet.write_string(row, at, cell)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(rows), 1), len(_COLUMNS) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return out.getvalue()


def _page(rows: list[list[_Cell]], title: str, words: Catalogue) -> Iterator[str]:
    said = html.escape(title)
    yield f'<!DOCTYPE html>\n<html lang="{words.lang}"><head><meta charset="utf-8">'
    yield f"<title>{said}</title><style>{_STYLE}</style></head><body><main><h1>{said}</h1>"
    heads = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in _heads(words.lang))
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for cells in rows:
        told = "".join(_page_cell(cell, words) for cell in cells)
        yield f"<tr>{told}</tr>"
    yield "</tbody></table></main></body></html>"


def _page_cell(cell: _Cell, words: Catalogue) -> str:
    if isinstance(cell, Decimal):
        return f'<td class="number">{printed(cell, words.decimal_mark)}</td>'
    return f"<td>{html.escape(cell or '')}</td>"
