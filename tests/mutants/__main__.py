"""`python -m tests.mutants [WORD...]`: does a test see each of these mistakes?

Each entry of mutants.toml is a rule of tpxl and a mistake against it: a text that stands once in
the files of a pattern, and what it becomes. The mistake is put into a copy of the project, alone,
and the tests nearest to it are run there. What they let pass is a survivor: a test is missing.
With words, only the entries whose rule or files hold one of them are tried.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.mutants.listed import ROOT, Mutant, mutants

COPIED = ("src", "tests", "workbook", "templates", "xl_macros", "docs", "scripts", "fonts")
PASSED, FAILED = 0, 1


def copy_of_project(folder: Path) -> Path:
    """Return a copy of what the tests need."""
    for name in COPIED:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for path in ROOT.glob("*.*"):
        if path.is_file():
            shutil.copy(path, folder)
    return folder


def tested(tests: Iterable[str], project: Path) -> int:
    """Return pytest's status in a copy of the project."""
    options = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:randomly"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, *tests],
        cwd=project,
        stdout=subprocess.DEVNULL,
        check=False,
    ).returncode


def survived(mutant: Mutant, project: Path) -> bool:
    """Tell whether the tests let a mistake pass; the copy is as it was afterwards.

    Raises:
        RuntimeError: the tests could not be run.
    """
    path = mutant.place(project)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(mutant.before, mutant.after), encoding="utf-8")
    try:
        status = tested(mutant.tests, project)
    finally:
        path.write_text(text, encoding="utf-8")
    if status not in {PASSED, FAILED}:
        raise RuntimeError(f"{mutant.rule}: pytest ended with {status}")
    return status == PASSED


def main(words: Sequence[str]) -> int:
    """Try the mutants, print what became of each; return 1 where one survived."""
    chosen = [one for one in mutants() if not words or any(map(one.is_about, words))]
    survivors = 0
    with tempfile.TemporaryDirectory(prefix="tpxl-mutants-") as name:
        project = copy_of_project(Path(name))
        tests = sorted({path for one in chosen for path in one.tests})
        if tested(tests, project) != PASSED:
            print("these tests fail without any mistake:", *tests)
            return 1
        for mutant in chosen:
            is_alive = survived(mutant, project)
            survivors += is_alive
            print(f"{'SURVIVED' if is_alive else 'killed':<9} {mutant.rule}", flush=True)
    print(f"{len(chosen)} mutants, {survivors} survived")
    return int(survivors > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
