"""What became of every filled cell of an area's sheet: it is in the clean sheet, or it is named.

Loose rows are printed cell by cell, and are placed where they stand. Of every other cell what it
shows is looked for in what is printed, so that a cell which a table's reading passes by is told.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from tpxl.errors import TpxlError
from tpxl.jobs.export.loose import tidy
from tpxl.jobs.export.report import AreaReport, Printed, Section, decimals_of
from tpxl.layout.cells.numbers import read_number
from tpxl.layout.cells.text import text_at
from tpxl.model import Address, Grid, Value, is_nothing
from tpxl.rules.rounding import exact, rounded
from tpxl.terms import fold
from tpxl.terms.settings import AREA, BOARD, CITY, MEETING, YEAR

SHORT = 3
"""Text of so few letters stands in a longer word by chance: it is looked for as a word."""

MOST_NAMED = 6
_PARTS = re.compile(r"[·|:;]")
_TITLE = re.compile(
    r"(?:tilinpäätös(?: ja toimintakertomus)?|toimintakertomus|bokslut|verksamhetsberättelse"
    r"|annual report|financial statements)(?: vuodelta| för)?(?: \d{4})?",
    re.IGNORECASE,
)
"""The title of every report: a clean sheet has it in its own language."""

_MARKERS = frozenset({*AREA, *BOARD, *MEETING, *CITY, *YEAR})
_PER_CENTS = (1, 100)
"""A number is printed as stored; a share also as its per cent."""


def cells_left_out(
    grid: Grid,
    report: AreaReport,
    placed: Collection[Address],
    numbers: Mapping[Address, Decimal | None],
    lang: str = "fi",
) -> tuple[Address, ...]:
    """Return the filled cells that are neither `placed` nor shown anywhere in the report.

    `numbers` are the figures' by cell, as they were read; `lang` is the report's language.
    """
    matter = PrintedMatter(report, lang)
    return tuple(
        at
        for row in range(1, grid.last_row + 1)
        for column, value in grid.row(row).items()
        if (at := Address(row, column)) not in placed
        and not is_nothing(value)
        and not matter.has(grid, at, value, numbers.get(at))
    )


def left_out_line(report: AreaReport) -> Iterator[TpxlError]:
    """Yield the one line that names the cells of an area which its clean sheet lacks."""
    cells = [at.a1 for at in report.left_out]
    if cells:
        more = ["…"] if len(cells) > MOST_NAMED else []
        yield TpxlError(
            "export_cells_left",
            area=report.area,
            sheet=report.sheet,
            count=len(cells),
            cells=[*cells[:MOST_NAMED], *more],
        )


class PrintedMatter:
    """All texts and numbers of a report, to be asked for."""

    def __init__(self, report: AreaReport, lang: str = "fi") -> None:
        """Gather them; what is asked for is worded in `lang`."""
        self._lang = lang
        texts: list[str] = []
        self._numbers: dict[int, set[Decimal]] = defaultdict(set)
        for printed in _printed(report):
            if isinstance(printed, Decimal):
                self._numbers[decimals_of(printed)].add(abs(printed))
            elif printed:
                texts.append(printed)
        self._everything = squeezed("|".join(texts))
        self._words = {squeezed(word) for text in texts for word in (text, *text.split())}

    def has(self, grid: Grid, at: Address, value: Value, number: Decimal | None) -> bool:
        """Tell whether what a cell shows is printed; `number` is a figure's, as it was read."""
        if number is None and not isinstance(value, str | bool):
            reading = read_number(value, grid.number_format(at))
            number = None if reading is None else reading.number
        if number is not None and self._has_number(number):
            return True
        text = text_at(grid, at, value, self._lang)
        return self._has_text(text) or all(map(self._has_part, _PARTS.split(text)))

    def _has_number(self, number: Decimal) -> bool:
        return any(
            abs(rounded(exact(number) * times, decimals)) in printed
            for decimals, printed in self._numbers.items()
            for times in _PER_CENTS
        )

    def _has_part(self, part: str) -> bool:
        """Tell whether a part of a line is printed, says what the next is, or is the title."""
        is_title = _TITLE.fullmatch(part.strip()) is not None
        return is_title or fold(part) in _MARKERS or self._has_text(part)

    def _has_text(self, text: str) -> bool:
        bare = squeezed(text)
        if len(bare) <= SHORT:
            return not bare or bare in self._words
        return bare in self._everything


def squeezed(text: str) -> str:
    """Return a text's letters and digits alone, in lower case: marks of lists are not printed."""
    return "".join(sign for sign in tidy(text).casefold() if sign.isalnum() or sign == "|")


def _printed(report: AreaReport) -> Iterator[Printed]:
    """Yield everything that a report prints."""
    yield from (report.area, report.city, report.board, report.meeting)
    for section in report.sections:
        yield section.heading
        yield from (paragraph.text for paragraph in section.paragraphs)
        yield from section.notes
        yield from _of_tables(section)


def _of_tables(section: Section) -> Iterator[Printed]:
    for goals in section.goals:
        yield goals.focus
        yield from goals.headings.values()
        for goal in goals.rows:
            yield from goal.texts.values()
    for block in section.figures:
        yield from (block.corner, *block.periods)
        for line in block.lines:
            yield from (line.label, *line.values)
    for table in section.others:
        for row in table.rows:
            yield from row
