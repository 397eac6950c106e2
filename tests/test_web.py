"""The page's own door: the answers are the command line's, the words are the catalogues'."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from tests import cases
from web.build import words_of

from tpxl.books import open_book
from tpxl.cli import main
from tpxl.messages import LANGUAGES, catalogue
from tpxl.model import Edit
from tpxl.shipped import master
from tpxl.web import Desk

WEB = Path(__file__).parents[1] / "web"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copy(master(), tmp_path / "kirja.xlsm")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def quiet(done: int, of: int, sheet: str) -> None:
    del done, of, sheet


def told(answer: str) -> dict[str, Any]:
    return dict(json.loads(answer))


@pytest.mark.parametrize(("command", "name"), [("check", "e2e.xlsx"), ("refresh", "kirja.xlsm")])
def test_the_document_is_that_of_the_command_line(
    command: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if name != "kirja.xlsm":
        cases.written(Path(name).stem, Path(name))
    first = Path(shutil.copy(name, f"ensin-{name}"))
    main([command, str(first), "--json"])
    expected = json.loads(capsys.readouterr().out)
    desk = Desk()
    if command == "check":
        answer = told(desk.check(name, "fi", quiet))
    else:
        answer = told(desk.refresh(name, "fi", "Kaisa Kirjaaja", quiet))
    assert {**answer["document"], "version": 1, "book": first.name} == expected
    found = [one for area in answer["areas"] for one in area["findings"]]
    assert sorted(one["message"] for one in found) == sorted(
        one["message"] for one in expected["findings"]
    )


def test_the_name_asked_stands_beside_each_change() -> None:
    with open_book("kirja.xlsm") as book:
        book.apply([Edit("Työllisyyspalvelut", "E53", 1)])
        book.save(backup=False)
    answer = told(Desk().refresh("kirja.xlsm", "fi", "Kaisa Kirjaaja", quiet))
    with open_book("kirja.xlsm") as book:
        log = book.read("Muutosloki")
        names = sum("Kaisa Kirjaaja" in log.row(row).values() for row in range(1, log.last_row + 1))
    assert names == len(answer["edits"]) > 0


BAD = {
    "tyhja.xlsx": b"",
    "teksti.xlsx": b"ei ole",
    "vanha.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "rikki.docx": b"PK\x03\x04",
    "skannattu.pdf": b"%PDF-1.7\n",
    "muu.csv": b"a;b",
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", [*BAD, "puuttuu.xlsx"])
def test_a_bad_file_ends_in_the_same_sentence(
    name: str, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if name in BAD:
        Path(name).write_bytes(BAD[name])
    assert main(["check", name, "--lang", lang]) == 2
    said = capsys.readouterr().err.strip().removeprefix("tpxl: ")
    answer = told(Desk().check(name, lang, quiet))
    assert answer["error"] == said
    assert answer["document"] is None


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_last_answer_is_told_again_in_another_language(lang: str) -> None:
    cases.written("e2e", Path("pieni.xlsx"))
    desk = Desk()
    assert desk.again(lang) == "null"
    desk.check("pieni.xlsx", "fi", quiet)
    assert told(desk.again(lang)) == told(Desk().check("pieni.xlsx", lang, quiet))


def test_what_nobody_foresaw_is_one_sentence_and_the_log_is_shown(
    monkeypatch: pytest.MonkeyPatch, here: Path
) -> None:
    def broken(*_words: object, **_named: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setattr("tpxl.web.check", broken)
    answer = told(Desk().check("kirja.xlsm", "fi", quiet))
    assert "ZeroDivisionError" in answer["error"]
    assert "in broken" in answer["log"]


def test_the_page_says_the_catalogues_words_and_no_others() -> None:
    page = (WEB / "index.html").read_text(encoding="utf-8")
    programs = "".join(path.read_text(encoding="utf-8") for path in WEB.glob("*.mjs"))
    named = set(re.findall(r'data-word="(\w+)"|\bwords\.(\w+)|"(\w+)"', page + programs))
    asked = {name for found in named for name in found if name}
    own = {code.removeprefix("web.") for code in catalogue("fi").texts if code.startswith("web.")}
    assert own <= asked, "a text that the page never says"
    spoken = re.findall(r'data-word="(\w+)"|\bwords\.(\w+)', page + programs)
    assert {name for found in spoken for name in found if name} <= words_of("fi").keys() | {"json"}
    bare = re.sub(r'<(\w+)[^>]*data-word="\w+"[^>]*></\1>|<[^>]*>|\s+', " ", page).split()
    assert bare == ["tpxl", "Suomi", "Svenska", "English"]


def test_the_stand_in_for_rpds_makes_no_difference(here: Path) -> None:
    run = "import rpds, sys; from tpxl.cli import main; print(rpds.__file__); main(sys.argv[1:])"
    source = str(WEB.parent / "src")
    outputs = []
    for path in (source, os.pathsep.join((str(WEB), source))):
        done = subprocess.run(
            [sys.executable, "-c", run, "check", "kirja.xlsm", "--json"],
            cwd=here,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        outputs.append(done.stdout.partition("\n"))
    assert outputs[1][0] == str(WEB / "rpds/__init__.py") != outputs[0][0]
    assert outputs[0][2] == outputs[1][2]
