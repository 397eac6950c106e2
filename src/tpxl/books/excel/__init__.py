"""The workbook that is open in Excel, through xlwings: read in blocks, written in blocks."""

from tpxl.books.excel.book import LiveBook
from tpxl.books.excel.preview import PreviewBook

__all__ = ["LiveBook", "PreviewBook"]
