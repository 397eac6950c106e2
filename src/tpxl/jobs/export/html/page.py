"""Reports as web pages: headings in order, tables with their headers, charts with their words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from html import escape
from itertools import groupby
from pathlib import Path

from tpxl.jobs.export.choices import Choices, document_wording
from tpxl.jobs.export.drawing import drawing_of, svg
from tpxl.jobs.export.html.look import accent, css
from tpxl.jobs.export.report import (
    GOAL_FIELDS,
    AreaReport,
    Chart,
    FiguresBlock,
    GoalsBlock,
    OtherTable,
    Printed,
    Section,
    decimals_of,
)
from tpxl.jobs.export.template.check import DOCUMENT, template_file
from tpxl.jobs.export.template.package import check_package, reading
from tpxl.jobs.export.whole import (
    AREAS,
    CONTENTS,
    COVER,
    FIGURES,
    GOALS,
    MISSING,
    NamedTable,
    Whole,
    titled,
    whole_of,
)
from tpxl.messages.catalogue import Catalogue
from tpxl.terms.settings import PART_WORDS

DEEPEST = 6
LETTERS, CHART_LETTERS = 36, 50
"""The letters of a chart, and of one among others, in the drawing's own units."""


class PagePrinter:
    """Prints reports as web pages that look like the Word template."""

    def __init__(self, choices: Choices, words: Catalogue, templates: Path | None) -> None:
        """Read the template.

        Raises:
            TpxlError: it is missing or broken.
        """
        file = template_file(DOCUMENT, templates)
        self.template = Path(file.name)
        with reading(file.name):
            check_package(file.name, file.content)
            self._style, self._accent = css(file.content), accent(file.content)
        self._words, self._parts = words, choices.parts or tuple(PART_WORDS)
        self._wording = document_wording(choices, words)

    def one(self, report: AreaReport) -> bytes:
        """Return an area's page."""
        title = f"{report.area}, {self._title(report)}"
        return self._page(title, "".join(self._article(report, "", 1)))

    def all(self, reports: Iterable[AreaReport], title: str) -> bytes:
        """Return one page of all areas and of the city's own parts, in the order chosen."""
        kept = list(reports)
        whole = whole_of(kept, self._words)
        year = self._wording.title(whole.year)
        keys = {f"alue{number}": report for number, report in enumerate(kept, 1)}
        parts = [name for name in self._parts if name not in {COVER, CONTENTS}]
        bodies = {
            AREAS: "".join("".join(self._article(report, key, 2)) for key, report in keys.items()),
            FIGURES: self._part(FIGURES, "".join(self._city_figures(whole))),
            GOALS: self._part(GOALS, "".join(map(self._named, whole.goals))),
            MISSING: self._part(MISSING, self._missing_places(whole)),
        }
        links: list[tuple[str, str]] = []
        for name in parts:
            if name == AREAS:
                links += ((key, report.area) for key, report in keys.items())
            else:
                links.append((name, self._words.texts[f"whole.{name}"]))
        nav = self._contents(links) if CONTENTS in self._parts else ""
        head = self._cover(whole, year, title)
        return self._page(
            f"{title}, {year}", f"{head}{nav}{''.join(bodies[name] for name in parts)}"
        )

    def _cover(self, whole: Whole, year: str, title: str) -> str:
        above = "  ·  ".join(filter(None, (whole.city, year)))
        lines = "".join(
            f'<p class="below">{escape(self._words.texts[f"export.{label}"])}: '
            f"{escape(', '.join(values)) or self._missing()}</p>"
            for label, values in (("board", whole.boards), ("meeting", whole.meetings))
            if COVER in self._parts
        )
        return (
            f'<header><p class="above">{escape(above)}</p><h1>{escape(title)}</h1>{lines}</header>'
        )

    def _contents(self, links: Sequence[tuple[str, str]]) -> str:
        heading = escape(self._words.texts["export.contents"])
        items = "".join(f'<li><a href="#{key}">{escape(text)}</a></li>' for key, text in links)
        return (
            f'<nav aria-labelledby="sisallys"><h2 id="sisallys">{heading}</h2>'
            f"<ol>{items}</ol></nav>"
        )

    def _part(self, name: str, body: str) -> str:
        """Return one of the city's own parts."""
        heading = escape(self._words.texts[f"whole.{name}"])
        return f'<section id="{name}">\n<h2>{heading}</h2>\n{body}</section>\n'

    def _city_figures(self, whole: Whole) -> Iterator[str]:
        yield from map(self._named, whole.figures)
        if whole.charts:
            yield _heading(self._words.texts["whole.charts"], 3)
        yield '<div class="charts">\n'
        for small in map(titled, whole.charts):
            named = replace(small.chart, title=f"{small.area}: {small.chart.title}")
            yield self._chart(named, CHART_LETTERS)
        yield "</div>\n"

    def _named(self, named: NamedTable) -> str:
        """Return a table of the city whose first column names the rows."""
        head, *rows = named.table.rows
        columns = zip(*rows, strict=True)
        has_numbers = (any(isinstance(value, Decimal) for value in column) for column in columns)
        kinds = ["" if one else "words" for one in has_numbers]
        heads = [
            _cell("th", self._bare(value), "col", kind)
            for value, kind in zip(head, kinds, strict=True)
        ]
        body = [
            _cell("th", self._bare(row[0]), "row")
            + "".join(map(self._other_cell, row[1:], kinds[1:]))
            for row in rows
        ]
        table = _table(named.heading, heads, body, kind="figures city")
        return _heading(named.heading, 3) + _scrolled(table, named.heading)

    def _missing_places(self, whole: Whole) -> str:
        texts = self._words.texts
        if len(whole.missing.rows) == 1:
            return f"<p>{escape(texts['whole.nothing'])}</p>\n"
        heading = texts["whole.missing"]
        lead = f"<p>{escape(texts['whole.lead'])}</p>\n"
        return lead + _scrolled(self._other(whole.missing, heading), heading)

    def _title(self, report: AreaReport) -> str:
        return self._wording.title(report.year)

    def _page(self, title: str, body: str) -> bytes:
        skip = escape(self._words.texts["export.skip"])
        return (
            f'<!DOCTYPE html>\n<html lang="{self._words.lang}">\n<head>\n<meta charset="utf-8">\n'
            '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
            f"<title>{escape(title)}</title>\n<style>\n{self._style}\n</style>\n</head>\n<body>\n"
            f'<a class="skip" href="#sisalto">{skip}</a>\n'
            f'<main id="sisalto" tabindex="-1">\n{body}\n</main>\n</body>\n</html>\n'
        ).encode()

    def _article(self, report: AreaReport, key: str, level: int) -> Iterator[str]:
        """Yield an area; `level` is that of its heading, `key` the mark that links go to."""
        mark = f' id="{key}"' if key else ""
        above = "  ·  ".join(filter(None, (report.city, self._title(report))))
        texts = self._words.texts
        yield f'<article{mark}>\n<header><p class="above">{escape(above)}</p>'
        yield _heading(report.area, level)
        for label, value in (("board", report.board), ("meeting", report.meeting)):
            said = escape(value) if value else self._missing()
            yield f'<p class="below">{escape(texts[f"export.{label}"])}: {said}</p>'
        if report.approval:
            yield f'<p class="below">{escape(report.approval)}</p>'
        yield "</header>\n"
        for section in report.shown:
            yield from self._section(section, report.area, level + 1)
        yield "</article>\n"

    def _missing(self) -> str:
        return f'<span class="missing">{escape(str(self._wording.unfilled))}</span>'

    def _section(self, section: Section, area: str, level: int) -> Iterator[str]:
        yield f"<section>\n{_heading(section.heading, level)}"
        name = f"{area}, {section.heading}"
        if section.is_empty:
            yield f"<p>{self._missing()}</p>\n"
        for is_item, paragraphs in groupby(section.paragraphs, key=lambda one: one.is_item):
            tag = "li" if is_item else "p"
            texts = "".join(f"<{tag}>{_lines(one.text)}</{tag}>\n" for one in paragraphs)
            yield f"<ul>\n{texts}</ul>\n" if is_item else texts
        for number, goals in enumerate(section.goals, 1):
            yield from self._goals(goals, f"{name} ({number})", section.heading, level + 1)
        for number, figures in enumerate(section.figures, 1):
            yield _scrolled(self._figures(figures, section.heading), f"{name}, {number}.")
        for number, table in enumerate(section.others, 1):
            yield _scrolled(self._other(table, section.heading), f"{name}, {number}:")
        notes = (*section.notes, *section.reasons)
        yield from (f'<p class="note">{_lines(note)}</p>\n' for note in notes)
        if section.chart is not None:
            yield self._chart(section.chart)
        yield "</section>\n"

    def _goals(self, goals: GoalsBlock, name: str, heading: str, level: int) -> Iterator[str]:
        if goals.focus:
            yield _heading(goals.focus, level)
        heads = [_cell("th", escape(goals.headings[one]), "col") for one in GOAL_FIELDS]
        empty = dict.fromkeys(GOAL_FIELDS)
        rows = [
            "".join(f"<td>{self._text(texts.get(one))}</td>" for one in GOAL_FIELDS)
            for texts in ([row.texts for row in goals.rows] or [empty])
        ]
        table = _table(goals.focus or heading, heads, rows)
        yield _scrolled(table, f"{name}: {goals.focus}" if goals.focus else name)

    def _figures(self, block: FiguresBlock, heading: str) -> str:
        heads = [_cell("th", escape(text), "col") for text in (block.corner, *block.periods)]
        rows = [
            _cell("th", escape(line.label), "row")
            + "".join(f'<td class="number">{self._printed(value)}</td>' for value in line.values)
            for line in block.lines
        ]
        return _table(heading, heads, rows, kind="figures")

    def _other(self, table: OtherTable, heading: str) -> str:
        head, *rest = table.rows
        heads = [_cell("th", self._bare(value), "col") for value in head] if table.has_head else []
        rows = [
            "".join(self._other_cell(value) for value in row)
            for row in (rest if table.has_head else table.rows)
        ]
        return _table(heading, heads, rows)

    def _other_cell(self, value: Printed, kind: str = "") -> str:
        kind = "number" if isinstance(value, Decimal) else kind
        return f"<td{_class(kind)}>{self._bare(value)}</td>"

    def _bare(self, value: Printed) -> str:
        """Return a place of a table that may rightly be empty."""
        return "" if value is None else self._printed(value)

    def _printed(self, value: Printed) -> str:
        if isinstance(value, Decimal):
            return escape(str(self._wording.number(value, decimals_of(value))))
        return self._text(value)

    def _text(self, text: str | None) -> str:
        return _lines(text) if text else self._missing()

    def _chart(self, chart: Chart, letters: int = LETTERS) -> str:
        words = f' role="img" aria-label="{escape(chart.description)}"'
        drawing = svg(drawing_of(chart, self._accent, letters), attributes=words)
        return f"<figure>\n<figcaption>{escape(chart.title)}</figcaption>\n{drawing}\n</figure>\n"


def _heading(text: str, level: int) -> str:
    """Return a heading; its look is that of its kind, whatever stands above it on the page."""
    tag = f"h{min(level, DEEPEST)}"
    return f"<{tag}>{escape(text)}</{tag}>\n"


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.split("\n")))


def _class(kind: str) -> str:
    return f' class="{kind}"' if kind else ""


def _cell(tag: str, content: str, scope: str, kind: str = "") -> str:
    """Return a header cell; an empty one heads nothing."""
    head = f'<{tag} scope="{scope}"{_class(kind)}>{content}</{tag}>'
    return head if content.strip() else "<td></td>"


def _table(caption: str, heads: Sequence[str], rows: Sequence[str], kind: str = "") -> str:
    head = f"<thead><tr>{''.join(heads)}</tr></thead>\n" if heads else ""
    body = "".join(f"<tr>{row}</tr>\n" for row in rows)
    return (
        f'<table{_class(kind)}>\n<caption class="hidden">{escape(caption)}</caption>\n'
        f"{head}<tbody>\n{body}</tbody>\n</table>"
    )


def _scrolled(table: str, name: str) -> str:
    """Return a table in a frame of its own, which scrolls where the screen is narrow."""
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{escape(name)}">\n'
        f"{table}\n</div>\n"
    )
