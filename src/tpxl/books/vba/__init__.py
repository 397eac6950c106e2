"""The VBA project of a workbook: what it holds, and the same project with other modules."""
