"""What the chart of an area shows and says: one line over the periods, its finding in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tpxl.jobs.export.choices import Choices, Separators
from tpxl.jobs.export.figures import UNITS
from tpxl.jobs.export.report import Chart, FiguresBlock, FiguresLine, decimals_of
from tpxl.messages import Catalogue, period_name
from tpxl.model import FiguresRow, FiguresTable, Period, PeriodKind
from tpxl.model.line import EXPENSES, INCOME, MARGIN

PREFERRED = (MARGIN, EXPENSES, INCOME)
"""The lines a chart can show, the one the board asks for first."""
FEWEST, MOST = 2, 8
EURO = "€"


@dataclass(frozen=True, slots=True)
class _Shown:
    """A line as the chart shows it: its numbers by period, and how they are printed."""

    row: FiguresRow
    label: str
    numbers: Mapping[Period, Decimal]
    separators: Separators

    @property
    def unit(self) -> str:
        scale = self.row.figures[next(iter(self.numbers))].scale
        return UNITS.get(scale, EURO)

    def printed(self, number: Decimal) -> str:
        return self.separators.printed(number, decimals_of(number))


def chart_of(
    tables: Sequence[tuple[FiguresTable, FiguresBlock]], choices: Choices, words: Catalogue
) -> Chart | None:
    """Return the chart of a section's tables, None where no line has two numbers in a row."""
    for wanted in PREFERRED:
        for number, (table, block) in enumerate(tables):
            row = table.row(wanted) if table.is_sound else None
            chart = _chart(row, block, choices.separators, words) if row else None
            if chart is not None:
                return replace(chart, block=number)
    return None


def _chart(
    row: FiguresRow,
    block: FiguresBlock,
    separators: Separators,
    words: Catalogue,
) -> Chart | None:
    label = " ".join(row.label.split())
    index = [line.line for line in block.lines].index(row.line)
    line = block.lines[index]
    run = _longest_run(line, block.columns)[-MOST:]
    if len(run) < FEWEST:
        return None
    places = zip(block.columns, line.values, strict=True)
    numbers = {
        period: value
        for period, value in list(places)[run.start : run.stop]
        if period is not None and isinstance(value, Decimal)
    }
    periods, values = tuple(numbers), tuple(numbers.values())
    names = tuple(period_name(one, words) for one in periods)
    shown = _Shown(row, label, numbers, separators)
    title = _finding(shown, words)
    return Chart(
        title=title,
        description=words.texts["export.chart_description"].format(
            line=label[:1].lower() + label[1:], first=names[0], last=names[-1], title=title
        ),
        unit=shown.unit,
        periods=names,
        values=values,
        labels=tuple(map(shown.printed, values)),
        is_actual=tuple(period.kind is PeriodKind.ACTUAL for period in periods),
        kinds=(words.texts["export.actual"], words.texts["export.decided"]),
        line=index,
        first=run.start,
    )


def _longest_run(line: FiguresLine, columns: Sequence[Period | None]) -> range:
    """Return the places of the longest row of periods' numbers; of equally long ones the last."""
    best, start = range(0), 0
    for place, (value, period) in enumerate(
        [*zip(line.values, columns, strict=True), (None, None)]
    ):
        if period is None or not isinstance(value, Decimal):
            if place - start >= max(1, len(best)):
                best = range(start, place)
            start = place + 1
    return best


def _finding(shown: _Shown, words: Catalogue) -> str:
    """Return what the chart says: the newest actual against its budget, else the year before.

    Only of the margin is more better; another line is told without a judgement.
    """
    actual = max(
        (period for period in shown.numbers if period.kind is PeriodKind.ACTUAL),
        key=lambda period: period.year,
        default=list(shown.numbers)[-1],
    )
    value = shown.numbers[actual]
    base = _base(actual, shown.numbers) if shown.row.line == MARGIN else None
    code, difference = "export.chart", Decimal(0)
    if base is not None:
        difference = value - shown.numbers[base]
        code += "_better" if difference > 0 else "_worse" if difference < 0 else "_same"
    return words.texts[code].format(
        line=shown.label,
        period=period_name(actual, words),
        value=shown.printed(value),
        unit=shown.unit,
        base=period_name(base, words),
        difference=shown.printed(abs(difference)),
    )


def _base(actual: Period, numbers: Mapping[Period, Decimal]) -> Period | None:
    candidates = (
        Period(PeriodKind.AMENDED, actual.year),
        Period(PeriodKind.BUDGET, actual.year),
        Period(actual.kind, actual.year - 1),
    )
    return next((one for one in candidates if one in numbers and one != actual), None)
