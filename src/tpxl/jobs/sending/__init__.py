"""Forms to the areas, and their answers back into the workbook."""
