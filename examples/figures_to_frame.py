"""The figures of workbooks as a pandas data frame; needs ``pip install 'tpxl[data]'``.

``python figures_to_frame.py BOOK...`` prints the margin of each area by period, in euros. What each
column holds is told by the ``datapackage.json`` of ``tpxl summary --package``.
"""

import sys
import tempfile
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pandas as pd

from tpxl.cli import main as tpxl


def figures(books: Sequence[str]) -> pd.DataFrame:
    """Return a row a figure: book, area, line, period, value, unit, cell.

    Raises:
        ValueError: a book could not be read; standard error says why.
    """
    with tempfile.TemporaryDirectory() as folder, redirect_stdout(StringIO()):
        table = Path(folder) / "figures.csv"
        if tpxl(["summary", *books, "--out", str(table)]) != 0:
            raise ValueError("a book could not be read")
        return pd.read_csv(table)


def margins(table: pd.DataFrame) -> pd.DataFrame:
    """Return the operating margin of each area by period."""
    euros = table[(table["line"] == "OPERATING_MARGIN") & (table["unit"] == "EUR")]
    return euros.pivot_table(index="area", columns="period", values="value", sort=False)


if __name__ == "__main__":
    print(margins(figures(sys.argv[1:])).to_string(float_format="{:,.0f}".format))
