"""``tpxl approve`` and ``tpxl status`` as a person or a script calls them."""

import json
from pathlib import Path

import pytest
from tests.docs.pages import first_words, page, section
from tests.docs.test_contracts import fields
from tests.jobs.versions.test_approvals import AREA, written

from tpxl.books import open_book
from tpxl.cli import FAILED, main
from tpxl.model import Edit


@pytest.fixture
def book(tmp_path: Path) -> str:
    path = written(tmp_path / "kirja.xlsx")
    with open_book(path) as opened:
        opened.apply(Edit(AREA, f"D{row}", f"Valmis 4 {row}.") for row in range(5, 11))
        opened.save()
    return str(path)


def test_the_documents_are_the_contracts(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    approve = ["approve", book, "--area", AREA, "--as", "N. N.", "--version", "lautakunta 1"]
    assert main([*approve, "--json"]) == 0
    one = json.loads(capsys.readouterr().out)
    assert main(["send", book, "--to", str(Path(book).parent / "ulos"), "--due", "1.2.2026"]) == 0
    capsys.readouterr()
    with open_book(book) as opened:
        opened.apply([Edit(AREA, "C15", -1), Edit(AREA, "D5", "Toinen")])
        opened.save()
    assert main(["status", book, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    documented = set(first_words(section(page("contracts.md"), "tpxl status --json")))
    parts = ("areas[].filled", "areas[].checked", "areas[].explained")
    met = {path for path in fields(told, documented) if not path.startswith(parts)}
    assert met | set(parts) == documented
    (area, *_) = told["areas"]
    assert (area["state"], area["granted"], area["version"]) == (
        *("reopened", "approved"),
        "lautakunta 1",
    )
    assert one.keys() - {"version", "book"} == area.keys() - {"version"}
    assert told["chain"] == "intact"


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_where_the_areas_stand_is_told_in_words(
    book: str, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    assert main(["approve", book, "--area", AREA, "--as", "N. N.", "--lang", lang]) == 0
    assert main(["status", book, "--lang", lang]) == 0
    assert "N. N." in capsys.readouterr().out
    with open_book(book) as opened:
        opened.apply([Edit(AREA, "D5", "Toinen")])
        opened.save()
    assert main(["status", book, "--lang", lang]) == 1


def test_an_area_with_an_open_error_is_refused_in_one_line(
    book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(book).read_bytes()
    assert main(["approve", book, "--area", "Sivistys", "--as", "N. N."]) == FAILED
    assert capsys.readouterr().err.count("\n") == 1
    assert Path(book).read_bytes() == before
