"""How values are worded for a sheet and for a document: the same numbers, each in its own way."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from tpxl.jobs.export.choices import Choices
from tpxl.jobs.export.fields import FiguresFields, Unfilled, Wording
from tpxl.jobs.export.report import Chart
from tpxl.messages.catalogue import Catalogue

MOST_PERIODS = 8
"""More columns of figures than this would make an upright page of a sheet too small to read."""


def document_wording(choices: Choices, words: Catalogue) -> Wording:
    """Return the wording of a document: numbers as printed; its writer puts the picture."""

    def picture(chart: Chart, _: Sequence[FiguresFields]) -> Any:  # noqa: ANN401  # what a template prints
        return chart.title

    return Wording(
        unfilled=_unfilled(choices, words),
        title=words.texts["export.title"],
        number=choices.separators.printed,
        picture=picture,
    )


def sheet_wording(choices: Choices, words: Catalogue) -> Wording:
    """Return the wording of a sheet: numbers stay numbers, and a chart follows its figures."""
    from tpxl.jobs.export.sheet_chart import placed_chart  # noqa: PLC0415  # a writer's weight
    from tpxl.jobs.export.sheet_rows import NumberLook, Numeral  # noqa: PLC0415

    separators = choices.separators
    look = NumberLook(bool(separators.group), separators.minus != "-")

    def number(value: Decimal, decimals: int) -> Numeral:
        return Numeral(value, separators.printed(value, decimals), look.code(decimals))

    return Wording(
        unfilled=_unfilled(choices, words),
        title=words.texts["export.title"],
        number=number,
        picture=placed_chart,
        periods_across=MOST_PERIODS,
    )


def _unfilled(choices: Choices, words: Catalogue) -> Unfilled:
    return Unfilled(choices.unfilled or words.texts["export.unfilled"])
