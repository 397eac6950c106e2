"""The short form of `make faults`: a few seconds of kills, errors and races, and nothing lost."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_nothing_is_lost_in_a_few_seconds_of_kills_errors_and_races() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "--short"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.fspath(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    *_, runs, _, lost = next(
        line.split() for line in done.stdout.splitlines() if line.startswith("together")
    )
    assert int(runs) > 20
    assert lost == "0"
