"""The workbook that is open in Excel, through xlwings: read from a copy, written in blocks."""

from tpxl.books.excel.book import LiveBook
from tpxl.books.excel.copied import CopiedBook
from tpxl.books.excel.preview import PreviewBook

__all__ = ["CopiedBook", "LiveBook", "PreviewBook"]
