"""An old version is found and brought back, and nothing is lost by that."""

import os
from pathlib import Path

import pytest
from tests.books.packages import sheet_xml, workbook

from tpxl.books import open_book
from tpxl.errors import TpxlError
from tpxl.jobs.restore import restore, versions
from tpxl.messages import LANGUAGES, sentence
from tpxl.model import Address, Edit

ROWS = '<row r="1"><c r="A1"><v>1</v></c></row>'


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A book that was saved twice: 1, then 2, now 3."""
    path = workbook(tmp_path / "kirja.xlsx", sheet_xml(ROWS))
    os.utime(path, (1_000_000, 1_000_000))
    with open_book(path) as book:
        for value in (2, 3):
            book.apply([Edit("Alue 1", "A1", value)])
            book.save(backup=True)
    return path


def stored(path: Path) -> object:
    with open_book(path) as book:
        return book.read("Alue 1").value(Address(1, 1))


def beside(path: Path, name: str) -> Path:
    return path.with_name(name)


def refusal(path: Path, name: str) -> str:
    before = {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
    with pytest.raises(TpxlError) as caught:
        restore(path, name)
    assert all("\n" not in sentence(caught.value, lang) for lang in LANGUAGES)
    assert {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()} == before
    return caught.value.code


def test_the_backups_are_listed_newest_first_with_time_size_and_whether_whole(path: Path) -> None:
    newest, oldest = versions(path)
    assert [stored(beside(path, one.name)) for one in (newest, oldest)] == [2, 1]
    assert (oldest.saved.timestamp(), oldest.is_whole) == (1_000_000, True)
    kept = beside(path, newest.name)
    assert newest.size == kept.stat().st_size
    data = bytearray(kept.read_bytes())
    data[data.index(b"xl/worksheets/sheet1.xml") + 40] ^= 255
    kept.write_bytes(data)
    os.utime(kept, (2_000_000, 2_000_000))
    kept.with_name("kirja.varmuuskopio-20200101-000000.xlsx").touch()
    assert [one.is_whole for one in versions(path)] == [False, False, True]


def test_a_version_is_brought_back_and_the_present_one_becomes_a_backup(path: Path) -> None:
    oldest = versions(path)[-1].name
    restored = restore(path, oldest)
    assert restored.saved is not None
    assert restored.saved.backup is not None
    assert (stored(path), stored(restored.saved.backup)) == (1, 3)
    assert len(versions(path)) == 3
    assert sorted(str(stored(beside(path, one.name))) for one in versions(path)) == ["1", "2", "3"]


def test_what_is_there_already_is_not_written(path: Path) -> None:
    oldest = versions(path)[-1].name
    restore(path, oldest)
    before = path.stat()
    assert restore(path, oldest).saved is None
    assert path.stat() == before


@pytest.mark.parametrize("damage", ["gone", "empty", "cut"])
def test_a_book_that_is_gone_or_damaged_is_brought_back(path: Path, damage: str) -> None:
    left = path.read_bytes()[:100] if damage == "cut" else b""
    path.write_bytes(left)
    if damage == "gone":
        path.unlink()
    newest = versions(path)[0]
    restored = restore(path, str(beside(path, newest.name)))
    assert stored(path) == 2
    assert restored.saved is not None
    assert (restored.saved.backup is None) == (damage == "gone")
    assert restored.saved.backup is None or restored.saved.backup.read_bytes() == left


def test_a_backup_that_is_damaged_unknown_or_of_another_book_is_refused(path: Path) -> None:
    cut = beside(path, versions(path)[0].name)
    cut.write_bytes(cut.read_bytes()[:-10])
    assert refusal(path, cut.name) == "backup_damaged"
    assert refusal(path, "kirja.varmuuskopio-19990101-000000.xlsx") == "backup_unknown"
    assert refusal(path, path.name) == "backup_unknown"
    other = beside(path, "toinen.varmuuskopio-20260101-000000.xlsx")
    other.write_bytes(path.read_bytes())
    assert refusal(path, other.name) == "backup_unknown"


def test_a_book_that_is_open_elsewhere_is_not_replaced(path: Path) -> None:
    path.with_name(".~lock.kirja.xlsx#").write_text(",maija,kone,;")
    assert refusal(path, versions(path)[0].name) == "file_open_by"


def test_without_a_book_and_a_backup_there_is_nothing_to_show(tmp_path: Path) -> None:
    for name in ("ei ole.xlsx", "ei kansiota/kirja.xlsx"):
        with pytest.raises(TpxlError) as caught:
            versions(tmp_path / name)
        assert caught.value.code == "file_missing"
    with pytest.raises(TpxlError) as caught:
        versions(tmp_path)
    assert caught.value.code == "file_is_folder"


def test_the_version_brought_back_may_be_the_one_that_is_let_go(path: Path) -> None:
    oldest = versions(path)[-1].name
    for value in range(4, 12):
        data = path.read_bytes()
        with open_book(path) as book:
            book.apply([Edit("Alue 1", "A1", value)])
            book.save(backup=True)
        assert path.read_bytes() != data
    assert len(versions(path)) == 10
    restore(path, oldest)
    assert stored(path) == 1
    values = {stored(beside(path, one.name)) for one in versions(path)}
    assert values == {2, *range(3, 12)}
