import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import xlsxwriter
from tests import kemijarvi

from tpxl import __version__
from tpxl.cli import main
from tpxl.shipped import master

NAME = master().name


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(master(), tmp_path / NAME))


def document(capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    loaded: dict[str, object] = json.loads(capsys.readouterr().out)
    return loaded


def test_the_demo_prints_the_nine_findings_and_makes_the_four_edits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", str(tmp_path / "demo")]) == 0
    lines = capsys.readouterr().out.replace("\u00a0", " ").splitlines()
    said = " ".join(" ".join(lines).split())
    for one in kemijarvi.expected()["findings"]:
        number = f"{one['found']:,}".replace(",", " ").replace(".", ",").replace("-", "\u2212")
        where = rf"{one['area']}![A-Z]\d+: {one['period']}, [^:]*: taulukossa {number}"
        assert re.search(where, said)
    assert said.count(" → ") == 4
    assert lines[-4:] == [
        "Löytyi: 9 lukua väärin, 10 toteumaa puuttuu.",
        "Korjattiin: 4 lukua.",
        "Jäljellä: 5 lukua julkaistuissa kausissa, 10 toteumaa.",
        f"Avaa: {tmp_path / 'demo' / NAME}",
    ]
    readme = " ".join((Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").split())
    assert (
        "finds the nine figures that are wrong, corrects the four that may be corrected" in readme
    )


def test_a_refresh_as_json_is_the_contract_and_the_second_changes_no_byte(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = kemijarvi.expected()["edits_of_a_refresh"]
    assert main(["refresh", str(book), "--json"]) == 1
    said = document(capsys)
    assert said.keys() >= {"book", "edits", "findings"}
    edits = said["edits"]
    assert isinstance(edits, list)
    assert {(e["area"], e["period"], e["line"], e["old"], e["new"]) for e in edits} == {
        (e["area"], e["period"], e["line"], e["old"], e["new"]) for e in expected
    }
    assert len(list(book.parent.glob("*.varmuuskopio-*"))) == 1
    before = book.read_bytes()
    assert main(["refresh", str(book), "--json"]) == 1
    assert document(capsys)["edits"] == []
    assert book.read_bytes() == before
    assert len(list(book.parent.glob("*.varmuuskopio-*"))) == 1


def test_a_dry_run_shows_the_edits_and_writes_nothing(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = book.read_bytes()
    assert main(["refresh", str(book), "--dry-run"]) == 1
    assert "Muutokset (4)" in capsys.readouterr().out
    assert book.read_bytes() == before
    assert list(book.parent.iterdir()) == [book]


def test_no_backup_leaves_none(book: Path) -> None:
    main(["refresh", str(book), "--no-backup"])
    assert list(book.parent.iterdir()) == [book]


def test_a_check_changes_nothing_and_gives_the_fields_of_the_contract(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = book.read_bytes()
    assert main(["check", str(book), "--json"]) == 1
    findings = document(capsys)["findings"]
    assert isinstance(findings, list)
    fields = "code severity area sheet cell line period found expected cause message related"
    assert all(set(fields.split()) <= set(finding) for finding in findings)
    assert book.read_bytes() == before


def test_a_layout_names_every_table_and_its_place(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["layout", str(book), "--json"]) == 0
    areas = document(capsys)["areas"]
    assert isinstance(areas, list)
    assert [area["area"] for area in areas] == [
        "Asuminen ja ympäristö",
        "Työllisyyspalvelut",
        "Kaupunkimarkkinointi",
    ]
    assert all(len(area["tables"]) == 2 for area in areas)
    assert main(["layout", str(book)]) == 0
    assert "toimintakate €/asukas" in capsys.readouterr().out


def test_a_book_that_cannot_be_done_is_one_line_and_the_others_are_done(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = book.with_name("puuttuu.xlsx")
    assert main(["check", str(missing), str(book), "--json"]) == 2
    said = capsys.readouterr()
    failed, done = json.loads(said.out)
    assert failed.keys() == {"version", "book", "error"}
    assert done["findings"]
    (line,) = said.err.splitlines()
    assert "puuttuu.xlsx" in line


def test_a_book_without_a_table_of_the_family_is_such_a_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "muu.xlsx"
    with xlsxwriter.Workbook(path) as workbook:
        workbook.add_worksheet("Muuta").write("A1", "Ei tunnuslukuja")
    assert main(["refresh", str(path)]) == 2
    assert "muu.xlsx" in capsys.readouterr().err


@pytest.mark.parametrize(("lang", "word"), [("sv", "borde vara"), ("en", "should be")])
def test_findings_speak_the_language_asked_for(
    book: Path, lang: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(book), "--lang", lang])
    assert word in capsys.readouterr().out
    main(["--lang", lang, "check", str(book)])
    assert word in capsys.readouterr().out


def test_wrong_words_are_one_line_and_status_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["chek"])
    assert left.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_demo_folder_that_is_a_file_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tiedosto").write_text("x")
    assert main(["demo", str(tmp_path / "tiedosto")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "tpxl", *words],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src"), **environment},
    )


def test_version_is_printed_without_loading_a_library() -> None:
    assert run("--version").stdout.decode().split() == ["tpxl", __version__]
    code = "import sys, tpxl.cli; tpxl.cli.main(['check', 'x.xlsx']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    names = {name.partition(".")[0] for name in loaded.stdout.decode().split()}
    assert not names & {"openpyxl", "pandas", "numpy", "jsonschema", "xlwings", "docx", "PIL"}


def test_a_terminal_that_knows_no_finnish_gets_the_rest(book: Path) -> None:
    done = run("check", str(book), LC_ALL="C", PYTHONUTF8="0")
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
