"""A closed workbook file, patched in place: every byte but those of the edited cells stays."""

from tpxl.books.package.book import PackageBook
from tpxl.books.package.opening import open_book

__all__ = ["PackageBook", "open_book"]
