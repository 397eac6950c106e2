"""Many books: each is done or told, in order, whatever others do."""

import json
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.cli import hostile

from tpxl.books.files.found import find_books
from tpxl.cli import INTERRUPTED, main, parsed, pool, worker
from tpxl.cli.output import BookDone, Report
from tpxl.errors import TpxlError
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
    main(["templates", "--preview", "kirjat/oulu/b.xlsm"])
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
        "export": 7,
        "form": 1,
        "template": 1,
    }
    line = capsys.readouterr().err
    assert "2 workbooks: in order 2" in line
    assert "backups 2" in line
    assert "forms 1, templates 1" in line


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
    report = report_of()
    assert report["counts"] == {"clear": 1, "open": 0, "failed": 0, "not_reached": 1}
    assert report["status"] == INTERRUPTED


@pytest.mark.usefixtures("folder")
def test_what_was_done_out_of_order_before_an_interruption_is_accounted_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: object, __: int, late: Any) -> Iterator[tuple[int, Report]]:
        try:
            yield 1, Report(BookDone(0))
            raise KeyboardInterrupt
        finally:
            late(0, Report(BookDone(1)))

    monkeypatch.setattr(pool, "side_by_side", interrupted)
    assert main(["check", "kirjat", "--report", "r.json"]) == INTERRUPTED
    assert report_of()["counts"] == {"clear": 1, "open": 1, "failed": 0, "not_reached": 0}
    assert "aloittamatta" not in capsys.readouterr().err


def test_books_begun_when_it_is_interrupted_are_let_finish_all_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(6):
        shutil.copy(master(), folder / f"c{number}.xlsm")
    monkeypatch.setattr(pool, "LAST_SECONDS", 60.0)
    monkeypatch.setattr(pool, "_next", interrupt_after(1))
    assert main(["check", "kirjat", "--jobs", "2", "--report", "r.json"]) == INTERRUPTED
    counts: Any = report_of()["counts"]
    assert counts["failed"] == 0
    assert 1 <= counts["open"] <= 5
    assert sum(counts.values()) == 8


def interrupt_after(count: int) -> Any:
    """Return what waits for the next outcome, until Ctrl-C is pressed."""
    wait, left = pool._next, [count]

    def interrupted(*words: Any) -> Any:
        if not left[0]:
            raise KeyboardInterrupt
        left[0] -= 1
        return wait(*words)

    return interrupted


def task_of(folder: Path) -> worker.Task:
    arguments = parsed(["check", str(folder)])
    del arguments.run
    return worker.Task(find_books([str(folder / "a.xlsm")]).books[0], arguments)


def test_a_process_that_does_a_book_does_not_hear_ctrl_c(folder: Path) -> None:
    task, server = task_of(folder), pool._Server()
    process = pool._started()
    assert server._answer(process, task).done.status == 1
    process.send_signal(signal.SIGINT)
    assert server._answer(process, task).done.status == 1
    pool._let_finish(process)
    assert process.returncode == 0


def test_a_process_is_kept_for_the_next_book_and_one_that_ended_meanwhile_is_replaced(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Any] = []
    begin = pool._started

    def counted() -> Any:
        started.append(begin())
        return started[-1]

    monkeypatch.setattr(pool, "_started", counted)
    pool.let_idle_go()
    task = task_of(folder)
    for _ in range(2):
        assert isinstance(pool.alone(task), Report)
    assert len(started) == 1
    started[0].kill()
    started[0].wait()
    assert isinstance(pool.alone(task), Report)
    assert len(started) == 2
    pool.let_idle_go()
    assert started[1].returncode == 0


@pytest.mark.usefixtures("hostile_workers")
def test_of_a_book_done_alone_that_hangs_its_process_is_ended(
    folder: Path,
) -> None:
    task = task_of(folder)
    task.arguments.deadline = 300.0
    path = shutil.copy(master(), folder / f"{hostile.DEAF}.xlsm")
    deaf = task._replace(book=task.book._replace(path=str(path)))
    outcome = pool.alone(deaf)
    assert isinstance(outcome, TpxlError)
    assert outcome.code == "worker_hung"
    assert isinstance(pool.alone(task), Report)
    pool.let_idle_go()


def test_an_error_nobody_foresaw_beside_a_process_is_told_of_its_book(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(folder.parent / "local"))
    monkeypatch.setattr(pool, "_started", lambda: 1 / 0)
    assert main(["check", "kirjat", "--report", "r.json"]) == 2
    assert report_of()["counts"] == {"clear": 0, "open": 0, "failed": 2, "not_reached": 0}
    assert capsys.readouterr().err.count("ZeroDivisionError") == 2


@pytest.mark.parametrize("command", ["check", "refresh"])
@pytest.mark.parametrize("said", ["kirjat", "kirjat/**/*.xlsm"])
def test_findings_of_several_books_are_not_written_over_each_other(
    folder: Path, command: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([command, said, "--out", "h.xlsx"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not Path("h.xlsx").exists()
    (folder / "a.xlsm").unlink()
    assert main([command, said, "--out", "h.xlsx"]) == 1
    assert Path("h.xlsx").exists()


def test_what_a_command_writes_of_books_is_no_book_itself(folder: Path) -> None:
    book = "kirjat/oulu/b.xlsm"
    (folder / "a.xlsm").unlink()
    main(["check", book, "--out", "kirjat/havainnot.xlsx"])
    main(["diff", book, book, "--out", "kirjat/muutokset.xlsx"])
    main(["summary", book, "--out", "kirjat/luvut.xlsx"])
    again = ["check", "kirjat", "--out", "kirjat/havainnot.xlsx", "--report", "r.json"]
    assert main(again) == 1
    report: Any = report_of()
    names = [Path(one["file"]).name for one in report["skipped"]]
    assert names == ["havainnot.xlsx", "luvut.xlsx", "muutokset.xlsx"]
    assert sum(report["counts"].values()) == 1


@pytest.mark.usefixtures("folder")
def test_books_on_two_drives_are_placed_by_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    def two_drives(*_: object) -> str:
        raise ValueError("path is on mount 'D:', start on mount 'C:'")

    monkeypatch.setattr("os.path.relpath", two_drives)
    monkeypatch.setattr("os.path.commonpath", two_drives)
    found = find_books(["kirjat/a.xlsm", "kirjat/oulu"])
    assert [book.place for book in found.books] == ["a.xlsm", "b.xlsm"]
