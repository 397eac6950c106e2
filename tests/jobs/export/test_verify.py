"""An export is read back: what differs from the workbook, and what cannot be read, is told."""

import shutil
import zipfile
from pathlib import Path

import pytest

from tpxl.books import open_book
from tpxl.cli import main
from tpxl.errors import TpxlError
from tpxl.jobs.compare import ComparisonResult
from tpxl.jobs.export.job import ExportWish, export
from tpxl.jobs.export.verify import Verified, verify
from tpxl.jobs.results import ExportResult
from tpxl.shipped import master


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kirja") / "kirja.xlsm"
    shutil.copy(master(), path)
    assert main(["refresh", str(path), "--no-backup"]) in {0, 1}
    return path


def read_back(book: Path, wish: ExportWish, result: ExportResult) -> list[Verified]:
    with open_book(book) as opened:
        return list(verify(opened, wish, result))


def written(book: Path, wish: ExportWish) -> ExportResult:
    with open_book(book) as opened:
        return export(opened, wish)


def test_an_export_says_what_the_workbook_says_in_single_files_and_in_the_one_of_all(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", str(book), "--to", str(tmp_path), "--combined", "--verify"]
    forms = [word for form in ("xlsx", "docx", "html") for word in ("--format", form)]
    assert main([*words, *forms]) == 0
    said = capsys.readouterr().out
    assert said.count("174/174") == 4
    assert said.count("Ei luettu takaisin (HTML)") == 2
    assert said.count("Luettu takaisin") == 4


def test_only_the_areas_that_were_asked_for_are_looked_for(book: Path, tmp_path: Path) -> None:
    wish = ExportWish(tmp_path, areas=("Ty\u00f6llisyyspalvelut",), formats=("docx",))
    (one,) = read_back(book, wish, written(book, wish))
    assert isinstance(one.outcome, ComparisonResult)
    assert one.outcome.tied == one.outcome.total > 40
    assert not one.outcome.has_open_errors


def test_a_figure_that_was_lost_on_the_way_is_told_with_its_file(
    book: Path, tmp_path: Path
) -> None:
    wish = ExportWish(tmp_path, formats=("xlsx",))
    result = written(book, wish)
    (path,) = (one for one in result.files if one.stem == "Asuminen ja ymp\u00e4rist\u00f6")
    _replaced(path, b"<v>1183920</v>", b"<v>1183290</v>")
    (told,) = read_back(book, wish, result)
    assert isinstance(told.outcome, ComparisonResult)
    (one,) = told.outcome.differences
    assert (one.book, one.printed, one.report) == (1_183_920, 1_183_290, path.name)
    assert not told.outcome.missing
    path.unlink()
    (told,) = read_back(book, wish, result)
    assert isinstance(told.outcome, TpxlError)
    assert told.outcome.code == "file_missing"


def _replaced(path: Path, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    assert sum(data.count(old) for data in parts.values()) == 1
    with zipfile.ZipFile(path, "w") as target:
        for name, data in parts.items():
            target.writestr(name, data.replace(old, new))
