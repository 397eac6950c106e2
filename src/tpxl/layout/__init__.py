"""A grid of cells -> where the tables are: found by the report's own words, wherever they stand."""

from tpxl.layout.survey import Survey, survey

__all__ = ["Survey", "survey"]
