"""The harness sees what is lost: each kind of loss, made on purpose, is told."""

import io
import zipfile
from pathlib import Path

import pytest
from tests.faults.commands import BOOK, Command, Scene, contents
from tests.faults.commands import COMMANDS as DISTURBED
from tests.faults.forked import KILL, finish, start, striking
from tests.faults.verdict import Run, losses

from tpxl.cli import COMMANDS

BACKUP = "tilinpaatos_master.varmuuskopio-20260101-120000.xlsm"
KILLED, DONE, REFUSED = Run(-9, "", is_killed=True), Run(0, "tehty"), Run(2, "tpxl: ei")


def package(*texts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for at, text in enumerate(texts):
            zipped.writestr(f"{at}.xml", text)
    return out.getvalue()


KEPT = "<t>1.2.2026 12:00:00</t>"
OLD, NEW = package("a", "b", "c"), package("x", "y", KEPT)
SCENE = Scene(
    Command("refresh", lambda folder: ["refresh", str(folder / BOOK)], lambda *_: None),
    {BOOK: OLD},
    {BOOK: NEW, BACKUP: OLD},
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "työ"
    SCENE.lay(folder)
    return folder


def put(folder: Path, **files: bytes) -> None:
    names = {"book": BOOK, "backup": BACKUP, "temporary": ".tpxl-0123456789abcdef.tmp"}
    for name, data in files.items():
        (folder / names[name]).write_bytes(data)


def test_a_book_old_or_new_with_its_backup_is_no_loss(folder: Path) -> None:
    assert losses(SCENE, folder, REFUSED) == []
    put(folder, book=NEW, backup=OLD)
    assert losses(SCENE, folder, DONE) == []
    put(folder, book=package("x", "y", "<t>31.12.2026 09:59:01</t>"))
    assert losses(SCENE, folder, DONE) == []


@pytest.mark.parametrize(
    ("files", "run", "told"),
    [
        ({"book": NEW[:-20], "backup": OLD}, KILLED, f"{BOOK} is damaged"),
        ({"book": b""}, KILLED, f"{BOOK} is damaged"),
        ({"book": package("x", "1", KEPT), "backup": OLD}, KILLED, f"{BOOK} is damaged"),
        ({"book": NEW}, KILLED, "the old version is in no backup"),
        ({"backup": b""}, KILLED, f"{BACKUP} is damaged (0 bytes)"),
        ({"temporary": OLD}, REFUSED, "is left behind"),
        ({"book": NEW, "backup": OLD}, REFUSED, "is not the old one"),
        ({}, DONE, "is not the new one"),
        ({}, Run(1, "Traceback (most recent call last)"), "a traceback"),
        ({}, Run(2, ""), "status 2 without a word"),
        ({}, Run(70, "?"), "status 70"),
    ],
)
def test_every_kind_of_loss_is_told(
    folder: Path, files: dict[str, bytes], run: Run, told: str
) -> None:
    put(folder, **files)
    assert any(told in one for one in losses(SCENE, folder, run))


def test_a_new_file_beside_a_refusal_is_told(folder: Path) -> None:
    makes = SCENE.command._replace(makes="uusi.xlsm")
    (folder / "uusi.xlsm").write_bytes(NEW)
    told = losses(SCENE._replace(command=makes, after={"uusi.xlsm": NEW}), folder, REFUSED)
    assert told == ["status 2, but uusi.xlsm is there"]


def test_every_command_is_disturbed_but_those_that_only_read() -> None:
    disturbed = {command.name for command in DISTURBED}
    reading = {"check", "compare", "completion", "diff", "goals", "help", "layout", "status"}
    assert disturbed == set(COMMANDS) - reading


def test_a_book_that_is_gone_is_told(folder: Path) -> None:
    (folder / BOOK).unlink()
    assert any(one == f"{BOOK} is gone" for one in losses(SCENE, folder, KILLED))


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
@pytest.mark.parametrize("what", [KILL, "ENOSPC"])
def test_a_disturbance_is_proved_by_the_child_that_met_it(folder: Path, what: str) -> None:
    run, told = finish(start(["layout", str(folder / BOOK)], folder, striking(0, what)))
    assert len(told) == 1
    assert run.is_killed == (what == KILL)
    run, told = finish(start(["layout", str(folder / BOOK)], folder, striking(10_000, what)))
    assert told == []
    assert contents(folder) == {BOOK: OLD}
