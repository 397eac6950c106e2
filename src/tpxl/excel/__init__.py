"""What Excel calls: the buttons of the workbook and the ribbon, and the worksheet functions."""
