"""`make faults`: every command that writes is killed, refused by the system and raced with.

    python -m tests.faults [--seconds N] [--kills N] [--races N] [--seed N]
        [--command NAME] [--small | --short | --book FILE]

Prints a table of runs and losses; the exit status is 1 where anything was lost, left behind, said
wrongly, or where a disturbance could not be proved to have happened.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from tests.bench.areas import made
from tests.faults import strace
from tests.faults.commands import COMMANDS, Command, Scene, scene
from tests.faults.trials import Trial, at_every_call, at_random, races

from tpxl.shipped import master

RACED = ("refresh", "restore", "ledger", "send", "collect", "approve", "area", "upgrade")
_SHORT = ("refresh", "restore", "export")
_SHORT_SECONDS, _SHORT_KILLS, _SHORT_RACES = 1.5, 3, 3
_ROW = "{:<10}{:<24}{:>7}{:>9}{:>9}"


def main() -> int:
    """Run the trials asked for; print the table and every loss."""
    arguments = _arguments()
    chance = random.Random(arguments.seed)  # noqa: S311  # moments, no secrets
    trials: list[Trial] = []
    wanted = [arguments.command] if arguments.command else _names(is_short=arguments.short)
    with tempfile.TemporaryDirectory(prefix="tpxl-faults-") as home:
        is_small = arguments.short or arguments.small
        book = arguments.book or (made(Path(home) / "pieni.xlsx", 1) if is_small else master())
        print(_ROW.format("command", "disturbed by", "runs", "struck", "losses"))
        for command in COMMANDS:
            if command.name in wanted:
                told = list(_tried(command, book, Path(home), arguments, chance))
                _print_rows(told)
                trials += told
    _print_row("together", "", trials)
    if not strace.is_here():
        print("strace is not installed: the system's own calls were not struck (apt-get install "
              "strace); those that Python makes were.")  # fmt: skip
    bad = [trial for trial in trials if trial.lost or (not trial.is_struck and _must_strike(trial))]
    return int(bool(bad) or not trials)


def _names(*, is_short: bool) -> list[str]:
    return [one.name for one in COMMANDS if not is_short or one.name in _SHORT]


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seconds", type=float, default=120.0, help="per command and kind of call")
    parser.add_argument("--kills", type=int, default=200, help="random kills of each command")
    parser.add_argument("--races", type=int, default=100, help="races of each command that races")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--command", choices=[one.name for one in COMMANDS])
    parser.add_argument("--book", type=Path, help="another book than the master")
    parser.add_argument("--small", action="store_true", help="a small book, for many runs")
    parser.add_argument("--short", action="store_true", help="a few seconds, a small book")
    arguments = parser.parse_args()
    if arguments.short:
        arguments.seconds = _SHORT_SECONDS
        arguments.kills, arguments.races = _SHORT_KILLS, _SHORT_RACES
    return arguments


def _tried(
    command: Command, book: Path, home: Path, wanted: argparse.Namespace, chance: random.Random
) -> Iterator[Trial]:
    folder = home / command.name
    laid: Scene = scene(command, book, folder)
    yield from _for_seconds(at_every_call(laid, folder, chance), wanted.seconds)
    yield from at_random(laid, folder, chance, wanted.kills)
    if command.name in RACED:
        yield from races(laid, folder, chance, wanted.races)
    if strace.is_here() and not wanted.short:
        yield from _for_seconds(strace.at_every_call(laid, folder, chance), wanted.seconds)


def _for_seconds(trials: Iterable[Trial], seconds: float) -> Iterator[Trial]:
    """Yield trials for that long, from the first on; one at the least."""
    end = None
    for trial in trials:
        yield trial
        end = time.monotonic() + seconds if end is None else end
        if time.monotonic() > end:
            return


def _must_strike(trial: Trial) -> bool:
    """Tell whether the disturbance must have happened: a random moment may be after the end."""
    return not trial.how.startswith(("random", "race"))


def _print_rows(trials: list[Trial]) -> None:
    kinds = sorted({(trial.command, trial.how) for trial in trials})
    for command, how in kinds:
        of_kind = [trial for trial in trials if (trial.command, trial.how) == (command, how)]
        _print_row(command, how, of_kind)
    for trial in trials:
        for lost in trial.lost:
            print(f"{trial.command}: {lost}")
        if not trial.is_struck and _must_strike(trial):
            print(f"{trial.command}: a disturbance did not happen ({trial.how})")


def _print_row(command: str, how: str, trials: list[Trial]) -> None:
    struck, lost = sum(one.is_struck for one in trials), sum(bool(one.lost) for one in trials)
    print(_ROW.format(command, how, len(trials), struck, lost), flush=True)


if __name__ == "__main__":
    sys.exit(main())
