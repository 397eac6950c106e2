"""The same digits as another spreadsheet program's own ROUND, on twenty thousand figures."""

import random
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import xlsxwriter

from tpxl.rules.arithmetic import change_percent
from tpxl.rules.rounding import exact, rounded

FIGURES = 10_000


def test_changes_and_shares_round_as_the_program_rounds_them(
    opened: Callable[[Path], Any], tmp_path: Path
) -> None:
    chance = random.Random(2025)  # noqa: S311  # figures, no secrets
    pairs = [
        (chance.randint(-9_999_999, -1), chance.randint(-9_999_999, -1)) for _ in range(FIGURES)
    ]
    path = tmp_path / "pyöristys.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        sheet = workbook.add_worksheet("Luvut")
        for row, pair in enumerate(pairs):
            sheet.write_row(row, 0, pair)
            sheet.write_formula(row, 2, f"=ROUND((A{row + 1}/B{row + 1}-1)*100,1)")
            sheet.write_formula(row, 3, f"=ROUND(A{row + 1}/(A{row + 1}+B{row + 1})*100,1)")
    book = opened(path)
    book.app.calculate()
    shown = book.sheets["Luvut"].range((1, 3), (FIGURES, 4)).value
    assert len(shown) == FIGURES
    differing = [
        (new, base)
        for (new, base), (change, share) in zip(pairs, shown, strict=True)
        if rounded(change_percent(new, base) or 0, 1) != Decimal(repr(change))
        or rounded(exact(new) / (exact(new) + base) * 100, 1) != Decimal(repr(share))
    ]
    assert differing == []
