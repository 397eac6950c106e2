"""A published report, PDF or Word, as a book that can only be read: each cell knows its page."""

from tpxl.books.report.book import ReportBook, is_report, open_report

__all__ = ["ReportBook", "is_report", "open_report"]
