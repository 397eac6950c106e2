"""The examples do what they say, on the workbook that tpxl comes with."""

import shutil
from pathlib import Path

import pytest

from examples import figures_to_frame, missing_outcomes, nightly_check
from tpxl.shipped import master


def test_a_night_s_check_tells_each_book_and_is_stopped_by_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(master(), tmp_path / "kaupunki.xlsm")
    (tmp_path / "muu").mkdir()
    (tmp_path / "muu" / "rikki.xlsx").write_bytes(b"no workbook")
    for name in ("~$kaupunki.xlsm", "kaupunki.varmuuskopio-20260101-120000.xlsm"):
        (tmp_path / name).write_bytes(b"")
    assert nightly_check.main([str(tmp_path)]) == 2
    first, second = capsys.readouterr().out.splitlines()
    assert first.endswith("kaupunki.xlsm: 135 figures, 18 errors, open")
    assert "rikki.xlsx: " in second
    assert nightly_check.main([str(tmp_path / "none")]) == 2
    assert "none" in capsys.readouterr().out


def test_the_frame_has_the_margins_of_the_report() -> None:
    table = figures_to_frame.margins(figures_to_frame.figures([str(master())]))
    assert table.loc["Työllisyyspalvelut", "TP 2025"] == -1_516_348
    assert len(table.columns) == 5


def test_a_book_that_cannot_be_read_gives_no_frame(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="could not be read"):
        figures_to_frame.figures([str(tmp_path / "none.xlsx")])


def test_the_reminder_names_the_areas_and_their_cells(capsys: pytest.CaptureFixture[str]) -> None:
    assert missing_outcomes.main([str(master())]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Työllisyyspalvelut: 10 toteumaa puuttuu, solut G14, ")


@pytest.mark.parametrize("example", [missing_outcomes, nightly_check])
def test_wrong_words_are_told(example: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert example.main([]) == 2  # type: ignore[attr-defined]
    assert "usage" in capsys.readouterr().err
