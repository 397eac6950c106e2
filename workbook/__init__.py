"""The master workbook, built from text."""
