"""Copies of the master on a cluster: `python -m tests.bench.clusters [COPIES [COMMAND]]`.

Prints what two workers take beside one. By the clock: the machine must have nothing else to do.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from distributed import LocalCluster
from tests.bench.measure import environment

from tpxl.shipped import master

LEAST_FASTER = 1.4


def seconds(folder: Path, command: str, workers: int) -> float:
    """Return what a command on every book of a folder takes with so many workers.

    Raises:
        RuntimeError: a book was not done.
    """
    report = folder.with_suffix(".json")
    with LocalCluster(
        n_workers=workers, threads_per_worker=1, dashboard_address=":0", silence_logs=60
    ) as machines:
        words = ["--cluster", machines.scheduler_address, "--report", str(report)]
        called = [sys.executable, "-m", "tpxl", command, f"file://{folder}/*.xlsm", *words]
        started = time.perf_counter()
        subprocess.run(called, env=environment(), capture_output=True, check=False)
        taken = time.perf_counter() - started
    counts = json.loads(report.read_text("utf-8"))["counts"]
    if counts["failed"] or counts["not_reached"]:
        raise RuntimeError(f"not every book was done: {counts}")
    return taken


def main(copies: int, command: str) -> int:
    """Print what was measured; return 1 where two workers are not fast enough."""
    taken = {}
    with tempfile.TemporaryDirectory() as name:
        for workers in (2, 1):
            folder = Path(name, str(workers))
            folder.mkdir()
            for number in range(copies):
                shutil.copy(master(), folder / f"{number:04}.xlsm")
            taken[workers] = seconds(folder, command, workers)
            print(f"{copies} copies of the master, {command}, {workers}: {taken[workers]:.1f} s")
    faster = taken[1] / taken[2]
    print(f"two workers are {faster:.2f} x as fast as one (at least {LEAST_FASTER})")
    return int(faster < LEAST_FASTER)


if __name__ == "__main__":
    said = sys.argv[1:]
    sys.exit(main(int(said[0]) if said else 100, said[1] if len(said) > 1 else "check"))
