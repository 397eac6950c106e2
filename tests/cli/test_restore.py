import json
import shutil
from pathlib import Path

import pytest

from tpxl.cli import main
from tpxl.shipped import master

NAME = master().name


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = Path(shutil.copy(master(), tmp_path / NAME))
    main(["refresh", str(path)])
    return path


def document(book: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    capsys.readouterr()
    assert main(["restore", str(book), "--json", *words]) == 0
    said: dict[str, object] = json.loads(capsys.readouterr().out)
    return said


def test_the_list_as_json_is_the_contract(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = document(book, capsys)
    assert said.keys() == {"version", "book", "backups"}
    (backup,) = said["backups"]  # type: ignore[misc]
    assert backup.keys() == {"name", "time", "size", "whole"}
    assert backup["whole"] is True
    assert backup["size"] == master().stat().st_size


def test_one_is_brought_back_and_the_present_version_is_named(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    present = book.read_bytes()
    (backup,) = document(book, capsys)["backups"]  # type: ignore[misc]
    said = document(book, capsys, "--from", backup["name"])
    assert said["restored"] == backup["name"]
    assert book.read_bytes() == master().read_bytes()
    assert book.with_name(str(said["kept"])).read_bytes() == present
    assert said.keys() == {"version", "book", "restored", "kept"}
    assert len(document(book, capsys)["backups"]) == 2  # type: ignore[arg-type]
    again = document(book, capsys, "--from", backup["name"])
    assert again["kept"] is None


@pytest.mark.parametrize(
    ("lang", "whole", "back"),
    [("fi", "ehjä", "palautettu"), ("sv", "hel", "återställd"), ("en", "whole", "restored")],
)
def test_a_person_reads_time_size_whether_whole_and_what_was_done(
    book: Path, capsys: pytest.CaptureFixture[str], lang: str, whole: str, back: str
) -> None:
    capsys.readouterr()
    assert main(["restore", str(book), "--lang", lang]) == 0
    head, line = capsys.readouterr().out.splitlines()
    assert str(book) in head
    *_, said, name = line.split()
    assert said == whole
    assert main(["restore", str(book), "--from", name, "--lang", lang]) == 0
    done, kept = capsys.readouterr().out.splitlines()
    assert back in done
    assert "varmuuskopio-" in kept
    assert main(["restore", str(book), "--from", name, "--lang", lang]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 1


def test_a_book_without_backups_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = Path(shutil.copy(master(), tmp_path / NAME))
    assert main(["restore", str(path)]) == 0
    assert "varmuuskopioita ei ole" in capsys.readouterr().out


def test_a_backup_that_is_not_there_is_one_line_and_status_2(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert main(["restore", str(book), "--from", "ei.xlsx", "--json"]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert len(said.err.splitlines()) == 1


def test_what_a_save_could_not_keep_is_a_line_and_no_failure(
    book: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book.with_name("toinen.xlsm").hardlink_to(book)
    name = next(book.parent.glob("*.varmuuskopio-*")).name
    capsys.readouterr()
    assert main(["restore", str(book), "--from", name]) == 0
    assert "kovat linkit" in capsys.readouterr().err


def test_a_demo_whose_clean_files_cannot_be_written_says_so_in_its_status(tmp_path: Path) -> None:
    (tmp_path / "vienti").mkdir()
    (tmp_path / "vienti" / "Kaupunkimarkkinointi.xlsx").mkdir()
    assert main(["demo", str(tmp_path)]) == 2


def test_the_demo_keeps_what_stood_in_its_folder(tmp_path: Path) -> None:
    own = tmp_path / NAME
    own.write_bytes(b"oma")
    assert main(["demo", str(tmp_path)]) == 0
    (kept,) = tmp_path.glob("*.varmuuskopio-*")
    assert kept.read_bytes() == b"oma"
