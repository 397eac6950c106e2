"""``tpxl diff`` as a person or a script calls it."""

import json
import shutil
from pathlib import Path

import pytest
from tests.docs.pages import first_words, page, section
from tests.docs.test_contracts import fields

from tpxl.books import open_book
from tpxl.cli import FAILED, main
from tpxl.model import Edit
from tpxl.shipped import master

AREA = "Kaupunkimarkkinointi"


@pytest.fixture
def books(tmp_path: Path) -> tuple[str, str]:
    old, new = (shutil.copy(master(), tmp_path / name) for name in ("vanha.xlsm", "uusi.xlsm"))
    with open_book(new) as book:
        book.apply(
            [Edit(AREA, "F43", -64_060), Edit(AREA, "F45", -63_960), Edit(AREA, "G14", "Osin.")]
        )
        book.apply([Edit(AREA, "A8", "Uusi teksti.")])
        book.save()
    return str(old), str(new)


def test_what_changed_is_told_in_words_and_as_the_contract_says(
    books: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *books]) == 1
    said = capsys.readouterr().out
    assert "TP 2025, toimintakate: −63\u00a0959 → −63\u00a0960" in said
    assert "{+Osin.+}" in said
    assert main(["diff", *books, "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    documented = set(first_words(section(page("contracts.md"), "tpxl diff --json")))
    lists = {name for name in documented if name.endswith("[]")}
    met = set(fields(told, documented))
    assert {one for one in met if not one.startswith(tuple(lists))} <= documented
    (area,) = [one for one in told["areas"] if one["state"] == "changed"]
    assert area["figures"][0] == {
        "kind": "figure",
        "old": area["figures"][0]["old"],
        "new": "-64060",
        "line": "OPERATING_EXPENSES",
        "period": "TP 2025",
    }
    assert [one["part"] for one in area["goals"]] == ["outcome"]
    assert [one["section"] for one in area["texts"]] == ["2"]


def test_a_book_against_itself_is_0_and_one_that_is_missing_2(
    books: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", books[0], books[0], "--lang", "en"]) == 0
    assert capsys.readouterr().out == "Nothing has changed.\n"
    assert main(["diff", "ei.xlsx", books[0]]) == FAILED
    assert "ei.xlsx" in capsys.readouterr().err
