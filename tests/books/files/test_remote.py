"""Books in other stores: found, brought, and put back only over what was read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from tests.stores import BUCKET, served

from tpxl.books.files import remote
from tpxl.books.files.addresses import address_of, path_of
from tpxl.books.files.remote import bring, find_anywhere, put_back
from tpxl.errors import TpxlError

OLD, NEW, OTHERS = b"vanha", b"uusi", b"toisen"
BACKUP = "kirja.varmuuskopio-20260301-093000.xlsm"
EARLIER = "kirja.varmuuskopio-20260201-093000.xlsm"


@pytest.fixture(scope="module")
def s3() -> Iterator[Any]:
    with served([]) as store:
        yield store


@pytest.fixture(params=["s3", "memory"])
def store(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Give a store with a condition and one without."""
    monkeypatch.setattr(remote, "PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(remote, "PAUSE_SECONDS", 0.0)
    found = request.getfixturevalue("s3") if request.param == "s3" else fsspec.filesystem("memory")
    found.pipe_file(f"{BUCKET}/kirja.xlsm", OLD)
    yield found
    for path in found.find(BUCKET):
        found.rm_file(path)


def address(store: Any, name: str = "kirja.xlsm") -> str:
    return str(store.unstrip_protocol(store._strip_protocol(f"{BUCKET}/{name}")))


def names(store: Any) -> list[str]:
    store.invalidate_cache()
    return sorted(path.rpartition("/")[2] for path in store.find(BUCKET))


def changed_there(folder: Path) -> None:
    """Do in the folder what a refresh does: the book is new, the old one is kept."""
    (folder / "kirja.xlsm").write_bytes(NEW)
    (folder / BACKUP).write_bytes(OLD)


def test_a_book_is_put_back_with_its_backup_beside_it(store: Any, tmp_path: Path) -> None:
    book = bring(address(store), tmp_path)
    assert (tmp_path / "kirja.xlsm").read_bytes() == OLD
    put_back(book, tmp_path, "työ")
    assert names(store) == ["kirja.xlsm"]
    changed_there(tmp_path)
    put_back(book, tmp_path, "työ")
    assert names(store) == [BACKUP, "kirja.xlsm"]
    assert store.cat_file(f"{BUCKET}/kirja.xlsm") == NEW
    assert store.cat_file(f"{BUCKET}/{BACKUP}") == OLD


@pytest.mark.parametrize("others", [OTHERS, None])
def test_a_book_changed_since_it_was_read_is_not_written_over(
    store: Any, tmp_path: Path, others: bytes | None
) -> None:
    book = bring(address(store), tmp_path)
    changed_there(tmp_path)
    store.rm_file(f"{BUCKET}/kirja.xlsm")
    if others is not None:
        store.pipe_file(f"{BUCKET}/kirja.xlsm", others)
    with pytest.raises(TpxlError) as told:
        put_back(book, tmp_path, "työ")
    assert told.value.code in {"file_changed", "file_missing"}
    assert told.value.facts["book"] == address(store)
    assert names(store) == ([] if others is None else ["kirja.xlsm"])
    assert others is None or store.cat_file(f"{BUCKET}/kirja.xlsm") == others


def test_what_a_killed_run_has_left_is_not_made_twice(store: Any, tmp_path: Path) -> None:
    store.pipe_file(f"{BUCKET}/{EARLIER}", b"vanhempi")
    store.pipe_file(f"{BUCKET}/{BACKUP}", OLD)
    book = bring(address(store), tmp_path)
    assert not (tmp_path / BACKUP).exists()  # it is the present version, not one before it
    assert (tmp_path / EARLIER).read_bytes() == b"vanhempi"
    (tmp_path / "kirja.xlsm").write_bytes(NEW)
    (tmp_path / BACKUP.replace("0930", "0945")).write_bytes(OLD)
    put_back(book, tmp_path, "työ")
    assert names(store) == [EARLIER, BACKUP, "kirja.xlsm"]


def test_an_answer_that_is_lost_leaves_our_own_book(s3: Any, tmp_path: Path) -> None:
    s3.pipe_file(f"{BUCKET}/kirja.xlsm", OLD)
    book = bring(address(s3), tmp_path)
    (tmp_path / "kirja.xlsm").write_bytes(NEW)
    s3.pipe_file(f"{BUCKET}/kirja.xlsm", NEW)
    put_back(book, tmp_path, "työ")
    assert s3.cat_file(f"{BUCKET}/kirja.xlsm") == NEW


def test_where_nobody_knows_whether_the_book_was_put_the_old_one_is_kept(
    store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = bring(address(store), tmp_path)
    changed_there(tmp_path)
    put = book.store.pipe_file

    def cut_off(path: str, value: bytes, **words: Any) -> None:
        put(path, value, **words)
        if path.endswith("/kirja.xlsm"):
            raise TimeoutError

    monkeypatch.setattr(book.store, "pipe_file", cut_off)
    with pytest.raises(TpxlError) as told:
        put_back(book, tmp_path, "työ")
    assert told.value.code == "store_not_reached"
    assert names(store) == [BACKUP, "kirja.xlsm"]


def test_who_may_not_remove_anything_saves_all_the_same(
    store: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(10, 21):
        store.pipe_file(f"{BUCKET}/kirja.varmuuskopio-202601{day}-120000.xlsm", b"%d" % day)
    book = bring(address(store), tmp_path)
    changed_there(tmp_path)
    asked: list[str] = []
    with monkeypatch.context() as refusing:

        def refused(path: str) -> None:
            asked.append(path)
            raise PermissionError

        refusing.setattr(book.store, "rm_file", refused)
        put_back(book, tmp_path, "työ")
    assert asked
    assert store.cat_file(book.path) == NEW
    assert BACKUP in names(store)


def test_a_lock_of_the_same_work_is_taken_over_and_one_of_another_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remote, "PATIENCE_SECONDS", 0.0)
    store = fsspec.filesystem("memory")
    store.pipe_file(f"{BUCKET}/kirja.xlsm", OLD)
    lock = f"/{BUCKET}/.tpxl-kirja.xlsm.lock"
    store.pipe_file(lock, b"toinen")
    book = bring(address(store), tmp_path)
    (tmp_path / "kirja.xlsm").write_bytes(NEW)
    with pytest.raises(TpxlError) as told:
        put_back(book, tmp_path, "työ")
    assert (told.value.code, told.value.facts["lock"]) == ("file_open", lock)
    assert store.cat_file(f"{BUCKET}/kirja.xlsm") == OLD
    put_back(book, tmp_path, "toinen")
    assert names(store) == ["kirja.xlsm"]
    store.rm(f"/{BUCKET}", recursive=True)


def test_only_ten_backups_stay(store: Any, tmp_path: Path) -> None:
    for day in range(10, 21):
        store.pipe_file(f"{BUCKET}/kirja.varmuuskopio-202601{day}-120000.xlsm", b"%d" % day)
    book = bring(address(store), tmp_path)
    changed_there(tmp_path)
    put_back(book, tmp_path, "työ")
    kept = [name for name in names(store) if name != "kirja.xlsm"]
    assert (len(kept), kept[0], kept[-1]) == (
        10,
        "kirja.varmuuskopio-20260112-120000.xlsm",
        BACKUP,
    )


def test_patterns_and_folders_of_a_store_mean_its_workbooks(store: Any) -> None:
    template = "oulu/templates/vastuualue.xlsx"
    for name in ("oulu/b.xlsx", "oulu/ohje.txt", BACKUP, "~$kirja.xlsm", template):
        store.pipe_file(f"{BUCKET}/{name}", OLD)
    top = address(store, "").rstrip("/")
    found = find_anywhere([top, f"{top}/*.xlsm", f"{top}/puuttuu/*.xlsm"])
    assert [(book.path, book.place) for book in found.books] == [
        (f"{top}/kirja.xlsm", "kirja.xlsm"),
        (f"{top}/oulu/b.xlsx", "oulu/b.xlsx"),
    ]
    assert {one.kind for one in found.skipped} == {"backup", "lock", "template"}
    assert [one.code for one in found.troubles] == ["no_books_found"]


def test_templates_and_schemas_beside_a_book_come_with_it(store: Any, tmp_path: Path) -> None:
    preview = "templates/esikatselu/Katu.docx"
    for name in ("templates/vastuualue.docx", preview, "säännöt.json", "muu.xlsx"):
        store.pipe_file(f"{BUCKET}/{name}", b"x")
    bring(address(store), tmp_path)
    brought = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert brought == ["kirja.xlsm", "säännöt.json", "vastuualue.docx"]


def test_a_store_that_is_not_known_or_not_reached_is_told_in_one_trouble() -> None:
    found = find_anywhere(["olematon://kunta/*.xlsm"])
    assert [one.code for one in found.troubles] == ["store_not_reached"]


def test_a_path_made_of_an_address_is_that_address_again(tmp_path: Path) -> None:
    assert address_of(Path("s3://kunta/ulos")) == "s3://kunta/ulos"
    assert address_of(tmp_path) == str(tmp_path)


def test_a_name_on_a_disk_may_be_written_as_an_address(tmp_path: Path) -> None:
    book = tmp_path / "Tilinpäätös 2025.xlsm"
    assert path_of(book.as_uri()) == path_of(str(book)) == book
