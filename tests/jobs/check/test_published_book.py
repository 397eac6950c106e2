"""The residents that the published figures imply, period by period."""

from tests import kemijarvi

from tpxl.jobs.check.context import CheckContext
from tpxl.jobs.check.residents import ranges_by_period
from tpxl.layout import survey


def implied() -> dict[str, list[tuple[int, int]]]:
    book = kemijarvi.book()
    ranges = ranges_by_period(CheckContext.of(book, survey(book)).expected)
    return {
        str(period): [(one.implied.low, one.implied.high) for one in told]
        for period, told in ranges.items()
    }


def test_three_periods_imply_residents_that_all_areas_share() -> None:
    said = kemijarvi.expected()["implied_residents"]
    shared = {
        period: [max(low for low, _ in ranges), min(high for _, high in ranges)]
        for period, ranges in implied().items()
    }
    for period in ("TP 2023", "TA 2024", "TP 2025"):
        assert shared[period] == said[period]


def test_one_area_stands_apart_in_the_budget_of_2025_and_all_in_the_accounts_of_2024() -> None:
    ranges = implied()
    assert ranges["TA 2025"] == [(6884, 6907), (8149, 8188), (6880, 6908)]
    assert ranges["TP 2024"] == [(6372, 6394), (5485, 5534), (7320, 7383)]
