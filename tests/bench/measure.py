"""A command as a whole process: how long it takes and how much memory it needs at most.

Modules are compiled once and kept, as they are where tpxl is installed, whatever the environment
says: a checkout that may not keep them would compile every module anew in each process.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
_MAXRSS_UNITS_IN_MIB = 1 << (20 if sys.platform == "darwin" else 10)
_DONE = frozenset({0, 1})  # 1 says that findings are open
_COMPILED = tempfile.TemporaryDirectory(prefix="tpxl-bench-")


class Cost(NamedTuple):
    """Seconds on the clock, seconds of the processor, MiB at the peak."""

    seconds: float
    processor: float
    peak: float


def cost(
    *command: str,
    runs: int = 1,
    before: Callable[[], object] = str,
    paths: Sequence[Path] = (ROOT / "src", ROOT),
    done: Collection[int] = _DONE,
    quiet: bool = True,
) -> Cost:
    """Return the least of some runs of a Python command; `before` each it puts things in place.

    What asks must have loaded no large library: a process starts with its parent's peak.
    """
    return least([_run(command, before, paths, done, quiet=quiet) for _ in range(runs)])


def least(costs: Sequence[Cost]) -> Cost:
    """Return the least time of some runs, and the most memory."""
    return Cost(
        min(one.seconds for one in costs),
        min(one.processor for one in costs),
        max(one.peak for one in costs),
    )


def _run(
    command: Sequence[str],
    before: Callable[[], object],
    paths: Sequence[Path],
    done: Collection[int],
    *,
    quiet: bool,
) -> Cost:
    before()
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *command],
        stdout=subprocess.DEVNULL if quiet else None,
        env=environment(paths),
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in done:
        raise RuntimeError(f"{command} ended with {process.returncode}")
    return Cost(seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / _MAXRSS_UNITS_IN_MIB)


def environment(paths: Sequence[Path] = (ROOT / "src", ROOT)) -> dict[str, str]:
    """Return this environment with these folders to import from."""
    kept = {name: said for name, said in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    joined = os.pathsep.join(map(str, paths))
    return {**kept, "PYTHONPATH": joined, "PYTHONPYCACHEPREFIX": _COMPILED.name}
