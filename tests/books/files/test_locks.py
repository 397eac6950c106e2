"""Who has a file open is told, wherever the lock file stands."""

from pathlib import Path

import pytest

from tpxl.books.files.access import refuse_open
from tpxl.errors import TpxlError
from tpxl.messages import LANGUAGES, sentence

WIDE = "Märta Öhman".encode("utf-16-le").ljust(108, b" ")
EXCEL = bytes([11]) + b"Marta Ohman".ljust(54) + bytes([11, 0]) + WIDE
OFFICE = b",maija,kone,27.11.2026 22:00,file:///home/maija;"


def trouble(path: Path) -> TpxlError | None:
    try:
        refuse_open(path, path.name)
    except TpxlError as error:
        return error
    return None


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "oikea" / "kirja.xlsx"
    path.parent.mkdir()
    path.touch()
    return path


@pytest.mark.parametrize(
    ("lock", "data", "program", "user"),
    [
        ("~$kirja.xlsx", EXCEL, "Excel", "Märta Öhman"),
        ("~$kirja.xlsx", b"\x05Maija ", "Excel", "Maija"),
        ("~$kirja.xlsx", b"", "Excel", None),
        (".~lock.kirja.xlsx#", OFFICE, "LibreOffice", "maija"),
        (
            ".~lock.kirja.xlsx#",
            "Maija M\\, Y\\;lä,maija,k;".encode(),
            "LibreOffice",
            "Maija M, Y;lä",
        ),
        (".~lock.kirja.xlsx#", b",,,;", "LibreOffice", None),
        (".~lock.kirja.xlsx#", b"a\x1b[2Jb,,;", "LibreOffice", "a\ufffd[2Jb"),
        (".~lock.kirja.xlsx#", b"\xff\xfe", "LibreOffice", "\ufffd\ufffd"),
    ],
)
def test_the_program_and_its_user_are_named_where_the_lock_says(
    book: Path, lock: str, data: bytes, program: str, user: str | None
) -> None:
    book.with_name(lock).write_bytes(data)
    error = trouble(book)
    assert error is not None
    assert (error.facts["program"], error.facts.get("user")) == (program, user)
    for lang in LANGUAGES:
        said = sentence(error, lang)
        assert program in said
        assert (user or program) in said
        assert lock in said


@pytest.mark.parametrize("form", ["~${}", ".~lock.{}#"])
@pytest.mark.parametrize("at", ["link", "middle", "target"])
def test_a_lock_counts_at_the_links_place_and_at_the_targets(
    tmp_path: Path, book: Path, form: str, at: str
) -> None:
    middle, link = tmp_path / "väli.xlsx", tmp_path / "linkki.xlsx"
    middle.symlink_to(Path("oikea") / "kirja.xlsx")
    link.symlink_to(middle)
    assert trouble(link) is None
    place = {"link": link, "middle": middle, "target": book}[at]
    place.with_name(form.format(place.name)).touch()
    assert trouble(link) is not None


def test_a_lock_that_is_a_dangling_link_is_a_lock(book: Path) -> None:
    book.with_name("~$kirja.xlsx").symlink_to("ei-ole")
    assert trouble(book) is not None


def test_links_that_lead_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").symlink_to("b.xlsx")
    (tmp_path / "b.xlsx").symlink_to("a.xlsx")
    assert trouble(tmp_path / "a.xlsx") is None


def test_a_name_too_long_for_a_lock_has_none(tmp_path: Path) -> None:
    assert trouble(tmp_path / f"{'a' * 250}.xlsx") is None
