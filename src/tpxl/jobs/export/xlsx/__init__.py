"""The report in Excel, from the template workbook that staff keep."""
