"""``tpxl send`` and ``tpxl collect`` as a person or a script calls them."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.docs.pages import first_words, page, section
from tests.docs.test_contracts import fields
from tests.jobs.sending import heads
from tests.jobs.sending.heads import Form, fill

from tpxl.cli import FAILED, main

AREA = "Tekniset palvelut"


@pytest.fixture
def book(tmp_path: Path) -> str:
    path = str(heads.written(tmp_path / "kirja.xlsx"))
    assert main(["refresh", path, "--no-backup"]) == 1
    return path


def document(capsys: pytest.CaptureFixture[str], *words: str, status: int) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*words, "--json"]) == status
    loaded: dict[str, Any] = json.loads(capsys.readouterr().out)
    return loaded


def documented(command: str) -> set[str]:
    return set(first_words(section(page("contracts.md"), f"tpxl {command} --json")))


def test_the_documents_are_the_contracts(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "ulos")
    sent = document(capsys, "send", book, "--to", folder, "--due", "12.2.2026", status=0)
    assert set(fields(sent, documented("send"))) == documented("send") - {"not_asked"}
    form = Form(Path(folder, f"{AREA}.xlsx"))
    fill(form)
    heads.insert_rows(form)
    back = form.save(tmp_path / "palautus.xlsx")
    before = Path(book).read_bytes()
    words = ("collect", book, str(back), str(tmp_path / "ei.ods"))
    told = document(capsys, *words, "--dry-run", status=1)
    assert Path(book).read_bytes() == before
    told = document(capsys, *words, "--no-backup", status=1)
    conflicts = {one for one in documented("collect") if one.startswith("conflicts")}
    assert set(fields(told, documented("collect"))) == documented("collect") - conflicts - {
        "findings[]"
    }
    assert [one["state"] for one in told["returns"]] == ["partly", "refused"]
    assert told["odd"][0]["kind"] == "no_key"


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_a_form_speaks_its_language_and_comes_back_in_it(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: str
) -> None:
    folder = tmp_path / "ulos"
    assert main(["send", book, "--to", str(folder), "--lang", lang]) == 0
    assert main(["collect", book, str(folder / "*.xlsx"), "--lang", lang]) == 0
    assert AREA in capsys.readouterr().out


def test_a_book_that_sent_nothing_and_a_day_that_is_none_are_told_in_one_line(
    book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["collect", book, book]) == FAILED
    assert capsys.readouterr().err.count("\n") == 1
    with pytest.raises(SystemExit, match="2"):
        main(["send", book, "--to", str(tmp_path), "--due", "kohta"])
    assert "kohta" in capsys.readouterr().err
    assert main(["send", book, "--to", str(tmp_path / "a"), "--area", "Ei ole"]) == FAILED
    assert not (tmp_path / "a").exists()
