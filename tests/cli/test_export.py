import shutil
from pathlib import Path

import pandas as pd
import pytest

from tpxl.cli import main
from tpxl.jobs.export import libreoffice
from tpxl.jobs.export.typst import compiler
from tpxl.shipped import master, template

AREAS = ("Asuminen ja ympäristö", "Kaupunkimarkkinointi", "Työllisyyspalvelut")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(master(), tmp_path / master().name))


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_export_writes_a_workbook_for_each_area_and_says_which(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = book.read_bytes()
    assert main(["export", str(book), "--to", str(tmp_path / "out")]) == 0
    assert listed(tmp_path / "out") == [f"{area}.xlsx" for area in AREAS]
    said = capsys.readouterr()
    *files, last = said.out.splitlines()
    assert sorted(Path(line).name for line in files) == listed(tmp_path / "out")
    assert last == "Pohjat: tpxl:n omat (vastuualue.xlsx)"
    assert said.err == ""
    assert book.read_bytes() == before


def test_the_last_line_says_which_folder_the_templates_are_from(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "templates"
    own.mkdir()
    shutil.copy(template("vastuualue.xlsx"), own)
    arguments = ["--to", str(tmp_path / "out"), "--format", "docx", "--format", "xlsx"]
    assert main(["--lang", "en", "export", str(book), *arguments, "--area", AREAS[2]]) == 0
    last = capsys.readouterr().out.splitlines()[-1]
    assert last == f"Templates: {own} (vastuualue.xlsx), tpxl's own (vastuualue.docx)"


def test_files_go_beside_the_workbook_in_the_formats_of_a_list(book: Path) -> None:
    assert main(["export", str(book), "--area", AREAS[1], "--format", "docx, xlsx"]) == 0
    assert listed(book.parent / "vienti") == [f"{AREAS[1]}.docx", f"{AREAS[1]}.xlsx"]


@pytest.mark.parametrize("suffix", ["xlsx", "docx"])
def test_a_template_that_is_refused_is_one_line_and_2(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], suffix: str
) -> None:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / f"vastuualue.{suffix}").write_bytes(b"PK")
    assert main(["export", str(book), "--to", str(tmp_path / "out"), "--format", suffix]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert "pohja ei ole ehj\u00e4" in said.err


def test_formats_and_areas_are_chosen(book: Path, tmp_path: Path) -> None:
    arguments = ["--to", str(tmp_path / "out"), "--format", "docx", "--format", "xlsx"]
    assert main(["export", str(book), *arguments, "--area", AREAS[2]]) == 0
    assert listed(tmp_path / "out") == [f"{AREAS[2]}.docx", f"{AREAS[2]}.xlsx"]


def test_a_strict_export_tells_what_it_refused_and_exits_1(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--to", str(tmp_path / "out"), "--strict"]
    assert main(["export", str(book), *arguments, "--area", AREAS[2]]) == 1
    assert not (tmp_path / "out").exists()
    error = capsys.readouterr().err
    assert error.startswith("tpxl: Työllisyyspalvelut: ei viety")
    assert error.count("\n") == 1


def test_an_unknown_area_is_one_plain_line(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(book), "--to", str(tmp_path / "out"), "--area", "Uimahalli"]) == 2
    said = capsys.readouterr()
    assert "vastuualuetta Uimahalli ei ole" in said.err
    assert "Kaupunkimarkkinointi" in said.err
    assert said.out == ""


def test_without_a_converter_the_status_is_2_and_the_rest_is_done(
    book: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(libreoffice.PROGRAM_VARIABLE, str(tmp_path / "missing"))
    monkeypatch.setattr(compiler, "is_here", lambda: False)
    arguments = ["--to", str(tmp_path / "out"), "--format", "pdf", "--format", "xlsx"]
    assert main(["--lang", "sv", "export", str(book), *arguments]) == 2
    assert listed(tmp_path / "out") == [f"{area}.xlsx" for area in AREAS]
    assert "Installera LibreOffice" in capsys.readouterr().err


def test_a_summary_of_two_books_is_one_table(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Path(shutil.copy(book, tmp_path / "toinen.xlsm"))
    out = tmp_path / "luvut.csv"
    assert main(["summary", str(book), str(other), "--out", str(out)]) == 0
    table = pd.read_csv(out)
    assert next(iter(table.columns)) == "book"
    assert table.book.nunique() == 2
    assert f"{len(table)} lukua" in capsys.readouterr().out


def test_a_book_that_cannot_be_read_is_told_and_the_other_is_summed_up(
    book: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "luvut.csv"
    assert main(["summary", str(tmp_path / "ei.xlsx"), str(book), "--out", str(out)]) == 2
    assert next(iter(pd.read_csv(out).columns)) == "area"
    assert "ei.xlsx" in capsys.readouterr().err


def test_a_summary_of_another_form_stops_before_any_book_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["summary", "ei.xlsx", "--out", str(tmp_path / "luvut.txt")]) == 2
    assert ".parquet" in capsys.readouterr().err
