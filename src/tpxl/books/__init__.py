"""The port and its adapters: a closed file patched in place, and the workbook open in Excel."""

from tpxl.books.package import open_book
from tpxl.model.workbook import Book

__all__ = ["Book", "open_book"]
