"""Runs that are disturbed on purpose, each proved to have been, and what was lost in them."""

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults.commands import Scene, contents
from tests.faults.forked import (
    ERRORS,
    KILL,
    counting,
    finish,
    may_stray,
    slowed,
    start,
    striking,
)
from tests.faults.verdict import DONE, Run, is_backup, is_temporary, losses

LATE_SHARE, LATEST = 0.5, 1.1
"""Half of the random kills fall into the second half of a run, some after its end."""
_DAY = 2 * 24 * 3600
_OTHERS = b"TALLENNETTU TOISELLA OHJELMALLA"
_PATIENCE_SECONDS = 60.0


class Trial(NamedTuple):
    """One disturbed run: of which command, disturbed how, whether that is proved, what is lost."""

    command: str
    how: str
    is_struck: bool
    lost: tuple[str, ...]


def at_every_call(scene: Scene, folder: Path, chance: random.Random) -> Iterator[Trial]:
    """Kill the command at each of its calls, and let each fail with each error, in any order."""
    calls = _calls(scene, folder)
    points = [(at, what) for at in range(len(calls)) for what in (KILL, *ERRORS)]
    chance.shuffle(points)
    for at, what in points:
        scene.lay(folder)
        run, told = finish(start(scene.command.said(folder), folder, striking(at, what)))
        run = run._replace(may_stray=may_stray(calls[at]))
        lost = losses(scene, folder, run)
        lost += _next_run(scene, folder) if run.is_killed else []
        is_struck = told == [calls[at]] and run.is_killed == (what == KILL)
        how = KILL if what == KILL else "error"
        yield Trial(scene.command.name, how, is_struck, _told(lost, f"{what} at {at} {calls[at]}"))


def _calls(scene: Scene, folder: Path) -> list[str]:
    """Return the calls that the undisturbed command makes."""
    scene.lay(folder)
    run, told = finish(start(scene.command.said(folder), folder, counting))
    if run.status not in DONE:
        raise RuntimeError(run.said)
    return told


def at_random(scene: Scene, folder: Path, chance: random.Random, count: int) -> Iterator[Trial]:
    """Kill the command at that many random moments of its run."""
    span = _span(scene, folder)
    for number in range(count):
        scene.lay(folder)
        earliest = LATE_SHARE if number % 2 else 0.0
        moment = span * (earliest + (LATEST - earliest) * chance.random())
        child = start(scene.command.said(folder), folder, None)
        time.sleep(moment)
        os.kill(child.process, signal.SIGKILL)
        run, _ = finish(child)
        lost = losses(scene, folder, run)
        lost += _next_run(scene, folder) if run.is_killed else []
        where = f"after {moment:.3f} s"
        yield Trial(scene.command.name, "random kill", run.is_killed, _told(lost, where))


def _span(scene: Scene, folder: Path) -> float:
    """Return how long an undisturbed run takes: the middle one of three."""
    spans = []
    for _ in range(3):
        scene.lay(folder)
        began = time.monotonic()
        finish(start(scene.command.said(folder), folder, None))
        spans.append(time.monotonic() - began)
    return sorted(spans)[1]


def _next_run(scene: Scene, folder: Path) -> list[str]:
    """Run the command again, a day later: it must work, and sweep what the killed one left."""
    book = scene.command.book
    kept = [data for name, data in contents(folder).items() if is_backup(name)]
    then = time.time() - _DAY
    for path in folder.rglob(".tpxl-*.tmp"):
        os.utime(path, (then, then))
    if scene.command.makes:
        (folder / scene.command.makes).unlink(missing_ok=True)
    if scene.command.is_once:
        (folder / book).write_bytes(scene.before[book])
    run, _ = finish(start(scene.command.said(folder), folder, None))
    now = contents(folder)
    backups = [data for name, data in now.items() if is_backup(name)]
    return [
        *([f"the next run: {run.status} {run.said[-200:]}"] if run.status not in DONE else []),
        *(f"the next run leaves {name}" for name in now if is_temporary(name)),
        *("the next run loses a backup" for data in kept if data not in (*backups, now[book])),
    ]


def races(scene: Scene, folder: Path, chance: random.Random, count: int) -> Iterator[Trial]:
    """Let another program save the book while the command, slowed down, saves it too."""
    book = folder / scene.command.book
    for number in range(count):
        scene.lay(folder)
        seconds = chance.choice((0.002, 0.005, 0.01))
        child = start(scene.command.said(folder), folder, slowed(seconds))
        is_saving = _await_saving(folder, child.process)
        time.sleep(seconds * 25 * chance.random())
        others = book.read_bytes() + _OTHERS
        _save(book, others, in_place=bool(number % 2))
        run, _ = finish(child)
        lost = _lost_in_race(scene, folder, run, others)
        how = "race, in place" if number % 2 else "race, by name"
        yield Trial(scene.command.name, how, is_saving, _told(lost, f"race {number}"))


def _await_saving(folder: Path, process: int) -> bool:
    """Wait until the command is writing its temporary file; False where it is done before."""
    end = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < end:
        if any(is_temporary(path.name) for path in folder.iterdir()):
            return True
        if os.waitid(os.P_PID, process, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            return False
        time.sleep(0.0005)
    return False


def _save(book: Path, data: bytes, *, in_place: bool) -> None:
    if in_place:
        book.write_bytes(data)
    else:
        other = book.with_name("toisen.tmp")
        other.write_bytes(data)
        other.replace(book)


def _lost_in_race(scene: Scene, folder: Path, run: Run, others: bytes) -> list[str]:
    now = contents(folder)
    backups = [data for name, data in now.items() if is_backup(name)]
    versions = [now[scene.command.book], *backups]
    is_refused = run.status not in DONE
    return [
        *(["the other program's version is nowhere"] if others not in versions else []),
        *([f"{run.status}, but the book is not the other's"]
          if is_refused and now[scene.command.book] != others else []),
        *(["a backup of 0 bytes"] if b"" in backups else []),
        *(f"{name} is left behind" for name in now if is_temporary(name)),
        *([f"two lines or none: {run.said!r}"]
          if is_refused and len(run.said.splitlines()) != 1 else []),
    ]  # fmt: skip


def _told(lost: list[str], where: str) -> tuple[str, ...]:
    return tuple(f"{one} ({where})" for one in lost)
