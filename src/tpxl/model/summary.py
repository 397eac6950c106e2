"""Figures printed outside the area sheets: of an area or of all areas, by line and period."""

from typing import NamedTuple

from tpxl.model.comparison import Entry
from tpxl.model.line import Line
from tpxl.model.period import Period


class SummaryFigure(NamedTuple):
    """One figure of a summary; `area` is None for a total of all areas."""

    area: str | None
    line: Line
    period: Period
    entry: Entry


class SummaryTotal(NamedTuple):
    """A total of all areas and the areas' figures that it stands with.

    `has_unknown` tells that a figure between belongs to nothing that is known.
    """

    total: SummaryFigure
    parts: tuple[SummaryFigure, ...]
    has_unknown: bool = False


class Summary(NamedTuple):
    """What a sheet tells of several areas: the figures, and the totals of areas among them."""

    figures: tuple[SummaryFigure, ...] = ()
    totals: tuple[SummaryTotal, ...] = ()
