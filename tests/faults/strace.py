"""Every call that the whole process makes to the system, killed or refused by strace."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.faults.commands import Scene
from tests.faults.trials import Trial
from tests.faults.verdict import Run, losses

_FATEFUL = (
    "openat", "write", "fsync", "chmod", "chown", "utimensat", "rename", "renameat2", "link",
    "unlink", "mkdir", "flock", "getdents64", "setxattr",
)  # fmt: skip
"""Calls that may fail of anything."""
_LOOKING = ("read", "lseek", "newfstatat", "fstat", "close", "getxattr", "listxattr", "access",
            "faccessat2", "readlink")  # fmt: skip
"""Calls that only look: they may fail of a broken disk."""
_OF_REMOVALS = frozenset({"unlink", "read", "openat", "newfstatat"})
"""Calls of which a removal may be made: where one fails, a temporary file may stay."""
_ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT")
_LINE = re.compile(r"(\d+) +(\w+)\((.*)")
_SECONDS = 120


class Call(NamedTuple):
    """A call in the folder: its name, and which of that name in its process it is."""

    name: str
    number: int


def is_here() -> bool:
    """Tell whether strace is installed and allowed to watch a process."""
    program = shutil.which("strace")
    if program is None:
        return False
    tried = subprocess.run([program, "-o", os.devnull, "true"], capture_output=True, check=False)
    return tried.returncode == 0


def at_every_call(scene: Scene, folder: Path, chance: random.Random) -> Iterator[Trial]:
    """Kill the command at each call in its folder, and let each fail, in any order."""
    log = folder.with_name("strace")
    points = [
        (call, what)
        for call in _calls(scene, folder, log)
        for what in ("KILL", *(_ERRORS if call.name in _FATEFUL else ("EIO",)))
    ]
    chance.shuffle(points)
    for call, what in points:
        effect = "signal=KILL" if what == "KILL" else f"error={what}"
        rule = f"inject={call.name}:{effect}:when={call.number}"
        scene.lay(folder)
        run = _run(scene, folder, log, f"trace={call.name}", rule)
        run = run._replace(may_stray=call.name in _OF_REMOVALS and what != "KILL")
        is_struck = run.is_killed if what == "KILL" else _is_injected(log, folder)
        how = "strace, kill" if what == "KILL" else "strace, error"
        where = f"{what} at {call.name} {call.number}"
        lost = tuple(f"{one} ({where})" for one in losses(scene, folder, run))
        yield Trial(scene.command.name, how, is_struck, lost)


def _calls(scene: Scene, folder: Path, log: Path) -> list[Call]:
    """Return the calls of an undisturbed run that have to do with the folder."""
    for _ in range(2):  # the first run writes what Python keeps of its modules
        scene.lay(folder)
        _run(scene, folder, log, f"trace={','.join((*_FATEFUL, *_LOOKING))}")
    counts: Counter[tuple[str, str]] = Counter()
    found = []
    for line in log.read_text(errors="replace").splitlines():
        matched = _LINE.match(line)
        if matched:
            process, name, rest = matched.groups()
            counts[process, name] += 1
            if _is_of(folder, name, rest):
                found.append(Call(name, counts[process, name]))
    return found


def _run(scene: Scene, folder: Path, log: Path, *rules: str) -> Run:
    said = [word for rule in rules for word in ("-e", rule)]
    command = [sys.executable, "-m", "tpxl", *scene.command.said(folder)]
    done = subprocess.run(
        ["strace", "-f", "-y", "-o", os.fspath(log), *said, *command],
        capture_output=True,
        timeout=_SECONDS,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONHASHSEED": "0"},
    )
    text = (done.stdout + done.stderr).decode(errors="replace")
    is_killed = done.returncode in {-signal.SIGKILL, 128 + signal.SIGKILL}
    return Run(done.returncode, text, is_killed)


def _is_injected(log: Path, folder: Path) -> bool:
    """Tell whether the log shows the error, at a call in the folder."""
    matches = map(_LINE.match, log.read_text(errors="replace").splitlines())
    struck = (one.groups() for one in matches if one and "(INJECTED)" in one.string)
    return any(_is_of(folder, name, rest) for _, name, rest in struck)


def _is_of(folder: Path, name: str, rest: str) -> bool:
    """Tell whether a call has to do with the folder; what is written may speak of it elsewhere."""
    where = rest.partition(", ")[0] if name == "write" else rest
    return os.fspath(folder) in where
