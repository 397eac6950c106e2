"""Two files change places at once, or nothing happens."""

from pathlib import Path

import pytest

from tpxl.books.files import replacing as module
from tpxl.books.files.replacing import exchange


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    first, second = tmp_path / "ensimmäinen", tmp_path / "toinen nimi"
    first.write_text("1")
    second.write_text("2")
    return first, second


def test_two_files_change_places(pair: tuple[Path, Path]) -> None:
    numbers = [path.stat().st_ino for path in pair]
    assert exchange(*pair)
    assert [path.read_text() for path in pair] == ["2", "1"]
    assert [path.stat().st_ino for path in pair] == numbers[::-1]


def test_where_one_is_missing_nothing_happens(pair: tuple[Path, Path]) -> None:
    first, second = pair
    second.unlink()
    assert not exchange(first, second)
    assert first.read_text() == "1"
    assert not second.exists()


def test_a_system_that_cannot_says_so(
    pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_renameat2", lambda: None)
    assert not exchange(*pair)
    assert [path.read_text() for path in pair] == ["1", "2"]
