"""What stands around the areas in the document of all: a cover, the city's figures, its goals.

All of it follows from the areas' own pages: a number here is one that is printed there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from tpxl.jobs.export.figures import UNITS
from tpxl.jobs.export.report import (
    DASH,
    AreaReport,
    Chart,
    OtherTable,
    Printed,
    Section,
    decimals_of,
)
from tpxl.messages.catalogue import Catalogue
from tpxl.model import Measure
from tpxl.model.line import EXPENSES, INCOME, MARGIN
from tpxl.terms.lines import line_of
from tpxl.terms.periods import scale_of
from tpxl.terms.settings import PART_WORDS

COVER, CONTENTS, FIGURES, GOALS, AREAS, MISSING = PART_WORDS
SHOWN = {str(line): line for line in (EXPENSES, INCOME, MARGIN)}
"""The lines whose figures stand side by side."""


@dataclass(frozen=True, slots=True)
class NamedTable:
    """A table of the city: its heading, its rows, the first of which heads the others."""

    heading: str
    table: OtherTable


@dataclass(frozen=True, slots=True)
class SmallChart:
    """An area's chart among those of the others."""

    area: str
    chart: Chart


@dataclass(frozen=True, slots=True)
class Whole:
    """What is said of all areas together; `boards` and `meetings` each once."""

    city: str | None
    year: int | None
    boards: tuple[str, ...]
    meetings: tuple[str, ...]
    figures: tuple[NamedTable, ...]
    charts: tuple[SmallChart, ...]
    goals: tuple[NamedTable, ...]
    missing: OtherTable


@dataclass(slots=True)
class _Row:
    """An area's values of a line by their periods' headings."""

    area: str
    values: dict[str, Printed]


LineKey = tuple[str | None, Decimal]
"""A line's code, and the unit of its figures: thousands have a table of their own."""


@dataclass(slots=True)
class _Gathered:
    lines: dict[LineKey, list[_Row]] = field(default_factory=lambda: defaultdict(list))
    labels: dict[LineKey, str] = field(default_factory=dict)
    charts: list[SmallChart] = field(default_factory=list)
    goals: list[tuple[str, str, int, int]] = field(default_factory=list)
    missing: list[tuple[str, str, str]] = field(default_factory=list)


def titled(small: SmallChart) -> SmallChart:
    """Return a chart that bears its area's name, for it stands among those of others."""
    chart = small.chart
    unit = f"{small.area}, {chart.unit}"
    description = f"{small.area}. {chart.description}"
    return replace(small, chart=replace(chart, unit=unit, description=description))


def whole_of(reports: Iterable[AreaReport], words: Catalogue) -> Whole:
    """Return what is said of all areas, which are read one after the other."""
    found = _Gathered()
    boards: dict[str, None] = {}
    meetings: dict[str, None] = {}
    last: AreaReport | None = None
    for report in reports:
        last = report
        boards |= dict.fromkeys([report.board] if report.board else [])
        meetings |= dict.fromkeys([report.meeting] if report.meeting else [])
        for section in report.shown:
            _gather(report.area, section, found, words)
    return Whole(
        city=last.city if last else None,
        year=last.year if last else None,
        boards=tuple(boards),
        meetings=tuple(meetings),
        figures=tuple(_tables(found, words)),
        charts=tuple(found.charts),
        goals=tuple(_goal_tables(found, words)),
        missing=_missing_table(found, words),
    )


def _gather(area: str, section: Section, found: _Gathered, words: Catalogue) -> None:
    for block in section.figures:
        columns = block.columns or (True,) * len(block.periods)
        for line in block.lines:
            key = _code(line.label), scale_of(block.corner) or Decimal(1)
            if key[0] is None or any(row.area == area for row in found.lines[key]):
                continue
            places = zip(block.periods, columns, line.values, strict=True)
            values = {heading: value for heading, column, value in places if column}
            found.labels.setdefault(key, line.label)
            found.lines[key].append(_Row(area, values))
    if section.chart is not None:
        found.charts.append(SmallChart(area, section.chart))
    for goals in section.goals:
        told = sum(bool(row.texts.get("outcome")) for row in goals.rows)
        focus = goals.focus or section.heading
        found.goals.append((area, focus, len(goals.rows), told))
    found.missing += ((area, section.heading, text) for text in _gaps(section, words))


def _code(label: str) -> str | None:
    known = line_of(label)
    if known is None or known[1] != Measure.AMOUNT.value:
        return None
    return next((code for code, line in SHOWN.items() if line.code == known[0]), None)


def _gaps(section: Section, words: Catalogue) -> Iterator[str]:
    """Yield what is not filled in of a section."""
    if section.is_empty:
        yield words.texts["whole.empty"]
    for block in section.figures:
        for line in block.lines:
            empty = [
                period
                for period, value in zip(block.periods, line.values, strict=True)
                if value is None
            ]
            if empty:
                said = words.texts["whole.line"]
                yield said.format(line=line.label, periods=", ".join(empty))
    for goals in section.goals:
        for number, row in enumerate(goals.rows, 1):
            lacks = [goals.headings[name] for name, text in row.texts.items() if not text]
            if lacks:
                said = words.texts["whole.goal"].format(number=number, fields=", ".join(lacks))
                yield f"{goals.focus}, {said}" if goals.focus else said


def _tables(found: _Gathered, words: Catalogue) -> Iterator[NamedTable]:
    for code in SHOWN:
        for (known, scale), rows in found.lines.items():
            if known != code:
                continue
            periods = list(dict.fromkeys(period for row in rows for period in row.values))
            body = [
                (row.area, *(row.values.get(period, DASH) for period in periods)) for row in rows
            ]
            head = (words.texts["whole.area"], *periods)
            total = (words.texts["whole.total"], *_totals(rows, periods))
            unit = UNITS.get(scale, "€")
            heading = f"{found.labels[known, scale]}, {unit}"
            yield NamedTable(heading, OtherTable((head, *body, total)))


def _totals(rows: Sequence[_Row], periods: Sequence[str]) -> Iterator[Printed]:
    """Yield each period's sum of what is printed; a dash where an area has no number there."""
    for period in periods:
        values = [row.values.get(period) for row in rows]
        numbers = [value for value in values if isinstance(value, Decimal)]
        if len(numbers) < len(values):
            yield DASH
            continue
        decimals = max(map(decimals_of, numbers))
        yield sum(numbers, Decimal(0)).quantize(Decimal(1).scaleb(-decimals))


def _goal_tables(found: _Gathered, words: Catalogue) -> Iterator[NamedTable]:
    """Yield the counts of goals by area, and by focus area or section."""
    texts = words.texts
    for place, name in ((0, "area"), (1, "focus")):
        counts: dict[str, list[int]] = {}
        for row in found.goals:
            sums = counts.setdefault(str(row[place]), [0, 0, 0])
            for at, more in enumerate((row[2], row[3], row[2] - row[3])):
                sums[at] += more
        if counts:
            total = [sum(sums) for sums in zip(*counts.values(), strict=True)]
            counts[texts["whole.total"]] = total
            head = tuple(texts[f"whole.{one}"] for one in (name, "count", "told", "lacks", "state"))
            rows: Iterator[tuple[Printed, ...]] = (
                (key, *map(Decimal, sums), _state(sums, texts)) for key, sums in counts.items()
            )
            yield NamedTable(texts[f"whole.by_{name}"], OtherTable((head, *rows)))


def _state(sums: Sequence[int], texts: Mapping[str, str]) -> str:
    """Return in a mark and words how far the outcomes of goals are told."""
    _, told, lacking = sums
    return texts["whole.done" if not lacking else "whole.begun" if told else "whole.open"]


def _missing_table(found: _Gathered, words: Catalogue) -> OtherTable:
    """Return what is not filled in: a row for each section of an area, a line for each place."""
    texts = words.texts
    head = (texts["whole.area"], texts["whole.section"], texts["whole.place"])
    places: dict[tuple[str, str], list[str]] = defaultdict(list)
    for area, section, place in found.missing:
        places[area, section].append(place)
    rows = ((area, section, "\n".join(said)) for (area, section), said in places.items())
    return OtherTable((head, *rows))
