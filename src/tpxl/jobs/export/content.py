"""An area's sheet, read into what its clean sheet holds: nothing that stands there is lost."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from tpxl.jobs.export.accounting import cells_left_out
from tpxl.jobs.export.chart import PREFERRED, chart_of
from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.figures import FiguresLook, extent_of, figures_block, left_texts
from tpxl.jobs.export.loose import (
    UntabledRows,
    is_figure,
    labelled_table,
    loose_contents,
    paragraphs_of,
    raw_table,
    tidy,
)
from tpxl.jobs.export.report import (
    GOAL_FIELDS,
    AreaReport,
    FiguresBlock,
    GoalsBlock,
    OtherTable,
    Paragraph,
    PrintedGoal,
    Section,
)
from tpxl.layout import Survey
from tpxl.layout.area_sheet import (
    LooseRow,
    figures_section,
    locate_sections,
    loose_rows,
)
from tpxl.layout.cells.text import text_at
from tpxl.layout.views import AreaGrids
from tpxl.messages import line_name, period_name
from tpxl.messages.catalogue import Catalogue
from tpxl.model import (
    Address,
    Area,
    Block,
    FiguresTable,
    Finding,
    Goal,
    GoalTable,
    Grid,
    Period,
    PeriodKind,
    Sheets,
)
from tpxl.terms import fold
from tpxl.terms.known import is_known

_BOARD = re.compile(r"\b(?:toimielin|lautakunta|organ|nämnd|board)\s*:\s*(\S.*)", re.IGNORECASE)

_MARKED = re.compile(
    r"\b(?:toimielin|lautakunta|organ|nämnd|board|vastuualue|palvelualue|tulosalue)\s*:",
    re.IGNORECASE,
)

FIRST, OTHER_GOALS = 1, 4
NUMBERS = range(1, 10)

SHORTEST_PROSE = 60
"""A shorter line above the sections is a title, of which the clean sheet has its own."""

TARGET = "target"
_NUMBERING = re.compile(r"^\(?[\d.]+[.):]?")


@dataclass(frozen=True)
class ReportSource:
    """What reports are read from: the book, its survey, what was chosen, the language.

    `right` are the figures of computed places, for a book that awaits recalculation; `explained`
    the changes that have a reason; `approvals` who has approved an area, by its folded name.
    """

    book: Sheets
    survey: Survey
    choices: Choices
    words: Catalogue
    right: Mapping[tuple[str, Address], Decimal | None] = field(default_factory=dict)
    explained: Sequence[Finding] = ()
    approvals: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def grids(self) -> AreaGrids:
        """What the areas are written on."""
        return AreaGrids(self.book)


def area_report(area: Area, source: ReportSource) -> AreaReport:
    """Return everything of an area, sections in order.

    Raises:
        TpxlError: a sheet cannot be read.
    """
    sheet = _Sheet(area, source.grids.of(area), source)
    choices, name = source.choices, fold(area.name)
    own = source.survey.settings.boards.get(name)
    report = AreaReport(
        area=_name(area.name) or tidy(area.sheet),
        sheet=area.sheet,
        sections=tuple(sheet.section(number) for number in NUMBERS),
        city=_name(choices.city),
        board=_name(own or _board(sheet.head, choices.board)),
        year=choices.year or _year(area.periods),
        meeting=_name(choices.meeting),
        approval=source.approvals.get(name),
        order=choices.sections or tuple(NUMBERS),
    )
    numbers = {figure.address: figure.number for table in area.tables for figure in table}
    placed = frozenset(sheet.placed())
    left_out = cells_left_out(sheet.grid, report, placed, numbers, sheet.lang)
    return replace(report, left_out=left_out)


def _name(text: str | None) -> str | None:
    return " ".join(tidy(text).split()) or None if text is not None else None


def _board(head: Sequence[LooseRow], chosen: str | None) -> str | None:
    """Return the board named on the sheet, in the settings' spelling where it is the same."""
    texts = (value for row in head for _, value, _ in row.cells if isinstance(value, str))
    named = next((found[1].strip() for text in texts if (found := _BOARD.search(text))), None)
    if named is None or (chosen is not None and fold(named) == fold(chosen)):
        return chosen
    return tidy(named)


def _year(periods: Sequence[Period]) -> int | None:
    actual = [period.year for period in periods if period.kind is PeriodKind.ACTUAL]
    return max(actual or [period.year for period in periods], default=None)


class _Sheet:
    """An area's sheet whose parts are dealt to the nine sections."""

    def __init__(self, area: Area, grid: Grid, source: ReportSource) -> None:
        self.area, self.grid, self.source = area, grid, source
        self.lang = source.words.lang
        self.places = locate_sections(grid, tuple(grid.texts(is_known)))
        same = (one.tables for one in source.survey.goals if fold(one.area) == fold(area.name))
        self.goals = tuple(table for tables in same for table in tables)
        own = tuple(table.block for table in area.tables)
        self.extents = {id(table): extent_of(table, grid, own, self.lang) for table in area.tables}
        self.blocks = tuple(self._blocks())
        self.first_row = min(
            [*(place.row for place in self.places), *(block.top for block in self.blocks)],
            default=grid.last_row + 1,
        )
        self.stretches = tuple(self._stretches())
        self.head = tuple(loose_rows(grid, range(1, self.first_row), self.blocks))

    def _blocks(self) -> Iterator[Block]:
        """Yield the blocks of everything that is no loose text."""
        for table in self.area.tables:
            yield self.extents[id(table)].block
        for goals in self.goals:
            if goals.sheet == self.area.sheet:
                yield goals.block
                for at in goals.focus_areas.values():
                    yield Block(at.row, 1, at.row, at.column)
        for place in self.places:
            yield place.block

    def section(self, number: int) -> Section:
        """Return a section: all that the sheet has of it, in order."""
        places = [place for place in self.places if place.number == number]
        tables = [table for table in self.area.tables if self._section_of(table) == number]
        printed = [(table, self._printed(table)) for table in tables]
        sound = [(table, one) for table, one in printed if isinstance(one, FiguresBlock)]
        goals = [table for table in self.goals if (table.section or OTHER_GOALS) == number]
        loose = self._loose(number)
        return Section(
            number=number,
            heading=tidy(places[0].heading) if places else self._text(f"section{number}"),
            paragraphs=loose.paragraphs,
            goals=tuple(block for table in goals for block in self._goals(table)),
            figures=tuple(one for _, one in sound),
            others=(*(one for _, one in printed if isinstance(one, OtherTable)), *loose.others),
            notes=(*loose.notes, *(text for table in goals for text in self._left_over(table))),
            reasons=tuple(text for table in tables for text in self._reasons(table)),
            chart=chart_of(sound, self.source.choices, self.source.words)
            if number == self._chart_section()
            else None,
        )

    def _reasons(self, table: FiguresTable) -> Iterator[str]:
        """Yield the reasons of the changes in a table, each after its period and its line."""
        cells = {figure.cell for figure in table}
        for finding in self.source.explained:
            is_own = finding.sheet == table.sheet and finding.cell in cells
            if finding.explanation and is_own:
                line = line_name(finding.line, self.source.words)
                period = period_name(finding.period, self.source.words)
                yield f"{period}, {line}: {tidy(finding.explanation.reason)}"

    def _section_of(self, table: FiguresTable) -> int:
        return figures_section(self.places, table)

    def _chart_section(self) -> int | None:
        """Return the section of the first table with a line that the chart can show."""
        for wanted in PREFERRED:
            for table in self.area.tables:
                if table.is_sound and table.row(wanted) is not None:
                    return self._section_of(table)
        return None

    def _printed(self, table: FiguresTable) -> FiguresBlock | OtherTable:
        """Return a table as printed; one with a period twice as it stands, for it has no order.

        So is one that stands otherwise than the report's.
        """
        if table.is_turned or any(isinstance(repeat.what, Period) for repeat in table.repeats):
            return raw_table(self.grid, self.extents[id(table)].block, self.lang)
        decimals = self.source.survey.settings.decimals_per_resident.get(fold(self.area.name))
        look = FiguresLook(self.source.choices, decimals, self.source.right, self.lang)
        return figures_block(table, self.extents[id(table)], self.grid, look)

    def _goals(self, table: GoalTable) -> tuple[GoalsBlock, ...]:
        headings = {name: self._text(name) for name in GOAL_FIELDS}
        return focus_blocks(table, self._grid_of(table), headings)

    def _left_over(self, table: GoalTable) -> Iterator[str]:
        return left_over(table, self._grid_of(table), self.lang)

    def _grid_of(self, table: GoalTable) -> Grid:
        return self.grid if table.sheet == self.grid.sheet else self.source.book.read(table.sheet)

    def _loose(self, number: int) -> UntabledRows:
        """Return the loose contents of a section: of its own rows, in its stretches of the sheet.

        What stands beside a figures table is printed with the labels of its rows.
        """
        found = UntabledRows(self._preface()) if number == FIRST else UntabledRows()
        for section, rows in self.stretches:
            if section != number:
                continue
            is_headed = any(place.row == rows.start for place in self.places)
            tops = (block.top for block in self.blocks if block.top in rows[is_headed:])
            loose = list(loose_rows(self.grid, rows, self.blocks))
            beside = [list(self._beside(table, loose)) for table in self.area.tables]
            taken = {row for group in beside for row in group}
            left = (row for row in loose if row not in taken)
            found += loose_contents(left, min(tops, default=rows.stop), self.lang)
            tables = zip(self.area.tables, beside, strict=True)
            found += UntabledRows(
                others=tuple(self._labelled(table, group) for table, group in tables if group)
            )
        return found

    def placed(self) -> Iterator[Address]:
        """Yield the cells that are printed whatever they hold, or left out by finance's choice.

        Headings of periods are printed in one spelling, and what a waiting formula should be in
        its place.
        """
        for _, rows in self.stretches:
            for row in loose_rows(self.grid, rows, self.blocks):
                yield from (Address(row.row, column) for column, _, _ in row.cells)
        for table in self.area.tables:
            yield from table.header.values()
            yield from (figure.address for figure in table if not figure.is_known)
            block = self.extents[id(table)].block
            for period, at in table.header.items():
                if not self.source.choices.shows(period):
                    rows = range(block.top - 1, block.bottom + 1)
                    yield from (Address(row, at.column) for row in rows)

    def _beside(self, table: FiguresTable, loose: Sequence[LooseRow]) -> Iterator[LooseRow]:
        """Yield the loose rows beside a table where they hold figures: more columns of it."""
        block = self.extents[id(table)].block
        rows = [row for row in loose if block.top <= row.row <= block.bottom]
        if any(is_figure(value) for row in rows for _, value, _ in row.cells):
            yield from rows

    def _labelled(self, table: FiguresTable, rows: Sequence[LooseRow]) -> OtherTable:
        """Return rows beside a table as a table, each with the label of the row it stands in."""
        extent = self.extents[id(table)]
        labels = (left_texts(self.grid, extent, row.row, self.lang) for row in rows)
        return labelled_table(rows, labels, self.lang)

    def _stretches(self) -> Iterator[tuple[int, range]]:
        """Yield the rows of the sheet in stretches of one section, below what heads the sheet.

        Above the first heading, rows belong with the table they stand at or below.
        """
        starts = {place.row: place.number for place in reversed(self.places)}
        first = min(starts, default=self.grid.last_row + 1)
        for top, section in self._tops():
            if top < first:
                starts.setdefault(top, section)
        ordered = sorted(starts.items())
        ends = [row for row, _ in ordered][1:]
        for (row, section), end in zip(ordered, [*ends, self.grid.last_row + 1], strict=True):
            yield section, range(row, end)

    def _tops(self) -> Iterator[tuple[int, int]]:
        """Yield the first row of each table of the sheet, and its section."""
        for table in self.area.tables:
            yield table.block.top, self._section_of(table)
        for goals in self.goals:
            if goals.sheet == self.area.sheet:
                yield goals.block.top, goals.section or OTHER_GOALS

    def _preface(self) -> tuple[Paragraph, ...]:
        texts = (value for row in self.head for _, value, _ in row.cells if isinstance(value, str))
        prose = (text for text in texts if len(text) >= SHORTEST_PROSE and not _MARKED.search(text))
        return tuple(paragraph for text in prose for paragraph in paragraphs_of(text))

    def _text(self, name: str) -> str:
        return self.source.words.texts[f"export.{name}"]


def focus_blocks(
    table: GoalTable, grid: Grid, headings: Mapping[str, str]
) -> tuple[GoalsBlock, ...]:
    """Return the table's goals by focus area, in order; an area without goals has no rows.

    `headings` stand for columns that the table itself does not have.
    """
    own = {name: _text(grid, at) for name, at in table.headings.items()}
    printed = {name: own.get(name) or headings[name] for name in GOAL_FIELDS}
    blocks: list[tuple[Address, GoalsBlock]] = []
    for focus, goals in groupby(table.goals, key=lambda goal: goal.focus):
        group = list(goals)
        first = min((at for goal in group for at in goal.cells.values()), default=Address(1, 1))
        rows = tuple(_row(goal, own.get(TARGET, "")) for goal in group)
        blocks.append((first, GoalsBlock(_tidy(focus), printed, rows)))
    named = {goal.focus for goal in table.goals}
    blocks += [
        (at, GoalsBlock(_tidy(focus), printed, ()))
        for focus, at in table.focus_areas.items()
        if focus not in named
    ]
    if not blocks:
        blocks = [(Address(1, 1), GoalsBlock(None, printed, ()))]
    return tuple(block for _, block in sorted(blocks, key=lambda pair: pair[0]))


def left_over(table: GoalTable, grid: Grid, lang: str) -> Iterator[str]:
    """Yield the texts of the table's cells that are no goal's, no heading and no focus area."""
    said = " ".join(_said(table, grid))
    numbers = {goal.number for goal in table.goals}
    for row in range(table.block.top, table.block.bottom + 1):
        for column, value in grid.row(row).items():
            words = text_at(grid, Address(row, column), value, lang)
            if not words or not table.block.left <= column <= table.block.right:
                continue
            text = _squeezed(words)
            bare = _NUMBERING.sub("", text)
            is_told = bare in said if bare else text.strip("().: ") in numbers
            if text not in said and not is_told:
                yield tidy(words)


def _said(table: GoalTable, grid: Grid) -> Iterator[str]:
    for at in table.headings.values():
        yield _squeezed(_text(grid, at))
    yield from map(_squeezed, table.focus_areas)
    for goal in table.goals:
        for text in (goal.number, goal.focus, goal.target, *_texts(goal).values()):
            yield _squeezed(text or "")


def _row(goal: Goal, target_heading: str) -> PrintedGoal:
    texts = _texts(goal)
    if goal.number:
        mark = "." if goal.number.isdigit() else ""
        texts["goal"] = f"{goal.number}{mark} {texts['goal'] or ''}".rstrip()
    if goal.target:
        target = f"{target_heading}: {tidy(goal.target)}" if target_heading else tidy(goal.target)
        texts["indicator"] = "\n".join(filter(None, (texts["indicator"], target)))
    return PrintedGoal(texts)


def _texts(goal: Goal) -> dict[str, str | None]:
    return {name: _tidy(getattr(goal, name)) for name in GOAL_FIELDS}


def _tidy(text: str | None) -> str | None:
    return tidy(text) or None if text is not None else None


def _text(grid: Grid, at: Address) -> str:
    value = grid.value(at)
    return " ".join(value.split()) if isinstance(value, str) else ""


def _squeezed(text: str) -> str:
    return "".join(text.split())
