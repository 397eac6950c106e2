"""Streams that are full, closed or missing, names and texts that would steer a terminal."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.books.packages import read_parts, written

from tpxl.cli import main
from tpxl.cli.documents import json_text
from tpxl.cli.screen import WIDEST, Screen, escaped, harmless, one_line, show
from tpxl.shipped import master

SRC = str(Path(__file__).parents[2] / "src")
STEERING = "\x1b\x07\r\x9b\x00\x7f\u202e\u2066\u200f\u2028"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return Path(shutil.copy(master(), tmp_path / "kirja.xlsm"))


def shell(command: str, *, seconds: float = 120) -> subprocess.CompletedProcess[bytes]:
    """Run `tpxl` in a shell that sends its streams elsewhere."""
    tpxl = f"{sys.executable} -m tpxl"
    return subprocess.run(
        ["bash", "-c", f'tpxl() {{ exec {tpxl} "$@"; }}; {command}'],
        capture_output=True,
        check=False,
        timeout=seconds,
        env={**os.environ, "PYTHONPATH": SRC},
    )


@pytest.mark.parametrize("words", ["check", "check --json", "layout"])
def test_a_full_output_is_told_on_standard_error(book: Path, words: str) -> None:
    done = shell(f"(tpxl {words} {book} > /dev/full)")
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert "levy on täynnä" in line


def test_a_refresh_whose_output_is_full_says_that_the_books_are_done(book: Path) -> None:
    other = Path(shutil.copy(book, book.with_name("toinen.xlsm")))
    before = book.read_bytes()
    done = shell(f"(tpxl refresh {book} {book}.puuttuu {other} > /dev/full)")
    assert done.returncode == 2
    missing, lost = done.stderr.decode().splitlines()
    assert "puuttuu" in missing
    assert "on käsitelty" in lost
    assert before not in {book.read_bytes(), other.read_bytes()}


def test_help_that_cannot_be_shown_is_told_too() -> None:
    done = shell("(tpxl --help > /dev/full)")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1)


@pytest.mark.parametrize("closing", ["2>&-", ">&-", ">&- 2>&-", "<&- >&- 2>&-", "2>/dev/full"])
def test_a_stream_that_is_missing_stops_no_work(book: Path, closing: str) -> None:
    before = book.read_bytes()
    done = shell(f"(tpxl refresh {book} {closing})")
    assert done.returncode == 1
    assert done.stderr == b""
    assert book.read_bytes() != before
    assert read_parts(book)


def test_a_pipe_that_is_closed_is_no_trouble(book: Path) -> None:
    done = shell(f"(tpxl check --json {book}) | true")
    assert done.stderr == b""


def test_a_pipe_or_a_device_is_no_book(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "putki.xlsx")
    for path in (tmp_path / "putki.xlsx", Path("/dev/zero"), Path("/dev/null")):
        done = shell(f"(tpxl check {path})", seconds=60)
        assert done.returncode == 2
        assert len(done.stderr.decode().splitlines()) == 1
        assert "putki tai laite" in done.stderr.decode()


@pytest.mark.parametrize("words", ["check", "check --json", "layout", "goals --json", "refresh"])
def test_a_name_that_is_no_utf8_is_a_name(book: Path, words: str) -> None:
    odd = os.fsencode(book.parent) + b"/p\xe4\xe4t\xf6s.xlsm"
    shutil.copy(book, odd)
    done = shell(f"(tpxl {words} {book.parent}/p*s.xlsm)")
    assert done.returncode in {0, 1}
    assert done.stderr == b""
    if "--json" in words:
        assert json.loads(done.stdout)["book"].startswith(str(book.parent))


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet"])
def test_a_summary_of_names_that_are_no_utf8(book: Path, suffix: str) -> None:
    odd = os.fsencode(book.parent) + b"/p\xe4\xe4t\xf6s.xlsm"
    shutil.copy(book, odd)
    out = book.with_name(f"luvut.{suffix}")
    done = shell(f"(tpxl summary {book.parent}/*.xlsm --out {out})")
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.stat().st_size > 1000


def with_steering_texts(book: Path) -> Path:
    """The book whose area names hold what steers a terminal, as a workbook writes it."""
    mark, coded = "VASTUUALUE: ", "_x001B_[31m_x0007__x000D_\u202e"
    made = read_parts(book)
    changed = {
        name: data.replace(mark.encode(), f"{mark}{coded}".encode())
        for name, data in made.items()
        if name.endswith(".xml")
    }
    assert made | changed != made
    return written(book.with_name("ohjaava.xlsm"), made | changed)


@pytest.mark.parametrize("words", [["check"], ["refresh", "--dry-run"], ["layout"], ["goals"]])
@pytest.mark.parametrize("more", [[], ["--json"]])
def test_no_text_of_a_cell_steers_the_terminal(
    book: Path, words: list[str], more: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = with_steering_texts(book)
    assert main([*words, str(path), *more]) in {0, 1}
    said = capsys.readouterr()
    assert not set(STEERING) & set(said.out + said.err)
    assert ("\\u001b[31m\\u0007" if more else "\ufffd[31m\ufffd") in said.out


def test_no_name_of_a_file_steers_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a\nb\x1b[31m\u202ec.xlsm"
    assert main(["check", str(path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "a\ufffdb\ufffd[31m\ufffdc.xlsm" in line
    shutil.copy(master(), path)
    assert main(["check", str(path)]) == 1
    assert capsys.readouterr().out.splitlines()[0].endswith("a\ufffdb\ufffd[31m\ufffdc.xlsm")


@given(st.text())
def test_what_is_shown_has_nothing_that_steers(text: str) -> None:
    for shown in (harmless(text), one_line(text)):
        assert len(shown) == len(text)
        assert not any(ord(sign) < 32 and sign not in "\t\n" for sign in shown)
        assert not set(STEERING) & set(shown)
    assert "\n" not in one_line(text)


@given(st.text())
def test_json_says_the_same_with_its_steering_characters_written_out(text: str) -> None:
    said = json_text({"book": text, "edits": [{"cell": text}]})
    assert not set(STEERING) & set(said)
    assert json.loads(said) == {"book": text, "edits": [{"cell": text}]}
    assert escaped("a") == "a"


def test_a_screen_that_failed_says_nothing_more() -> None:
    class Full(io.StringIO):
        def write(self, _: str) -> int:
            raise OSError(28, "full")

    screen = Screen(Full())
    assert screen.write("a") == 1
    assert isinstance(screen.failure, OSError)
    assert screen.write("bc") == 2
    screen.flush()
    assert not screen.isatty()


def test_a_line_longer_than_any_screen_is_shown_in_several(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show("\n  Alue!B2 " + "sana " * 60)
    first, *others = capsys.readouterr().out.lstrip("\n").splitlines()
    assert first.startswith("  Alue!B2 sana")
    assert all(len(line) <= WIDEST for line in (first, *others))
    assert {len(line) - len(line.lstrip()) for line in others} == {6}
