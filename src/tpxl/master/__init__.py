"""The master workbook, drawn from what a city says: a module a sheet."""
