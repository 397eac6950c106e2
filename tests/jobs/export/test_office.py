import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from tpxl.errors import TpxlError
from tpxl.jobs.export import office
from tpxl.jobs.export.office import outline, pages_of, with_tab_order


class ComError(Exception):
    pass


class Contents:
    updated = 0

    def Update(self) -> None:  # noqa: N802  # Word's own name
        self.updated += 1


class Document:
    def __init__(self, source: str, trouble: bool) -> None:  # noqa: FBT001
        self.source, self.trouble, self.closed = source, trouble, False
        self.TablesOfContents = [Contents()]

    def ExportAsFixedFormat(self, **options: Any) -> None:  # noqa: N802
        if self.trouble:
            raise ComError
        assert options["ExportFormat"] == 17
        assert options["DocStructureTags"] is True
        Path(options["OutputFileName"]).write_bytes(b"%PDF")

    def Close(self, save: int) -> None:  # noqa: N802
        assert save == 0
        self.closed = True


class Word:
    def __init__(self, *, trouble: bool = False) -> None:
        self.Documents, self.opened, self.has_quit, self.trouble = self, [], False, trouble
        self.Options, self.AutomationSecurity = SimpleNamespace(UpdateLinksAtOpen=True), 1

    def Open(self, source: str, **options: Any) -> Document:  # noqa: N802
        assert options["ReadOnly"] is True
        assert self.AutomationSecurity == 3
        assert self.Options.UpdateLinksAtOpen is False
        self.opened.append(Document(source, self.trouble))
        return self.opened[-1]

    def Quit(self, save: int) -> None:  # noqa: N802
        assert save == 0
        self.has_quit = True


def stand_in(monkeypatch: pytest.MonkeyPatch, program: Word | None) -> None:
    """Put modules of Windows' names in place; without a program Word does not start."""
    win32com, client, types = (
        ModuleType(name) for name in ("win32com", "win32com.client", "pywintypes")
    )

    def dispatch(name: str) -> Word:
        assert name == "Word.Application"
        if program is None:
            raise ComError
        return program

    client.DispatchEx = dispatch  # type: ignore[attr-defined]
    types.com_error = ComError  # type: ignore[attr-defined]
    for module in (win32com, client, types):
        monkeypatch.setitem(sys.modules, module.__name__, module)


def convert(tmp_path: Path) -> list[int]:
    sources = [tmp_path / "1.docx", tmp_path / "2.docx"]
    ready: list[int] = []
    office.convert(sources, tmp_path, ready.append)
    return ready


def test_word_is_started_once_and_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = Word()
    stand_in(monkeypatch, program)
    assert convert(tmp_path) == [1, 2]
    assert (tmp_path / "2.pdf").read_bytes() == b"%PDF"
    assert program.has_quit
    assert all(document.closed for document in program.opened)
    assert program.opened[0].TablesOfContents[0].updated == 1


def test_a_file_word_cannot_do_is_told_and_word_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = Word(trouble=True)
    stand_in(monkeypatch, program)
    with pytest.raises(TpxlError, match=r"pdf not made \(file: 1\.docx"):
        convert(tmp_path)
    assert program.has_quit
    assert program.opened[0].closed


def test_a_machine_with_pywin32_and_no_word_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in(monkeypatch, None)
    with pytest.raises(TpxlError, match="pdf converter missing"):
        convert(tmp_path)


def test_pywin32_is_looked_for() -> None:
    assert office.is_here() is ("win32com.client" in sys.modules)


def item(title: str, page: int) -> bytes:
    name = ("\ufeff" + title).encode("utf-16-be").hex().upper()
    return f"<</Count 0/Title<{name}>\n/Dest[{page} 0 R/XYZ 56.7 1 0]>>\n".encode()


PDF = (
    b"%PDF-1.6\n<</Type/Page/Annots[1 0 R]\n/Tabs(S)\n/StructParents 0>>"
    b"<</Type/Pages\n/Resources 9 0 R\n/Kids[ 4 0 R 17 0 R ]\n/Count 2>>"
    + item("Katu", 4)
    + item("1. Toiminta-ajatus", 4)
    + item("Puisto", 17)
    + item("1. Toiminta-ajatus", 17)
    + item("muualla", 99)
)


def test_bookmarks_come_with_their_pages() -> None:
    assert list(outline(PDF)) == [
        ("Katu", 1),
        ("1. Toiminta-ajatus", 1),
        ("Puisto", 2),
        ("1. Toiminta-ajatus", 2),
    ]


def test_headings_of_the_same_words_are_told_apart_by_their_order() -> None:
    headings = ("Katu", "1.  Toiminta-ajatus", "Puisto", "1. Toiminta-ajatus")
    assert pages_of(PDF, headings) == ("1", "1", "2", "2")


def test_a_heading_that_is_not_there_makes_all_pages_unknown() -> None:
    assert pages_of(PDF, ("Katu", "Uimahalli")) is None
    assert pages_of(b"%PDF-1.7 written another way", ("Katu",)) is None


def test_the_tab_order_becomes_a_name_and_nothing_moves() -> None:
    mended = with_tab_order(PDF)
    assert b"/Tabs/S \n/StructParents 0" in mended
    assert len(mended) == len(PDF)
    assert with_tab_order(b"other") == b"other"
