"""Check a book: every printed figure, every goal, where the tables are. Nothing is changed."""

from tpxl.jobs.check.check import check, count_figures, findings_of, record

__all__ = ["check", "count_figures", "findings_of", "record"]
