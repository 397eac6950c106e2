"""The contract of every book, over the one that is open in a spreadsheet program."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.books.contract import BookContract

from tpxl.books import Book
from tpxl.books.excel import CopiedBook, LiveBook


class TestLiveBook(BookContract):
    @pytest.fixture(autouse=True)
    def _open(self, opened: Callable[[Path], Any]) -> None:
        self._opened = opened

    kind: type[LiveBook] = LiveBook

    def opened(self, path: Path) -> Book:
        return self.kind(self._opened(path))

    def structure_protected(self, path: Path) -> Book:
        """LibreOffice takes no protection of the structure from the file."""
        book = self._opened(path)
        book.impl.document.protect("")
        return self.kind(book)


class TestCopiedBook(TestLiveBook):
    kind = CopiedBook
