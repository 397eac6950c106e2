"""Figures from the bookkeeping: read, mapped to areas and lines, tied, written."""
