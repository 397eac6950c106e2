"""A short form of `make fuzz`, and the proofs that it mutates and that it sees."""

import os
import random
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.bench.areas import made
from tests.fuzz import judging
from tests.fuzz.judging import verdict
from tests.fuzz.mutations import KINDS, is_changed, mutant, packed, settings_part

from tpxl.shipped import master

ROOT = Path(__file__).parents[2]
KEPT = sorted((Path(__file__).parent / "kept").glob("*.xls?"))
pytestmark = pytest.mark.filterwarnings(
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("fuzz") / "pieni.xlsx", 1)


def chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  # mutants, no secrets


@pytest.mark.parametrize("kind", KINDS)
def test_every_mutant_is_one_and_the_same_seed_makes_it_again(book: Path, kind: str) -> None:
    for seed in range(200):
        one = mutant(book, chance(seed))
        assert is_changed(book, one.data)
        assert mutant(book, chance(seed)) == one
        if one.kind == kind:
            break
    else:
        pytest.fail(f"no mutant of the kind {kind}")


def test_a_book_that_is_the_same_or_only_packed_anew_is_no_mutant(book: Path) -> None:
    assert not is_changed(book, book.read_bytes())
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    assert not is_changed(book, packed(parts))
    assert is_changed(book, packed({**parts, settings_part(parts): b"<worksheet/>"}))


def test_the_settings_of_the_master_are_on_their_own_sheet() -> None:
    with zipfile.ZipFile(master()) as package:
        parts = {name: package.read(name) for name in package.namelist()}
        names = parts["xl/workbook.xml"].decode()
    assert names.index("Perustiedot") > names.index("Ohje")
    assert settings_part(parts) == "xl/worksheets/sheet2.xml"


def test_a_good_book_is_well(book: Path, tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsx"
    path.write_bytes(book.read_bytes())
    assert verdict(path) == ""


def _raises(words: list[str]) -> int:
    raise KeyError(words[0])


def _hangs(_: list[str]) -> int:
    while True:
        pass


def _writes_always(words: list[str]) -> int:
    with Path(words[-1]).open("ab") as file:
        file.write(b"x" * (words[0] == "refresh"))
    return 0


def _changes_in_a_check(words: list[str]) -> int:
    Path(words[-1]).write_bytes(b"muuta")
    return 0


def _says_nothing(_: list[str]) -> int:
    return 2


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (_raises, "traceback: KeyError"),
        (_hangs, "hang"),
        (_writes_always, "the second refresh writes again"),
        (_changes_in_a_check, "layout has changed the book"),
        (_says_nothing, "layout refused in 0 lines"),
        (lambda _: 7, "layout: status 7"),
        (lambda _: os._exit(9), "ended by 9"),
    ],
)
def test_whatever_goes_wrong_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: object, told: str
) -> None:
    path = tmp_path / "kirja.xlsx"
    path.write_bytes(b"")
    monkeypatch.setattr(judging, "main", command)
    monkeypatch.setattr(judging, "SECONDS", 1)
    assert verdict(path).startswith(told)


def test_a_few_seconds_of_mutants_find_nothing(book: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", "--count", "40", "--seed", "1", os.fspath(book)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.fspath(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].split() == ["together", "40", "0"]


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_what_was_found_once_is_well(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / path.name
    copy.write_bytes(path.read_bytes())
    assert verdict(copy) == ""
