"""A sheet of the master: title, a row for buttons, the page it is printed on, growing rows."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tpxl.master import buttons
from tpxl.master.draft import Draft
from tpxl.master.lettering import LINE_POINTS, line_count
from tpxl.master.rules import Rule, said_rule
from tpxl.master.words import Words

TITLE_ROW, SUBTITLE_ROW, BUTTON_ROW, FIRST_ROW = 0, 1, 2, 3
"""Rows from zero, the same on every sheet; the sheet's own text begins at `FIRST_ROW`."""

HEAD_ROWS = (TITLE_ROW, BUTTON_ROW)
BUTTON_ROW_PIXELS = 34
_ROW_POINTS, _GAP_POINTS, _AIR = 17.25, 7.5, 3
_A4 = 9
_SIDES, _TOP, _BOTTOM = 0.6, 0.9, 0.75

_STILL_ALLOWED = ("objects", "scenarios", "format_columns", "format_rows", "autofilter")

TAB_COLOURS = {"guide": "#7F7F7F", "settings": "#BF8F00", "area": "#1F4E79", "result": "#2E7D6B"}


class Sheet(Worksheet):  # type: ignore[misc]  # XlsxWriter has no types
    """A worksheet that is written in Finnish and says its words in the language of its book.

    What a city typed is no word of ours: `write_typed` and `write` leave it as it is.

    Its rows of wrapped text have a height and still grow when staff type more: XlsxWriter marks
    each height as set by hand, and Excel then never fits the row again.
    """

    def __init__(self) -> None:
        """Start without growing rows, in Finnish."""
        super().__init__()
        self._growing: set[int] = set()
        self.words = Words("fi")
        self.widths: list[float] = []
        self.is_area = False

    def write_string(self, row: int, column: int, text: str, look: Format | None = None) -> None:
        """Write words of ours."""
        self.write_typed(row, column, self.words(text), look)

    def write_typed(self, row: int, column: int, text: str, look: Format | None = None) -> None:
        """Write a text that is a city's own."""
        super().write_string(row, column, text, look)

    def write_formula(
        self, row: int, column: int, formula: str, look: Format | None = None, value: object = 0
    ) -> None:
        """Write a formula and the value it has: the words in both are ours."""
        shown = self.words(value) if isinstance(value, str) else value
        super().write_formula(row, column, self.words.of_formula(formula), look, shown)

    def merge_range(  # noqa: D102, PLR0917  # as XlsxWriter's own
        self, top: int, left: int, bottom: int, right: int, text: str | None, look: Format
    ) -> None:
        said = text if text is None else self.words(text)
        super().merge_range(top, left, bottom, right, said, look)

    def data_validation(  # noqa: D102  # as XlsxWriter's own
        self, top: int, left: int, bottom: int, right: int, rule: Rule
    ) -> None:
        super().data_validation(top, left, bottom, right, said_rule(rule, self.words))

    def conditional_format(  # noqa: D102  # as XlsxWriter's own
        self, top: int, left: int, bottom: int, right: int, rule: Rule
    ) -> None:
        formulas = ("criteria", "value")
        said = {at: self.words.of_formula(rule[at]) for at in formulas if at in rule}
        super().conditional_format(top, left, bottom, right, {**rule, **said})

    def grow(self, row: int, lines: int) -> None:
        """Give a row the height of `lines`, which Excel may change with the text."""
        self._growing.add(row + 1)
        self.set_row(row, LINE_POINTS * lines + _AIR)

    def _xml_formula_element(
        self, formula: str, result: object, attributes: list[tuple[str, Any]]
    ) -> None:
        """Say of a formula that shows nothing that this is its value: XlsxWriter leaves it open."""
        told = [*attributes, ("t", "str")] if result == "" else attributes
        super()._xml_formula_element(formula, result, told)

    def _xml_start_tag_unencoded(
        self, tag: str, attributes: list[tuple[str, Any]] | None = None
    ) -> None:
        if tag == "row" and attributes and attributes[0][1] in self._growing:
            attributes = [pair for pair in attributes if pair[0] != "customHeight"]
        super()._xml_start_tag_unencoded(tag, attributes)


def add(draft: Draft, name: str, kind: str, widths: list[float], *, wide: bool = False) -> Sheet:
    """Return a new sheet with its columns, its tab colour and its page; its name is final."""
    sheet: Sheet = draft.workbook.add_worksheet(name, worksheet_class=Sheet)
    sheet.words, sheet.widths, sheet.is_area = draft.words, widths, kind == "area"
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.set_tab_color(TAB_COLOURS[kind])
    sheet.hide_gridlines(2)
    sheet.set_paper(_A4)
    if wide:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=_SIDES, right=_SIDES, top=_TOP, bottom=_BOTTOM)
    sheet.set_header(
        f"&L&9{draft.city.of_city.replace('&', '&&')}&C&9{name.replace('&', '&&')}"
        f"&R&9{draft.words('Tilinpäätös')} {draft.city.year}",
        {"margin": 0.4},
    )
    sheet.set_footer(f"&R&9{draft.words('Sivu')} &P/&N", {"margin": 0.4})
    return sheet


def head(sheet: Sheet, draft: Draft, title: str, subtitle: str = "") -> None:
    """Write the title and a line under it, leave the row of buttons, and keep all three in view."""
    sheet.set_row(TITLE_ROW, 24)
    sheet.write_typed(TITLE_ROW, 0, draft.words(title), draft.styles("title"))
    if subtitle:
        sheet.write_string(SUBTITLE_ROW, 0, subtitle, draft.styles("muted"))
    sheet.set_row_pixels(BUTTON_ROW, BUTTON_ROW_PIXELS)
    buttons.add_buttons(sheet, BUTTON_ROW, draft.words, is_area=sheet.is_area)
    sheet.freeze_panes(BUTTON_ROW + 1, 0)


def heading(sheet: Sheet, draft: Draft, row: int, text: str, columns: int) -> int:
    """Write a section's heading across `columns`; return the next row."""
    sheet.set_row(row, 21)
    sheet.write_string(row, 0, text, draft.styles("heading"))
    for column in range(1, columns):
        sheet.write_blank(row, column, None, draft.styles("heading"))
    return row + 1


def paragraph(
    sheet: Sheet, row: int, text: str, widths: list[float], style: Format, *, spare: int = 0
) -> int:
    """Write a text merged across columns of `widths`, high enough for it; return the next row."""
    sheet.merge_range(row, 0, row, len(widths) - 1, text, style)
    lines = line_count(sheet.words(text), *widths) + spare
    sheet.set_row(row, LINE_POINTS * lines + _AIR)
    return row + 1


def roomy(sheet: Sheet, first: int, last: int) -> None:
    """Give the rows of a table of short cells some air."""
    for row in range(first, last + 1):
        sheet.set_row(row, _ROW_POINTS)


def gap(sheet: Sheet, row: int) -> None:
    """Leave a low row between the blocks of a table."""
    sheet.set_row(row, _GAP_POINTS)


def header(sheet: Sheet, draft: Draft, row: int, texts: dict[str, str]) -> int:
    """Write a table's heading row, each text with its alignment; return the next row."""
    widths = dict(zip(texts, sheet.widths, strict=False))
    told = {text: sheet.words(text) for text in texts}
    lines = max(
        line_count(told[text], widths[text], bold=True) if text in widths else 1 for text in texts
    )
    sheet.set_row(row, _ROW_POINTS * lines)
    for column, (text, align) in enumerate(texts.items()):
        sheet.write_string(row, column, text, draft.styles("header", align))
    return row + 1


def protect(sheet: Sheet) -> None:
    """Let nobody type by mistake where nothing is typed; one click and no password opens it.

    Sheets that people write on stay open: Excel would check no spelling there, copy no row of
    merged cells, and lock what is pasted from Word.
    """
    sheet.protect("", dict.fromkeys(_STILL_ALLOWED, True))


def whole_numbers(sheet: Sheet, draft: Draft, block: tuple[int, int, int, int]) -> None:
    """Show euros without decimals where a column holds euros and per cents alike."""
    rule = {
        "type": "formula",
        "criteria": f"=MOD({xl_rowcol_to_cell(*block[:2])},1)=0",
        "format": draft.styles.conditional(num_format="#,##0"),
    }
    sheet.conditional_format(*block, rule)


def print_area(sheet: Sheet, last_row: int, columns: int) -> None:
    """Print everything down to `last_row`, with the title on top of each page."""
    sheet.print_area(0, 0, last_row, columns - 1)
    sheet.repeat_rows(*HEAD_ROWS)
