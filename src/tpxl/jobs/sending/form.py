"""The form of an area: what is asked, its figures to read, and what was sent.

One sheet asks, a question a row, answers on a pale ground and unlocked; all else is locked without
a password, for a lock is a help and no wall. Every answer's cell has a name, every row its key.
"""

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any, NamedTuple

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from tpxl.jobs.sending.returned import shown_figures
from tpxl.layout.returns import name_of
from tpxl.messages import period_name
from tpxl.messages.catalogue import Catalogue
from tpxl.model import Area, FiguresRow, Measure, Period
from tpxl.model.sending import Question
from tpxl.rules.answers import fingerprint
from tpxl.rules.goal_texts import lines_needed
from tpxl.terms.plain_tables import TableWords
from tpxl.terms.sending import (
    ACTION,
    ANSWER,
    ANSWER_PRINT,
    AREA,
    AT,
    BOOK,
    DUE,
    FILLED_BY,
    FORM,
    INDICATOR,
    KEY,
    LABELS,
    LAST,
    PART,
    ROW_PRINT,
    SEND,
    SENT,
    SENT_FIGURES,
    STATE,
    TITLE,
    YEAR,
)

_ACCENT, _PALE, _LINE, _GREY = "#1F4E79", "#FFF6D5", "#BFBFBF", "#595959"
_WRONG, _RIGHT = "#9C0006", "#1E6B34"
_POINTS_A_LINE, _PADDING, _LEAST_LINES = 15.0, 6.0, 4
_HIGHEST_ROW = 409.0
_HEADER_ROW = 5
_FIGURE_WIDTH, _LABEL_WIDTH = 13.0, 36.0
_LETTERS = {"font_name": "Calibri", "font_size": 11, "valign": "top", "text_wrap": True}
_CELL = {**_LETTERS, "border": 1, "border_color": _LINE}
_HEAD = {**_CELL, "bold": True, "bg_color": _ACCENT, "font_color": "#FFFFFF", "valign": "vcenter"}
_NOTE = {"font_name": "Calibri", "font_size": 11}


class FormToSend(NamedTuple):
    """All that a form tells: `period` is the year's whose outcomes are asked."""

    book: str
    area: Area
    send: str
    at: dt.datetime
    due: str
    person: str
    period: Period | None
    questions: Sequence[Question]


def form_file(one: FormToSend, words: Catalogue) -> bytes:
    """Return the workbook of a form."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False}
    book = xlsxwriter.Workbook(out, options)
    title = words.texts["form_title"].format(area=one.area.name)
    book.set_properties({"title": title, "author": "tpxl", "created": one.at.replace(tzinfo=None)})
    _FormWriter(book, one, words).write()
    book.close()
    return out.getvalue()


def _moment(when: dt.datetime) -> str:
    return f"{when.day}.{when.month}.{when.year} {when:%H:%M:%S}"


class _FormWriter:
    """Writes the sheets of a form."""

    def __init__(self, book: xlsxwriter.Workbook, one: FormToSend, words: Catalogue) -> None:
        self.book, self.one, self.words, self.lang = book, one, words, words.lang
        self.headings = FORM.headings(self.lang)
        wanted = [name for name in self.headings if name != LAST or self._has_last()]
        self.columns = {name: at for at, name in enumerate(wanted)}
        self.sheet_name = FORM.sheet[self.lang]

    def write(self) -> None:
        sheet = self.book.add_worksheet(self.sheet_name)
        self._top(sheet)
        for at, one in enumerate(self.one.questions, _HEADER_ROW + 1):
            self._question(sheet, at, one)
        self._print(sheet)
        self._protect(sheet)
        self._figures(self.book.add_worksheet(self.words.texts["form_figures_sheet"]))
        self._sent(self.book.add_worksheet(SENT.sheet[self.lang]))

    def _has_last(self) -> bool:
        return any(one.last for one in self.one.questions)

    def _text(self, code: str, **facts: object) -> str:
        return self.words.texts[code].format(**facts)

    def _format(self, look: dict[str, Any], **more: object) -> Format:
        return self.book.add_format({**look, **more})

    def _top(self, sheet: Worksheet) -> None:
        for name, at in self.columns.items():
            sheet.set_column(at, at, FORM.widths[name])
        one, last = self.one, len(self.columns) - 1
        title = self._text("form_title", area=one.area.name)
        sheet.write_string(0, 0, title, self._format(_NOTE, font_size=14, bold=True))
        due = "form_fill_by" if one.due else "form_fill"
        fill = self._text(due, due=one.due)
        sheet.write_string(1, 0, fill, self._format(_NOTE, bold=True))
        sheet.write_string(2, 0, self._text("form_read"), self._format(_NOTE, font_color=_GREY))
        sheet.write_string(3, 0, FILLED_BY[self.lang], self._format(_NOTE, bold=True))
        filler = self._format(_CELL, bg_color=_PALE, locked=False, text_wrap=False)
        sheet.write(3, 1, one.person or None, filler)
        self._missing(sheet)
        head = self._format(_HEAD)
        for name, at in self.columns.items():
            sheet.write_string(_HEADER_ROW, at, self.headings[name], head)
        sheet.set_row(_HEADER_ROW, 22)
        sheet.freeze_panes(_HEADER_ROW + 1, 0)
        sheet.set_selection(_HEADER_ROW + 1, self.columns[ANSWER], *(_HEADER_ROW + 1, last - 1))

    def _missing(self, sheet: Worksheet) -> None:
        """Tell how many answers are missing, in step with what is written."""
        at, count = self.columns[STATE], len(self.one.questions)
        cells = (
            f"{xl_rowcol_to_cell(_HEADER_ROW + 1, at)}:{xl_rowcol_to_cell(_HEADER_ROW + count, at)}"
        )
        missing = sum(not one.answer for one in self.one.questions)
        word = self._text("form_missing")
        look = self._format(_NOTE, bold=True, align="right")
        number = self._format(_NOTE, bold=True, align="left")
        sheet.write_string(3, self.columns[ANSWER], self._text("form_missing_count"), look)
        sheet.write_formula(3, at, f'=COUNTIF({cells},"{word}")', number, missing)

    def _question(self, sheet: Worksheet, row: int, one: Question) -> None:
        texts = {
            KEY: one.key,
            PART: one.part,
            TITLE: one.title,
            ACTION: one.action,
            INDICATOR: one.indicator,
            LAST: one.last,
        }
        look = self._format(_CELL)
        for name, text in texts.items():
            if name in self.columns:
                small = self._format(_CELL, font_size=8, font_color=_GREY) if name == KEY else look
                sheet.write_string(row, self.columns[name], text, small)
        at = self.columns[ANSWER]
        fill = self._format(_CELL, bg_color=_PALE, locked=False)
        sheet.write(row, at, one.answer or None, fill)
        place = f"='{self.sheet_name}'!{xl_rowcol_to_cell(row, at, row_abs=True, col_abs=True)}"
        self.book.define_name(name_of(one.key), place)
        self._state(sheet, row, one)
        lines = max(
            lines_needed(text, _letters(name))
            for name, text in (*texts.items(), (ANSWER, one.answer))
        )
        height = min(_HIGHEST_ROW, max(lines, _LEAST_LINES) * _POINTS_A_LINE + _PADDING)
        sheet.set_row(row, height)

    def _state(self, sheet: Worksheet, row: int, one: Question) -> None:
        """Tell whether an answer is missing and how long it is, in step with what is written."""
        cell, missing = xl_rowcol_to_cell(row, self.columns[ANSWER]), self._text("form_missing")
        length = len(one.answer)
        if one.limit is None:
            told, shown = f'"{self._text("form_done")}"', self._text("form_done")
        else:
            unit = f"/{one.limit} {self._text('form_letters')}"
            told = f'LEN({cell})&"{unit}"'
            long = self._text("form_too_long")
            told = f'IF(LEN({cell})>{one.limit},"{long} "&{told},{told})'
            shown = f"{length}{unit}"
            shown = f"{long} {shown}" if length > one.limit else shown
            sheet.data_validation(
                cell,
                {
                    "validate": "length",
                    "criteria": "<=",
                    "value": one.limit,
                    "error_type": "warning",
                    "error_title": self._text("form_too_long")[:32],
                    "error_message": self._text("form_limit", limit=one.limit)[:255],
                },
            )
        formula = f'=IF(LEN(TRIM({cell}))=0,"{missing}",{told})'
        state = self._format(_CELL, font_color=_GREY)
        value = shown if one.answer.strip() else missing
        sheet.write_formula(row, self.columns[STATE], formula, state, value)

    def _print(self, sheet: Worksheet) -> None:
        count, at = len(self.one.questions), self.columns[STATE]
        first, last = _HEADER_ROW + 1, _HEADER_ROW + max(1, count)
        for code in ("form_missing", "form_too_long"):
            mark = self.book.add_format({"bold": True, "font_color": _WRONG})
            rule = {"type": "text", "criteria": "begins with", "value": self._text(code)}
            sheet.conditional_format(first, at, last, at, {**rule, "format": mark})
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_HEADER_ROW)
        sheet.set_footer(f"&L{self.one.area.name.replace('&', '&&')[:80]}&R&P/&N")
        sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{last + 1}"})

    def _protect(self, sheet: Worksheet) -> None:
        sheet.protect("", {"format_rows": True, "format_columns": True})

    def _figures(self, sheet: Worksheet) -> None:
        """Print the area's figures as its own sheet has them."""
        sheet.set_column(0, 0, _LABEL_WIDTH)
        sheet.set_column(1, 20, _FIGURE_WIDTH)
        title = self._text("form_figures", area=self.one.area.name)
        sheet.write_string(0, 0, title, self._format(_NOTE, font_size=14, bold=True))
        sheet.write_string(
            1, 0, self._text("form_figures_read"), self._format(_NOTE, font_color=_GREY)
        )
        row = 3
        for table in self.one.area.tables:
            head = self._format(_HEAD, align="right")
            sheet.write_string(row, 0, "", self._format(_HEAD))
            for at, period in enumerate(table.header, 1):
                sheet.write_string(row, at, period_name(period, self.words), head)
            for one in table.rows:
                row += 1
                self._figures_row(sheet, row, one, tuple(table.header))
            row += 2
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        self._protect(sheet)

    def _figures_row(
        self, sheet: Worksheet, row: int, one: FiguresRow, periods: Sequence[Period]
    ) -> None:
        label = " ".join(one.label.split())
        sheet.write_string(row, 0, label, self._format(_CELL))
        decimals = one.decimals
        if decimals is None:
            decimals = 1 if one.line.measure is Measure.CHANGE_PERCENT else 0
        code = "#,##0" + ("." + "0" * decimals if decimals else "")
        look = self._format(_CELL, num_format=code, text_wrap=False)
        for at, period in enumerate(periods, 1):
            figure = one.figures.get(period)
            number = figure.number if figure is not None and figure.is_known else None
            if number is None:
                sheet.write_blank(row, at, None, look)
            else:
                sheet.write_number(row, at, float(number), look)

    def _sent(self, sheet: Worksheet) -> None:
        """Write what was sent, which the return is compared with."""
        sheet.hide()  # an area head need not look at it
        one, labels = self.one, LABELS[self.lang]
        facts = {
            BOOK: one.book,
            AREA: one.area.name,
            SEND: one.send,
            AT: _moment(one.at),
            DUE: one.due,
            YEAR: "" if one.period is None else str(one.period),
        }
        look, bold = self._format(_NOTE), self._format(_NOTE, bold=True)
        sheet.write_string(
            0, 0, self._text("form_sent_note"), self._format(_NOTE, font_color=_GREY)
        )
        for row, (name, text) in enumerate(facts.items(), 1):
            sheet.write_string(row, 0, labels[name], bold)
            sheet.write_string(row, 1, text, look)
        questions = [
            {
                KEY: question.key,
                TITLE: question.title,
                ROW_PRINT: row_print(question),
                ANSWER_PRINT: fingerprint(question.answer),
            }
            for question in one.questions
        ]
        row = self._table(sheet, len(facts) + 2, SENT, questions)
        figures = [shown._asdict() for shown in shown_figures(one.area)]
        for figure in figures:
            figure["figure"] = figure.pop("number")
        self._table(sheet, row + 1, SENT_FIGURES, figures)
        self._protect(sheet)

    def _table(
        self, sheet: Worksheet, row: int, kind: TableWords, lines: Sequence[dict[str, str]]
    ) -> int:
        """Write a plain table from a row on; return the row after it."""
        headings = kind.headings(self.lang)
        for at, (name, heading) in enumerate(headings.items()):
            if name in kind.widths:
                sheet.set_column(at, at, kind.widths[name])
            sheet.write_string(row, at, heading, self._format(_NOTE, bold=True))
        look = self._format(_NOTE)
        for line in lines:
            row += 1
            for at, name in enumerate(headings):
                sheet.write_string(row, at, line[name], look)
        return row + 1


def row_print(question: Question) -> str:
    """Return the fingerprint of what a row asks."""
    return fingerprint(question.title, question.action, question.indicator)


def _letters(column: str) -> int:
    return max(1, int(FORM.widths[column]) - 1)
