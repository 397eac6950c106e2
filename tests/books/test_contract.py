from pathlib import Path

from tests.books.contract import AREA, BookContract

from tpxl.books import Book, open_book
from tpxl.model import Edit


class TestPackageBook(BookContract):
    def opened(self, path: Path) -> Book:
        return open_book(path)

    def test_edits_that_change_nothing_write_nothing(self, book: Book, path: Path) -> None:
        before = path.stat(), path.read_bytes()
        book.apply(
            [
                Edit(AREA, "B4", -2859611.0),
                Edit(AREA, "D4", 12.5),  # the text says the number
                Edit(AREA, "A4", "Toimintamenot"),
                Edit(AREA, "E4", new=True),
                Edit(AREA, "Z99", None),
                Edit(AREA, "B5", None),
            ]
        )
        assert book.save(backup=True) is None
        assert (path.stat(), path.read_bytes()) == before
        assert list(path.parent.iterdir()) == [path]
