"""Several books in one call: whatever happens in one, the others are done and told."""

import json
import shutil
import signal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from tpxl import deadline
from tpxl.books.package import book as book_room
from tpxl.cli import main, many
from tpxl.layout.scan import scan_sheet
from tpxl.log import log_path
from tpxl.messages import LANGUAGES
from tpxl.model import Grid
from tpxl.shipped import master

BAD, GOOD = "huono.xlsm", "hyva.xlsm"


@pytest.fixture
def books(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "local"))
    monkeypatch.setattr(many, "BOOKS_HERE", 2)  # what happens to them is made to happen here
    return [str(shutil.copy(master(), tmp_path / name)) for name in (BAD, GOOD)]


def in_the_bad_one(monkeypatch: pytest.MonkeyPatch, act: Any) -> None:
    """Let something happen while the first book is read."""
    done: list[int] = []

    def scan(grid: Grid, *, is_pending: bool, lang: str) -> Any:
        if len(done) == 0:
            done.append(1)
            act()
        return scan_sheet(grid, is_pending=is_pending, lang=lang)

    monkeypatch.setattr(import_module("tpxl.layout.survey"), "scan_sheet", scan)


def fault() -> None:
    raise ZeroDivisionError("a cell's text")


def hunger() -> None:
    raise MemoryError


def stuck() -> None:
    """Be as late as a book that is stuck, without the wait."""
    deadline._running.limits[-1].ends = 0.0
    signal.raise_signal(signal.SIGALRM)


COMMANDS = [["check"], ["refresh"], ["goals"], ["layout"]]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_an_error_nobody_foresaw_is_a_line_of_its_book(
    books: list[str],
    command: list[str],
    lang: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    in_the_bad_one(monkeypatch, fault)
    assert main([*command, *books, "--json", "--lang", lang]) == 2
    said = capsys.readouterr()
    failed, done = json.loads(said.out)
    (line,) = said.err.splitlines()
    assert line == f"tpxl: {failed['error']}"
    assert failed["book"] == books[0]
    assert all(word in line for word in (BAD, "ZeroDivisionError", str(log_path())))
    assert "a cell's text" not in line
    assert "error" not in done
    assert "Traceback" in log_path().read_text("utf-8")


def test_a_book_that_takes_all_memory_is_too_large(
    books: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_bad_one(monkeypatch, hunger)
    assert main(["check", *books]) == 2
    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert BAD in line
    assert "liian suuri" in line
    assert GOOD in said.out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_book_that_is_stuck_is_stopped_at_its_deadline(
    books: list[str],
    command: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = Path(books[0]).read_bytes()
    in_the_bad_one(monkeypatch, stuck)
    assert main([*command, *books, "--json", "--deadline", "300"]) == 2
    failed, done = json.loads(capsys.readouterr().out)
    assert "300 sekunnissa" in failed["error"]
    assert "error" not in done
    assert Path(books[0]).read_bytes() == before


def test_export_and_summary_have_a_deadline_too(
    books: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    in_the_bad_one(monkeypatch, stuck)
    assert main(["export", books[0], "--to", str(tmp_path / "ulos"), "--deadline", "300,5"]) == 2
    assert "300.5 sekunnissa" in capsys.readouterr().err
    in_the_bad_one(monkeypatch, fault)
    out = tmp_path / "luvut.csv"
    assert main(["summary", *books, "--out", str(out)]) == 2
    assert BAD in capsys.readouterr().err
    assert "Työllisyyspalvelut" in out.read_text("utf-8")


@pytest.mark.parametrize("said", ["0", "-1", "nan", "x", "1e9"])
def test_a_deadline_is_a_number_of_seconds(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["check", "x.xlsx", f"--deadline={said}"])
    assert left.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_the_deadline_does_not_cut_off_a_save(
    books: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    saved = book_room.save_in_place

    def free(*words: Any, **more: Any) -> Any:
        assert not deadline._running.limits
        return saved(*words, **more)

    monkeypatch.setattr(book_room, "save_in_place", free)
    before = Path(books[0]).read_bytes()
    assert main(["refresh", books[0]]) == 1
    assert Path(books[0]).read_bytes() != before
    assert capsys.readouterr().err == ""


def test_an_error_outside_any_book_is_a_sentence(
    books: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("tpxl.cli.demo._copy", lambda _: fault())
    assert main(["demo", books[0] + "-demo"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "ZeroDivisionError" in line
