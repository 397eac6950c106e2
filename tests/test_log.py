"""The log holds what helps, and no more of a person than a user's name."""

from pathlib import Path

import pytest

from tpxl.log import log_error, log_path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Users" / "meikalainen"
    folder.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: folder)
    monkeypatch.setenv("LOCALAPPDATA", str(folder / "Local"))
    return folder


def logged(error: Exception, book: str = "") -> str:
    path = log_error("check", error, book=book)
    assert path == log_path()
    return path.read_text("utf-8")


def raised(error: Exception) -> Exception:
    try:
        raise error
    except type(error) as caught:
        return caught


def test_it_tells_when_what_and_where(home: Path) -> None:
    del home
    said = logged(raised(LookupError("x")), "kirja.xlsx")
    assert " check kirja.xlsx\n" in said
    assert "Traceback (most recent call last):" in said
    assert "LookupError" in said
    assert "in raised" in said


@pytest.mark.parametrize(
    "book",
    ["/home/meikalainen/Virtanen/kirja.xlsx", r"C:\Users\meikalainen\Virtanen\kirja.xlsx"],
)
def test_a_book_is_named_without_its_folders(home: Path, book: str) -> None:
    del home
    said = logged(raised(LookupError()), book)
    assert "kirja.xlsx" in said
    assert "Virtanen" not in said


def test_what_an_error_quotes_of_a_cell_is_left_out(home: Path) -> None:
    del home
    cause = ValueError("could not read 'Maija Meikäläinen 010190-123A'")
    error = KeyError("Maija")
    error.__cause__ = raised(cause)
    said = logged(raised(error))
    assert "Maija" not in said
    assert said.index("ValueError") < said.index("KeyError")


def test_the_home_folder_is_not_written_out(home: Path) -> None:
    error = OSError(28, "No space left on device", str(home / "Virtanen" / "kirja.xlsx"))
    said = logged(raised(error))
    assert "28 No space left on device" in said
    assert "Virtanen" not in said

    class ForeignError(Exception):
        """An error of another program, which says what it met."""

    said = logged(raised(ForeignError(f"busy: {home / 'x'}")))
    assert f"busy: ~{'/x'}" in said.replace("\\", "/")
    assert str(home) not in said


def test_it_is_the_users_own_and_stays_small(home: Path) -> None:
    del home
    for _ in range(3):
        log_error("check", raised(LookupError()), book="x" * 150_000)
    assert log_path().stat().st_size < 500_000
    assert log_path().stat().st_mode & 0o077 == 0


def test_where_it_cannot_be_written_nothing_happens(home: Path) -> None:
    (home / "Local").write_text("a file")
    assert log_error("check", raised(LookupError())) is None
