"""``tpxl ledger`` and ``tpxl check --ledger`` as a person or a script calls them."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from tests.docs.pages import first_words, page, section
from tests.docs.test_contracts import fields

from tpxl.books import open_book
from tpxl.cli import FAILED, main
from tpxl.model import Edit
from tpxl.shipped import master

ROWS = [
    "Kp;Kp nimi;Tili;Vuosi;Summa",
    "31;Asuminen ja ympäristö;4500;2025;2 808 000,00",
    "31;Asuminen ja ympäristö;3100;2025;-1 183 920,00",
    "31;Asuminen ja ympäristö;6050;2025;1,00",
    "77;Muu;4500;2025;5,50",
]


@pytest.fixture
def book(tmp_path: Path) -> str:
    shutil.copy(master(), tmp_path / "kirja.xlsm")
    return str(tmp_path / "kirja.xlsm")


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    path = tmp_path / "paakirja.csv"
    path.write_text("\n".join(ROWS), encoding="utf-8")
    return str(path)


def document(capsys: pytest.CaptureFixture[str], *words: str, status: int) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*words, "--json"]) == status
    loaded: dict[str, Any] = json.loads(capsys.readouterr().out)
    return loaded


def test_a_dry_run_writes_nothing_and_its_document_is_the_contracts(
    book: str, ledger: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(book).read_bytes()
    told = document(capsys, "ledger", book, ledger, "--dry-run", "--allow-unmapped", status=1)
    assert Path(book).read_bytes() == before
    assert (told["map"], told["written"]) == ({"sheet": "Tilikartta", "added": True}, True)
    documented = set(first_words(section(page("contracts.md"), "tpxl ledger --json")))
    inner = {"findings[]", "refreshed[]"}
    met = {path for path in fields(told, documented) if not path.startswith(tuple(inner))}
    assert met <= documented
    assert documented - met - inner <= {
        f"{part}.{name}"
        for part in ("untouched[]", "zeros[]")
        for name in ("sheet", "cell", "old", "new", "area", "period", "line")
    }
    sums = {one["landing"]: (one["rows"], one["sum"]) for one in told["landings"]}
    assert sums == {
        "mapped": (2, "1624080.00"),
        "left_out": (1, "1.00"),
        "unmapped_unit": (1, "5.50"),
    }
    assert told["files"][0]["sum"] == "1624086.50"
    assert told["unmapped"][0]["first"] == {"file": ledger, "row": 5}


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_map_is_added_first_then_what_is_mapped_is_written(
    book: str, ledger: str, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    assert main(["ledger", book, ledger, "--dry-run", "--lang", lang]) == 1
    assert "--dry-run" in capsys.readouterr().out
    assert main(["ledger", book, ledger, "--lang", lang]) == 1
    said = capsys.readouterr().out
    assert "--dry-run" not in said
    assert "--allow-unmapped" in said
    with open_book(book) as opened:
        sheet = opened.sheets[-1]
        assert sheet in said
        assert opened.read(sheet).row(2)[2] == "Asuminen ja ympäristö"
        opened.apply([Edit(sheet, "B3", "-")])
        opened.save()
    told = document(capsys, "ledger", book, ledger, "--lang", lang, status=1)
    assert [(one["cell"], one["new"], one["rows"]) for one in told["edits"]] == [
        ("F44", -2808000, 1),
        ("F56", 0, 0),
        ("F54", 0, 0),
    ]
    assert told["written"]
    checked = document(capsys, "check", book, "--ledger", ledger, status=1)
    assert not [one for one in checked["findings"] if one["code"].startswith("ledger_")]
    with open_book(book) as opened:
        opened.apply([Edit("Asuminen ja ympäristö", "F44", -2808100)])
        opened.save()
    checked = document(capsys, "check", book, "--ledger", ledger, status=1)
    (found,) = [one for one in checked["findings"] if one["code"].startswith("ledger_")]
    assert (found["found"], found["expected"]) == (-2808100, -2808000)


def test_a_file_that_is_missing_is_told_in_one_line_and_the_book_stays(
    book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(book).read_bytes()
    assert main(["ledger", book, "puuttuu.csv"]) == FAILED
    assert capsys.readouterr().err.count("\n") == 1
    told = document(capsys, "ledger", book, "puuttuu.csv", status=FAILED)
    assert set(told) == {"version", "book", "error"}
    assert Path(book).read_bytes() == before
