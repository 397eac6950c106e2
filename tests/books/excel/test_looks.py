"""Superscripts in an open workbook, asked of a sheet that answers as Excel does."""

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tpxl.books.excel.formats import Formats
from tpxl.model import Address, Block


@dataclass
class Letters:
    """The letters of a cell, which of them are superscripts; a slice of them is asked."""

    marks: str
    asked: list[int]

    def __getitem__(self, part: slice) -> Any:
        return SimpleNamespace(font=font(self.marks[part], self.asked))


def font(marks: str, asked: list[int]) -> Any:
    asked.append(1)
    kinds = set(marks) or {"-"}
    return SimpleNamespace(
        api=SimpleNamespace(Superscript=None if len(kinds) > 1 else kinds == {"^"})
    )


@dataclass
class Sheet:
    """A sheet whose cells are told by their superscripts: ``^`` for a raised letter."""

    cells: dict[Address, str]
    asked: list[int] = field(default_factory=list)

    def range(self, name: str) -> Any:
        block = Block.parse(name)
        marks = [text for at, text in self.cells.items() if block.covers(at)]
        empty = [""] if len(marks) < (block.bottom - block.top + 1) else []
        joined = "".join(marks) + ("-" if empty else "")
        return SimpleNamespace(
            font=font(joined, self.asked), characters=Letters("".join(marks), self.asked)
        )


MARKS = st.text("-^", min_size=1, max_size=12)


@given(MARKS)
def test_letters_that_are_superscripts_are_told_in_raised_letters(marks: str) -> None:
    at = Address(3, 2)
    looks = Formats(Sheet({at: marks}), Block(1, 1, 9, 4))  # type: ignore[arg-type]
    shown = looks.with_raised(at, "1" * len(marks))
    assert shown == "".join("\u00b9" if mark == "^" else "1" for mark in marks)


@given(st.dictionaries(st.builds(Address, st.integers(1, 9), st.integers(1, 4)), MARKS))
def test_the_cells_with_a_mark_are_found(cells: dict[Address, str]) -> None:
    looks = Formats(Sheet(cells), Block(1, 1, 9, 4))  # type: ignore[arg-type]
    assert sorted(looks.raised) == sorted(at for at, text in cells.items() if len(set(text)) > 1)


def test_a_sheet_without_superscripts_is_asked_once() -> None:
    sheet = Sheet({Address(row, 1): "---" for row in range(1, 2001)})
    assert Formats(sheet, Block(1, 1, 2000, 9)).raised == ()  # type: ignore[arg-type]
    assert len(sheet.asked) == 1


def test_a_program_that_tells_no_superscripts_has_none() -> None:
    plain = SimpleNamespace(range=lambda _: SimpleNamespace(font=SimpleNamespace(api=None)))
    assert Formats(plain, Block(1, 1, 3, 3)).raised == ()  # type: ignore[arg-type]
