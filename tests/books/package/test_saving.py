"""Whatever happens while a book is saved, the old file or the new one is there, whole."""

import contextlib
import errno
import os
import re
import resource
import signal
import stat
import subprocess
import sys
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.books.packages import parts, read_parts, sheet_xml, workbook, written

from tpxl.books.package import PackageBook, open_book, saving
from tpxl.errors import TpxlError
from tpxl.messages import LANGUAGES, sentence
from tpxl.model import Address, Edit

ROWS = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
BACKUP = re.compile(r"kirja\.varmuuskopio-\d{8}-\d{6}\.xlsm")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return workbook(tmp_path / "kirja.xlsm", sheet_xml(ROWS), sheet_xml(ROWS))


@pytest.fixture
def book(path: Path) -> Iterator[PackageBook]:
    with open_book(path) as book:
        yield book


def changed(book: PackageBook, value: int = 7) -> PackageBook:
    book.apply([Edit("Alue 1", "A1", value)])
    return book


def stored(path: Path) -> object:
    with open_book(path) as book:
        return book.read("Alue 1").value(Address(1, 1))


def backups(path: Path) -> list[Path]:
    return sorted(one for one in path.parent.iterdir() if BACKUP.fullmatch(one.name))


@contextlib.contextmanager
def refused(code: str, path: Path) -> Iterator[None]:
    """The save is refused with this code; the file and its folder are as they were."""
    before = {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}
    with pytest.raises(TpxlError) as caught:
        yield
    assert caught.value.code == code
    assert all("\n" not in sentence(caught.value, lang) for lang in LANGUAGES)
    assert {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()} == before


def test_a_change_is_written_in_place(book: PackageBook, path: Path) -> None:
    assert changed(book).save() is None
    assert stored(path) == 7
    assert list(path.parent.iterdir()) == [path]


def test_a_book_saved_in_place_is_saved_again_only_when_changed_again(
    book: PackageBook, path: Path
) -> None:
    changed(book).save()
    once = path.stat()
    book.save(backup=True)
    assert path.stat() == once
    changed(book, 8).save()
    assert stored(path) == 8


def test_every_part_but_the_changed_sheet_is_the_same(book: PackageBook, path: Path) -> None:
    before = read_parts(path)
    changed(book).save()
    after = read_parts(path)
    assert [name for name in before if before[name] != after[name]] == ["xl/worksheets/sheet1.xml"]
    assert list(before) == list(after)


def test_the_members_keep_their_order_dates_flags_notes_and_extra_fields(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsm"
    with zipfile.ZipFile(path, "w") as package:
        package.comment = b"huomautus"
        for at, (name, data) in enumerate(parts(sheet_xml(ROWS)).items()):
            info = zipfile.ZipInfo(name, (1999, 1 + at, 2, 3, 4, 6))
            info.compress_type = zipfile.ZIP_STORED if at % 2 else zipfile.ZIP_DEFLATED
            info.comment, info.external_attr = b"osa %d" % at, 0o600 << 16
            info.extra = b"\x20\xa2\x04\x00abcd"
            package.writestr(info, data)
    with open_book(path) as book:
        changed(book).save()
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        assert package.comment == b"huomautus"
        told = [(i.date_time[1], i.comment, i.external_attr, i.extra) for i in package.infolist()]
    assert told == [
        (1 + at, b"osa %d" % at, 0o600 << 16, b"\x20\xa2\x04\x00abcd") for at in range(len(told))
    ]


def test_members_written_to_a_stream_are_copied_with_what_follows_them(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsm"

    class Stream:
        """A file that cannot go back, so that sizes follow the bytes."""

        def __init__(self, out: object) -> None:
            self.write = out.write  # type: ignore[attr-defined]
            self.flush = out.flush  # type: ignore[attr-defined]

    with path.open("wb") as out, zipfile.ZipFile(Stream(out), "w", zipfile.ZIP_DEFLATED) as package:  # type: ignore[arg-type]
        for name, data in parts(sheet_xml(ROWS), sheet_xml(ROWS)).items():
            package.writestr(name, data)
    before = read_parts(path)
    with open_book(path) as book:
        changed(book).save()
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
        flags = {info.filename: info.flag_bits & 8 for info in package.infolist()}
    assert flags.pop("xl/worksheets/sheet1.xml") == 0
    assert set(flags.values()) == {8}
    assert read_parts(path)["xl/worksheets/sheet2.xml"] == before["xl/worksheets/sheet2.xml"]
    assert stored(path) == 7


def test_64_bit_sizes_are_read_and_written_as_the_plain_ones_they_are(tmp_path: Path) -> None:
    path = tmp_path / "kirja.xlsm"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts(sheet_xml(ROWS)).items():
            with package.open(name, "w", force_zip64=True) as member:
                member.write(data if isinstance(data, bytes) else data.encode())
    with open_book(path) as book:
        changed(book).save()
    with zipfile.ZipFile(path) as package:
        assert package.testzip() is None
    assert stored(path) == 7


def test_bytes_before_the_first_member_are_kept(path: Path) -> None:
    path.write_bytes(b"PK" + b"\0" * 30 + path.read_bytes())
    with open_book(path) as book:
        changed(book).save()
    assert path.read_bytes()[:32] == b"PK" + b"\0" * 30
    assert stored(path) == 7


def test_a_file_keeps_its_rights(book: PackageBook, path: Path) -> None:
    path.chmod(0o640)
    changed(book).save(backup=True)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert stat.S_IMODE(backups(path)[0].stat().st_mode) == 0o640


def test_a_new_file_has_the_rights_of_the_book(book: PackageBook, path: Path) -> None:
    path.chmod(0o640)
    target = path.with_name("uusi.xlsm")
    changed(book).save(target)
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert (stored(target), stored(path)) == (7, 1)


def test_an_unchanged_book_saved_elsewhere_is_a_copy(book: PackageBook, path: Path) -> None:
    target = path.with_name("uusi.xlsm")
    book.save(str(target))
    assert target.read_bytes() == path.read_bytes()


def test_a_path_that_leads_to_the_file_itself_is_in_place(book: PackageBook, path: Path) -> None:
    link = path.with_name("linkki.xlsm")
    link.symlink_to(path)
    before = path.stat()
    book.save(link)
    assert path.stat() == before
    kept = changed(book).save(link, backup=True)
    assert kept is not None
    assert link.is_symlink()
    assert stored(path) == 7


def test_the_old_version_is_kept_beside_with_its_date(book: PackageBook, path: Path) -> None:
    before = path.read_bytes()
    os.utime(path, ns=(1, 1_000_000_000))
    kept = changed(book).save(backup=True)
    assert kept is not None
    assert BACKUP.fullmatch(kept.name)
    assert kept.read_bytes() == before
    assert kept.stat().st_mtime_ns == 1_000_000_000


def test_two_saves_in_one_second_keep_two_old_versions(book: PackageBook, path: Path) -> None:
    kept = [changed(book, value).save(backup=True) for value in (7, 8, 9)]
    assert backups(path) == kept
    assert [stored(one) for one in backups(path)] == [1, 7, 8]


def test_the_last_ten_old_versions_are_kept_and_nothing_else_is_let_go(
    book: PackageBook, path: Path
) -> None:
    others = ["kirja.varmuuskopio-vanha.xlsm", "toinen.varmuuskopio-20200101-000000.xlsm"]
    for name in others:
        path.with_name(name).write_text("oma")
    for day in range(10, 22):
        path.with_name(f"kirja.varmuuskopio-202001{day}-000000.xlsm").write_text(str(day))
    kept = changed(book).save(backup=True)
    assert len(backups(path)) == 10
    assert backups(path)[-1] == kept
    assert backups(path)[0].read_text() == "13"
    assert all(path.with_name(name).exists() for name in others)


def test_a_book_open_in_excel_is_not_written(book: PackageBook, path: Path) -> None:
    path.with_name("~$kirja.xlsm").touch()
    with refused("file_open_in_excel", path):
        changed(book).save(backup=True)


def test_a_new_file_is_not_written_over_one_open_in_excel(book: PackageBook, path: Path) -> None:
    path.with_name("~$uusi.xlsm").touch()
    with refused("file_open_in_excel", path):
        changed(book).save(path.with_name("uusi.xlsm"))


def test_a_file_that_changed_since_it_was_read_is_not_written(
    book: PackageBook, path: Path
) -> None:
    times = path.stat()
    path.write_bytes(path.read_bytes()[:-1] + b"x")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    with refused("file_changed", path):
        changed(book).save(backup=True)


def test_a_file_that_is_gone_is_not_written_anew(book: PackageBook, path: Path) -> None:
    path.unlink()
    with refused("file_changed", path):
        changed(book).save()


@pytest.mark.parametrize("of", ["file", "folder"])
def test_what_is_marked_read_only_is_not_written_not_even_by_an_administrator(
    book: PackageBook, path: Path, of: str
) -> None:
    marked = path if of == "file" else path.parent
    mode = marked.stat().st_mode
    marked.chmod(mode & ~0o222)
    try:
        with refused("file_not_writable", path):
            changed(book).save(backup=True)
    finally:
        marked.chmod(mode)


def test_the_new_file_is_on_the_disk_before_it_takes_the_old_ones_name(
    book: PackageBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    sync, rename = os.fsync, Path.replace

    def synced(handle: int) -> None:
        order.append("synced")
        sync(handle)

    def renamed(beside: Path, target: Path) -> Path:
        order.append("renamed")
        return rename(beside, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    book.apply([Edit("Alue 1", "B2", 7)])
    book.save(backup=False)
    assert order[:2] == ["synced", "renamed"]
    assert path.exists()


def test_a_folder_that_is_not_there_is_told(book: PackageBook, path: Path) -> None:
    with refused("folder_missing", path):
        changed(book).save(path.parent / "ei ole" / "uusi.xlsm")


def test_a_folder_in_the_files_place_is_told(book: PackageBook, path: Path) -> None:
    with refused("file_is_folder", path):
        changed(book).save(path.parent)


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize(
    "trouble",
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "file_not_writable"),
        (errno.EIO, "file_not_written"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace", "open", "utime"])
def test_an_error_of_the_system_leaves_everything_as_it_was(
    book: PackageBook,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: tuple[int, str],
    step: str,
) -> None:
    number, code = trouble
    places = {
        "fsync": (saving.os, "fsync"),
        "utime": (saving.os, "utime"),
        "chmod": (Path, "chmod"),
        "replace": (Path, "replace"),
        "open": (saving.os, "open"),
    }
    monkeypatch.setattr(*places[step], failing(number))
    with refused(code, path):
        changed(book).save(backup=True)


SAVE = textwrap.dedent("""
    import sys
    from tpxl.books import open_book
    from tpxl.errors import TpxlError
    from tpxl.model import Edit
    book = open_book(sys.argv[1])
    book.apply([Edit("Alue 1", "A1", 7)])
    try:
        book.save(backup=True)
    except TpxlError as error:
        print(error.code)
""")


def run(path: Path, before: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", before + SAVE, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def test_a_disk_that_fills_up_leaves_everything_as_it_was(path: Path) -> None:
    limit = path.stat().st_size // 2
    with refused_from_outside(path):
        done = run(
            path,
            "import resource, signal\n"
            "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
            f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n",
        )
    assert done.stdout.strip() == "disk_full"


@contextlib.contextmanager
def refused_from_outside(path: Path) -> Iterator[None]:
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    yield
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.replace", "pathlib.Path.chmod"])
def test_a_program_killed_half_way_leaves_the_old_file_whole(path: Path, step: str) -> None:
    before = path.read_bytes()
    module = step.partition(".")[0]
    done = run(
        path,
        f"import {module}, os, signal\n"
        f"{step} = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)\n",
    )
    assert done.returncode == -signal.SIGKILL
    assert path.read_bytes() == before


def test_a_limit_is_one_of_this_system() -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 0


def test_what_was_not_saved_is_forgotten_when_the_book_is_closed(path: Path) -> None:
    with open_book(path) as book:
        changed(book)
    assert stored(path) == 1


def test_a_book_written_by_itself_is_read_again(path: Path) -> None:
    made = parts(sheet_xml(ROWS))
    assert stored(written(path, made)) == 1
