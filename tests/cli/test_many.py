"""Many books: each is done or told, in order, whatever others do."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli import hostile

from tpxl.books.files.found import find_books
from tpxl.cli import INTERRUPTED, main, pool
from tpxl.cli.output import BookDone, Report
from tpxl.shipped import master

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kirjat" / "oulu").mkdir(parents=True)
    for name in ("a.xlsm", "oulu/b.xlsm"):
        shutil.copy(master(), tmp_path / "kirjat" / name)
    return tmp_path / "kirjat"


@pytest.fixture
def hostile_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    code = f"import sys; sys.path[:] = {[*sys.path, str(ROOT)]!r}; "
    started = [sys.executable, "-P", "-c", f"{code}from tests.cli.hostile import serve; serve()"]
    monkeypatch.setattr(pool, "command", lambda: started)
    monkeypatch.setattr(pool, "GRACE_SECONDS", -290.0)


def report_of(path: str = "r.json") -> dict[str, object]:
    return dict(json.loads(Path(path).read_text("utf-8")))


@pytest.mark.usefixtures("hostile_workers")
def test_one_of_each_hostile_kind_changes_nothing_for_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["refresh", "kirjat/a.xlsm", "--no-backup"])
    alone = (folder / "a.xlsm").read_bytes()
    kinds = (hostile.CRASHING, hostile.STUCK, hostile.DEAF, hostile.HUNGRY)
    for kind in kinds:
        shutil.copy(master(), folder / f"{kind}.xlsm")
    before = master().read_bytes()
    (folder / "rikki.xlsx").write_bytes(b"PK\x03\x04" + bytes(99))
    (folder / "tyhjä.xlsx").touch()
    capsys.readouterr()
    words = ["kirjat", "--no-backup", "--deadline", "300", "--report", "r.json", "--json"]
    assert main(["refresh", *words]) == 2
    said = capsys.readouterr()
    documents, report = json.loads(said.out), report_of()
    names = [document["book"] for document in documents]
    assert names == [
        str(Path("kirjat", name))
        for name in (
            "a.xlsm",
            "ahne.xlsm",
            "jumissa.xlsm",
            "kaatuva.xlsm",
            "kuuro.xlsm",
            "rikki.xlsx",
            "tyhjä.xlsx",
            "oulu/b.xlsm",
        )
    ]
    assert [Path(one["book"]).stem for one in documents if "error" not in one] == ["a", "b"]
    assert (folder / "oulu" / "b.xlsm").read_bytes() != before
    assert (folder / "a.xlsm").read_bytes() == alone
    assert all((folder / f"{kind}.xlsm").read_bytes() == before for kind in kinds)
    assert [book["book"] for book in report["books"]] == names  # type: ignore[attr-defined]
    assert report["counts"] == {"clear": 0, "open": 2, "failed": 6, "not_reached": 0}
    told = {Path(one["book"]).stem: one.get("error", "") for one in documents}
    assert "-11" in told["kaatuva"].replace("−", "-")
    assert "300 sekunnissa" in told["jumissa"]
    assert "10 sekunnissa" in told["kuuro"]
    assert "liian suuri" in told["ahne"]
    assert "Traceback" not in said.err


@pytest.mark.usefixtures("folder")
def test_output_and_files_are_those_of_one_book_after_the_other(
    capsys: pytest.CaptureFixture[str],
) -> None:
    names = ["kirjat/a.xlsm", "kirjat/oulu/b.xlsm"]
    for name in names:
        main(["check", name])
    apart = capsys.readouterr()
    assert main(["check", *names, "--jobs", "2", "--report", "r.json"]) == 1
    assert capsys.readouterr() == apart
    report = report_of()
    assert (report["jobs"], report["status"], report["skipped"]) == (2, 1, [])
    first = report["books"][0]  # type: ignore[index]
    assert first["outcome"] == "open"
    assert first["findings"]["error"] > 0


def test_what_is_no_book_in_a_folder_is_passed_over_and_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "~$a.xlsx").touch()
    shutil.copy(master(), folder / "a.varmuuskopio-20260101-120000.xlsm")
    main(["send", "kirjat/oulu/b.xlsm", "--to", "kirjat/lomakkeet", "--area", "Työllisyyspalvelut"])
    assert main(["export", "kirjat", "--to", "kirjat/ulos", "--report", "r.json"]) == 0
    assert {path.parent for path in (folder / "ulos").rglob("*.xlsx")} == {
        folder / "ulos/a",
        folder / "ulos/oulu/b",
    }
    capsys.readouterr()
    assert main(["summary", "kirjat", "--out", "t.csv", "--report", "r.json", "--lang", "en"]) == 0
    kinds = [one["kind"] for one in report_of()["skipped"]]  # type: ignore[attr-defined]
    assert {kind: kinds.count(kind) for kind in kinds} == {
        "backup": 2,
        "lock": 1,
        "export": 6,
        "form": 1,
    }
    line = capsys.readouterr().err
    assert "2 workbooks: in order 2" in line
    assert "backups 2" in line
    assert "forms 1" in line


def test_names_patterns_and_folders_mean_each_file_once_in_order(folder: Path) -> None:
    shutil.copy(master(), folder / "c [1].xlsm")
    found = find_books(["kirjat/oulu/b.xlsm", "kirjat/*.xlsm", "kirjat", "kirjat/c [1].xlsm"])
    assert [Path(book.path).name for book in found.books] == ["b.xlsm", "a.xlsm", "c [1].xlsm"]
    assert not found.troubles
    assert find_books(["kirjat/a.xlsm"]).is_list is False


def test_backups_and_locks_that_a_shell_has_named_are_passed_over_beside_their_book(
    folder: Path,
) -> None:
    backup = "kirjat/a.varmuuskopio-20260101-120000.xlsm"
    (folder / "~$a.xlsm").touch()
    found = find_books(["kirjat/a.xlsm", backup, "kirjat/~$a.xlsm"])
    assert [book.path for book in found.books] == ["kirjat/a.xlsm"]
    assert [one.kind for one in found.skipped] == ["backup", "lock"]
    assert [book.path for book in find_books([backup]).books] == [backup]


@pytest.mark.parametrize("name", ["tyhja", "tyhja/*.xlsm", "tyhja/**x"])
def test_where_no_book_is_meant_one_line_says_so(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder.parent / "tyhja").mkdir()
    assert main(["check", name, "--json"]) == 2
    said = capsys.readouterr()
    assert json.loads(said.out) == []
    (line,) = said.err.splitlines()
    assert name in line


WRITING = (
    ("check", "--out"),
    ("check", "--report"),
    ("refresh", "--out"),
    ("refresh", "--report"),
    ("summary", "--out"),
)


@pytest.mark.parametrize("said", ["kirjat/c.xlsx", "kirjat", "linkki.xlsx"])
@pytest.mark.parametrize(("command", "option"), WRITING)
def test_what_is_read_is_never_written_over(
    folder: Path, capsys: pytest.CaptureFixture[str], command: str, option: str, said: str
) -> None:
    (folder / "a.xlsm").unlink()
    shutil.rmtree(folder / "oulu")
    book = Path(shutil.copy(master(), folder / "c.xlsx"))
    Path("linkki.xlsx").symlink_to(book)
    before = book.read_bytes()
    assert main([command, said, option, "kirjat/c.xlsx"]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "kirjat/c.xlsx" in told
    assert book.read_bytes() == before


def test_nor_is_the_ledger_that_a_workbook_is_held_to(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("tilit.xlsx").write_bytes(b"tilit")
    words = ["check", str(folder / "a.xlsm"), "--ledger", "tilit.xlsx", "--out", "tilit.xlsx"]
    assert main(words) == 2
    assert "tilit.xlsx" in capsys.readouterr().err
    assert Path("tilit.xlsx").read_bytes() == b"tilit"


@pytest.mark.usefixtures("folder")
def test_one_book_starts_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "side_by_side", None)
    assert main(["check", "kirjat/a.xlsm", "--report", "r.json"]) == 1
    assert report_of()["counts"] == {"clear": 0, "open": 1, "failed": 0, "not_reached": 0}


@pytest.mark.usefixtures("folder")
def test_where_it_is_interrupted_the_report_says_what_was_not_reached(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object) -> Iterator[tuple[int, Report]]:
        yield 0, Report(BookDone(0, document={"version": 1}))
        raise KeyboardInterrupt

    monkeypatch.setattr(pool, "side_by_side", interrupted)
    assert main(["check", "kirjat", "--json", "--report", "r.json"]) == INTERRUPTED
    said = capsys.readouterr()
    assert json.loads(said.out) == [{"version": 1}]
    assert "aloittamatta 1" in said.err
    assert report_of()["counts"] == {"clear": 1, "open": 0, "failed": 0, "not_reached": 1}
