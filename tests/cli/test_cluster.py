"""Books on a cluster: what one machine makes of them, also where a machine of it is lost."""

import io
import json
import os
import re
import signal
import sys
import zipfile
from argparse import Namespace
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePath
from typing import Any

import fsspec
import psutil
import pytest
from distributed import LocalCluster
from tests import cases
from tests.stores import BUCKET, Written, served

from tpxl.books.files.found import NamedBook
from tpxl.cli import INTERRUPTED, cluster, main, worker
from tpxl.errors import TpxlError

NAMES = cases.names()[:6]
CHANGED = NAMES[-1]
"""While this one is done, somebody saves another version of it."""

_CLOCK = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?|\d\d?\.\d\d?\.\d{4}( \d\d[:.]\d\d)?")


def content(book: bytes) -> dict[str, bytes]:
    """Return the parts of a book, in their order, without what a clock has told."""
    with zipfile.ZipFile(io.BytesIO(book)) as package:
        return {name: _CLOCK.sub(b"", package.read(name)) for name in package.namelist()}


class Killer:
    """Ends the machine that writes: once before its book is written, once just after."""

    def __init__(self, store: Any, machines: LocalCluster) -> None:
        self.store, self.machines = store, machines
        self.killed: list[str] = []
        self.saved: list[str] = []

    def __call__(self, key: str, port: int) -> None:
        if CHANGED in key and "varmuuskopio" in key:
            self.saved.append(key)
            self.store.pipe_file(f"{BUCKET}/kirjat/{CHANGED}.xlsx", b"toisen")
        elif CHANGED not in key and self._is_due(key):
            self.killed += [key] * self._kill(port)

    def _is_due(self, key: str) -> bool:
        is_backup = "varmuuskopio" in key
        if not self.killed:
            return is_backup
        book = re.sub(r"\.varmuuskopio-[\d-]+", "", self.killed[0])
        return len(self.killed) == 1 and not is_backup and key != book

    def _kill(self, port: int) -> int:
        """Return how many machines were ended: the one that wrote by this port, if it is there."""
        ended = 0
        for machine in self.machines.workers.values():
            with suppress(psutil.Error):
                ports = psutil.Process(machine.pid).net_connections("tcp") if machine.pid else ()
                if any(one.laddr.port == port for one in ports):
                    os.kill(machine.pid, signal.SIGKILL)
                    ended += 1
        return ended


def test_with_machines_lost_half_way_nothing_is_lost_and_nothing_done_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {name: cases.written(name, tmp_path / f"{name}.xlsx").read_bytes() for name in NAMES}
    written: list[Written] = []
    with served(written) as store:
        for name, data in before.items():
            store.pipe_file(f"{BUCKET}/kirjat/{name}.xlsx", data)
        with LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=":0", silence_logs=60
        ) as machines:
            killer = Killer(store, machines)
            written.append(killer)
            words = ["--cluster", machines.scheduler_address, "--report", str(tmp_path / "r.json")]
            assert main(["refresh", f"s3://{BUCKET}/kirjat/*.xlsx", "--json", *words]) == 2
        written.clear()
        store.invalidate_cache()
        left = {path.rpartition("/")[2]: store.cat_file(path) for path in store.find(BUCKET)}
    documents = {one["book"]: one for one in json.loads(capsys.readouterr().out)}
    assert list(documents) == [f"s3://{BUCKET}/kirjat/{name}.xlsx" for name in NAMES]
    assert len(killer.killed) == 2
    told = documents.pop(f"s3://{BUCKET}/kirjat/{CHANGED}.xlsx")
    assert "on muuttunut sen jälkeen" in told["error"]
    assert left.pop(f"{CHANGED}.xlsx") == b"toisen"
    assert not any("error" in one for one in documents.values())
    counts = json.loads((tmp_path / "r.json").read_text("utf-8"))["counts"]
    assert counts == {"clear": 5, "open": 0, "failed": 1, "not_reached": 0}
    for name in NAMES[:-1]:
        path = tmp_path / f"{name}.xlsx"
        assert main(["refresh", str(path), "--no-backup"]) == 0
        assert content(left.pop(path.name)) == content(path.read_bytes())
        (kept,) = [one for one in left if one.startswith(f"{name}.varmuuskopio-")]
        assert left.pop(kept) == before[name]
    assert not left


@pytest.fixture(scope="module")
def machines() -> Iterator[LocalCluster]:
    """Give machines within this process, which share its memory."""
    with LocalCluster(
        n_workers=1, threads_per_worker=2, processes=False, dashboard_address=":0"
    ) as found:
        yield found


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Any]:
    store = fsspec.filesystem("memory")
    for name in NAMES[:2]:
        book = cases.written(name, tmp_path / f"{name}.xlsx")
        store.pipe_file(f"/{BUCKET}/{name}.xlsx", book.read_bytes())
    yield store
    store.rm("/", recursive=True)


def test_what_is_written_elsewhere_gets_there_and_is_told_by_its_address(
    memory: Any, machines: LocalCluster, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["--cluster", machines.scheduler_address]
    assert main(["export", f"memory:///{BUCKET}", "--to", "memory:///ulos", *at]) == 0
    said = capsys.readouterr().out
    made = memory.find("/ulos")
    assert sorted({Path(path).parent.name for path in made}) == list(NAMES[:2])
    assert all(f"memory:/{path}" in said for path in made)
    book, out = f"memory:///{BUCKET}/{NAMES[0]}.xlsx", tmp_path / "h.html"
    assert main(["check", book, "--out", str(out), "--json", *at]) == 0
    assert json.loads(capsys.readouterr().out)["book"] == book
    assert NAMES[0] in out.read_text("utf-8")
    table = tmp_path / "t.csv"
    assert main(["summary", book, "--out", str(table), *at]) == 0
    assert "Kirjasto" in table.read_text("utf-8")


def test_books_on_a_disk_that_all_machines_see_are_done_where_they_are(
    machines: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    books = [cases.written(name, tmp_path / f"{name}.xlsx") for name in NAMES[:2]]
    before = [book.read_bytes() for book in books]
    words = [books[0].name, books[1].as_uri(), "--cluster", machines.scheduler_address]
    assert main(["refresh", *words]) == 0
    kept = sorted(tmp_path.glob("*varmuuskopio*"))
    assert [path.read_bytes() for path in kept] == before
    assert all(book.read_bytes() not in before for book in books)


@pytest.mark.usefixtures("memory")
def test_where_it_is_interrupted_on_a_cluster_every_book_is_accounted_for(
    machines: LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcome, times = cluster._outcome, [1]

    def interrupted(*words: Any) -> Any:
        if times:
            raise KeyboardInterrupt(times.pop())
        return outcome(*words)

    monkeypatch.setattr(cluster, "_outcome", interrupted)
    monkeypatch.setattr(cluster, "LAST_SECONDS", 60.0)
    report = tmp_path / "r.json"
    words = ["--cluster", machines.scheduler_address, "--report", str(report)]
    assert main(["check", f"memory:///{BUCKET}", *words]) == INTERRUPTED
    told = json.loads(report.read_text("utf-8"))
    assert told["status"] == INTERRUPTED
    assert told["counts"]["failed"] == told["counts"]["not_reached"] == 0
    assert len(told["books"]) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["s3://kunta/kirja.xlsx"], "--cluster"),
        (["kirja.xlsx", "--cluster", "tcp://127.0.0.1:1"], "tcp://127.0.0.1:1"),
        (["kirja.xlsx", "--cluster", "ei:osoite:lainkaan"], "ei:osoite:lainkaan"),
    ],
)
@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_what_does_not_go_is_said_in_one_sentence(
    words: list[str],
    said: str,
    lang: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(cluster, "ANSWER_SECONDS", 0.3)
    assert main(["check", *words, "--lang", lang]) == 2
    line = capsys.readouterr().err.splitlines()[-1]
    assert said in line


def test_where_nobody_answers_no_client_is_begun(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that is half made ends in whatever thread collects it, and holds that up."""
    begun: list[str] = []
    monkeypatch.setattr("distributed.Client", lambda address, **_: begun.append(address))
    monkeypatch.setattr(cluster, "ANSWER_SECONDS", 0.3)
    assert main(["check", "kirja.xlsx", "--cluster", "tcp://127.0.0.1:1"]) == 2
    assert "tcp://127.0.0.1:1" in capsys.readouterr().err
    assert begun == []


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("missing", ["fsspec", "distributed"])
def test_without_the_extra_one_sentence_says_what_to_install(
    lang: str, missing: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in [one for one in sys.modules if one.partition(".")[0] == missing]:
        monkeypatch.setitem(sys.modules, name, None)
    book = "s3://kunta/kirja.xlsx" if missing == "fsspec" else "kirja.xlsx"
    assert main(["check", book, "--cluster", "tcp://127.0.0.1:1", "--lang", lang]) == 2
    assert "cluster)" in capsys.readouterr().err


def test_what_is_sent_has_whole_paths_that_any_system_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    paths = {"to": Path("ulos"), "out": Path("s3://k/h.xlsx"), "report": Path("r.json")}
    asked = Namespace(**paths, ledger=["tilit.csv"], lang="fi")
    sent = cluster.sendable(worker.Task(NamedBook("s3://k/kirja.xlsx", ""), asked)).arguments
    assert (sent.to, sent.ledger) == (PurePath(tmp_path / "ulos"), [str(tmp_path / "tilit.csv")])
    assert (sent.out, sent.report, sent.lang) == (PurePath("s3:/k/h.xlsx"), None, "fi")
    assert not any(isinstance(one, Path) for one in vars(sent).values())


@pytest.mark.usefixtures("memory")
def test_a_book_at_an_address_is_not_written_over_by_what_is_told_of_it(
    machines: LocalCluster, capsys: pytest.CaptureFixture[str]
) -> None:
    book = f"memory:///{BUCKET}/{NAMES[0]}.xlsx"
    assert main(["check", book, "--out", book, "--cluster", machines.scheduler_address]) == 2
    assert "tämä tiedosto luetaan" in capsys.readouterr().err


def test_machines_of_another_version_do_nothing() -> None:
    task = worker.Task(NamedBook("kirja.xlsx", ""), Namespace())
    outcome = cluster.done_there(task, "0.0.1", "työ")
    assert isinstance(outcome, TpxlError)
    assert outcome.code == "cluster_other_version"
