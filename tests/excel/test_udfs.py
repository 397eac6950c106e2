"""The worksheet functions, through xlwings' real conversions; and the VBA around them."""

import json
import os
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tpxl.excel import udfs
from tpxl.model import Address

_ROOT = Path(__file__).parents[2]
_WRAPPER = _ROOT / "xl_macros" / "xlwings_udfs.bas"


def _in_windows(code: str) -> Any:
    """Run code in a process of its own, where Windows is pretended; return what `answer` is."""
    script = f"import json\nfrom tests.excel.windows import *\n{code}\nprint(json.dumps(answer))"
    command = [sys.executable, "-W", "ignore", "-c", script]
    ran = subprocess.run(
        command,
        cwd=_ROOT,
        env={**os.environ, "PYTHONPATH": str(_ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


def test_the_committed_wrapper_is_what_xlwings_makes() -> None:
    assert _in_windows("answer = wrapper()") == _WRAPPER.read_text("ascii")


def test_the_addins_wrapper_is_what_xlwings_makes_for_an_addin() -> None:
    from workbook.addin import for_addin  # noqa: PLC0415  # the workbook's own tools

    made = _in_windows("answer = wrapper('tpxl.xlam')")
    assert for_addin(_WRAPPER.read_text("ascii")) == made


def test_ranges_scalars_and_what_is_left_out_come_through_the_real_conversions() -> None:
    column = "ExcelRange(((1300.0,), (50.0,), (None,), ('abc',), ('−2 859 611',)))"
    base = "ExcelRange(((1100.0,), (0.0,), (1.0,), (1.0,), (-3000000.0,)))"
    answers = _in_windows(
        f"""answer = [
            called("TP_MUUTOS", {column}, {base}, ...),
            called("TP_MUUTOS", 1300.0, 1100.0, 2.0),
            called("TP_ASUKAS", ExcelRange(((-611565.0, -700000.0),)), 6944.0, ...),
            called("TP_KATE", -100.0, 40.0, ..., ...),
            called("TP_OSUUS", ExcelRange(((1.0,), (1.0,), (1.0,))), ...),
            called("TP_VYORYTYS", 100000.0, ExcelRange(((54.0, 37.6, 8.4),)), ...),
        ]"""
    )
    assert answers == [
        [[18.2], ["–"], [""], ["Virhe: abc ei ole luku."], [-4.7]],
        [[18.18]],
        [[-88.0, -101.0]],
        [[-60.0]],
        [[33.4], [33.3], [33.3]],
        [[54000.0, 37600.0, 8400.0]],
    ]


@pytest.mark.parametrize("name", udfs.__all__)
def test_names_are_legal_and_no_cell_address(name: str) -> None:
    assert re.fullmatch(r"[A-Z][A-Z0-9_]{2,30}", name)
    with pytest.raises(ValueError, match="not a cell address"):
        Address.parse(name)
    assert f"Function {name}(" in _WRAPPER.read_text("ascii")


@pytest.mark.parametrize("name", udfs.__all__)
def test_help_is_a_short_ascii_sentence(name: str) -> None:
    told = getattr(udfs, name).__doc__
    assert told.isascii()
    assert len(told) <= 255


def test_a_share_of_shapes_that_do_not_fit_is_told_in_the_cell() -> None:
    answer = udfs.TP_MUUTOS([[1], [2]], [[1], [2], [3]])
    assert answer == "Virhe: alueet ovat eri kokoisia. Anna yhtä suuret alueet."


def test_positive_expenses_are_subtracted_and_an_empty_production_is_nothing() -> None:
    assert udfs.TP_KATE([[250]], [[100]], [[None]], 1) == [[-150.0]]
    assert udfs.TP_KATE([["−250"]], [[100]], 20) == [[-130.0]]


def test_no_residents_give_a_dash_and_an_empty_cell_nothing() -> None:
    assert udfs.TP_ASUKAS([[-5, None]], 0) == [["–", ""]]


@pytest.mark.parametrize("decimals", [-1, 7, 1.5, "x", None])
def test_decimals_that_are_none_are_told(decimals: Any) -> None:
    assert udfs.TP_MUUTOS(1, 2, decimals).startswith("Virhe: ")


def test_what_cannot_be_divided_is_told() -> None:
    assert udfs.TP_OSUUS([[0], [0]]).startswith("Virhe: Jaettavaa määrää ei voi jakaa")
    assert udfs.TP_VYORYTYS("x", [[1]]) == "Virhe: x ei ole luku."


def test_an_unforeseen_argument_is_no_traceback() -> None:
    assert udfs.TP_MUUTOS(object(), 1).startswith("Virhe: ")


def test_parts_have_the_shape_of_the_drivers_and_sum() -> None:
    rows = udfs.TP_VYORYTYS(100.5, [[1, 1], [1, 3]], 2)
    assert [len(row) for row in rows] == [2, 2]
    assert sum(Decimal(str(part)) for row in rows for part in row) == Decimal("100.5")
