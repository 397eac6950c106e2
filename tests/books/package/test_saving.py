"""Whatever happens while a book is saved, the old file or the new one is there, whole."""

import contextlib
import errno
import fcntl
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
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.books.packages import parts, read_parts, sheet_xml, workbook, written

from tpxl.books.files import access, replacing
from tpxl.books.files.backups import backups_of
from tpxl.books.package import PackageBook, open_book
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
        old_version(path, f"202001{day}-000000", saved=day)
    kept = changed(book).save(backup=True)
    assert len(backups(path)) == 10
    assert backups(path)[-1] == kept
    assert backups(path)[0].name == "kirja.varmuuskopio-20200113-000000.xlsm"
    assert all(path.with_name(name).exists() for name in others)


def old_version(path: Path, stamp: str, *, saved: int, data: bytes | None = None) -> Path:
    """A backup with this stamp in its name, last saved so many seconds after the beginning."""
    old = path.with_name(f"kirja.varmuuskopio-{stamp}.xlsm")
    old.write_bytes(path.read_bytes() if data is None else data)
    os.utime(old, (saved, saved))
    return old


def test_the_version_just_kept_stays_though_ten_names_claim_to_be_younger(
    book: PackageBook, path: Path
) -> None:
    os.utime(path, (5, 5))
    for month in range(1, 11):
        old_version(path, f"2099{month:02}01-120000", saved=1000 + month)
    kept = changed(book).save(backup=True)
    assert kept is not None
    assert stored(kept) == 1
    assert len(backups(path)) == 10


def test_the_oldest_version_is_let_go_whatever_its_name_says(book: PackageBook, path: Path) -> None:
    oldest = old_version(path, "20991231-120000", saved=1)
    others = [old_version(path, f"200001{day}-120000", saved=day) for day in range(10, 19)]
    changed(book).save(backup=True)
    assert not oldest.exists()
    assert all(one.exists() for one in others)


def test_what_is_no_whole_workbook_neither_counts_as_a_backup_nor_is_removed(
    book: PackageBook, path: Path
) -> None:
    whole = path.read_bytes()
    for day, data in enumerate((b"", b"muistio", whole[:-30], whole[: len(whole) // 2]), 10):
        old_version(path, f"202701{day}-120000", saved=day, data=data)
    path.with_name("kirja.varmuuskopio-20270120-120000.xlsm").mkdir()
    path.with_name("kirja.varmuuskopio-20270121-120000.xlsm").symlink_to(path)
    good = [old_version(path, f"202601{day}-120000", saved=day) for day in range(10, 19)]
    before = {one.name for one in path.parent.iterdir()}
    kept = changed(book).save(backup=True)
    assert kept is not None
    assert {one.name for one in path.parent.iterdir()} == {*before, kept.name}
    changed(book, 8).save(backup=True)
    assert [one.exists() for one in good] == [False] + [True] * 8


def test_old_backups_that_cannot_be_cleared_are_told_and_the_save_stands(
    book: PackageBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "iterdir", failing(errno.EACCES))
    kept = changed(book).save(backup=True)
    assert kept is not None
    assert (stored(path), stored(kept)) == (7, 1)
    assert [note.code for note in book.notes] == ["backups_not_cleared"]
    assert all("\n" not in sentence(book.notes[0], lang) for lang in LANGUAGES)


def test_a_book_open_in_excel_is_not_written(book: PackageBook, path: Path) -> None:
    path.with_name("~$kirja.xlsm").touch()
    with refused("file_open", path):
        changed(book).save(backup=True)


def test_a_new_file_is_not_written_over_one_open_in_excel(book: PackageBook, path: Path) -> None:
    path.with_name("~$uusi.xlsm").touch()
    with refused("file_open", path):
        changed(book).save(path.with_name("uusi.xlsm"))


@pytest.mark.parametrize("can_exchange", [True, False])
def test_a_file_that_changed_since_it_was_read_is_not_written(
    book: PackageBook, path: Path, *, can_exchange: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not can_exchange:  # as on a share
        monkeypatch.setattr(replacing, "exchange", lambda *_: False)
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
    sync, rename, exchange = os.fsync, Path.replace, replacing.exchange

    def synced(handle: int) -> None:
        order.append("synced")
        sync(handle)

    def exchanged(beside: Path, target: Path) -> bool:
        order.append("exchanged")
        return exchange(beside, target)

    def renamed(beside: Path, target: Path) -> Path:
        order.append("renamed")
        return rename(beside, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(Path, "replace", renamed)
    monkeypatch.setattr(replacing, "exchange", exchanged)
    book.apply([Edit("Alue 1", "B2", 7)])
    book.save(backup=False)
    assert order[0] == "synced"
    assert order[1] in {"exchanged", "renamed"}
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
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace", "open", "link"])
def test_an_error_of_the_system_leaves_everything_as_it_was(
    book: PackageBook,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    trouble: tuple[int, str],
    step: str,
) -> None:
    number, code = trouble
    places = {
        "fsync": (os, "fsync"),
        "link": (os, "link"),
        "chmod": (Path, "chmod"),
        "replace": (Path, "replace"),
        "open": (os, "open"),
    }
    monkeypatch.setattr(replacing, "exchange", lambda *_: False)  # as on a share
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


@pytest.mark.parametrize("step", ["os.fsync", "os.link", "pathlib.Path.chmod"])
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


OTHERS = b"TALLENNETTU MUUALLA"


def saved_elsewhere(path: Path, how: str) -> None:
    """Another program saves the file: in place, or as a new one that takes its name."""
    data = path.read_bytes() + OTHERS
    if how == "in place":
        path.write_bytes(data)
    else:
        other = path.with_name("muu.tmp")
        other.write_bytes(data)
        other.replace(path)


def versions(path: Path) -> list[bytes]:
    return [one.read_bytes() for one in path.parent.iterdir()]


@pytest.mark.parametrize("how", ["in place", "by name"])
@pytest.mark.parametrize("backup", [True, False])
@pytest.mark.parametrize("step", ["write_new", "exchange"])
def test_what_another_program_saves_at_the_last_moment_stays_in_place(
    book: PackageBook,
    path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    how: str,
    step: str,
    backup: bool,
) -> None:
    real = getattr(replacing, step)
    moments = iter([True])

    def late(*given: object) -> object:
        if next(moments, False):
            saved_elsewhere(path, how)
        return real(*given)

    monkeypatch.setattr(replacing, step, late)
    with pytest.raises(TpxlError) as caught:
        changed(book).save(backup=backup)
    assert caught.value.code == "file_changed"
    assert path.read_bytes().endswith(OTHERS)
    assert not list(path.parent.glob(".tpxl-*"))


def test_a_third_version_that_comes_while_a_second_is_put_back_is_kept_as_a_backup(
    book: PackageBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = replacing.exchange

    def late(*given: Path) -> bool:
        saved_elsewhere(path, "by name")
        return real(*given)

    monkeypatch.setattr(replacing, "exchange", late)
    with pytest.raises(TpxlError) as caught:
        changed(book).save()
    assert caught.value.code == "file_changed_kept"
    assert caught.value.facts["backup"] == backups(path)[0].name
    assert sum(data.endswith(OTHERS) for data in versions(path)) == 2


@pytest.mark.parametrize("is_late", [False, True])
def test_what_came_out_and_cannot_be_read_again_is_known_by_its_time(
    book: PackageBook, path: Path, monkeypatch: pytest.MonkeyPatch, *, is_late: bool
) -> None:
    real = replacing.exchange
    moments = iter([is_late])

    def then_unreadable(*given: Path) -> bool:
        if next(moments, False):
            saved_elsewhere(path, "by name")
        done = real(*given)
        monkeypatch.setattr(Path, "read_bytes", failing(errno.EIO))
        return done

    monkeypatch.setattr(replacing, "exchange", then_unreadable)
    if is_late:
        with pytest.raises(TpxlError):
            changed(book).save()
    else:
        changed(book).save()
    monkeypatch.undo()
    assert path.read_bytes().endswith(OTHERS) == is_late
    assert list(path.parent.iterdir()) == [path]


def test_the_file_is_kept_under_its_backups_name_before_it_is_replaced(
    book: PackageBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = path.read_bytes()
    seen: list[list[bytes]] = []

    def looking(*_: object) -> bool:
        seen.append([one.read_bytes() for one in backups(path)])
        return False

    monkeypatch.setattr(replacing, "exchange", looking)
    changed(book).save(backup=True)
    assert seen == [[old]]


def test_a_second_name_left_by_a_killed_run_is_no_backup_and_is_taken_away(
    book: PackageBook, path: Path
) -> None:
    left = path.with_name("kirja.varmuuskopio-20200101-000000.xlsm")
    left.hardlink_to(path)
    kept = changed(book).save(backup=True)
    assert backups(path) == [kept]
    assert book.notes == ()


def test_another_name_of_the_file_keeps_the_old_version_and_the_save_says_so(
    book: PackageBook, path: Path
) -> None:
    other = path.with_name("toinen.xlsm")
    other.hardlink_to(path)
    kept = changed(book).save(backup=True)
    assert kept is not None
    assert (stored(path), stored(other), stored(kept)) == (7, 1, 1)
    assert not kept.samefile(other)
    assert [note.code for note in book.notes] == ["hard_link_parted"]


def test_extended_attributes_are_carried_to_the_new_version_and_to_the_backup(
    book: PackageBook, path: Path
) -> None:
    os.setxattr(path, "user.tpxl", b"Talousarvio")
    kept = changed(book).save(backup=True)
    assert kept is not None
    assert os.getxattr(path, "user.tpxl") == os.getxattr(kept, "user.tpxl") == b"Talousarvio"
    assert book.notes == ()


def test_what_cannot_be_carried_over_is_told_and_the_save_stands(
    book: PackageBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.setxattr(path, "user.tpxl", b"1")
    monkeypatch.setattr(os, "setxattr", failing(errno.EPERM))
    changed(book).save(backup=True)
    assert stored(path) == 7
    assert [note.code for note in book.notes] == ["attributes_not_kept"]
    assert all("\n" not in sentence(book.notes[0], lang) for lang in LANGUAGES)


def test_a_file_one_may_only_read_is_not_replaced(
    book: PackageBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with refused("file_not_writable", path):
        changed(book).save(backup=True)


LONG = "ä" * 110  # two bytes each: 220


@pytest.mark.parametrize(
    "name",
    [
        f"{LONG}{'a' * 30}.xlsm",  # 255 bytes
        f"{LONG}.xlsm",
        f"{'b' * 250}.xlsm",
        "pää %s {0} 'x' \u202eoudolla nimellä.xlsm",
        "rivin\nvaihto.xlsm",
        os.fsdecode(b"p\xe4\xe4t\xf6s.xlsm"),
        "-rf.xlsm",
        "[a-z]*.xlsm",
    ],
)
def test_any_name_a_file_can_have_is_saved_and_its_backups_are_its_own(
    path: Path, name: str
) -> None:
    odd, near = path.with_name(name), path.with_name(f"{name[:-6]}_.xlsm")
    path.rename(odd)
    near.write_bytes(odd.read_bytes())
    with open_book(odd) as one:
        kept = [changed(one, 7 + turn).save(backup=True) for turn in range(12)]
        changed_near = open_book(near)
        changed(changed_near).save(backup=True)
    assert stored(odd) == 18
    assert [backup.path for backup in backups_of(odd)] == kept[:1:-1]
    assert len(backups_of(near)) == 1


def test_temporary_files_of_killed_runs_are_swept_once_they_are_a_day_old(
    book: PackageBook, path: Path
) -> None:
    old, young = (path.with_name(f".tpxl-{sign * 16}.tmp") for sign in "ab")
    own = path.with_name(".tpxl-oma.tmp")
    for left in (old, young, own):
        left.write_bytes(b"puolikas")
    for left in (old, own):
        os.utime(left, (1, 1))
    book.save()  # also where there is nothing to write
    assert (old.exists(), young.exists(), own.exists()) == (False, True, True)


def test_two_savers_take_turns_and_the_second_sees_the_firsts_version(path: Path) -> None:
    first, second = open_book(path), open_book(path)
    with ThreadPoolExecutor() as pool:
        saves = [pool.submit(changed(one, 7).save, backup=True) for one in (first, second)]
        told = [save.exception() for save in saves]
    (lost,) = [error for error in told if error is not None]
    assert isinstance(lost, TpxlError)
    assert lost.code == "file_changed"
    assert stored(path) == 7
    assert [stored(one) for one in backups(path)] == [1]


def test_a_folder_that_another_tpxl_keeps_for_too_long_is_told(
    book: PackageBook, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access, "_PATIENCE_SECONDS", 0.1)
    handle = os.open(path.parent, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    with refused("file_busy", path):
        changed(book).save()
    os.close(handle)
    changed(book).save()
    assert stored(path) == 7


def test_a_file_written_over_elsewhere_is_kept_where_asked(book: PackageBook, path: Path) -> None:
    target = path.with_name("toinen.xlsm")
    target.write_bytes(b"oma")
    kept = changed(book).save(target, backup=True)
    assert kept is not None
    assert kept.read_bytes() == b"oma"
    assert stored(target) == 7
